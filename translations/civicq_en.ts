<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>MigrationTexts</name>
    <message numerus="yes">
        <source>This database has none of the schema yet: %n revision(s) are pending.</source>
        <translation>
            <numerusform>This database has none of the schema yet: %n revision is pending.</numerusform>
            <numerusform>This database has none of the schema yet: %n revisions are pending.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The schema is up to date: all %n revision(s) are applied.</source>
        <translation>
            <numerusform>The schema is up to date: its one revision is applied.</numerusform>
            <numerusform>The schema is up to date: all %n revisions are applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was upgraded by %n revision(s) in %2.</source>
        <translation>
            <numerusform>%1 was upgraded by %n revision in %2.</numerusform>
            <numerusform>%1 was upgraded by %n revisions in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was downgraded by %n revision(s) in %2.</source>
        <translation>
            <numerusform>%1 was downgraded by %n revision in %2.</numerusform>
            <numerusform>%1 was downgraded by %n revisions in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) drop or delete something.</source>
        <translation>
            <numerusform>%n statement drops or deletes something.</numerusform>
            <numerusform>%n statements drop or delete something.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n idle in transaction</source>
        <translation>
            <numerusform>%n idle in transaction</numerusform>
            <numerusform>%n idle in transaction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) unknown</source>
        <translation>
            <numerusform>%n check unknown</numerusform>
            <numerusform>%n checks unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backups of %1 in a row did not happen.</source>
        <translation>
            <numerusform>The last backup of %1 did not happen.</numerusform>
            <numerusform>%n backups of %1 in a row did not happen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n</source>
        <translation>
            <numerusform>the newest one</numerusform>
            <numerusform>the newest %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daily</source>
        <translation>
            <numerusform>%n daily</numerusform>
            <numerusform>%n daily</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekly</source>
        <translation>
            <numerusform>%n weekly</numerusform>
            <numerusform>%n weekly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n monthly</source>
        <translation>
            <numerusform>%n monthly</numerusform>
            <numerusform>%n monthly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::backups::BackupListModel</name>
    <message numerus="yes">
        <source>%n table(s), without rows</source>
        <translation>
            <numerusform>%n table, without rows</numerusform>
            <numerusform>%n tables, without rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s), rows only</source>
        <translation>
            <numerusform>%n table, rows only</numerusform>
            <numerusform>%n tables, rows only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) old</source>
        <translation>
            <numerusform>%n minute old</numerusform>
            <numerusform>%n minutes old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>%n hour old</numerusform>
            <numerusform>%n hours old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Here and in %n other place(s)</source>
        <translation>
            <numerusform>Here and in one other place</numerusform>
            <numerusform>Here and in %n other places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::monitoring::TableSizesModel</name>
    <message numerus="yes">
        <source>%1 (%n partition(s))</source>
        <translation>
            <numerusform>%1 (%n partition)</numerusform>
            <numerusform>%1 (%n partitions)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWhatStep</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWizard</name>
    <message numerus="yes">
        <source>%n older backup(s) will be removed from the folder once this one is whole.</source>
        <translation>
            <numerusform>%n older backup will be removed from the folder once this one is whole.</numerusform>
            <numerusform>%n older backups will be removed from the folder once this one is whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s), %1</source>
        <translation>
            <numerusform>%n older backup, %1</numerusform>
            <numerusform>%n older backups, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, going by %n earlier backup(s); the tables hold %2</source>
        <translation>
            <numerusform>%1, going by %n earlier backup; the tables hold %2</numerusform>
            <numerusform>%1, going by %n earlier backups; the tables hold %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupWords</name>
    <message numerus="yes">
        <source>%1 table(s)</source>
        <translation>
            <numerusform>%1 table</numerusform>
            <numerusform>%1 tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %1 row(s)</source>
        <translation>
            <numerusform>with %1 row</numerusform>
            <numerusform>with %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::BackupsPage</name>
    <message numerus="yes">
        <source>%n file(s) cannot be restored.</source>
        <translation>
            <numerusform>%n file cannot be restored.</numerusform>
            <numerusform>%n files cannot be restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ConnectionsPage</name>
    <message numerus="yes">
        <source>%n saved connection(s).</source>
        <translation>
            <numerusform>%n saved connection.</numerusform>
            <numerusform>%n saved connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not saved.</source>
        <translation>
            <numerusform>%n not saved.</numerusform>
            <numerusform>%n not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) are not saved.</source>
        <translation>
            <numerusform>%n connection is not saved.</numerusform>
            <numerusform>%n connections are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::MigrationsPage</name>
    <message numerus="yes">
        <source>%n more problem(s) are waiting behind these.</source>
        <translation>
            <numerusform>%n more problem is waiting behind these.</numerusform>
            <numerusform>%n more problems are waiting behind these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OverviewCharts</name>
    <message numerus="yes">
        <source>in %n table(s), indexes and TOAST included</source>
        <translation>
            <numerusform>in %n table, indexes and TOAST included</numerusform>
            <numerusform>in %n tables, indexes and TOAST included</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::OverviewPage</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::QuitQuestion</name>
    <message numerus="yes">
        <source>%n job(s) are still running.</source>
        <translation>
            <numerusform>%n job is still running.</numerusform>
            <numerusform>%n jobs are still running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreContentsStep</name>
    <message numerus="yes">
        <source>%n index(es)</source>
        <translation>
            <numerusform>%n index</numerusform>
            <numerusform>%n indexes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n materialized view(s)</source>
        <translation>
            <numerusform>%n materialized view</numerusform>
            <numerusform>%n materialized views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n function(s)</source>
        <translation>
            <numerusform>%n function</numerusform>
            <numerusform>%n functions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n trigger</numerusform>
            <numerusform>%n triggers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%n sequence</numerusform>
            <numerusform>%n sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n type</numerusform>
            <numerusform>%n types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s)</source>
        <translation>
            <numerusform>%n extension</numerusform>
            <numerusform>%n extensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other object(s)</source>
        <translation>
            <numerusform>%n other object</numerusform>
            <numerusform>%n other objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreTargetStep</name>
    <message numerus="yes">
        <source>%1 has %2 in %n table(s).</source>
        <translation>
            <numerusform>%1 has %2 in %n table.</numerusform>
            <numerusform>%1 has %2 in %n tables.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RestoreWizard</name>
    <message numerus="yes">
        <source>%1 (%2, %n table(s))</source>
        <translation>
            <numerusform>%1 (%2, %n table)</numerusform>
            <numerusform>%1 (%2, %n tables)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of others are open in %1; all are ended at the end of the restore.</source>
        <translation>
            <numerusform>%n session of others is open in %1; it is ended at the end of the restore.</numerusform>
            <numerusform>%n sessions of others are open in %1; all are ended at the end of the restore.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::RunDialog</name>
    <message numerus="yes">
        <source>Apply %n revision(s)</source>
        <translation>
            <numerusform>Apply %n revision</numerusform>
            <numerusform>Apply %n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n revision(s)</source>
        <translation>
            <numerusform>Take back %n revision</numerusform>
            <numerusform>Take back %n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) drop or delete something. Look at the SQL first.</source>
        <translation>
            <numerusform>%n statement drops or deletes something. Look at the SQL first.</numerusform>
            <numerusform>%n statements drop or delete something. Look at the SQL first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upgrade by %n revision(s)</source>
        <translation>
            <numerusform>Upgrade by %n revision</numerusform>
            <numerusform>Upgrade by %n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downgrade by %n revision(s)</source>
        <translation>
            <numerusform>Downgrade by %n revision</numerusform>
            <numerusform>Downgrade by %n revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SandboxPage</name>
    <message numerus="yes">
        <source>The sandbox runs, with %n snapshot(s).</source>
        <translation>
            <numerusform>The sandbox runs, with %n snapshot.</numerusform>
            <numerusform>The sandbox runs, with %n snapshots.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::ScheduleCard</name>
    <message numerus="yes">
        <source>Every one of the last %n day(s) has its backup.</source>
        <translation>
            <numerusform>The last day has its backup.</numerusform>
            <numerusform>Every one of the last %n days has its backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n day(s) have no backup.</source>
        <translation>
            <numerusform>%1 of the last %n day has no backup.</numerusform>
            <numerusform>%1 of the last %n days have no backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n key(s)</source>
        <translation>
            <numerusform>For %n key</numerusform>
            <numerusform>For %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::SeedChecks</name>
    <message numerus="yes">
        <source>%n table(s) of the CivicQ schema are missing.</source>
        <translation>
            <numerusform>%n table of the CivicQ schema is missing.</numerusform>
            <numerusform>%n tables of the CivicQ schema are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) hold rows; they would have to be emptied.</source>
        <translation>
            <numerusform>%n table holds rows; it would have to be emptied.</numerusform>
            <numerusform>%n tables hold rows; they would have to be emptied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TableProgressView</name>
    <message numerus="yes">
        <source>%1 of %n table(s) done</source>
        <translation>
            <numerusform>%1 of %n table done</numerusform>
            <numerusform>%1 of %n tables done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) done, the rows of %2 are in</source>
        <translation>
            <numerusform>%1 of %n table done, the rows of %2 are in</numerusform>
            <numerusform>%1 of %n tables done, the rows of %2 are in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>civicq::widgets::TaskPanel</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
</TS>
