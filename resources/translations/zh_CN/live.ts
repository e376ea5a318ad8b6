<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AsRun</name>
    <message>
        <source>By the show&apos;s clock; pointed at, as UTC</source>
        <translation>按节目所在地时间；鼠标停留时显示 UTC</translation>
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
        <source>Rev.</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>The revision of the script</source>
        <translation>脚本版本</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Run ms</source>
        <translation>运行毫秒</translation>
    </message>
    <message>
        <source>Milliseconds of the run, which no step of a clock moves</source>
        <translation>本场开始以来的毫秒数，不受电脑时钟跳变影响</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>切下一项</translation>
    </message>
    <message>
        <source>followed by itself</source>
        <translation>自动跟进</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>panic</source>
        <translation>紧急画面</translation>
    </message>
    <message>
        <source>standby plan</source>
        <translation>应急预案</translation>
    </message>
</context>
<context>
    <name>AsRunPanel</name>
    <message>
        <source>As-run log, row by row</source>
        <translation>执行记录表</translation>
    </message>
    <message>
        <source>Each take and each act becomes a row here.</source>
        <translation>每次切换、每个操作都会在这里记一行。</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source> · scrolled back; End: the newest</source>
        <translation> · 已上翻，按 End 回到最新</translation>
    </message>
</context>
<context>
    <name>AudioPanel</name>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Silence: below</source>
        <translation>无声：低于</translation>
    </message>
    <message>
        <source>for</source>
        <translation>持续</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>OBS has no input with sound. Add one in OBS (Sources → + → Audio Input Capture).</source>
        <translation>OBS 里没有带声音的来源。请在 OBS 里添加（来源 → + → 音频输入采集）。</translation>
    </message>
    <message>
        <source>OBS is not connected: its sound is not known.</source>
        <translation>OBS 未连接，声音情况不明。</translation>
    </message>
    <message>
        <source>watched, but not in OBS: {0}</source>
        <translation>要监听的话筒 OBS 里没有：{0}</translation>
    </message>
    <message>
        <source>no silence alarm is on</source>
        <translation>未开无声报警</translation>
    </message>
    <message>
        <source>silence alarms: {0}</source>
        <translation>无声报警 {0} 路</translation>
    </message>
</context>
<context>
    <name>CenterColumn</name>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The show is over. Its report is made from the log and the numbers.</source>
        <translation>直播已结束。报告由执行记录和数据生成。</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>Open a new run</source>
        <translation>再开一场</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Comments</source>
        <translation>评论与提问</translation>
    </message>
    <message>
        <source>To the host</source>
        <translation>推给主播</translation>
    </message>
    <message>
        <source>Sends the chosen comment to the host&apos;s screen as a question</source>
        <translation>把选中的评论作为提问推到主播屏幕</translation>
    </message>
    <message>
        <source>Double click: to the host</source>
        <translation>双击：推给主播</translation>
    </message>
    <message>
        <source>No comments yet. Settings → Data: enter the address of the relay.</source>
        <translation>还没有评论。在 设置 → 数据 里填写弹幕转发地址。</translation>
    </message>
    <message>
        <source>no feed</source>
        <translation>无数据源</translation>
    </message>
    <message>
        <source>{0} a minute</source>
        <translation>{0}/分</translation>
    </message>
</context>
<context>
    <name>ConsoleBoard</name>
    <message>
        <source>Console board</source>
        <translation>中控台</translation>
    </message>
    <message>
        <source>{0} ticks the first · ↑↓ and Enter any other</source>
        <translation>{0} 勾第一条 · ↑↓ 选择，回车勾选</translation>
    </message>
    <message>
        <source>No console cues yet. Write them on the Script page: +0:30 and what is to be done on the platform.</source>
        <translation>还没有中控动作。在“脚本”页写：+0:30 加上要在平台上做的事。</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>已完成 {0}/{1}</translation>
    </message>
    <message>
        <source>skipped: {0}</source>
        <translation>已跳过 {0} 项</translation>
    </message>
    <message>
        <source>late: {0}</source>
        <translation>超时 {0} 条</translation>
    </message>
</context>
<context>
    <name>ConsolePanel</name>
    <message>
        <source>Console</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>{0} ticks the first</source>
        <translation>{0} 勾第一条</translation>
    </message>
    <message>
        <source>No console cues in the run sheet</source>
        <translation>流程单里没有中控动作</translation>
    </message>
    <message>
        <source>not done: {0}</source>
        <translation>未做：{0}</translation>
    </message>
    <message>
        <source>late: {0}</source>
        <translation>超时 {0} 条</translation>
    </message>
    <message>
        <source>to do: {0}</source>
        <translation>待办 {0} 条</translation>
    </message>
    <message>
        <source>no console cues</source>
        <translation>没有中控动作</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>GO</source>
        <translation>切下一项</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>+30 s</source>
        <translation>+30 秒</translation>
    </message>
    <message>
        <source>−30 s</source>
        <translation>−30 秒</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>紧急画面</translation>
    </message>
    <message>
        <source>End the standby plan</source>
        <translation>结束应急预案</translation>
    </message>
    <message>
        <source>Tick the first console cue</source>
        <translation>勾掉第一条中控动作</translation>
    </message>
    <message>
        <source>Write to the host</source>
        <translation>给主播留言</translation>
    </message>
    <message>
        <source>Find in the rundown</source>
        <translation>在流程单中查找</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>撤销上一次修改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>End the show now</source>
        <translation>现在结束本场</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This is the first one on air</source>
        <translation>这是第一项，没有可返回的</translation>
    </message>
    <message>
        <source>no plan is on this key; the page Script has “Add a standby plan”</source>
        <translation>这个键上没有预案；到“脚本”页用“新增预案”添加</translation>
    </message>
    <message>
        <source>This plan takes the item&apos;s place; GO goes on</source>
        <translation>这个预案顶替了本项，按“切下一项”继续</translation>
    </message>
    <message>
        <source>No standby plan is on air</source>
        <translation>没有预案在播</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>Press again to end</source>
        <translation>再按一次结束</translation>
    </message>
    <message>
        <source>End show</source>
        <translation>结束直播</translation>
    </message>
    <message>
        <source>Nothing can be taken now</source>
        <translation>现在没有可切的</translation>
    </message>
    <message>
        <source>press the same keys again within five seconds</source>
        <translation>五秒内再按一次才结束</translation>
    </message>
    <message>
        <source>Standby plan {0}</source>
        <translation>应急预案 {0}</translation>
    </message>
