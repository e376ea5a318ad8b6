<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerBar</name>
    <message>
        <source>No check chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: what was seen (Enter keeps it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (kept in the log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckDelegate</name>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OBS and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Props and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air; {0} critical checks failed, {1} to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready: {0} critical checks failed, {1} to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to go on air; {0} checks that are not critical to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to go on air</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ones only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the automatic checks again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or import a show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No show is on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every check is settled. Show all to look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This show has no checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a sheet 检查表 to the run sheet (分组, 检查项, 关键, 负责人) and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No show is on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks before air are part of a show. Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrompterBox</name>
    <message>
        <source>Prompter closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompter starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompter on {0} screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompter lost; it is started again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the prompter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the prompter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
