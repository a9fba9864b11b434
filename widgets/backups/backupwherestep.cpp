// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupwherestep.h"

#include "backups/secondplace.h"
#include "common/choicecards.h"
#include "common/messagestrip.h"
#include "common/typography.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace Qt::StringLiterals;
using civicq::backups::BackupFormat;

namespace civicq::widgets {

namespace {

constexpr int archiveLevel = 1; // of zstd: the network is slower than the packing
constexpr int gzipLevel = 6;

QString cleanFolder(const QLineEdit *field)
{
    const QString text = field->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(text));
}

QHBoxLayout *withButton(QLineEdit *field, QPushButton *button)
{
    button->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(field, 1);
    line->addWidget(button);
    return line;
}

QLabel *labelFor(QWidget *field, const QString &text)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

} // namespace

BackupWhereStep::BackupWhereStep(BackupServices services)
    : WizardStep(u"backupWhere"_s, tr("Where"), tr("A backup beside its database goes down with it.")),
      m_services(std::move(services)), m_folder(new QLineEdit), m_name(new QLineEdit),
      m_packed(new QCheckBox(tr("&Packed with gzip, about a third of the size"))), m_secondPlace(new QLineEdit),
      m_strip(new MessageStrip)
{
    m_folder->setObjectName(u"backupFolder"_s);
    m_folder->setAccessibleName(tr("Folder"));
    m_name->setObjectName(u"backupName"_s);
    m_name->setAccessibleName(tr("File name"));
    m_name->setToolTip(tr("Left as it is, the name says the day and the second"));
    m_secondPlace->setObjectName(u"backupSecondPlace"_s);
    m_secondPlace->setAccessibleName(tr("Second place"));
    m_secondPlace->setToolTip(tr("The backup is copied there, read back and compared"));
    m_secondPlace->setPlaceholderText(tr("A folder on another disk or a share"));
    auto *choose = new QPushButton(tr("&Browse…"));
    choose->setObjectName(u"backupBrowse"_s);
    choose->setToolTip(tr("Choose the folder"));
    auto *chooseSecond = new QPushButton(tr("B&rowse…"));
    chooseSecond->setObjectName(u"backupSecondBrowse"_s);
    chooseSecond->setToolTip(tr("Choose the folder for the copy"));

    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(grid::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(labelFor(m_folder, tr("&Folder")), withButton(m_folder, choose));
    form->addRow(labelFor(m_name, tr("File &name")), m_name);
    form->addRow(tr("Format"), makeFormats());
    form->addRow(labelFor(m_secondPlace, tr("Co&py to")), withButton(m_secondPlace, chooseSecond));
    column->addLayout(form);
    column->addSpacing(grid::unit);
    column->addWidget(m_strip);
    column->addStretch(1);
    setBody(body);
    connect(choose, &QPushButton::clicked, this, [this] { browse(m_folder, tr("Folder for backups")); });
    connect(chooseSecond, &QPushButton::clicked, this, [this] { browse(m_secondPlace, tr("Second place")); });
    for (QLineEdit *field : {m_folder, m_name, m_secondPlace})
        connect(field, &QLineEdit::textChanged, this, &BackupWhereStep::judge);
    judge();
}

QWidget *BackupWhereStep::makeFormats()
{
    m_packed->setObjectName(u"backupPacked"_s);
    m_packed->setToolTip(tr("gunzip unpacks it on every system"));
    m_packed->setChecked(true);
    auto *formats = new ChoiceCards;
    m_archive = formats->add(u"backupArchive"_s, tr("&Archive (recommended)"),
                             tr("Fastest to take and to restore; each table has its own checksum."));
    formats->add(u"backupSql"_s, tr("&SQL script"), tr("What pg_dump writes; psql restores it without this program."),
                 m_packed);
    connect(formats, &ChoiceCards::changed, this, &WizardStep::completeChanged);
    return formats;
}

void BackupWhereStep::enter()
{
    if (m_folder->text().isEmpty())
        m_folder->setText(QDir::toNativeSeparators(m_services.folder()));
    if (m_name->text().isEmpty()) {
        const QString suggested = u"civicq_backup_"_s + QDateTime::currentDateTime().toString(u"yyyyMMdd_HHmmss"_s);
        m_name->setText(suggested);
    }
}

void BackupWhereStep::browse(QLineEdit *into, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, into->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [into](const QString &folder) { into->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

// What should be known of the two places; the gravest alone.
void BackupWhereStep::judge()
{
    if (secondPlace().isEmpty())
        m_strip->setMessage(Meaning::Notice, tr("Without a copy elsewhere a broken disk takes the backups with it."));
    else
        m_strip->setMessage(Meaning::Good, tr("The copy is read back and compared with the backup."));
    if (QDir::isAbsolutePath(secondPlace()))
        askWhetherSameDisk();
    Q_EMIT completeChanged();
}

// By a task: a share that does not answer must not hold the window.
void BackupWhereStep::askWhetherSameDisk()
{
    core::TaskSpec<bool> spec;
    spec.quiet = true;
    spec.run = [first = folder(), second = secondPlace()](core::TaskContext &) {
        return core::Result<bool>(backups::isOnSameDisk(first, second));
    };
    m_asking.cancel();
    m_asking = m_services.tasks.start<bool>(
        this, std::move(spec), [this, first = folder(), second = secondPlace()](auto same) {
            if (same && *same && first == folder() && second == secondPlace())
                m_strip->setMessage(Meaning::Warning, tr("Both folders are on the same disk: it takes both with it."));
        });
}

bool BackupWhereStep::isComplete() const
{
    return !folder().isEmpty() && !m_name->text().trimmed().isEmpty();
}

QString BackupWhereStep::refusal()
{
    const QString name = m_name->text();
    if (name.contains(u'/') || name.contains(u'\\') || name.startsWith(u'.'))
        return tr("A file name has no / or \\ in it and does not begin with a dot.");
    const QString second = secondPlace();
    if (QDir::isRelativePath(folder()) || (!second.isEmpty() && QDir::isRelativePath(second)))
        return tr("Give the whole path of the folder, or choose it with Browse.");
    if (second == folder())
        return tr("The copy needs a folder other than the backup's own.");
    if (QFileInfo::exists(path()))
        return tr("There is a file of that name in the folder already; choose another name.");
    return {};
}

QString BackupWhereStep::folder() const
{
    return cleanFolder(m_folder);
}

QString BackupWhereStep::secondPlace() const
{
    return cleanFolder(m_secondPlace);
}

QString BackupWhereStep::path() const
{
    const QString suffix = m_archive->isChecked() ? u".cqbackup"_s : m_packed->isChecked() ? u".sql.gz"_s : u".sql"_s;
    return folder() + u'/' + m_name->text() + suffix;
}

QString BackupWhereStep::formatText() const
{
    return m_archive->isChecked() ? tr("Archive") : m_packed->isChecked() ? tr("SQL, packed with gzip") : tr("SQL");
}

void BackupWhereStep::apply(backups::BackupRequest &request) const
{
    request.folder = folder();
    request.name = m_name->text();
    request.format = m_archive->isChecked() ? BackupFormat::Archive : BackupFormat::Sql;
    request.gzip = m_packed->isChecked();
    request.level = m_archive->isChecked() ? archiveLevel : gzipLevel;
}

} // namespace civicq::widgets