</context>
<context>
    <name>EmptyRundown</name>
    <message>
        <source>No segment to run yet</source>
        <translation>还没有环节</translation>
    </message>
    <message>
        <source>Import the run sheet that your team wrote (xlsx or csv).</source>
        <translation>导入团队写好的流程单（xlsx 或 csv）。</translation>
    </message>
    <message>
        <source>Open or import a show</source>
        <translation>打开或导入直播</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>this cue is done already; its box or Shift+Enter makes it not done</source>
        <translation>这一项已勾过；要收回请点它的框，或按 Shift+Enter</translation>
    </message>
    <message>
        <source>nothing is due yet; the next, “{what}”, at {when}. Its box ticks it now.</source>
        <translation>还没有到点的动作；下一条“{what}”在 {when}，要提前勾请点它的框</translation>
    </message>
    <message>
        <source>every cue is ticked</source>
        <translation>动作都勾完了</translation>
    </message>
    <message>
        <source>no console cue is to be done</source>
        <translation>没有要做的中控动作</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Health of OBS</source>
        <translation>OBS 状况</translation>
    </message>
    <message>
        <source>last 30 min</source>
        <translation>近 30 分钟</translation>
    </message>
    <message>
        <source>The history begins with OBS&apos;s first figures: start OBS, or see Settings → OBS.</source>
        <translation>OBS 有了第一组数字就开始画曲线：请打开 OBS，或看 设置 → OBS。</translation>
    </message>
    <message>
        <source>OBS is not connected</source>
        <translation>OBS 未连接</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>设定 {0}</translation>
    </message>
    <message>
        <source>no stream</source>
        <translation>未推流</translation>
    </message>
    <message>
        <source>free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>look at the figures with ▲</source>
        <translation>请看带 ▲ 的数字</translation>
    </message>
    <message>
        <source>all good</source>
        <translation>全部正常</translation>
    </message>
    <message>
        <source>all good · no output runs</source>
        <translation>全部正常 · 没有输出</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>too bad</source>
        <translation>超限</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>&gt; {0} h</source>
        <translation>&gt; {0} 小时</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
</context>
<context>
    <name>HostBoard</name>
    <message>
        <source>The show is over</source>
        <translation>直播已结束</translation>
    </message>
    <message>
        <source>Not on air yet</source>
        <translation>还没开播</translation>
    </message>
    <message>
        <source>Prompter is open</source>
        <translation>提词已开</translation>
    </message>
    <message>
        <source>No prompter</source>
        <translation>提词未开</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>下一项：{0}</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>over by</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>on air for</source>
        <translation>已播</translation>
    </message>
    <message>
        <source>until the start</source>
        <translation>距开播</translation>
    </message>
</context>
<context>
    <name>LayoutDesk</name>
    <message>
        <source>Layout: {0}</source>
        <translation>布局：{0}</translation>
    </message>
    <message>
        <source>Panels …</source>
        <translation>面板…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>the layout could not be kept on disk</source>
        <translation>布局没能保存到磁盘</translation>
    </message>
    <message>
        <source>Shown in this layout</source>
        <translation>本布局显示</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>独立窗口</translation>
    </message>
    <message>
        <source>As this layout was at first</source>
        <translation>恢复本布局的默认样子</translation>
    </message>
</context>
<context>
    <name>LiveComments</name>
    <message>
        <source>complaint</source>
        <translation>客诉</translation>
    </message>
    <message>
        <source>question</source>
        <translation>提问</translation>
    </message>
</context>
<context>
    <name>LiveConsole</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>late {0}</source>
        <translation>晚 {0}</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>{0} 后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>list</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>unlist</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>pin card</source>
        <translation>讲解卡</translation>
    </message>
    <message>
        <source>price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>coupon</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>播出</translation>
    </message>
    <message>
        <source>console operator</source>
        <translation>中控</translation>
    </message>
</context>
<context>
    <name>LiveDesk</name>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>not in this layout; Ctrl+Alt+1 is the director&apos;s</source>
        <translation>不在当前布局里；Ctrl+Alt+1 回到导播布局</translation>
    </message>
</context>
<context>
    <name>LiveHealth</name>
    <message>
        <source>Frames/s</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Network loss</source>
        <translation>网络丢帧</translation>
    </message>
    <message>
        <source>Encoding lag</source>
        <translation>编码丢帧</translation>
    </message>
    <message>
        <source>Drawing lag</source>
        <translation>渲染丢帧</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Congestion</source>
        <translation>拥塞</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>late</source>
        <translation>不及</translation>
    </message>
