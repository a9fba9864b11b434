// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QWindow>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTextEdit>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

constexpr int turnInterval = 5; // ms: how finely stalls are seen

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

QString textOf(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return withoutMnemonic(button->text());
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->toPlainText();
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        return edit->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    if (const auto *box = qobject_cast<const QAbstractSpinBox *>(widget))
        return box->text();
    if (const auto *bar = qobject_cast<const QProgressBar *>(widget))
        return QString::number(bar->value());
    return widget->windowTitle();
}

bool answersTo(const QWidget *widget, const QString &name)
{
    if (name.startsWith(u'~')) {
        const QString text = name.sliced(1);
        return textOf(widget) == text || withoutMnemonic(widget->accessibleName()) == text;
    }
    return widget->objectName() == name;
}

// Visible widgets first; of those, the ones in the active (perhaps modal) window.
int rank(const QWidget *widget)
{
    if (!widget->isVisible())
        return 0;
    return widget->window() == QApplication::activeWindow() ? 2 : 1;
}

QWidget *find(const QString &path)
{
    QList<QWidget *> candidates = QApplication::allWidgets();
    const QStringList steps = path.split(u'/');
    for (qsizetype step = 0; step < steps.size(); ++step) {
        QList<QWidget *> next;
        for (QWidget *widget : std::as_const(candidates)) {
            if (answersTo(widget, steps.at(step)))
                next.append(widget);
        }
        if (step + 1 == steps.size()) {
            candidates = next;
            break;
        }
        candidates.clear();
        for (const QWidget *parent : std::as_const(next))
            candidates += parent->findChildren<QWidget *>();
    }
    if (candidates.isEmpty())
        return nullptr;
    return *std::max_element(candidates.cbegin(), candidates.cend(),
                             [](const QWidget *a, const QWidget *b) { return rank(a) < rank(b); });
}

QJsonObject failure(const QString &why)
{
    return {{u"ok"_s, false}, {u"error"_s, why}};
}

QJsonObject fine(QJsonObject more = {})
{
    more.insert(u"ok"_s, true);
    return more;
}

bool isCutOff(const QWidget *widget)
{
    if (textOf(widget).isEmpty())
        return false;
    if (widget->property("elides").toBool()) // meant to be shortened: then the whole of it is in its tooltip
        return textOf(widget).endsWith(u'…') && widget->toolTip().isEmpty();
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + 1;
        return label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 1;
    }
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    // A frame may be squeezed; the words may not.
    return button && button->inherits("QPushButton")
           && button->fontMetrics().horizontalAdvance(withoutMnemonic(button->text())) > button->width() - 4;
}

QJsonArray rowsOf(const QAbstractItemModel *model)
{
    QJsonArray rows;
    for (int row = 0; row < std::min(model->rowCount(), 200); ++row) {
        QJsonArray cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
        rows.append(cells);
    }
    return rows;
}

QModelIndex indexOf(const QAbstractItemModel *model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            if (index.data().toString().contains(text))
                return index;
        }
        const QModelIndex inside = indexOf(model, text, model->index(row, 0, parent));
        if (inside.isValid())
            return inside;
    }
    return {};
}

} // namespace

Driver::Driver(const QString &serverName, QObject *parent) : QObject(parent)
{
    connect(&m_server, &QLocalServer::newConnection, this, &Driver::accept);
    m_server.listen(serverName);
    auto *turn = new QTimer(this);
    turn->setTimerType(Qt::PreciseTimer);
    turn->setInterval(turnInterval);
    m_sinceTurn.start();
    connect(turn, &QTimer::timeout, this, [this] {
        m_longestStall = std::max(m_longestStall, m_sinceTurn.nsecsElapsed() / 1000 - turnInterval * 1000);
        m_sinceTurn.restart();
    });
    turn->start();
}

void Driver::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void Driver::read(QLocalSocket *socket)
{
    while (socket->canReadLine()) {
        const QJsonObject request = QJsonDocument::fromJson(socket->readLine()).object();
        // Acting may open a modal dialog, whose exec() returns only when it closes: answer first, act on the next turn.
        if (request.value("later"_L1).toBool()) {
            socket->write("{\"ok\":true}\n");
            socket->flush();
            QTimer::singleShot(0, this, [this, request] { (void)answer(request); });
            continue;
        }
        socket->write(QJsonDocument(answer(request)).toJson(QJsonDocument::Compact) + '\n');
        socket->flush();
    }
}

