<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FilesBar</name>
    <message>
        <source>Report as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders are read into the run on the desk: open its show there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows read: {1} kept, {2} known already, {3} wrong, {4} outside this run&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; first: row {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ This system has no program for it. The file lies at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on air {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned end {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>console cues {0}/{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not ended: this is how it stood when the page was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Went on air over open checks ({0}): {1}, by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan against actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money by product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show has no products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As-run log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start ±</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual start against the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length ±</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time on air against the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders paid while it was on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the first product of a segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMV a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders of products that are not in the show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OBS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A show stands here once it was on air: plan against actual, numbers, money and the log. A rehearsal counts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its journal, comments and orders are added up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was on air yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