</context>
<context>
    <name>LiveLog</name>
    <message>
        <source>OBS refused it</source>
        <translation>OBS 拒绝</translation>
    </message>
    <message>
        <source>came late, it is on air</source>
        <translation>迟到，已切出</translation>
    </message>
    <message>
        <source>seen on air once OBS was back</source>
        <translation>OBS 恢复后确认已切出</translation>
    </message>
    <message>
        <source>with the transition that OBS has for this scene</source>
        <translation>用了 OBS 为该场景设的转场</translation>
    </message>
    <message>
        <source>OBS has no such transition and used its own</source>
        <translation>OBS 没有这个转场，用了它自己的</translation>
    </message>
    <message>
        <source>the scene has no such source to show or hide</source>
        <translation>场景里没有这个要显示或隐藏的元素</translation>
    </message>
    <message>
        <source>left as it was, being on air without a twin</source>
        <translation>没有孪生场景，正在播出的元素未改动</translation>
    </message>
    <message>
        <source>the product card was not changed</source>
        <translation>商品卡没有更新</translation>
    </message>
    <message>
        <source>unknown: OBS did not answer; not sent again</source>
        <translation>结果不明：OBS 没有应答，不重发</translation>
    </message>
    <message>
        <source>unknown: the link to OBS broke; not sent again</source>
        <translation>结果不明：与 OBS 断开，不重发</translation>
    </message>
    <message>
        <source>unknown: the transition in OBS is stuck</source>
        <translation>结果不明：OBS 转场卡住</translation>
    </message>
    <message>
        <source>unknown: OBS accepted it and no scene came</source>
        <translation>结果不明：OBS 已接受但没有切出</translation>
    </message>
    <message>
        <source>unknown: a hand in OBS took another scene</source>
        <translation>结果不明：有人在 OBS 里切了别的场景</translation>
    </message>
    <message>
        <source>unknown: panic came after it had been sent</source>
        <translation>结果不明：发出后触发了紧急画面</translation>
    </message>
    <message>
        <source>unknown whether it came on air; not sent again</source>
        <translation>不知是否切出，不重发</translation>
    </message>
    <message>
        <source>not sent: no link to OBS</source>
        <translation>未发送：OBS 未连接</translation>
    </message>
    <message>
        <source>not sent: OBS has no such scene</source>
        <translation>未发送：OBS 里没有这个场景</translation>
    </message>
    <message>
        <source>not sent: OBS is switching its scene collection</source>
        <translation>未发送：OBS 正在切换场景集合</translation>
    </message>
    <message>
        <source>not sent: a newer take came first</source>
        <translation>未发送：已有更新的切换</translation>
    </message>
    <message>
        <source>not sent to OBS</source>
        <translation>未发送到 OBS</translation>
    </message>
    <message>
        <source>a segment changed</source>
        <translation>改环节</translation>
    </message>
    <message>
        <source>a segment added</source>
        <translation>加环节</translation>
    </message>
    <message>
        <source>a segment removed</source>
        <translation>删环节</translation>
    </message>
    <message>
        <source>a segment moved</source>
        <translation>移动环节</translation>
    </message>
    <message>
        <source>a product changed</source>
        <translation>改商品</translation>
    </message>
    <message>
        <source>the product queue reordered</source>
        <translation>商品队列调整顺序</translation>
    </message>
    <message>
        <source>words of a script changed</source>
        <translation>话术改了</translation>
    </message>
    <message>
        <source>facts of the show changed</source>
        <translation>整场信息改了</translation>
    </message>
    <message>
        <source>the script locked, unlocked or approved</source>
        <translation>脚本锁定、解锁或通过</translation>
    </message>
    <message>
        <source>another version put in place</source>
        <translation>换成了另一个版本</translation>
    </message>
    <message>
        <source>a scene&apos;s new name in OBS put in everywhere</source>
        <translation>已换成 OBS 里的新场景名</translation>
    </message>
    <message>
        <source>several changes in one</source>
        <translation>一次改了几处</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Took {0}</source>
        <translation>切到 {0}</translation>
    </message>
    <message>
        <source>Followed by itself: {0}</source>
        <translation>自动切到 {0}</translation>
    </message>
    <message>
        <source>Jumped to {0}</source>
        <translation>跳到 {0}</translation>
    </message>
    <message>
        <source>Took the last one back</source>
        <translation>返回上一项</translation>
    </message>
    <message>
        <source>PANIC: {0}</source>
        <translation>紧急画面：{0}</translation>
    </message>
    <message>
        <source>Standby plan: {0}</source>
        <translation>应急预案：{0}</translation>
    </message>
    <message>
        <source>Standby plan ended, the segment goes on</source>
        <translation>预案结束，回到原环节</translation>
    </message>
    <message>
        <source>Scene by button: {0}</source>
        <translation>手动切场景：{0}</translation>
    </message>
    <message>
        <source>Left OBS as it is, on a scene that it lost</source>
        <translation>不动 OBS，它停在已不存在的场景上</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>no longer passed over</source>
        <translation>恢复，不再跳过</translation>
    </message>
    <message>
        <source>Left OBS as it is: {0}</source>
        <translation>以 OBS 为准：{0}</translation>
    </message>
    <message>
        <source>Switched inside OBS: {0}</source>
        <translation>有人在 OBS 里切到：{0}</translation>
    </message>
    <message>
        <source>Time held</source>
        <translation>保持计时</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>继续计时</translation>
    </message>
    <message>
        <source>This segment {0}</source>
        <translation>本环节 {0}</translation>
    </message>
    <message>
        <source>PANIC once more: {0}</source>
        <translation>再次切到紧急画面：{0}</translation>
    </message>
    <message>
        <source>PANIC while not on air: {0}</source>
        <translation>未开播时切到紧急画面：{0}</translation>
    </message>
    <message>
        <source>Sent to OBS again: {0}</source>
        <translation>重新送到 OBS：{0}</translation>
    </message>
    <message>
        <source>Presenting {0}</source>
        <translation>讲品：{0}</translation>
    </message>
    <message>
        <source>Console done: {0}</source>
        <translation>中控完成：{0}</translation>
    </message>
    <message>
        <source>Console tick taken back: {0}</source>
        <translation>中控取消勾选：{0}</translation>
    </message>
    <message>
        <source>Promotion runs: {0}</source>
        <translation>促销开始：{0}</translation>
    </message>
    <message>
        <source>Promotion over: {0}</source>
        <translation>促销结束：{0}</translation>
    </message>
    <message>
        <source>Question to the host: {0}</source>
        <translation>提问推给主播：{0}</translation>
    </message>
    <message>
        <source>To the host: {0}</source>
        <translation>提词：{0}</translation>
    </message>
    <message>
        <source>A message left the host&apos;s screen</source>
        <translation>主播屏幕撤下一条消息</translation>
    </message>
    <message>
        <source>Over: {0}</source>
        <translation>已恢复：{0}</translation>
    </message>
    <message>
        <source>Rehearsal opened</source>
        <translation>彩排场次已打开</translation>
    </message>
    <message>
        <source>Run opened</source>
        <translation>场次已打开</translation>
    </message>
    <message>
        <source>Check failed: {0}</source>
        <translation>检查未通过：{0}</translation>
    </message>
    <message>
        <source>Check waived: {0}</source>
        <translation>检查已豁免：{0}</translation>
    </message>
    <message>
        <source>ON AIR far from the planned start, by {0}: {1}</source>
        <translation>与计划开播相差较大仍开播，{0} 决定：{1}</translation>
    </message>
    <message>
        <source>ON AIR over open checks, by {0}: {1}</source>
        <translation>检查未完成仍开播，{0} 决定：{1}</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>开播</translation>
    </message>
    <message>
        <source>The clock stepped {0}; no timer moved</source>
        <translation>系统时钟跳变 {0}，计时不受影响</translation>
    </message>
    <message>
        <source>Clock accepted: {0}</source>
        <translation>已接受时钟：{0}</translation>
    </message>
    <message>
        <source>Stood still for {0}</source>
        <translation>程序停顿 {0}</translation>
    </message>
    <message>
        <source>Resumed after a restart</source>
        <translation>重启后继续</translation>
    </message>
    <message>
        <source>Show edited: {0}</source>
        <translation>流程单已修改：{0}</translation>
    </message>
    <message>
        <source>The show is over</source>
        <translation>直播已结束</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Replay buffer</source>
        <translation>回放缓存</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>lost its server, reconnecting</source>
        <translation>与服务器断开，正在重连</translation>
    </message>
    <message>
        <source>connected again</source>
        <translation>已重新连上</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Note on moment {0}: {1}</source>
        <translation>标记 {0} 的备注：{1}</translation>
    </message>
    <message>
        <source>Automatic follow called off</source>
        <translation>已取消自动跟进</translation>
    </message>
    <message>
        <source>Follows by itself again</source>
        <translation>恢复自动跟进</translation>
    </message>
    <message>
        <source>{0}: start asked of OBS</source>
        <translation>{0}：已请 OBS 开始</translation>
    </message>
    <message>
        <source>{0}: stop asked of OBS</source>
        <translation>{0}：已请 OBS 停止</translation>
    </message>
    <message>
        <source>Replay asked of OBS</source>
        <translation>已请 OBS 保存回放</translation>
    </message>
    <message>
        <source>Replay kept: {0}</source>
        <translation>回放已保存：{0}</translation>
    </message>
    <message>
        <source>{0}: mute asked of OBS</source>
        <translation>{0}：已请求 OBS 静音</translation>
    </message>
    <message>
        <source>{0}: end of its mute asked of OBS</source>
        <translation>{0}：已请求 OBS 取消静音</translation>
    </message>
    <message>
        <source>{0} turned to {1}</source>
        <translation>{0} 音量调到 {1}</translation>
    </message>
    <message>
        <source>{0} turned to {1} in OBS (not by the desk)</source>
        <translation>{0} 音量在 OBS 里被调到 {1}（不是台面操作）</translation>
    </message>
    <message>
        <source>{0} is muted</source>
        <translation>{0} 已静音</translation>
    </message>
    <message>
        <source>{0} is not muted any more</source>
        <translation>{0} 已取消静音</translation>
    </message>
    <message>
        <source>OBS asked to put items right: {0}</source>
        <translation>让 OBS 改正画面元素：{0}</translation>
    </message>
    <message>
        <source>Items left as OBS has them until the next take: {0}</source>
        <translation>画面元素先不动，到下次切换：{0}</translation>
    </message>
    <message>
        <source>Card written in OBS again: {0}</source>
        <translation>已请 OBS 重新写入商品卡：{0}</translation>
    </message>
    <message>
        <source>Card left as OBS has it until its next text: {0}</source>
        <translation>商品卡保持 OBS 现状，到下次更新：{0}</translation>
    </message>
    <message>
        <source>OBS scene {0} is called {1} now</source>
        <translation>OBS 场景 {0} 改名为 {1}</translation>
    </message>
    <message>
        <source>Studio mode switched on inside OBS</source>
        <translation>有人在 OBS 里打开双监模式</translation>
    </message>
    <message>
        <source>Studio mode switched off inside OBS</source>
        <translation>有人在 OBS 里关闭双监模式</translation>
    </message>
    <message>
        <source>Shown inside OBS: {0}</source>
        <translation>有人在 OBS 里显示：{0}</translation>
    </message>
    <message>
        <source>Hidden inside OBS: {0}</source>
        <translation>有人在 OBS 里隐藏：{0}</translation>
    </message>
    <message>
        <source>Put into the preview inside OBS: {0}</source>
        <translation>有人在 OBS 里换预监：{0}</translation>
    </message>
    <message>
        <source>Transition chosen inside OBS: {0}</source>
        <translation>有人在 OBS 里换转场：{0}</translation>
    </message>
    <message>
        <source>Text typed inside OBS: {0}: {1}</source>
        <translation>在 OBS 里手动改了文字：{0}：{1}</translation>
    </message>
    <message>
        <source>Scene collection switched inside OBS: {0}</source>
        <translation>有人在 OBS 里换场景集合：{0}</translation>
    </message>
    <message>
        <source> (not by the desk)</source>
        <translation>（不是台面操作）</translation>
    </message>
    <message>
        <source>{0}: not started · {1}</source>
        <translation>{0}：未启动 · {1}</translation>
    </message>
    <message>
        <source>{0}: not stopped · {1}</source>
        <translation>{0}：未停止 · {1}</translation>
    </message>
    <message>
        <source>{0}: the last seconds were not kept · {1}</source>
        <translation>{0}：刚才的画面未保存 · {1}</translation>
    </message>
    <message>
        <source>no link to OBS</source>
        <translation>OBS 未连接</translation>
    </message>
