<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswersForm</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ write it as 2026-11-25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ write it as 20:00</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropPanel</name>
    <message>
        <source>Import a run sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xlsx, csv, or a show as json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns by their usual names: 时间段, 环节, 商品, 话术, 互动/福利, 画面/场景, 中控动作, 负责人.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged cells and title rows may stay. Times as 20:00-20:05, 5分钟 or 00:05:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows under 应急预案 become standby plans. Further sheets: 商品, 促销, 检查表.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row is shown as it was understood. Nothing is kept before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>What was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept while there is an error. Put the sheet right and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in what the sheet leaves out; it is read again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read without errors. Look it over, then keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} … {1} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind read from the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title taken from the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time shared among the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product added to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on from the row above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standby plans follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} standby plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} promotions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run sheets and shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a run sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShowsPanel</name>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the run sheet that your team wrote. It is shown before it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run sheet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No show yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
