<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswersForm</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主讲</translation>
    </message>
    <message>
        <source>▲ missing</source>
        <translation>▲ 缺</translation>
    </message>
    <message>
        <source>not in the sheet</source>
        <translation>表里没写</translation>
    </message>
    <message>
        <source>▲ write it as 2026-11-25</source>
        <translation>▲ 写成 2026-11-25</translation>
    </message>
    <message>
        <source>▲ write it as 20:00</source>
        <translation>▲ 写成 20:00</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>What will change</source>
        <translation>将要改动的内容</translation>
    </message>
    <message>
        <source>The show has all of it already. Nothing will change.</source>
        <translation>场次里已有全部内容，不会有任何改动。</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Leave all</source>
        <translation>全部不用</translation>
    </message>
    <message>
        <source>{0} of {1} taken</source>
        <translation>已选 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>What the columns are</source>
        <translation>每一列是什么</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>Forget what was said of these headings</source>
        <translation>忘掉对这些表头的设定</translation>
    </message>
    <message>
        <source>The row with the headings</source>
        <translation>表头所在行</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>▲ Say which column is the title.</source>
        <translation>▲ 请指定哪一列是环节名称。</translation>
    </message>
    <message>
        <source>▲ Say which column is the time, or the length.</source>
        <translation>▲ 请指定哪一列是时间或时长。</translation>
    </message>
    <message>
        <source>▲ Two columns are “{0}”. Put one of them into the note, or leave it out.</source>
        <translation>▲ 有两列都是“{0}”。请把其中一列放进备注，或者不读取。</translation>
    </message>
</context>
<context>
    <name>DropPanel</name>
    <message>
        <source>Import a run sheet</source>
        <translation>导入流程单</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>xlsx, csv, a script as docx, or a show as json</source>
        <translation>xlsx、csv、docx 话术，或 json 场次</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Columns by their usual names: 时间段, 环节, 商品, 话术, 互动/福利, 画面/场景, 中控动作, 负责人.</source>
        <translation>列名照常写：时间段、环节、商品、话术、互动/福利、画面/场景、中控动作、负责人。</translation>
    </message>
    <message>
        <source>Merged cells and title rows may stay. Times as 20:00-20:05, 5分钟 or 00:05:00.</source>
        <translation>合并单元格和标题行都可以保留。时间写 20:00-20:05、5分钟 或 00:05:00。</translation>
    </message>
    <message>
        <source>Rows under 应急预案 become standby plans. Further sheets: 商品, 促销, 检查表, 放行用语.</source>
        <translation>“应急预案”下面的行按预案读入。其他工作表：商品、促销、检查表、放行用语。</translation>
    </message>
    <message>
        <source>Every row is shown as it was understood. Nothing is kept before you say so.</source>
        <translation>逐行显示识别结果，确认之前什么都不保存。</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No heading is known here. Say which row it is, and what the columns are.</source>
        <translation>没有认出表头。请指定表头所在行，以及每一列是什么。</translation>
    </message>
    <message>
        <source>errors: {0}</source>
        <translation>{0} 个错误</translation>
    </message>
    <message>
        <source>warnings: {0}</source>
        <translation>{0} 个提醒</translation>
    </message>
    <message>
        <source>columns as you said before</source>
        <translation>列按上次的设定读取</translation>
    </message>
    <message>
        <source>Nothing is kept while there is an error. Put the sheet right and read it again.</source>
        <translation>有错误时不保存。改好表格后重新读取。</translation>
    </message>
    <message>
        <source>Fill in what the sheet leaves out; it is read again by itself.</source>
        <translation>补上表里没写的内容，会自动重新读取。</translation>
    </message>
    <message>
        <source>Read without errors, but look at the warnings ({0}) before you keep it.</source>
        <translation>没有错误，有 {0} 处提醒；看过提醒再保存。</translation>
    </message>
    <message>
        <source>Read without errors. Look it over, then keep it.</source>
        <translation>没有错误。核对后保存。</translation>
    </message>
    <message>
        <source>The show has all of it already.</source>
        <translation>场次里已有全部内容。</translation>
    </message>
    <message>
        <source>Which version it was written from is not known: it may be older than the show. Look at it.</source>
        <translation>不知道文件是从哪个版本导出的，可能比本场旧，请逐行核对。</translation>
    </message>
    <message>
        <source>Space takes or leaves a row. It is one step: Undo takes all of it back.</source>
        <translation>按空格选用或不用某一行。整体算一步，撤销可全部还原。</translation>
    </message>
    <message>
        <source>All of this changes, in one step: Undo takes all of it back.</source>
        <translation>以上全部改动算一步，撤销可全部还原。</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>流程单</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep this show</source>
        <translation>保存这一场</translation>
    </message>
    <message>
        <source>Read columns as …</source>
        <translation>列的含义…</translation>
    </message>
    <message>
        <source>Change the show</source>
        <translation>改动该场次</translation>
    </message>
    <message>
        <source>Reading {0} … {1} s</source>
        <translation>正在读取 {0}… {1} 秒</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>What</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed, moved</source>
        <translation>修改并移动</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Of the show</source>
        <translation>场次信息</translation>
    </message>
    <message>
        <source>taken away here since the file was written</source>
        <translation>文件导出后，这里已删除</translation>
    </message>
    <message>
        <source>changed here too since the file was written</source>
        <translation>文件导出后，这里也改过</translation>
    </message>
    <message>
        <source>the file has less than the show</source>
        <translation>文件里的条目比场次少</translation>
    </message>
    <message>
        <source>the file leaves empty what is written here</source>
        <translation>这里写了内容，文件里是空的</translation>
    </message>
    <message>
        <source>the file does not have it</source>
        <translation>文件里没有</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>顺序不同</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>the whole sheet</source>
        <translation>整张表</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Aired</source>
        <translation>已播</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>待播</translation>
    </message>
    <message>
        <source>Title row</source>
        <translation>标题行</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Wording let stand</source>
        <translation>放行的用语</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>读不懂</translation>
    </message>
    <message>
        <source>fixed start</source>
        <translation>定时开始</translation>
    </message>
    <message>
        <source>on the next day</source>
        <translation>次日</translation>
    </message>
    <message>
        <source>kind read from the title</source>
        <translation>类型按标题推断</translation>
    </message>
    <message>
        <source>title taken from the product</source>
        <translation>标题取自商品</translation>
    </message>
    <message>
        <source>time shared among the rows</source>
        <translation>时间由各行平分</translation>
    </message>
    <message>
        <source>product added to the queue</source>
        <translation>新增到商品队列</translation>
    </message>
    <message>
        <source>goes on from the row above</source>
        <translation>接上一行</translation>
    </message>
    <message>
        <source>standby plans follow</source>
        <translation>以下为应急预案</translation>
    </message>
    <message>
        <source>a remark, no segment</source>
        <translation>说明文字，不是环节</translation>
    </message>
    <message>
        <source>hidden in the sheet</source>
        <translation>表中已隐藏</translation>
    </message>
    <message>
        <source>a sum of times</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>a number alone</source>
        <translation>只有序号</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>segments: {0}</source>
        <translation>{0} 个环节</translation>
    </message>
    <message>
        <source>groups: {0}</source>
        <translation>{0} 个分组</translation>
    </message>
    <message>
        <source>standby plans: {0}</source>
        <translation>{0} 个预案</translation>
    </message>
    <message>
        <source>products: {0}</source>
        <translation>{0} 件商品</translation>
    </message>
    <message>
        <source>promotions: {0}</source>
        <translation>{0} 个促销</translation>
    </message>
    <message>
        <source>checks: {0}</source>
        <translation>{0} 项检查</translation>
    </message>
    <message>
        <source>The table shows them too. Put these right first.</source>
        <translation>表格里也有标出，请先改好这些。</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另有 {0} 个</translation>
    </message>