</context>
<context>
    <name>LiveNumbers</name>
    <message>
        <source>Online</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>GMV</translation>
    </message>
    <message>
        <source>Units sold</source>
        <translation>成交件数</translation>
    </message>
    <message>
        <source>View-to-pay</source>
        <translation>观看成交率</translation>
    </message>
    <message>
        <source>GPM</source>
        <translation>GPM</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>互动率</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>comments a minute</source>
        <translation>评论/分</translation>
    </message>
    <message>
        <source>no relay connected</source>
        <translation>未接入</translation>
    </message>
    <message>
        <source>no orders yet</source>
        <translation>无订单</translation>
    </message>
    <message>
        <source>no room statistics</source>
        <translation>无场观数据</translation>
    </message>
    <message>
        <source>feed without ids</source>
        <translation>数据无用户标识</translation>
    </message>
    <message>
        <source>no buyers in file</source>
        <translation>文件无买家列</translation>
    </message>
    <message>
        <source>no views yet</source>
        <translation>还没有场观</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>platform file needed</source>
        <translation>需平台文件</translation>
    </message>
</context>
<context>
    <name>LiveOff</name>
    <message>
        <source>Open a show first</source>
        <translation>请先打开一场直播</translation>
    </message>
    <message>
        <source>Say first whether this show goes on</source>
        <translation>请先确认是否继续这场直播</translation>
    </message>
    <message>
        <source>The show is not on air</source>
        <translation>还没有开播</translation>
    </message>
    <message>
        <source>This rehearsal goes without OBS</source>
        <translation>这次彩排不带 OBS</translation>
    </message>
    <message>
        <source>OBS is not connected</source>
        <translation>OBS 未连接</translation>
    </message>
</context>
<context>
    <name>LiveOutputs</name>
    <message>
        <source>Start the stream</source>
        <translation>开始推流</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始录制</translation>
    </message>
    <message>
        <source>Start the replay buffer</source>
        <translation>启动回放缓存</translation>
    </message>
    <message>
        <source>Start the virtual camera</source>
        <translation>启动虚拟摄像头</translation>
    </message>
    <message>
        <source>Stop the stream</source>
        <translation>停止推流</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Stop the replay buffer</source>
        <translation>停止回放缓存</translation>
    </message>
    <message>
        <source>Stop the virtual camera</source>
        <translation>停止虚拟摄像头</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>not set up in OBS</source>
        <translation>OBS 里未设置</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>LivePanels</name>
    <message>
        <source>the desk itself</source>
        <translation>主窗口</translation>
    </message>
    <message>
        <source>Rundown</source>
        <translation>流程单</translation>
    </message>
    <message>
        <source>Pictures and GO</source>
        <translation>画面与切换</translation>
    </message>
    <message>
        <source>Live numbers</source>
        <translation>实时数据</translation>
    </message>
    <message>
        <source>Alerts and as-run log</source>
        <translation>提醒与执行记录</translation>
    </message>
    <message>
        <source>As-run log, row by row</source>
        <translation>执行记录表</translation>
    </message>
    <message>
        <source>Product on air</source>
        <translation>正在讲</translation>
    </message>
    <message>
        <source>Product queue</source>
        <translation>商品队列</translation>
    </message>
    <message>
        <source>Console cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Comments and questions</source>
        <translation>评论与提问</translation>
    </message>
    <message>
        <source>Console board</source>
        <translation>中控台</translation>
    </message>
    <message>
        <source>Host&apos;s board</source>
        <translation>主播看板</translation>
    </message>
    <message>
        <source>Moments and warnings</source>
        <translation>标记与警告</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Health of OBS</source>
        <translation>OBS 状况</translation>
    </message>
</context>
<context>
    <name>LivePlan</name>
    <message>
        <source>Scene: {0}</source>
        <translation>画面：{0}</translation>
    </message>
    <message>
        <source>Card: {0}</source>
        <translation>商品卡：{0}</translation>
    </message>
    <message>
        <source>Shows: {0}</source>
        <translation>显示：{0}</translation>
    </message>
    <message>
        <source>Hides: {0}</source>
        <translation>隐藏：{0}</translation>
    </message>
    <message>
        <source>Console: {0}</source>
        <translation>中控：{0}</translation>
    </message>
    <message>
        <source>To the host: {0}</source>
        <translation>提词：{0}</translation>
    </message>
    <message>
        <source>Owner: {0}</source>
        <translation>负责：{0}</translation>
    </message>
    <message>
        <source>fade of {0} ms</source>
        <translation>淡入 {0} ms</translation>
    </message>
    <message>
        <source>Takes what is left of the segment&apos;s time</source>
        <translation>顶替本环节剩下的时间</translation>
    </message>
    <message>
        <source>The segment waits; {0} brings it back</source>
        <translation>本环节暂停，{0} 回到环节</translation>
    </message>
</context>
<context>
    <name>LiveProduct</name>
    <message>
        <source>traffic</source>
        <translation>引流</translation>
    </message>
    <message>
        <source>welfare</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>hero</source>
        <translation>爆款</translation>
    </message>
    <message>
        <source>profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>image</source>
        <translation>形象</translation>
    </message>
    <message>
        <source>return</source>
        <translation>返场</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>热门趋势</translation>
    </message>
    <message>
        <source>premium</source>
        <translation>精品</translation>
    </message>
    <message>
        <source>low price</source>
        <translation>价格优势</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>At most {0} a buyer</source>
        <translation>每人限购 {0} 件</translation>
    </message>
    <message>
        <source>Do not say: {0}</source>
        <translation>不能说：{0}</translation>
    </message>
    <message>
        <source>presenting</source>
        <translation>在讲</translation>
    </message>
    <message>
        <source>✓ presented</source>
        <translation>✓ 已讲</translation>
    </message>
    <message>
        <source>▲ low</source>
        <translation>▲ 库存低</translation>
    </message>
    <message>
        <source>▲ sold out</source>
        <translation>▲ 售罄</translation>
    </message>