QJsonObject Driver::answer(const QJsonObject &request)
{
    const QString verb = request.value("do"_L1).toString();
    if (verb == "click"_L1)
        return click(request);
    if (verb == "type"_L1)
        return type(request);
    if (verb == "key"_L1)
        return key(request);
    if (verb == "describe"_L1)
        return describe(request);
    if (verb == "select"_L1)
        return selectItem(request);
    if (verb == "trigger"_L1)
        return trigger(request);
    if (verb == "scroll"_L1)
        return scroll(request);
    if (verb == "grab"_L1)
        return grab(request);
    if (verb == "resize"_L1)
        return resizeWindow(request);
    if (verb == "list"_L1)
        return list();
    if (verb == "clipped"_L1)
        return clipped();
    if (verb == "stall"_L1)
        return stall(request);
    return failure(u"no such verb: "_s + verb);
}

QJsonObject Driver::click(const QJsonObject &request)
{
    QWidget *widget = find(request.value("widget"_L1).toString());
    if (!widget)
        return failure(u"no such widget"_s);
    if (!widget->isVisible() || !widget->isEnabled())
        return failure(widget->isVisible() ? u"disabled"_s : u"not visible"_s);
    // A checkbox reacts at its indicator, at the left; everything else in its middle.
    const QPoint where = widget->inherits("QCheckBox") || widget->inherits("QRadioButton")
                             ? QPoint(8, widget->height() / 2)
                             : widget->rect().center();
    if (request.value("double"_L1).toBool())
        QTest::mouseDClick(widget, Qt::LeftButton, {}, where);
    else
        QTest::mouseClick(widget, Qt::LeftButton, {}, where);
    return fine();
}

QJsonObject Driver::type(const QJsonObject &request)
{
    QWidget *widget = find(request.value("widget"_L1).toString());
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return failure(u"no widget to type into"_s);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    QTest::keyClicks(widget, request.value("text"_L1).toString());
    return fine();
}

QJsonObject Driver::key(const QJsonObject &request)
{
    const QKeySequence sequence(request.value("sequence"_L1).toString());
    const QString name = request.value("widget"_L1).toString();
    QWidget *widget = name.isEmpty() ? QApplication::focusWidget() : find(name);
    if (!widget)
        widget = QApplication::activeWindow();
    if (!widget)
        return failure(u"no window is active"_s);
    QTest::keySequence(widget, sequence);
    return fine();
}

QJsonObject Driver::describe(const QJsonObject &request)
{
    const QWidget *widget = find(request.value("widget"_L1).toString());
    if (!widget)
        return failure(u"no such widget"_s);
    QJsonObject out{{u"class"_s, QString::fromLatin1(widget->metaObject()->className())},
                    {u"visible"_s, widget->isVisible()},
                    {u"enabled"_s, widget->isEnabled()},
                    {u"text"_s, textOf(widget)},
                    {u"accessibleName"_s, widget->accessibleName()}};
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
        out.insert(u"rows"_s, rowsOf(view->model()));
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        out.insert(u"checked"_s, button->isChecked());
    const QString property = request.value("property"_L1).toString();
    if (!property.isEmpty())
        out.insert(u"value"_s, QJsonValue::fromVariant(widget->property(property.toLatin1().constData())));
    return fine(out);
}

QJsonObject Driver::selectItem(const QJsonObject &request)
{
    QWidget *widget = find(request.value("widget"_L1).toString());
    const QString text = request.value("text"_L1).toString();
    if (auto *box = qobject_cast<QComboBox *>(widget)) {
        const int index = box->findText(text, Qt::MatchContains);
        if (index < 0)
            return failure(u"no such choice: "_s + text);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
        return fine();
    }
    auto *view = qobject_cast<QAbstractItemView *>(widget);
    if (!view || !view->model())
        return failure(u"no such list"_s);
    const QModelIndex index = indexOf(view->model(), text);
    if (!index.isValid())
        return failure(u"no such row: "_s + text);
    view->scrollTo(index);
    const QPoint where = view->visualRect(index).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, where);
    if (request.value("double"_L1).toBool())
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, where);
    return fine();
}

