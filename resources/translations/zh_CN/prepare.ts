<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerBar</name>
    <message>
        <source>No check chosen</source>
        <translation>未选中检查项</translation>
    </message>
    <message>
        <source>Note: what was seen (Enter keeps it)</source>
        <translation>备注：看到的情况（回车保存）</translation>
    </message>
    <message>
        <source>Waive:</source>
        <translation>豁免：</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>谁决定</translation>
    </message>
    <message>
        <source>Reason (kept in the log)</source>
        <translation>理由（记入日志）</translation>
    </message>
    <message>
        <source>Waive this check</source>
        <translation>豁免此项</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不</translation>
    </message>
</context>
<context>
    <name>CheckDelegate</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Camera</source>
        <translation>摄像</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>灯光</translation>
    </message>
    <message>
        <source>OBS and network</source>
        <translation>OBS 与网络</translation>
    </message>
    <message>
        <source>Props and samples</source>
        <translation>道具与样品</translation>
    </message>
    <message>
        <source>Products and prices</source>
        <translation>商品与价格</translation>
    </message>
    <message>
        <source>Account and rights</source>
        <translation>账号与权限</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待查</translation>
    </message>
    <message>
        <source>critical checks open: {0}</source>
        <translation>{0} 项关键检查未完成</translation>
    </message>
    <message>
        <source>of these failed: {0}</source>
        <translation>其中 {0} 项未通过</translation>
    </message>
    <message>
        <source>to do: {0}</source>
        <translation>{0} 项待查</translation>
    </message>
    <message>
        <source>Ready to go on air · checks to do, none critical: {0}</source>
        <translation>可开播，另有 {0} 项非关键检查待查</translation>
    </message>
    <message>
        <source>This run is over.</source>
        <translation>本场已结束。</translation>
    </message>
    <message>
        <source>On air · {0}</source>
        <translation>直播中：{0}</translation>
    </message>
    <message>
        <source>Not ready · {0}</source>
        <translation>不可开播：{0}</translation>
    </message>
    <message>
        <source>Ready to go on air</source>
        <translation>可开播</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Open ones only</source>
        <translation>只看未完成</translation>
    </message>
    <message>
        <source>Run the automatic checks again</source>
        <translation>重新自动检测</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印检查表</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Before air</source>
        <translation>开播准备</translation>
    </message>
    <message>
        <source>Open or import a show</source>
        <translation>打开或导入场次</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Waive …</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Note of the check</source>
        <translation>检查备注</translation>
    </message>
    <message>
        <source>A rehearsal is running: the checks rest until it is over.</source>
        <translation>正在彩排，检查等彩排结束再继续。</translation>
    </message>
    <message>
        <source>No show is on the desk.</source>
        <translation>导播台上没有场次。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有未完成的检查</translation>
    </message>
    <message>
        <source>Every check is settled. Show all to look again.</source>
        <translation>全部检查已完成。取消筛选可查看全部。</translation>
    </message>
    <message>
        <source>This show has no checklist</source>
        <translation>本场没有检查表</translation>
    </message>
    <message>
        <source>Add a sheet 检查表 to the run sheet (分组, 检查项, 关键, 负责人) and import it again.</source>
        <translation>在流程单里加一张“检查表”（分组、检查项、关键、负责人），再重新导入。</translation>
    </message>
    <message>
        <source>No show is on the desk</source>
        <translation>导播台上没有场次</translation>
    </message>
    <message>
        <source>The checks before air are part of a show. Open one first.</source>
        <translation>开播检查属于场次，请先打开一场。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Writing the list …</source>
        <translation>正在写入检查表…</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>Written: {0} (this system has no program to show it)</source>
        <translation>已写入：{0}（系统里没有能打开它的程序）</translation>
    </message>
</context>
<context>
    <name>PrompterBox</name>
    <message>
        <source>Prompter closed</source>
        <translation>提词未打开</translation>
    </message>
    <message>
        <source>Prompter starting …</source>
        <translation>提词启动中…</translation>
    </message>
    <message>
        <source>Prompter ×{0}</source>
        <translation>提词 · {0} 屏</translation>
    </message>
    <message>
        <source>Prompter does not answer</source>
        <translation>提词器无响应</translation>
    </message>
    <message>
        <source>Prompter lost; it is started again by itself</source>
        <translation>提词断开，正在自动重启</translation>
    </message>
    <message>
        <source>Replace the prompter</source>
        <translation>换一个提词器</translation>
    </message>
    <message>
        <source>Close the prompter</source>
        <translation>关闭提词</translation>
    </message>
    <message>
        <source>Open the prompter</source>
        <translation>打开提词</translation>
    </message>
</context>
</TS>