</context>
<context>
    <name>LivePromotions</name>
    <message>
        <source>max. {0}</source>
        <translation>限 {0}</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>starts with {0}</source>
        <translation>随 {0} 启动</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动启动</translation>
    </message>
</context>
<context>
    <name>LiveRoles</name>
    <message>
        <source>Director</source>
        <translation>导播</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运营</translation>
    </message>
</context>
<context>
    <name>LiveRundown</name>
    <message>
        <source>Enter: jump here · Esc: not</source>
        <translation>回车跳到这里 · Esc 取消</translation>
    </message>
    <message>
        <source>OBS&apos;s preview: {0}</source>
        <translation>OBS 预监：{0}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>未播</translation>
    </message>
    <message>
        <source>late {0}</source>
        <translation>晚 {0}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waits under the standby plan</source>
        <translation>应急预案中，等待返回</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保持中</translation>
    </message>
    <message>
        <source>over by {0}</source>
        <translation>超时 {0}</translation>
    </message>
    <message>
        <source>host {0}</source>
        <translation>主讲 {0}</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Alerts and as-run log</source>
        <translation>提醒与执行记录</translation>
    </message>
    <message>
        <source>Whatever happens in the run is written here.</source>
        <translation>本场发生的一切都会记在这里。</translation>
    </message>
    <message>
        <source>alerts: {0}</source>
        <translation>提醒 {0} 条</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>To the host (Enter sends)</source>
        <translation>给主播留言（回车发送）</translation>
    </message>
    <message>
        <source>Message to the host</source>
        <translation>给主播的留言</translation>
    </message>
    <message>
        <source>typing: desk keys rest · Esc</source>
        <translation>输入中：快捷键暂停 · Esc</translation>
    </message>
    <message>
        <source>No prompter: only the host&apos;s board shows it ({0} opens one)</source>
        <translation>提词未开，只有主播看板看得到（{0} 打开）</translation>
    </message>
</context>
<context>
    <name>MomentActions</name>
    <message>
        <source>Mark this moment</source>
        <translation>标记这一刻</translation>
    </message>
    <message>
        <source>Write a note on the newest moment</source>
        <translation>给最新的标记写备注</translation>
    </message>
    <message>
        <source>Log a warning of the platform</source>
        <translation>记录平台警告</translation>
    </message>
    <message>
        <source>Log a violation</source>
        <translation>记录违规</translation>
    </message>
    <message>
        <source>No moment is marked yet</source>
        <translation>还没有标记</translation>
    </message>
</context>
<context>
    <name>MomentStrip</name>
    <message>
        <source>Note (Enter keeps it, Esc closes)</source>
        <translation>备注（回车保存，Esc 关闭）</translation>
    </message>
    <message>
        <source>Note on this moment</source>
        <translation>这个标记的备注</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Moment</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Platform warning</source>
        <translation>平台警告</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>recording {0}</source>
        <translation>录制 {0}</translation>
    </message>
    <message>
        <source>nothing was on air</source>
        <translation>当时没有播出</translation>
    </message>
</context>
<context>
    <name>MomentsPanel</name>
    <message>
        <source>Moments and warnings</source>
        <translation>标记与警告</translation>
    </message>
    <message>
        <source>{0} marks</source>
        <translation>{0} 标记</translation>
    </message>
    <message>
        <source>Click: write its note</source>
        <translation>点击：写备注</translation>
    </message>
    <message>
        <source>K marks a moment, V logs a warning of the platform, Shift+V a violation.</source>
        <translation>K 标记这一刻，V 记录平台警告，Shift+V 记录违规。</translation>
    </message>
    <message>
        <source>warnings and violations: {0}</source>
        <translation>警告与违规 {0} 条</translation>
    </message>
    <message>
        <source>marked: {0}</source>
        <translation>已标记 {0} 处</translation>
    </message>
</context>
<context>
    <name>Monitors</name>
    <message>
        <source>{0}?</source>
        <translation>{0}？</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>播出</translation>
    </message>
    <message>
        <source>▲ OBS is stuck</source>
        <translation>▲ OBS 卡住</translation>
    </message>
    <message>
        <source>a transition does not end: free OBS</source>
        <translation>转场没有结束：请解开 OBS</translation>
    </message>
    <message>
        <source>no scene</source>
        <translation>无场景</translation>
    </message>
    <message>
        <source>nothing follows</source>
        <translation>后面没有了</translation>
    </message>
    <message>
        <source>GO takes {0}</source>
        <translation>切下一项会切到 {0}</translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation>预监</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>PREVIEW = NEXT</source>
        <translation>预监 · 下一项</translation>
    </message>
    <message>
        <source>Rehearsal without OBS</source>
        <translation>彩排不连 OBS</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>不发任何指令</translation>
    </message>
    <message>
        <source>Connecting to OBS…</source>
        <translation>正在连接 OBS…</translation>
    </message>
    <message>
        <source>▲ OBS is not reachable</source>
        <translation>▲ 连不上 OBS</translation>
    </message>
    <message>
        <source>start OBS; tried again by itself</source>
        <translation>请打开 OBS，正在自动重试</translation>
    </message>
    <message>
        <source>▲ OBS is gone</source>
        <translation>▲ OBS 已断开</translation>
    </message>
    <message>
        <source>the show goes on; tried again by itself</source>
        <translation>流程继续，正在自动重连</translation>
    </message>
    <message>
        <source>▲ OBS does not answer</source>
        <translation>▲ OBS 没有应答</translation>
    </message>
    <message>
        <source>check OBS&apos;s window; takes are not repeated</source>
        <translation>请看 OBS 窗口；切换不会重发</translation>
    </message>
    <message>
        <source>▲ OBS refused the password</source>
        <translation>▲ OBS 密码被拒绝</translation>
    </message>
    <message>
        <source>Settings → OBS: enter it again</source>
        <translation>在 设置 → OBS 里重新输入</translation>
    </message>
    <message>
        <source>OBS is not connected</source>
        <translation>OBS 未连接</translation>
    </message>
    <message>
        <source>Settings → OBS: enter host and password</source>
        <translation>在 设置 → OBS 里填地址和密码</translation>
    </message>
</context>
<context>
    <name>NothingPage</name>
    <message>
        <source>Nothing is on the desk yet</source>
        <translation>导播台上还没有直播</translation>
    </message>
    <message>
        <source>Open a show, or import the run sheet that your team wrote.</source>
        <translation>打开一场直播，或导入团队写好的流程单。</translation>
    </message>
    <message>
        <source>Open or import a show</source>
        <translation>打开或导入直播</translation>
    </message>
</context>
<context>
    <name>NumbersPanel</name>
    <message>
        <source>Live numbers</source>
        <translation>实时数据</translation>
    </message>
    <message>
        <source>coloured by segment</source>
        <translation>按环节着色</translation>
    </message>
    <message>
        <source>Play a recording …</source>
        <translation>播放录制…</translation>
    </message>
    <message>
        <source>A relay&apos;s recording becomes the audience of this run, in place of the relay.</source>
        <translation>用弹幕转发的录制文件代替转发，作为本场的观众。</translation>
    </message>
    <message>
        <source>last 60 min</source>
        <translation>近 60 分钟</translation>
    </message>
