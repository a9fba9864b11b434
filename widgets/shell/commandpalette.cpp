// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpalette.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr QSize paletteSize(560, 400);
constexpr int rowHeight = 36;
constexpr int entryRole = Qt::UserRole;
constexpr int kindRole = Qt::UserRole + 1;

// Lower case without accents: "été" is found by "ete".
QString folded(const QString &text)
{
    QString out;
    for (const QChar character : text.normalized(QString::NormalizationForm_D)) {
        if (character.category() != QChar::Mark_NonSpacing)
            out.append(character.toLower());
    }
    return out;
}

int rankWord(const QString &word, const QString &text, const QString &rest)
{
    if (text.startsWith(word))
        return 8;
    if (text.contains(u' ' + word))
        return 6;
    if (text.contains(word))
        return 4;
    return rest.contains(word) ? 2 : 0;
}

// What an entry is called at the left, where it belongs at the right.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, rowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setFont(typeFont(Type::Small));
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                                 : secondaryTextColor(option.palette));
        painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data(kindRole).toString());
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget *parent)
    : QDialog(parent), m_entries(std::move(entries)), m_field(new QLineEdit), m_list(new QListWidget)
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Search pages and actions"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(paletteSize);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Search pages and actions"));
    m_field->setPlaceholderText(tr("A page, an action, a connection"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(u"search"_s, Meaning::Neutral), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setIconSize({16, 16});
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows work from the field
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    fill({});
}

int CommandPalette::rank(const PaletteEntry &entry, const QString &typed)
{
    const QString text = folded(entry.text);
    const QString rest = folded(entry.kind + u' ' + entry.keywords);
    const QString phrase = folded(typed.simplified());
    int sum = !phrase.isEmpty() && text.startsWith(phrase) ? 11 : 1; // said in full
    for (const QString &word : phrase.split(u' ', Qt::SkipEmptyParts)) {
        const int found = rankWord(word, text, rest);
        if (found == 0)
            return 0;
        sum += found;
    }
    return sum;
}

void CommandPalette::fill(const QString &typed)
{
    QList<std::pair<int, int>> found; // rank, entry
    for (int place = 0; place < m_entries.size(); ++place) {
        if (const int points = rank(m_entries.at(place), typed); points > 0)
            found.append({points, place});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    m_list->clear();
    for (const auto &[points, place] : std::as_const(found)) {
        const PaletteEntry &entry = m_entries.at(place);
        auto *item = new QListWidgetItem(entry.icon, entry.text, m_list);
        item->setData(entryRole, place);
        item->setData(kindRole, entry.kind);
        item->setData(Qt::AccessibleTextRole, QString(entry.text + u", "_s + entry.kind));
        if (!entry.enabled)
            item->setFlags(Qt::NoItemFlags);
    }
    if (found.isEmpty()) {
        auto *nothing = new QListWidgetItem(tr("Nothing is called that. Try another word."), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentRow(row);
            break;
        }
    }
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const auto action = m_entries.at(item->data(entryRole).toInt()).run;
    accept();
    if (action)
        action();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace civicq::widgets