</context>
<context>
    <name>PlanColumns</name>
    <message>
        <source>Leave out</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Time, or from–to</source>
        <translation>时间或起止时间</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Fixed start</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Counting number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Fixed number</source>
        <translation>固定编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Co-host&apos;s script</source>
        <translation>助播话术</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>OBS scene</source>
        <translation>OBS 场景</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>转场</translation>
    </message>
    <message>
        <source>Shown and hidden in the scene</source>
        <translation>画面元素显示/隐藏</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>Console cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主讲</translation>
    </message>
    <message>
        <source>Co-host</source>
        <translation>助播</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Left when it turns yellow</source>
        <translation>剩余变黄</translation>
    </message>
    <message>
        <source>Left when it turns red</source>
        <translation>剩余变红</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Live price</source>
        <translation>直播价</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>日常价</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>策划</translation>
    </message>
    <message>
        <source>Run sheets and shows</source>
        <translation>流程单和场次文件</translation>
    </message>
    <message>
        <source>Import a run sheet</source>
        <translation>导入流程单</translation>
    </message>
    <message>
        <source>“{0}” is on the list.</source>
        <translation>“{0}”已保存到列表。</translation>
    </message>
    <message>
        <source>Open in Script</source>
        <translation>到脚本页打开</translation>
    </message>
    <message>
        <source>Open on the desk</source>
        <translation>打开到导播台</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShowsPanel</name>
    <message>
        <source>Shows</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>on the desk</source>
        <translation>在导播台上</translation>
    </message>
    <message>
        <source>Open on the desk</source>
        <translation>打开到导播台</translation>
    </message>
    <message>
        <source>Write the script</source>
        <translation>写脚本</translation>
    </message>
    <message>
        <source>Write the script of the marked show (E)</source>
        <translation>写选中场次的脚本（E）</translation>
    </message>
    <message>
        <source>all: {0}</source>
        <translation>共 {0} 场</translation>
    </message>
    <message>
        <source>Import the run sheet that your team wrote. It is shown before it is kept.</source>
        <translation>导入团队写好的流程单，先看识别结果，再保存。</translation>
    </message>
    <message>
        <source>Choose a run sheet …</source>
        <translation>选择流程单…</translation>
    </message>
    <message>
        <source>No show yet</source>
        <translation>还没有场次</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>去导播台</translation>
    </message>
    <message>
        <source>Open for a new run</source>
        <translation>再开一场</translation>
    </message>
</context>
<context>
    <name>WaysBar</name>
    <message>
        <source>New show</source>
        <translation>新建场次</translation>
    </message>
    <message>
        <source>Keep the file as a show of its own</source>
        <translation>把文件存为单独的一场</translation>
    </message>
    <message>
        <source>Put in place of</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>The show becomes what the file says</source>
        <translation>该场次变成文件里的内容</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Choose row by row what the show takes over</source>
        <translation>逐行选择要采用的改动</translation>
    </message>
    <message>
        <source>Which show</source>
        <translation>选择场次</translation>
    </message>
</context>
</TS>