</context>
<context>
    <name>OnHostScreen</name>
    <message>
        <source>Take it off the host&apos;s screen</source>
        <translation>从主播屏幕撤下</translation>
    </message>
    <message>
        <source>Waits for the prompter: {0}</source>
        <translation>等提词打开：{0}</translation>
    </message>
    <message>
        <source>no prompter is open</source>
        <translation>提词未开</translation>
    </message>
    <message>
        <source>On the host&apos;s screen: {0}</source>
        <translation>主播屏幕：{0}</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
</context>
<context>
    <name>OutputActions</name>
    <message>
        <source>Keep a replay</source>
        <translation>保存回放</translation>
    </message>
    <message>
        <source>OBS is at it; wait a moment</source>
        <translation>OBS 正在处理，请稍等</translation>
    </message>
    <message>
        <source>The replay buffer does not run</source>
        <translation>回放缓存没有运行</translation>
    </message>
    <message>
        <source>do it again within five seconds: {what}</source>
        <translation>五秒内再按一次：{what}</translation>
    </message>
</context>
<context>
    <name>OutputRow</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Nothing was done: hold the button until it is full</source>
        <translation>没有执行：请按住按钮直到填满</translation>
    </message>
</context>
<context>
    <name>OutputsPanel</name>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Keep a replay</source>
        <translation>保存回放</translation>
    </message>
    <message>
        <source>nothing goes out</source>
        <translation>没有信号送出</translation>
    </message>
    <message>
        <source>hold a button for a second</source>
        <translation>按住一秒生效</translation>
    </message>
    <message>
        <source>OBS is not connected</source>
        <translation>OBS 未连接</translation>
    </message>
</context>
<context>
    <name>OverrideStrip</name>
    <message>
        <source>Open the checks</source>
        <translation>去检查</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Reason (kept in the log)</source>
        <translation>原因（记入执行记录）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Go live anyway</source>
        <translation>仍要开播</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不开播</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not on air yet. Critical checks open: {0} ({1})</source>
        <translation>还不能开播，{0} 项关键检查未完成（{1}）</translation>
    </message>
    <message>
        <source>Nothing is in the way any more: press GO.</source>
        <translation>已无阻碍，按开播键即可。</translation>
    </message>
</context>
<context>
    <name>PaceActions</name>
    <message>
        <source>Call the automatic follow off</source>
        <translation>取消自动跟进</translation>
    </message>
    <message>
        <source>Skip the next one</source>
        <translation>跳过下一项</translation>
    </message>
    <message>
        <source>Let it follow by itself</source>
        <translation>恢复自动跟进</translation>
    </message>
    <message>
        <source>Nothing follows by itself here</source>
        <translation>这一项不会自动跟进</translation>
    </message>
    <message>
        <source>Nothing follows that could be skipped</source>
        <translation>后面没有可跳过的项</translation>
    </message>
</context>
<context>
    <name>PanicKey</name>
    <message>
        <source>no run is open, and OBS is not connected</source>
        <translation>没有打开场次，OBS 也没有连上</translation>
    </message>
    <message>
        <source>no run is open, and OBS has no scene &quot;{0}&quot;</source>
        <translation>没有打开场次，OBS 里也没有场景“{0}”</translation>
    </message>
    <message>
        <source>no run is open: OBS is asked for the scene &quot;{0}&quot;</source>
        <translation>没有打开场次，已直接让 OBS 切到“{0}”</translation>
    </message>
</context>
<context>
    <name>ProductCard</name>
    <message>
        <source>Presenting</source>
        <translation>正在讲</translation>
    </message>
    <message>
        <source>≈ {0} to sell-out (estimate)</source>
        <translation>按当前速度 {0} 售罄（估算）</translation>
    </message>
    <message>
        <source>link {0}</source>
        <translation>{0} 号链接</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
</context>
<context>
    <name>ProductFace</name>
    <message>
        <source>No product on air: click one in the queue to present it</source>
        <translation>没有在讲的商品：点击队列里的商品开始讲</translation>
    </message>
    <message>
        <source>cost {0}</source>
        <translation>成本 {0}</translation>
    </message>
    <message>
        <source>in hand {0}</source>
        <translation>到手 {0}</translation>
    </message>
    <message>
        <source>margin {0}</source>
        <translation>毛利 {0}</translation>
    </message>
    <message>
        <source>gift {0}</source>
        <translation>赠 {0}</translation>
    </message>
    <message>
        <source>stock not given</source>
        <translation>未填库存</translation>
    </message>
    <message>
        <source>sold {0} / {1}</source>
        <translation>已售 {0} / {1}</translation>
    </message>
    <message>
        <source>▲ sold out</source>
        <translation>▲ 售罄</translation>
    </message>
</context>
<context>
    <name>PromotionsPanel</name>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Double click: start it, or end it</source>
        <translation>双击：启动或结束</translation>
    </message>
    <message>
        <source>No promotions planned</source>
        <translation>本场没有促销</translation>
    </message>
    <message>
        <source>running: {0}</source>
        <translation>进行中 {0} 个</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>未安排</translation>
    </message>
</context>
<context>
    <name>PrompterActions</name>
    <message>
        <source>Let the host&apos;s text run</source>
        <translation>提词继续滚动</translation>
    </message>
    <message>
        <source>Hold the host&apos;s text</source>
        <translation>提词停住</translation>
    </message>
    <message>
        <source>The host&apos;s text faster</source>
        <translation>提词加快</translation>
    </message>
    <message>
        <source>The host&apos;s text slower</source>
        <translation>提词放慢</translation>
    </message>
    <message>
        <source>The host&apos;s text a line back</source>
        <translation>提词上一句</translation>
    </message>
    <message>
        <source>The host&apos;s text a line on</source>
        <translation>提词下一句</translation>
    </message>
    <message>
        <source>The host&apos;s text to what is on air</source>
        <translation>提词回到正在直播处</translation>
    </message>
    <message>
        <source>No prompter is open</source>
        <translation>没有打开提词器</translation>
    </message>
    <message>
        <source>Hand the text back to the host</source>
        <translation>把提词交还主播</translation>
    </message>
    <message>
        <source>Take the host&apos;s text over</source>
        <translation>接管提词</translation>
    </message>
    <message>
        <source>Show the host the text again</source>
        <translation>重新显示提词</translation>
    </message>
    <message>
        <source>Blank the host&apos;s text</source>
        <translation>关掉提词文字</translation>
    </message>
    <message>
        <source>End the count on the host&apos;s screen</source>
        <translation>结束提词倒数</translation>
    </message>
    <message>
        <source>Count ten seconds down on the host&apos;s screen</source>
        <translation>提词倒数 10 秒</translation>
    </message>
    <message>
        <source>The host moves the text; take it over first</source>
        <translation>提词由主播控制，请先接管</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Product queue</source>
        <translation>商品队列</translation>
    </message>
    <message>
        <source>drag to sort</source>
        <translation>拖动排序</translation>
    </message>
    <message>
        <source>Click: present it now</source>
        <translation>点击：现在讲</translation>
    </message>
    <message>
        <source>No products in this show</source>
        <translation>本场没有商品</translation>
    </message>
    <message>
        <source>items: {0}</source>
        <translation>{0} 件</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>Play a recording …</source>
        <translation>播放录制…</translation>
    </message>
    <message>
        <source>the show is over: open a new run first</source>
        <translation>直播已结束，先打开新的一场</translation>
    </message>
    <message>
        <source>Recordings of a relay</source>
        <translation>弹幕转发的录制文件</translation>
    </message>
    <message>
        <source>Play a recording</source>
        <translation>播放录制</translation>
    </message>
    <message>
        <source>{file} plays as the audience of this run from now on, in place of the relay.</source>
        <translation>{file} 从现在起代替转发，作为本场的观众播放。</translation>
    </message>
