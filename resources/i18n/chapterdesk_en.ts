<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n attendance mark(s)</source>
        <translation>
            <numerusform>%n attendance mark</numerusform>
            <numerusform>%n attendance marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) cannot be restored; go on with another.</source>
        <translation>
            <numerusform>%n backup cannot be restored; go on with another.</numerusform>
            <numerusform>%n backups cannot be restored; go on with another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) have another passphrase; type it there to verify them.</source>
        <translation>
            <numerusform>%n backup has another passphrase; type it there to verify it.</numerusform>
            <numerusform>%n backups have another passphrase; type it there to verify them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) in {folder} were written anew</source>
        <translation>
            <numerusform>%n backup in {folder} was written anew</numerusform>
            <numerusform>%n backups in {folder} were written anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) made before are still on this computer only</source>
        <translation>
            <numerusform>%n backup made before is still on this computer only</numerusform>
            <numerusform>%n backups made before are still on this computer only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) verified; all can be restored.</source>
        <translation>
            <numerusform>%n backup verified; it can be restored.</numerusform>
            <numerusform>%n backups verified; all can be restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) on referrals will be removed</source>
        <translation>
            <numerusform>%n contact on referrals will be removed</numerusform>
            <numerusform>%n contacts on referrals will be removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) removed</source>
        <translation>
            <numerusform>%n contact removed</numerusform>
            <numerusform>%n contacts removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credit(s)</source>
        <translation>
            <numerusform>%n credit</numerusform>
            <numerusform>%n credits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) ready</source>
        <translation>
            <numerusform>%n file ready</numerusform>
            <numerusform>%n files ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free seat(s)</source>
        <translation>
            <numerusform>%n free seat</numerusform>
            <numerusform>%n free seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inside</source>
        <comment>referrals</comment>
        <translation>
            <numerusform>%n inside</numerusform>
            <numerusform>%n inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s)</source>
        <translation>
            <numerusform>of %n kind</numerusform>
            <numerusform>of %n kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out unless answered</source>
        <translation>
            <numerusform>%n left out unless answered</numerusform>
            <numerusform>%n left out unless answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, since an imported total counts those days</source>
        <translation>
            <numerusform>%n line left out, since an imported total counts those days</numerusform>
            <numerusform>%n lines left out, since an imported total counts those days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) marked present</source>
        <translation>
            <numerusform>%n member marked present</numerusform>
            <numerusform>%n members marked present</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked yet</source>
        <translation>
            <numerusform>%n not marked yet</numerusform>
            <numerusform>%n not marked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on leave</source>
        <translation>
            <numerusform>%n on leave</numerusform>
            <numerusform>%n on leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside</source>
        <comment>referrals</comment>
        <translation>
            <numerusform>%n outside</numerusform>
            <numerusform>%n outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased</source>
        <translation>
            <numerusform>%n person erased</numerusform>
            <numerusform>%n people erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased so far</source>
        <translation>
            <numerusform>%n person erased so far</numerusform>
            <numerusform>%n people erased so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) who had been erased stood in this file again; erased once more.</source>
        <translation>
            <numerusform>%n person who had been erased stood in this file again; erased once more.</numerusform>
            <numerusform>%n people who had been erased stood in this file again; erased once more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will be erased</source>
        <translation>
            <numerusform>%n person will be erased</numerusform>
            <numerusform>%n people will be erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s)</source>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referral(s) given</source>
        <translation>
            <numerusform>%n referral given</numerusform>
            <numerusform>%n referrals given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of totals</source>
        <translation>
            <numerusform>%n row of totals</numerusform>
            <numerusform>%n rows of totals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) wanted</source>
        <translation>
            <numerusform>%n seat wanted</numerusform>
            <numerusform>%n seats wanted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) and visit(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) for a meeting that is still to come count nowhere yet</source>
        <translation>
            <numerusform>%n slip for a meeting that is still to come counts nowhere yet</numerusform>
            <numerusform>%n slips for a meeting that is still to come count nowhere yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) of the file were typed already and are confirmed.</source>
        <translation>
            <numerusform>%n slip of the file was typed already and is confirmed.</numerusform>
            <numerusform>%n slips of the file were typed already and are confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) expected</source>
        <translation>
            <numerusform>%n visitor expected</numerusform>
            <numerusform>%n visitors expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) is closed</source>
        <translation>
            <numerusform>%n window is closed</numerusform>
            <numerusform>%n windows are closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n to come</source>
        <translation>
            <numerusform>+ %n to come</numerusform>
            <numerusform>+ %n to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As long as the membership lasts, and %n year(s) after it</source>
        <translation>
            <numerusform>As long as the membership lasts, and %n year after it</numerusform>
            <numerusform>As long as the membership lasts, and %n years after it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attendance {share}, %n member(s) with three absences or more</source>
        <translation>
            <numerusform>Attendance {share}, %n member with three absences or more</numerusform>
            <numerusform>Attendance {share}, %n members with three absences or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody has a mark already, except %n on leave.</source>
        <translation>
            <numerusform>Everybody has a mark already, except %n on leave.</numerusform>
            <numerusform>Everybody has a mark already, except %n on leave.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Here only what concerns the person, of %n entries</source>
        <translation>
            <numerusform>Here only what concerns the person, of %n entry</numerusform>
            <numerusform>Here only what concerns the person, of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Provisional: %n meeting(s) still in progress</source>
        <translation>
            <numerusform>Provisional: %n meeting is still in progress</numerusform>
            <numerusform>Provisional: %n meetings are still in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry(ies)…</source>
        <translation>
            <numerusform>Remove %n entry…</numerusform>
            <numerusform>Remove %n entries…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the %n backup(s) made until now, once a new one is made</source>
        <translation>
            <numerusform>Remove the backup made until now, once a new one is made</numerusform>
            <numerusform>Remove the %n backups made until now, once a new one is made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more name(s)</source>
        <translation>
            <numerusform>Show %n more name</numerusform>
            <numerusform>Show %n more names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more of the %n others</source>
        <translation>
            <numerusform>Show the one other</numerusform>
            <numerusform>Show more of the %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is not the passphrase. Try again in %n second(s).</source>
        <translation>
            <numerusform>That is not the passphrase. Try again in %n second.</numerusform>
            <numerusform>That is not the passphrase. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contact until %n month(s) after the referral; the slip stays as a figure</source>
        <translation>
            <numerusform>The contact until %n month after the referral; the slip stays as a figure</numerusform>
            <numerusform>The contact until %n months after the referral; the slip stays as a figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The disk is full or cannot be written: %n change(s) could not be stored. What you typed is still here. Make room, then try again.</source>
        <translation>
            <numerusform>The disk is full or cannot be written: %n change could not be stored. What you typed is still here. Make room, then try again.</numerusform>
            <numerusform>The disk is full or cannot be written: %n changes could not be stored. What you typed is still here. Make room, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file and %n backup(s) open with the new passphrase only. Keep a note of it.</source>
        <translation>
            <numerusform>The file and %n backup open with the new passphrase only. Keep a note of it.</numerusform>
            <numerusform>The file and %n backups open with the new passphrase only. Keep a note of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Until %n month(s) after the last visit</source>
        <translation>
            <numerusform>Until %n month after the last visit</numerusform>
            <numerusform>Until %n months after the last visit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whose are they? %n file(s) will be imported next.</source>
        <translation>
            <numerusform>Whose is it? %n file will be imported next.</numerusform>
            <numerusform>Whose are they? %n files will be imported next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more remark(s)</source>
        <translation>
            <numerusform>and %n more remark</numerusform>
            <numerusform>and %n more remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>counted from %n line(s)</source>
        <translation>
            <numerusform>counted from %n line</numerusform>
            <numerusform>counted from %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>credits, %n slip(s)</source>
        <translation>
            <numerusform>credits, %n slip</numerusform>
            <numerusform>credits, %n slips</numerusform>
        </translation>
    </message>
</context>
</TS>