QJsonObject Driver::trigger(const QJsonObject &request)
{
    const QString name = request.value("action"_L1).toString();
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->objectName() != name && withoutMnemonic(action->text()) != name)
                continue;
            if (!action->isEnabled())
                return failure(u"disabled"_s);
            action->trigger();
            return fine();
        }
    }
    return failure(u"no such action"_s);
}

// To the end of the place that the widget is in, which is longer than what is seen of it.
QJsonObject Driver::scroll(const QJsonObject &request)
{
    const QWidget *widget = find(request.value("widget"_L1).toString());
    if (!widget)
        return failure(u"no such widget"_s);
    for (; widget; widget = widget->parentWidget()) {
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        if (!area || area->verticalScrollBar()->maximum() == 0)
            continue;
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        return fine();
    }
    return failure(u"nothing to scroll"_s);
}

// Nothing is to look as if the pointer were over it; a menu that is open keeps what it shows.
void Driver::parkPointer(QWidget *window)
{
    if (!QApplication::activePopupWidget())
        QTest::mouseMove(window->windowHandle(), QPoint(1, 1));
}

QJsonObject Driver::grab(const QJsonObject &request)
{
    const QString name = request.value("widget"_L1).toString();
    QWidget *widget = name.isEmpty() ? QApplication::activePopupWidget() : find(name);
    if (!widget && name.isEmpty())
        widget = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : QApplication::activeWindow();
    if (!widget) {
        const QList<QWidget *> tops = QApplication::topLevelWidgets();
        const auto shown =
            std::find_if(tops.cbegin(), tops.cend(), [](const QWidget *top) { return top->isVisible(); });
        widget = shown == tops.cend() ? nullptr : *shown;
    }
    if (!widget)
        return failure(u"nothing to take a picture of"_s);
    // A dialog that has just been opened gets its place and size a moment later.
    const QWindow *window = widget->window()->windowHandle();
    if (!window || !window->isExposed()
        || (qobject_cast<QDialog *>(widget) && widget->height() < widget->minimumSizeHint().height()))
        return failure(u"not shown yet"_s);
    parkPointer(widget->window());
    if (!widget->grab().save(request.value("file"_L1).toString()))
        return failure(u"the picture could not be written"_s);
    return fine();
}

// Done when the window has the size: a window manager answers later.
QJsonObject Driver::resizeWindow(const QJsonObject &request)
{
    QWidget *window = find(request.value("widget"_L1).toString());
    if (!window)
        return failure(u"no such window"_s);
    const QSize size(request.value("width"_L1).toInt(), request.value("height"_L1).toInt());
    if (window->size() == size)
        return fine();
    window->resize(size);
    return failure(u"the window has another size yet"_s);
}

QJsonObject Driver::list()
{
    QJsonArray out;
    for (const QWidget *widget : QApplication::allWidgets()) {
        if (!widget->isVisible() || widget->objectName().isEmpty() || widget->objectName().startsWith("qt_"_L1))
            continue;
        out.append(QJsonObject{{u"name"_s, widget->objectName()},
                               {u"class"_s, QString::fromLatin1(widget->metaObject()->className())},
                               {u"text"_s, textOf(widget)},
                               {u"enabled"_s, widget->isEnabled()}});
    }
    return fine({{u"widgets"_s, out}});
}

// Labels and buttons whose text does not fit into them: a person would see it cut off.
QJsonObject Driver::clipped()
{
    QJsonArray out;
    for (const QWidget *widget : QApplication::allWidgets()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty() || !isCutOff(widget))
            continue;
        out.append(u"%1 (%2): \"%3\""_s.arg(
            widget->objectName(), QString::fromLatin1(widget->metaObject()->className()), textOf(widget).left(60)));
    }
    return fine({{u"widgets"_s, out}});
}

QJsonObject Driver::stall(const QJsonObject &request)
{
    const QJsonObject out{{u"microseconds"_s, m_longestStall}};
    if (request.value("reset"_L1).toBool()) {
        m_longestStall = 0;
        m_sinceTurn.restart();
    }
    return fine(out);
}

} // namespace civicq::tests