</context>
<context>
    <name>RemoteActions</name>
    <message>
        <source>Arm a jump one further down</source>
        <translation>向下预选跳转</translation>
    </message>
    <message>
        <source>Arm a jump one further up</source>
        <translation>向上预选跳转</translation>
    </message>
    <message>
        <source>Jump to the armed segment</source>
        <translation>跳到预选的环节</translation>
    </message>
    <message>
        <source>Take the rundown&apos;s scene again</source>
        <translation>重新切到流程单的场景</translation>
    </message>
    <message>
        <source>Leave OBS as it is</source>
        <translation>保持 OBS 现状</translation>
    </message>
    <message>
        <source>Put the items of the scene on air right in OBS</source>
        <translation>在 OBS 里改正播出场景的画面元素</translation>
    </message>
    <message>
        <source>Leave the items of the scene on air as OBS has them</source>
        <translation>播出场景的画面元素先不动</translation>
    </message>
    <message>
        <source>Write the card&apos;s texts in OBS again</source>
        <translation>重新写入 OBS 商品卡的文字</translation>
    </message>
    <message>
        <source>Leave the card&apos;s texts as OBS has them</source>
        <translation>商品卡文字保持 OBS 现状</translation>
    </message>
    <message>
        <source>Use the new clock for hard times</source>
        <translation>固定时间改用新时钟</translation>
    </message>
    <message>
        <source>Present the next product of the queue</source>
        <translation>讲队列里的下一个商品</translation>
    </message>
    <message>
        <source>Present the product before</source>
        <translation>讲上一个商品</translation>
    </message>
    <message>
        <source>Take the last console tick back</source>
        <translation>撤销最近一次中控勾选</translation>
    </message>
    <message>
        <source>Start the next promotion that waits</source>
        <translation>启动下一个促销</translation>
    </message>
    <message>
        <source>End the promotion that runs longest</source>
        <translation>结束最早的促销</translation>
    </message>
    <message>
        <source>Take the newest message off the host&apos;s screen</source>
        <translation>撤下主播屏上的最新消息</translation>
    </message>
    <message>
        <source>Go on with the interrupted show</source>
        <translation>继续中断的本场</translation>
    </message>
    <message>
        <source>Try to connect to OBS now</source>
        <translation>立即重试连接 OBS</translation>
    </message>
    <message>
        <source>Free OBS, stuck in a transition</source>
        <translation>解开 OBS（转场卡住）</translation>
    </message>
    <message>
        <source>OBS is connected</source>
        <translation>OBS 已连接</translation>
    </message>
    <message>
        <source>OBS is not stuck</source>
        <translation>OBS 没有卡住</translation>
    </message>
    <message>
        <source>No show was interrupted</source>
        <translation>没有中断的直播</translation>
    </message>
    <message>
        <source>Nothing is armed</source>
        <translation>没有预选</translation>
    </message>
    <message>
        <source>The rundown asks for no scene</source>
        <translation>流程单没有要求场景</translation>
    </message>
    <message>
        <source>OBS shows what the rundown wants</source>
        <translation>OBS 与流程单一致</translation>
    </message>
    <message>
        <source>OBS shows and hides what the segment wants</source>
        <translation>OBS 的画面元素与本环节一致</translation>
    </message>
    <message>
        <source>The card in OBS says what the rundown says</source>
        <translation>OBS 商品卡与流程单一致</translation>
    </message>
    <message>
        <source>The clock of this computer did not move</source>
        <translation>本机时钟没有变动</translation>
    </message>
    <message>
        <source>No product follows in the queue</source>
        <translation>队列里没有下一个商品</translation>
    </message>
    <message>
        <source>No product stands before it in the queue</source>
        <translation>队列里没有上一个商品</translation>
    </message>
    <message>
        <source>Nothing is ticked yet</source>
        <translation>还没有勾选</translation>
    </message>
    <message>
        <source>No promotion waits</source>
        <translation>没有待启动的促销</translation>
    </message>
    <message>
        <source>No promotion runs</source>
        <translation>没有进行中的促销</translation>
    </message>
    <message>
        <source>No message stands on the host&apos;s screen</source>
        <translation>主播屏上没有消息</translation>
    </message>
</context>
<context>
    <name>RightColumn</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
</context>
<context>
    <name>RundownModel</name>
    <message>
        <source>OBS has no scene &quot;{0}&quot;</source>
        <translation>OBS 里没有场景“{0}”</translation>
    </message>
</context>
<context>
    <name>RundownPanel</name>
    <message>
        <source>Rundown</source>
        <translation>流程单</translation>
    </message>
    <message>
        <source>Follow on air</source>
        <translation>回到播出项</translation>
    </message>
    <message>
        <source>Find: number, title, scene, person (Esc closes)</source>
        <translation>查找：序号、环节、场景、负责人（Esc 关闭）</translation>
    </message>
    <message>
        <source>Find in the rundown</source>
        <translation>在流程单中查找</translation>
    </message>
    <message>
        <source>{0} items · planned {1}</source>
        <translation>{0} 项 · 计划 {1}</translation>
    </message>
    <message>
        <source>on air since {0}</source>
        <translation>{0} 开播</translation>
    </message>
    <message>
        <source>starts {0}</source>
        <translation>计划 {0} 开播</translation>
    </message>
</context>
<context>
    <name>SceneActions</name>
    <message>
        <source>Back to the scene before</source>
        <translation>切回上一个场景</translation>
    </message>
    <message>
        <source>Take the preview</source>
        <translation>切预监</translation>
    </message>
    <message>
        <source>Studio mode</source>
        <translation>双监模式</translation>
    </message>
    <message>
        <source>Scene buttons: cut</source>
        <translation>场景按钮：直切</translation>
    </message>
    <message>
        <source>Scene button {0}</source>
        <translation>场景按钮 {0}</translation>
    </message>
    <message>
        <source>OBS is not connected</source>
        <translation>OBS 未连接</translation>
    </message>
    <message>
        <source>OBS showed no other scene yet</source>
        <translation>OBS 还没有切过别的场景</translation>
    </message>
    <message>
        <source>OBS is not in studio mode</source>
        <translation>OBS 不在双监模式</translation>
    </message>
    <message>
        <source>switched on inside OBS; scene buttons go to the preview first</source>
        <translation>已在 OBS 里打开，场景按钮先进预监</translation>
    </message>
    <message>
        <source>switched off inside OBS; scene buttons take at once</source>
        <translation>已在 OBS 里关闭，场景按钮直接切</translation>
    </message>
    <message>
        <source>Scene {0}</source>
        <translation>场景 {0}</translation>
    </message>
    <message>
        <source>Scene buttons: {0}</source>
        <translation>场景按钮：{0}</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>直切</translation>
    </message>
    <message>
        <source>fade {0} ms</source>
        <translation>淡化 {0} 毫秒</translation>
    </message>
