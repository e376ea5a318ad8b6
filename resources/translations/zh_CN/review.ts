<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compared with the plan</source>
        <translation>和计划对照</translation>
    </message>
    <message>
        <source>Take these durations over</source>
        <translation>采用这些时长</translation>
    </message>
    <message>
        <source>Every segment took what is planned, within ten seconds or a tenth: nothing to offer.</source>
        <translation>各环节用时和计划相差不到 10 秒或一成，没有要改的时长。</translation>
    </message>
    <message>
        <source>{0} durations differ from the script, {1} are chosen (Enter takes one or leaves it out).</source>
        <translation>{0} 个环节的用时和流程单不同，已选 {1} 个（回车勾选或去掉）。</translation>
    </message>
    <message>
        <source>The plan then ends at {0}.</source>
        <translation>采用后计划 {0} 结束。</translation>
    </message>
    <message>
        <source>With these the show ends {0} after its hard end: leave some out.</source>
        <translation>这样会比硬结束时间晚 {0}，请去掉几个。</translation>
    </message>
    <message>
        <source>With these {0:02d} {1} comes {2} late to its fixed time: leave some out.</source>
        <translation>这样 {0:02d} {1} 会比固定时间晚 {2}，请去掉几个。</translation>
    </message>
    <message>
        <source>There is nothing to take over.</source>
        <translation>没有可采用的时长。</translation>
    </message>
    <message>
        <source>Choose at least one duration.</source>
        <translation>请至少选一个时长。</translation>
    </message>
    <message>
        <source>Taken over as one step; Ctrl+Z on the Live or Script page takes all of it back.</source>
        <translation>已作为一步采用；在直播页或脚本页按 Ctrl+Z 可整步撤销。</translation>
    </message>
</context>
<context>
    <name>FilesBar</name>
    <message>
        <source>Report as HTML</source>
        <translation>导出 HTML 报告</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>导出 PDF 报告</translation>
    </message>
    <message>
        <source>Log as CSV</source>
        <translation>导出日志 CSV</translation>
    </message>
    <message>
        <source>Import orders …</source>
        <translation>导入订单…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Orders are read into the run on the desk: open its show there first.</source>
        <translation>订单读入导播台上的这一场：请先把它打开到导播台。</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>Writing {0} …</source>
        <translation>正在写入 {0}…</translation>
    </message>
    <message>
        <source>Order files</source>
        <translation>订单文件</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>{0} rows read: {1} kept, {2} known already, {3} wrong, {4} outside this run&apos;s time</source>
        <translation>读取 {0} 行：保留 {1}，重复 {2}，有误 {3}，不在本场时间内 {4}</translation>
    </message>
    <message>
        <source>; first: row {0}, {1}</source>
        <translation>；首个：第 {0} 行，{1}</translation>
    </message>
    <message>
        <source>▲ This system has no program for it. The file lies at {0}</source>
        <translation>▲ 系统里没有能打开它的程序。文件在 {0}</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Live show</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>on air {0}</source>
        <translation>实播 {0}</translation>
    </message>
    <message>
        <source>planned end {0}</source>
        <translation>计划结束 {0}</translation>
    </message>
    <message>
        <source>ended {0}</source>
        <translation>结束偏差 {0}</translation>
    </message>
    <message>
        <source>console cues {0}/{1}</source>
        <translation>中控动作 {0}/{1}</translation>
    </message>
    <message>
        <source>This run has not ended: this is how it stood when the page was opened.</source>
        <translation>本场还没结束：以下是打开本页时的情况。</translation>
    </message>
    <message>
        <source>▲ Went on air far from the planned start: {0}, by {1}</source>
        <translation>▲ 与计划开播相差较大仍开播：{0}，{1} 决定</translation>
    </message>
    <message>
        <source>▲ Went on air over open checks ({0}): {1}, by {2}</source>
        <translation>▲ 带未完成检查开播（{0}）：{1}，决定人 {2}</translation>
    </message>
    <message>
        <source>Plan against actual</source>
        <translation>计划与实际</translation>
    </message>
    <message>
        <source>Money by product</source>
        <translation>商品成交</translation>
    </message>
    <message>
        <source>The show has no products.</source>
        <translation>本场没有商品。</translation>
    </message>
    <message>
        <source>Moments and warnings</source>
        <translation>标记与警告</translation>
    </message>
    <message>
        <source>Nothing was marked: K marks on the desk.</source>
        <translation>没有标记：在直播台按 K 标记。</translation>
    </message>
    <message>
        <source>As-run log</source>
        <translation>执行记录</translation>
    </message>
    <message>
        <source>Better durations</source>
        <translation>时长建议</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Take the new duration over</source>
        <translation>采用新时长</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Takes that OBS did not confirm</source>
        <translation>OBS 没有确认的切换次数</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>流程单</translation>
    </message>
    <message>
        <source>In the script as it is now</source>
        <translation>流程单里现在的时长</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新时长</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Start ±</source>
        <translation>开始偏差</translation>
    </message>
    <message>
        <source>Actual start against the plan</source>
        <translation>实际开始与计划之差</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>Planned length</source>
        <translation>计划的时长</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>实播</translation>
    </message>
    <message>
        <source>All its airings, without holds</source>
        <translation>各次播出合计，不含保持</translation>
    </message>
    <message>
        <source>Length ±</source>
        <translation>时长偏差</translation>
    </message>
    <message>
        <source>Time on air against the plan</source>
        <translation>实播时长与计划之差</translation>
    </message>
    <message>
        <source>Orders paid while it was on air</source>
        <translation>播出期间支付的订单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>While no item was on air</source>
        <translation>没有环节在播时</translation>
    </message>
    <message>
        <source>removed since</source>
        <translation>已从流程单移除</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>As the first product of a segment</source>
        <translation>作为环节首个商品的时间</translation>
    </message>
    <message>
        <source>GMV a minute</source>
        <translation>每分钟 GMV</translation>
    </message>
    <message>
        <source>Orders of products that are not in the show</source>
        <translation>不在本场的商品订单</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What was on air</source>
        <translation>当时在播</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Live show</source>
        <translation>直播</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>去导播台</translation>
    </message>
    <message>
        <source>A show stands here once it was on air: plan against actual, numbers, money and the log. A rehearsal counts too.</source>
        <translation>场次播过之后在这里复盘：计划与实际、数据、成交和执行记录。彩排也算。</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>还没有可复盘的场次</translation>
    </message>
    <message>
        <source>Reading the run …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Its journal, comments and orders are added up.</source>
        <translation>正在汇总日志、评论和订单。</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>场次记录</translation>
    </message>
    <message>
        <source>Nothing was on air yet.</source>
        <translation>还没有播过。</translation>
    </message>
    <message>
        <source>all: {0}</source>
        <translation>共 {0} 条</translation>
    </message>
</context>
</TS>