</context>
<context>
    <name>SceneArrange</name>
    <message>
        <source>No key</source>
        <translation>不设快捷键</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>One place earlier</source>
        <translation>往前一位</translation>
    </message>
    <message>
        <source>One place later</source>
        <translation>往后一位</translation>
    </message>
    <message>
        <source>Colour of the button</source>
        <translation>按钮颜色</translation>
    </message>
    <message>
        <source>Key of the button</source>
        <translation>按钮快捷键</translation>
    </message>
    <message>
        <source>Hide the button</source>
        <translation>隐藏按钮</translation>
    </message>
    <message>
        <source>Show the button of another scene</source>
        <translation>显示别的场景的按钮</translation>
    </message>
    <message>
        <source>Choose a scene&apos;s button, or draw it to its place</source>
        <translation>选一个场景按钮，或拖到位置上</translation>
    </message>
    <message>
        <source>Arranging: {0}</source>
        <translation>正在排列：{0}</translation>
    </message>
    <message>
        <source>Show a scene …</source>
        <translation>显示场景…</translation>
    </message>
    <message>
        <source>Every scene is shown</source>
        <translation>场景都已显示</translation>
    </message>
    <message>
        <source>{key}: {why}</source>
        <translation>{key}：{why}</translation>
    </message>
</context>
<context>
    <name>SceneBar</name>
    <message>
        <source>no colour</source>
        <translation>无色</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>mint</source>
        <translation>薄荷</translation>
    </message>
    <message>
        <source>lilac</source>
        <translation>淡紫</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Arrange the scene buttons</source>
        <translation>排列场景按钮</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>播出</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预监</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Arrange this button …</source>
        <translation>排列这个按钮…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>SceneButton</name>
    <message>
        <source>OBS has no scene of this name</source>
        <translation>OBS 里没有这个名字的场景</translation>
    </message>
</context>
<context>
    <name>SceneDeck</name>
    <message>
        <source>only the first {0} buttons have keys</source>
        <translation>只有前 {0} 个按钮有快捷键</translation>
    </message>
    <message>
        <source>the lists of the desk need this key</source>
        <translation>列表要用这个键</translation>
    </message>
    <message>
        <source>it is the key of: {0}</source>
        <translation>已用于：{0}</translation>
    </message>
    <message>
        <source>it is the key of the scene {0}</source>
        <translation>已用于场景 {0}</translation>
    </message>
</context>
<context>
    <name>SegmentEditor</name>
    <message>
        <source>Title</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Planned duration</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>Minutes, or M:SS, or H:MM:SS</source>
        <translation>分钟，或 分:秒，或 时:分:秒</translation>
    </message>
</context>
<context>
    <name>SegmentMenu</name>
    <message>
        <source>Arm a jump to this one (Enter takes it)</source>
        <translation>准备跳到这一项（回车执行）</translation>
    </message>
    <message>
        <source>Edit title and duration (F2)</source>
        <translation>修改环节和时长（F2）</translation>
    </message>
    <message>
        <source>Queue it again, after what is on air</source>
        <translation>返场：排到正在播的后面</translation>
    </message>
    <message>
        <source>Plan one minute more</source>
        <translation>计划加 1 分钟</translation>
    </message>
    <message>
        <source>Plan one minute less</source>
        <translation>计划减 1 分钟</translation>
    </message>
    <message>
        <source>Put back into the rundown</source>
        <translation>恢复到流程单</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>跳过这一项</translation>
    </message>
</context>
<context>
    <name>SoundActions</name>
    <message>
        <source>input {0}</source>
        <translation>来源 {0}</translation>
    </message>
    <message>
        <source>Take the mute off {0}</source>
        <translation>取消静音 {0}</translation>
    </message>
    <message>
        <source>Mute {0}</source>
        <translation>静音 {0}</translation>
    </message>
    <message>
        <source>No silence alarm for {0}</source>
        <translation>关闭无声报警：{0}</translation>
    </message>
    <message>
        <source>Silence alarm for {0}</source>
        <translation>无声报警：{0}</translation>
    </message>
    <message>
        <source>It is as loud as the desk makes it</source>
        <translation>已是这里能调到的最大</translation>
    </message>
    <message>
        <source>It is turned off</source>
        <translation>音量已经关到底</translation>
    </message>
    <message>
        <source>OBS has no such input any more</source>
        <translation>OBS 里已经没有这个来源</translation>
    </message>
    <message>
        <source>{0}: 2 dB louder</source>
        <translation>{0}：调高 2 dB</translation>
    </message>
    <message>
        <source>{0}: 2 dB softer</source>
        <translation>{0}：调低 2 dB</translation>
    </message>
</context>
<context>
    <name>SoundRow</name>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Mute {0}</source>
        <translation>静音 {0}</translation>
    </message>
    <message>
        <source>Volume of {0} in dB</source>
        <translation>{0} 的音量（dB）</translation>
    </message>
    <message>
        <source>Volume: ← and → by 1 dB, Page up and down by 6 dB</source>
        <translation>音量：← → 每次 1 dB，Page Up/Down 每次 6 dB</translation>
    </message>
    <message>
        <source>Silence alarm</source>
        <translation>无声报警</translation>
    </message>
    <message>
        <source>On air, say when nothing is heard of it, or it is muted.</source>
        <translation>直播中它没有声音或被静音时提醒。</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>爆音</translation>
    </message>
    <message>
        <source>loud {0}</source>
        <translation>偏大 {0}</translation>
    </message>
</context>
<context>
    <name>StandbyButton</name>
    <message>
        <source>OBS has no scene &quot;{0}&quot;</source>
        <translation>OBS 里没有场景“{0}”</translation>
    </message>
</context>
<context>
    <name>StandbyRow</name>
    <message>
        <source>Standby plans (outside the timetable, call at any moment)</source>
        <translation>应急预案（不占时间，随时调用）</translation>
    </message>
    <message>
        <source>End: back to the segment</source>
        <translation>结束，回到环节</translation>
    </message>
    <message>
        <source>none in this show</source>
        <translation>本场没有预案</translation>
    </message>
    <message>
        <source>On air: {0}</source>
        <translation>播出中：{0}</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>Console cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>Its box, or Enter: done on the platform. Its box again, or Shift+Enter: not done.</source>
        <translation>点框或按 Enter：平台上已完成。再点框或按 Shift+Enter：收回。</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>critical checks open: {0}</source>
        <translation>{0} 项关键检查未完成</translation>
    </message>
    <message>
        <source>begins with: {0}</source>
        <translation>第一项：{0}</translation>
    </message>
    <message>
        <source>nothing follows · press twice</source>
        <translation>后面没有了 · 连按两次</translation>
    </message>
    <message>
        <source>auto {0}</source>
        <translation>自动 {0}</translation>
    </message>
    <message>
        <source>auto off</source>
        <translation>已停自动</translation>
    </message>
    <message>
        <source>say first whether to go on</source>
        <translation>请先选择是否继续本场</translation>
    </message>
    <message>
        <source>add a segment first</source>
        <translation>请先添加环节</translation>
    </message>
    <message>
        <source>every segment is skipped</source>
        <translation>所有环节都已跳过</translation>
    </message>
    <message>
        <source>the show is over</source>
        <translation>直播已结束</translation>
    </message>
</context>
</TS>
