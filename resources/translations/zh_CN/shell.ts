<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BannerKeys</name>
    <message>
        <source>Take the first choice of the topmost banner</source>
        <translation>按最上面横幅的第一个按钮</translation>
    </message>
    <message>
        <source>Go into the banners (Tab: on, Esc: back)</source>
        <translation>进入横幅（Tab 下一个，Esc 返回）</translation>
    </message>
</context>
<context>
    <name>BannerStack</name>
    <message>
        <source>▲ {0} more</source>
        <translation>▲ 还有 {0} 条</translation>
    </message>
</context>
<context>
    <name>CardDoor</name>
    <message>
        <source>Product card in OBS …</source>
        <translation>OBS 里的商品卡…</translation>
    </message>
</context>
<context>
    <name>CardMapping</name>
    <message>
        <source>Product card in OBS</source>
        <translation>OBS 里的商品卡</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>商品名称</translation>
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
    <message>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
</context>
<context>
    <name>CardMappingPanel</name>
    <message>
        <source>Bank A: the scenes</source>
        <translation>A 组：场景</translation>
    </message>
    <message>
        <source>Bank B: their twins</source>
        <translation>B 组：孪生场景</translation>
    </message>
    <message>
        <source>Create a ready scene collection</source>
        <translation>创建现成的场景集合</translation>
    </message>
    <message>
        <source>A new collection in OBS with the scenes of this show, their twins and the card; the present one stays as it is. Add your cameras in OBS, then make the twins anew here.</source>
        <translation>在 OBS 里新建一套场景集合：本场的场景、孪生场景和商品卡都已排好；现有集合不变。在 OBS 里加好机位后，回到这里重做孪生场景。</translation>
    </message>
    <message>
        <source>OBS is not connected: its inputs are listed once it is.</source>
        <translation>OBS 未连接，连上后这里会列出它的输入。</translation>
    </message>
    <message>
        <source>OBS is at work …</source>
        <translation>OBS 正在处理…</translation>
    </message>
    <message>
        <source>The show is on air: scenes are made when it is over.</source>
        <translation>正在直播，场景请在下播后创建。</translation>
    </message>
    <message>
        <source>▲ OBS has no input named {names}. Choose another, or make it in OBS.</source>
        <translation>▲ OBS 里没有输入：{names}。请另选一个，或在 OBS 里新建。</translation>
    </message>
    <message>
        <source>OBS shows no card yet. Choose its text inputs here, or let a collection be created.</source>
        <translation>OBS 里还没有商品卡。请在这里选择文字输入，或直接创建一套场景集合。</translation>
    </message>
    <message>
        <source>Scene collection {name}: {count} text inputs. What is not chosen is not written.</source>
        <translation>场景集合“{name}”：{count} 个文字输入。没有选择的位置不会写入。</translation>
    </message>
    <message>
        <source>▲ {scene} can show two cards at once for a frame: it has no twin.</source>
        <translation>▲ “{scene}”没有孪生场景，切换时可能有一帧同时出现两个商品的内容。</translation>
    </message>
    <message>
        <source>▲ {scene} was changed in OBS and its twin was not: the twin is not used until it is made anew.</source>
        <translation>▲ “{scene}”在 OBS 里改过，孪生场景没跟上：重做之前不会使用。</translation>
    </message>
    <message>
        <source>Make its twin</source>
        <translation>创建孪生场景</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>重做孪生场景</translation>
    </message>
    <message>
        <source>Product card: {0}</source>
        <translation>商品卡：{0}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>The sample shows in OBS for three seconds.</source>
        <translation>示例会在 OBS 里显示 3 秒。</translation>
    </message>
    <message>
        <source>OBS has a new scene collection: {name}.</source>
        <translation>OBS 里已有新的场景集合：{name}。</translation>
    </message>
    <message>
        <source>The twin is made.</source>
        <translation>孪生场景已创建。</translation>
    </message>
</context>
<context>
    <name>CardNotices</name>
    <message>
        <source>Write it again</source>
        <translation>重新写入</translation>
    </message>
    <message>
        <source>Leave it until the card&apos;s next text</source>
        <translation>保持原样，到下次更新</translation>
    </message>
    <message>
        <source>{slot} (&quot;{input}&quot;)</source>
        <translation>{slot}（“{input}”）</translation>
    </message>
    <message>
        <source>OBS does not have these inputs of the card, and viewers do not see them: {inputs}. Choose others, or none, or put them back in OBS.</source>
        <translation>OBS 里没有商品卡的这些输入，观众看不到：{inputs}。请另选输入或改为不用，或在 OBS 里恢复。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Choose the card&apos;s inputs</source>
        <translation>选择商品卡的输入</translation>
    </message>
    <message>
        <source>{slot} on the card: OBS shows &quot;{shown}&quot;, the rundown says &quot;{wanted}&quot;.</source>
        <translation>商品卡的{slot}：OBS 显示“{shown}”，流程单是“{wanted}”。</translation>
    </message>
</context>
<context>
    <name>CutWords</name>
    <message>
        <source>cut by {0} ({1} short)</source>
        <translation>{0} 前必须切（还差 {1}）</translation>
    </message>
    <message>
        <source>cut by {0} ({1} to spare)</source>
        <translation>{0} 前必须切（富余 {1}）</translation>
    </message>
    <message>
        <source>Cut by {0}</source>
        <translation>{0} 前必须切</translation>
    </message>
    <message>
        <source>{0} short</source>
        <translation>还差 {0}</translation>
    </message>
    <message>
        <source>{0} to spare</source>
        <translation>富余 {0}</translation>
    </message>
</context>
<context>
    <name>DeskKeys</name>
    <message>
        <source>the keys were elsewhere until now; press again</source>
        <translation>刚才按键在别处，请再按一次</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>Lock the desk</source>
        <translation>锁定台面</translation>
    </message>
    <message>
        <source>Unlock the desk</source>
        <translation>解锁台面</translation>
    </message>
    <message>
        <source>it locks by itself when the show goes on air</source>
        <translation>开播时会自动锁定</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlocked {0}:{1:02d}</source>
        <translation>未锁定 {0}:{1:02d}</translation>
    </message>
    <message>
        <source>Nothing is edited by accident on air; what runs the show is never locked.</source>
        <translation>直播中不会误改流程；切换、保持、加减时间等操作从不锁定。</translation>
    </message>
</context>
<context>
    <name>FileNotices</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Files that OBS is to show are not there: {files}.</source>
        <translation>OBS 要显示的文件不在了：{files}。</translation>
    </message>
    <message>
        <source>What comes next lacks a file in OBS: {files}.</source>
        <translation>下一项在 OBS 里缺文件：{files}，文件不在了。</translation>
    </message>
    <message>
        <source>Put the file back, or choose another one in the source&apos;s properties in OBS.</source>
        <translation>把文件放回原处，或在 OBS 的来源属性里重新选。</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold it for a second</source>
        <translation>按住一秒</translation>
    </message>
</context>
<context>
    <name>InputChoice</name>
    <message>
        <source>in no scene</source>
        <translation>不在任何场景中</translation>
    </message>
    <message>
        <source>▲ {name}: not in OBS</source>
        <translation>▲ {name}：OBS 里没有</translation>
    </message>
</context>
<context>
    <name>ItemNotices</name>
    <message>
        <source>OBS hides {0}: the segment wants it shown.</source>
        <translation>OBS 隐藏了{0}，本环节要求显示。</translation>
    </message>
    <message>
        <source>OBS shows {0}: the segment wants it hidden.</source>
        <translation>OBS 显示着{0}，本环节要求隐藏。</translation>
    </message>
    <message>
        <source>In studio mode viewers see a change once the scene is taken again.</source>
        <translation>双监模式下，场景重新切出后观众才看得到。</translation>
    </message>
    <message>
        <source>Put it right in OBS</source>
        <translation>在 OBS 里改正</translation>
    </message>
    <message>
        <source>Leave it so until the next take</source>
        <translation>先不动，到下次切换</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&quot;{0}&quot;</source>
        <translation>“{0}”</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Running the show</source>
        <translation>走流程</translation>
    </message>
    <message>
        <source>The show</source>
        <translation>本场</translation>
    </message>
    <message>
        <source>Editing the rundown</source>
        <translation>编排流程单</translation>
    </message>
    <message>
        <source>Writing the script</source>
        <translation>写话术</translation>
    </message>
    <message>
        <source>Going to</source>
        <translation>切换页面</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>In the rundown</source>
        <translation>流程表里</translation>
    </message>
    <message>
        <source>In the list of checks (Prepare)</source>
        <translation>检查表里（准备页）</translation>
    </message>
    <message>
        <source>While a command is looked for</source>
        <translation>查找命令时</translation>
    </message>
    <message>
        <source>In the host&apos;s prompter</source>
        <translation>主播的提词窗口里</translation>
    </message>
    <message>
        <source>Choose a segment</source>
        <translation>选择环节</translation>
    </message>
    <message>
        <source>Arm a jump to it; again: jump</source>
        <translation>准备跳转；再按一次跳过去</translation>
    </message>
    <message>
        <source>Edit title and length in place</source>
        <translation>就地改标题和时长</translation>
    </message>
    <message>
        <source>Let the jump be; close the search, or the strip of a moment; leave a field</source>
        <translation>取消跳转；关闭查找或标记条；离开输入框</translation>
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
        <source>Waive, with a name and a reason</source>
        <translation>豁免（写明谁、为什么）</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Choose what was found</source>
        <translation>选择结果</translation>
    </message>
    <message>
        <source>A page of it back, on</source>
        <translation>上一页、下一页</translation>
    </message>
    <message>
        <source>Do it, or be told why it does nothing now</source>
        <translation>执行；不能执行时说明原因</translation>
    </message>
    <message>
        <source>Back to where the keys were</source>
        <translation>返回原来的位置</translation>
    </message>
    <message>
        <source>Stop the text, let it run</source>
        <translation>停住文字、继续滚动</translation>
    </message>
    <message>
        <source>Some lines back, on</source>
        <translation>往回、往前几行</translation>
    </message>
    <message>
        <source>A line back, on (pedal, presenter)</source>
        <translation>上一句、下一句（脚踏、翻页笔）</translation>
    </message>
    <message>
        <source>To what is on air</source>
        <translation>回到正在直播处</translation>
    </message>
    <message>
        <source>Faster, slower</source>
        <translation>加快、放慢</translation>
    </message>
    <message>
        <source>Confirm the director&apos;s message</source>
        <translation>确认导播留言</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Show these keys to the host</source>
        <translation>给主播看这些按键</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Print the list of keys</source>
        <translation>打印按键表</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Writing the list of keys …</source>
        <translation>正在生成按键表…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Written: {path} (this system has no program for it)</source>
        <translation>已写入：{path}（本机没有能打开它的程序）</translation>
    </message>
</context>
<context>
    <name>LightWords</name>
    <message>
        <source>OBS not connected</source>
        <translation>OBS 未连接</translation>
    </message>
    <message>
        <source>OBS connecting …</source>
        <translation>OBS 连接中…</translation>
    </message>
    <message>
        <source>OBS not reachable</source>
        <translation>连不上 OBS</translation>
    </message>
    <message>
        <source>No OBS</source>
        <translation>连不上 OBS</translation>
    </message>
    <message>
        <source>OBS lost</source>
        <translation>OBS 断开</translation>
    </message>
    <message>
        <source>OBS does not answer</source>
        <translation>OBS 没有应答</translation>
    </message>
    <message>
        <source>OBS stuck</source>
        <translation>OBS 卡住</translation>
    </message>
    <message>
        <source>OBS password is wrong</source>
        <translation>OBS 密码不对</translation>
    </message>
    <message>
        <source>OBS password</source>
        <translation>OBS 密码</translation>
    </message>
    <message>
        <source>OBS transition is stuck</source>
        <translation>OBS 转场卡住</translation>
    </message>
    <message>
        <source>OBS switches its scenes …</source>
        <translation>OBS 切换场景集…</translation>
    </message>
    <message>
        <source>OBS ready</source>
        <translation>OBS 就绪</translation>
    </message>
    <message>
        <source>dropped {share}</source>
        <translation>丢帧 {share}</translation>
    </message>
    <message>
        <source>rendering {render} · encoding {encode} · network {network} · disk {disk}</source>
        <translation>渲染跳帧 {render} · 编码跳帧 {encode} · 网络丢帧 {network} · 磁盘剩余 {disk}</translation>
    </message>
    <message>
        <source>comments {age}</source>
        <translation>弹幕 {age}</translation>
    </message>
    <message>
        <source>orders {age}</source>
        <translation>订单 {age}</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>{count} events were dropped</source>
        <translation>丢弃了 {count} 条弹幕事件</translation>
    </message>
    <message>
        <source>Comments lost</source>
        <translation>弹幕断开</translation>
    </message>
    <message>
        <source>Data connecting …</source>
        <translation>弹幕连接中…</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>未接数据</translation>
    </message>
    <message>
        <source>The audience is a recording</source>
        <translation>观众数据来自录制回放</translation>
    </message>
    <message>
        <source>Played back</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Prompter closed</source>
        <translation>提词未开</translation>
    </message>
    <message>
        <source>Prompter</source>
        <translation>提词</translation>
    </message>
    <message>
        <source>Prompter starting …</source>
        <translation>提词启动中…</translation>
    </message>
    <message>
        <source>Prompter ×{count}</source>
        <translation>提词 · {count} 屏</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>已关字</translation>
    </message>
    <message>
        <source>director</source>
        <translation>导播控制</translation>
    </message>
    <message>
        <source>Critical checks open: {count}</source>
        <translation>关键检查未过：{count} 项</translation>
    </message>
    <message>
        <source>Prompter lost</source>
        <translation>提词断开</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>The checks are those of the live show; they do not change in a rehearsal.</source>
        <translation>检查是正式开播用的，彩排时不变。</translation>
    </message>
    <message>
        <source>Checks rest</source>
        <translation>检查不计</translation>
    </message>
    <message>
        <source>Rehearsal without OBS</source>
        <translation>彩排不连 OBS</translation>
    </message>
    <message>
        <source>Nothing is sent to OBS, and what happens there is not logged.</source>
        <translation>不向 OBS 发任何指令，OBS 里的操作也不记录。</translation>
    </message>
    <message>
        <source>Without OBS</source>
        <translation>不连 OBS</translation>
    </message>
    <message>
        <source>No checks</source>
        <translation>无检查表</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checks {done}/{all}</source>
        <translation>设备 {done}/{all}</translation>
    </message>
</context>
<context>
    <name>LockKeeper</name>
    <message>
        <source>locked against edits on air. Ctrl+Alt+L unlocks it.</source>
        <translation>直播中已锁定，不能编辑。按 Ctrl+Alt+L 解锁。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A change of the show is not on disk yet; whoever closes now loses it.</source>
        <translation>有一处直播改动还没写入磁盘，现在关闭会丢失。</translation>
    </message>
    <message>
        <source>{count} entries of the journal are not on disk; whoever closes now loses them.</source>
        <translation>执行记录还有 {count} 条没有写入磁盘，现在关闭就会丢失。</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Open the prompter</source>
        <translation>打开提词</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>{key} ({action}) acts on the page {page} only: {way}</source>
        <translation>{key}（{action}）只在{page}页生效：{way}</translation>
    </message>
    <message>
        <source>The show is on air. Closing the desk stops automatic follows; OBS and the stream go on.</source>
        <translation>正在直播。关掉导播台后不再自动跟进；OBS 和推流不受影响。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不关</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>关掉导播台</translation>
    </message>
    <message>
        <source>{action}: {why}</source>
        <translation>{action}：{why}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The journal cannot be written: {why} {count} entries wait and the show goes on.</source>
        <translation>日志写不进去：{why} 有 {count} 条等待写入，直播不受影响。</translation>
    </message>
    <message>
        <source> OBS shows &quot;{there}&quot;, the rundown &quot;{here}&quot;.</source>
        <translation>OBS 现在是“{there}”，流程单是“{here}”。</translation>
    </message>
    <message>
        <source>Go on with this show</source>
        <translation>继续本场</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束本场</translation>
    </message>
    <message>
        <source>&quot;{show}&quot; was interrupted on &quot;{item}&quot;, on air for {elapsed}.</source>
        <translation>“{show}”在“{item}”中断，已播 {elapsed}。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Free OBS</source>
        <translation>解开 OBS</translation>
    </message>
    <message>
        <source>Open the prompter</source>
        <translation>打开提词</translation>
    </message>
    <message>
        <source>Press again to end it</source>
        <translation>再按一次结束</translation>
    </message>
    <message>
        <source>OBS is switching its scene collection: &quot;{scene}&quot; has not been taken yet.</source>
        <translation>OBS 正在切换场景集合，“{scene}”还没有切出去。</translation>
    </message>
    <message>
        <source>The scene on air, &quot;{scene}&quot;, was removed from OBS, which shows &quot;{there}&quot; now.</source>
        <translation>正在播的场景“{scene}”在 OBS 里已经没有了，OBS 现在是“{there}”。</translation>
    </message>
    <message>
        <source>OBS has no scene &quot;{scene}&quot;. It stays on &quot;{there}&quot;.</source>
        <translation>OBS 里没有场景“{scene}”，画面停在“{there}”。</translation>
    </message>
    <message>
        <source>OBS did not confirm &quot;{scene}&quot; and shows &quot;{there}&quot;.</source>
        <translation>OBS 没有确认切到“{scene}”，现在是“{there}”。</translation>
    </message>
    <message>
        <source>OBS shows &quot;{there}&quot;, the rundown wants &quot;{scene}&quot;.</source>
        <translation>OBS 现在是“{there}”，流程单要“{scene}”。</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>重新切一次</translation>
    </message>
    <message>
        <source>Leave OBS as it is</source>
        <translation>以 OBS 为准</translation>
    </message>
    <message>
        <source>The scene on air, &quot;{there}&quot;, is not in OBS any more: take &quot;{scene}&quot; again.</source>
        <translation>正在播的场景“{there}”在 OBS 里已经没有了：请重新切到“{scene}”。</translation>
    </message>
    <message>
        <source>The scene on air, &quot;{scene}&quot;, was removed from OBS. Press another scene&apos;s button, or GO.</source>
        <translation>正在播的场景“{scene}”在 OBS 里已经没有了。请按别的场景按钮，或切下一项。</translation>
    </message>
    <message>
        <source>Take the safe scene, &quot;{0}&quot;</source>
        <translation>切到紧急画面“{0}”</translation>
    </message>
    <message>
        <source>The clock of this computer moved by {step}. No timer moved with it.</source>
        <translation>这台电脑的时钟变了 {step}，计时没有跟着动。</translation>
    </message>
    <message>
        <source>Use the new clock for hard times</source>
        <translation>定点按新时钟算</translation>
    </message>
    <message>
        <source>The show stood still and an automatic follow fell due meanwhile. It was not taken.</source>
        <translation>程序停顿过，期间有一项该自动跟进，没有切。</translation>
    </message>
    <message>
        <source>The automatic follow of this item is called off: it goes on until GO.</source>
        <translation>本段的自动跟进已取消：会一直进行到按“切下一项”。</translation>
    </message>
    <message>
        <source>Let it follow</source>
        <translation>恢复自动跟进</translation>
    </message>
    <message>
        <source>Back on an item whose time is over: it does not follow by itself any more.</source>
        <translation>已回到时间用完的一项：不再自动跟进。</translation>
    </message>
    <message>
        <source>Take the next item</source>
        <translation>切下一项</translation>
    </message>
</context>
<context>
    <name>OutputWords</name>
    <message>
        <source>No stream</source>
        <translation>未推流</translation>
    </message>
    <message>
        <source>Stream unknown</source>
        <translation>推流不明</translation>
    </message>
    <message>
        <source>OBS does not say whether it streams.</source>
        <translation>OBS 没有说明是否在推流。</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>Stream reconnecting …</source>
        <translation>推流重连中…</translation>
    </message>
    <message>
        <source>Stream is off</source>
        <translation>推流已断</translation>
    </message>
    <message>
        <source>Camera is off</source>
        <translation>摄像头已断</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Stream {time}</source>
        <translation>推流 {time}</translation>
    </message>
    <message>
        <source>Stream + camera {time}</source>
        <translation>推流+摄像头 {time}</translation>
    </message>
    <message>
        <source>Virtual camera {time}</source>
        <translation>虚拟摄像头 {time}</translation>
    </message>
    <message>
        <source>Cam. {time}</source>
        <translation>摄像头 {time}</translation>
    </message>
    <message>
        <source>Nothing goes out</source>
        <translation>没有信号送出</translation>
    </message>
    <message>
        <source>Start the stream or the virtual camera.</source>
        <translation>请开始推流，或启动虚拟摄像头。</translation>
    </message>
    <message>
        <source>Recording {time}</source>
        <translation>录制 {time}</translation>
    </message>
    <message>
        <source>Rec. {time}</source>
        <translation>录 {time}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Stream: {stream} · Virtual camera: {camera} · Recording: {record}</source>
        <translation>推流：{stream} · 虚拟摄像头：{camera} · 录制：{record}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>What is wanted: an action, a page, a key …</source>
        <translation>要做什么：操作、页面、按键…（可用拼音首字母）</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing is called that. Other words, or fewer letters, may find it.</source>
        <translation>没有找到。换个说法，或少输几个字再试。</translation>
    </message>
    <message>
        <source>Has no meaning now</source>
        <translation>当前不适用</translation>
    </message>
    <message>
        <source>Acts on another page</source>
        <translation>只在另一个页面有效</translation>
    </message>
    <message>
        <source>Acts on the page {page} only: {key}</source>
        <translation>只在“{page}”页有效：{key}</translation>
    </message>
    <message>
        <source>{shown} of {count} are shown: type more letters</source>
        <translation>显示 {shown} / {count} 项：再输几个字可缩小范围</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter do it · Esc back</source>
        <translation>↑ ↓ 选择 · Enter 执行 · Esc 返回</translation>
    </message>
</context>
<context>
    <name>PaletteDoor</name>
    <message>
        <source>Find a command …</source>
        <translation>查找命令…</translation>
    </message>
</context>
<context>
    <name>PictureNotices</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What comes next lacks a product&apos;s picture: {pictures}. The show goes on without it; the file belongs in {folder}.</source>
        <translation>下一项缺商品图片：{pictures}。不影响直播，请把文件放回 {folder}。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>页面范围(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>REHEARSAL paused</source>
        <translation>彩排 暂停</translation>
    </message>
    <message>
        <source>REHEARSAL {0}×</source>
        <translation>彩排 {0}×</translation>
    </message>
    <message>
        <source>OBS really switches</source>
        <translation>OBS 真切</translation>
    </message>
    <message>
        <source>without OBS</source>
        <translation>不连 OBS</translation>
    </message>
    <message>
        <source>counts for no live number</source>
        <translation>不计入正式数据</translation>
    </message>
    <message>
        <source>the prompter goes segment by segment</source>
        <translation>提词器按环节跳</translation>
    </message>
    <message>
        <source>Simulated audience</source>
        <translation>模拟观众</translation>
    </message>
    <message>
        <source>Recording {0}</source>
        <translation>录像 {0}</translation>
    </message>
    <message>
        <source>A recording …</source>
        <translation>选录像…</translation>
    </message>
    <message>
        <source>No audience</source>
        <translation>没有观众</translation>
    </message>
</context>
<context>
    <name>RehearsalBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Press GO by itself</source>
        <translation>自动按切下一项</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <translation>结束彩排</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>Speed {0}×</source>
        <translation>速度 {0}×</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>RehearsalOverBar</name>
    <message>
        <source>Compare with the plan</source>
        <translation>和计划对照</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>The rehearsal of “{0}” is over; the desk is back at the show as it was.</source>
        <translation>《{0}》彩排结束，已回到彩排前的状态。</translation>
    </message>
</context>
<context>
    <name>RehearsalRoom</name>
    <message>
        <source>No rehearsal is running</source>
        <translation>现在没有彩排</translation>
    </message>
    <message>
        <source>Open a show first</source>
        <translation>请先打开一场直播</translation>
    </message>
    <message>
        <source>A rehearsal is running; end it first</source>
        <translation>正在彩排，请先结束</translation>
    </message>
    <message>
        <source>Say first whether this show goes on</source>
        <translation>请先决定这场要不要继续</translation>
    </message>
    <message>
        <source>The show is on air: it can be rehearsed when it is over</source>
        <translation>正在直播，结束后才能彩排</translation>
    </message>
    <message>
        <source>The rundown has no segment to take</source>
        <translation>流程单里没有可切的环节</translation>
    </message>
    <message>
        <source>Rehearse …</source>
        <translation>彩排…</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <translation>结束彩排</translation>
    </message>
    <message>
        <source>Pause the rehearsal, go on</source>
        <translation>彩排暂停 / 继续</translation>
    </message>
    <message>
        <source>Rehearse faster</source>
        <translation>彩排加速</translation>
    </message>
    <message>
        <source>Rehearse slower</source>
        <translation>彩排减速</translation>
    </message>
    <message>
        <source>Rehearse by itself, by hand</source>
        <translation>彩排自动 / 手动</translation>
    </message>
</context>
<context>
    <name>RehearsalStrip</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>With OBS (it really switches)</source>
        <translation>连 OBS（画面真切）</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>观众</translation>
    </message>
    <message>
        <source>Press GO by itself</source>
        <translation>自动按切下一项</translation>
    </message>
    <message>
        <source>Begin the rehearsal</source>
        <translation>开始彩排</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>On air at once, at the planned start. It goes into a log of its own and counts for no live number; open checks do not stop it. Above 1× the prompter goes segment by segment.</source>
        <translation>从计划开播时间立即开始，日志单独存，不计入正式数据；检查没做完也能彩排。高于 1× 时提词器按环节跳。</translation>
    </message>
    <message>
        <source>OBS streams, or feeds the virtual camera: with OBS, viewers see the rehearsal.</source>
        <translation>OBS 正在推流或输出虚拟摄像头：带 OBS 彩排，观众会看到。</translation>
    </message>
    <message>
        <source>OBS is not connected: the rehearsal goes without it.</source>
        <translation>OBS 没连上，这次彩排不带 OBS。</translation>
    </message>
    <message>
        <source>Recordings of a relay</source>
        <translation>弹幕录像</translation>
    </message>
    <message>
        <source>Audience of the rehearsal</source>
        <translation>彩排的观众</translation>
    </message>
</context>
<context>
    <name>RehearseButton</name>
    <message>
        <source>Rehearse …</source>
        <translation>彩排…</translation>
    </message>
</context>
<context>
    <name>SceneNotices</name>
    <message>
        <source>OBS has no scene &quot;{scene}&quot;, which &quot;{title}&quot; comes with next.</source>
        <translation>OBS 里没有场景“{scene}”，下一个环节“{title}”要用。</translation>
    </message>
    <message>
        <source>Panic would show nothing: OBS has no scene &quot;{0}&quot;.</source>
        <translation>紧急画面切不出去：OBS 里没有场景“{0}”。</translation>
    </message>
    <message>
        <source>Make the scene in OBS under this name, or choose another one in the script.</source>
        <translation>在 OBS 里按这个名字建好场景，或在脚本里换一个。</translation>
    </message>
    <message>
        <source>Open the script</source>
        <translation>打开脚本</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{segments} segments and {plans} standby plans use scenes that OBS does not have: {names}.</source>
        <translation>OBS 里没有这些场景：{names}（{segments} 个环节、{plans} 个应急预案要用）。</translation>
    </message>
    <message>
        <source>{segments} segments use scenes that OBS does not have: {names}.</source>
        <translation>OBS 里没有这些场景：{names}（{segments} 个环节要用）。</translation>
    </message>
    <message>
        <source>{plans} standby plans use scenes that OBS does not have: {names}.</source>
        <translation>OBS 里没有这些场景：{names}（{plans} 个应急预案要用）。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Record what the relay sends, to play it again</source>
        <translation>录制转发的内容，以便重放</translation>
    </message>
    <message>
        <source>none: order files are chosen by hand</source>
        <translation>不设则手动选择订单文件</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Your name or role</source>
        <translation>姓名或角色</translation>
    </message>
    <message>
        <source>The log writes it beside what you do.</source>
        <translation>写进执行记录。</translation>
    </message>
    <message>
        <source>Language and look change when the program is started again.</source>
        <translation>语言和外观在重新启动后生效。</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>In OBS: Tools → WebSocket Server Settings → Enable; the password stands there. It is kept in this system&apos;s keyring. Choose a long one, of 16 characters or more: OBS lets anybody in its network try as often as they like.</source>
        <translation>OBS：工具 → WebSocket 服务器设置 → 启用，密码也在那里。密码存在系统密钥环。密码请设长一些（16 位以上）：OBS 不限制同一网络里的人试密码的次数。</translation>
    </message>
    <message>
        <source>A relay is another program. The licence note of DouyinBarrageGrab forbids commercial use; it installs a root certificate and listens on every network of its computer. livedesk only listens to it and sends it nothing. Order files need no relay.</source>
        <translation>弹幕转发是另一个程序。DouyinBarrageGrab 的许可说明禁止商用，它会安装根证书，并在电脑的所有网络上监听。livedesk 只接收，不向它发送任何内容。导入订单文件不需要它。</translation>
    </message>
    <message>
        <source>leave empty to keep the present one</source>
        <translation>留空则不改</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Bullet-comment relay</source>
        <translation>弹幕转发</translation>
    </message>
    <message>
        <source>Folder of order files</source>
        <translation>订单文件夹</translation>
    </message>
    <message>
        <source>A new order file in this folder is read by itself. Names, phone numbers and addresses are dropped while reading.</source>
        <translation>放进这个文件夹的新订单表会自动读入；姓名、电话、地址在读取时即丢弃。</translation>
    </message>
    <message>
        <source>Prompter</source>
        <translation>提词</translation>
    </message>
    <message>
        <source>Reading speed</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>characters a minute</source>
        <translation>字/分钟</translation>
    </message>
    <message>
        <source>The relay&apos;s address begins with ws:// or wss://. It was not saved.</source>
        <translation>弹幕转发地址以 ws:// 或 wss:// 开头，没有保存。</translation>
    </message>
    <message>
        <source>OBS&apos;s address: {0}</source>
        <translation>OBS 地址：{0}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>连接中…</translation>
    </message>
    <message>
        <source>Connected: OBS {version}.</source>
        <translation>已连接：OBS {version}。</translation>
    </message>
    <message>
        <source>Kept; OBS is tried with it.</source>
        <translation>已保存，正用它重连 OBS。</translation>
    </message>
    <message>
        <source>There is no keyring here: the password is kept until the program closes.</source>
        <translation>这台电脑没有密钥环，密码只保留到程序关闭。</translation>
    </message>
</context>
<context>
    <name>SlotRow</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Choose an input first.</source>
        <translation>请先选择输入。</translation>
    </message>
    <message>
        <source>Shows a sample in OBS for three seconds, then the old text again.</source>
        <translation>在 OBS 里显示示例 3 秒，然后恢复原文字。</translation>
    </message>
</context>
<context>
    <name>SourceNotices</name>
    <message>
        <source>Add the source to the scene in OBS, or take it out of the script.</source>
        <translation>请在 OBS 的场景里加上这个源，或在脚本里去掉它。</translation>
    </message>
    <message>
        <source>Open the script</source>
        <translation>打开脚本</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&quot;{0}&quot;</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>OBS has no source {sources} in the scene &quot;{scene}&quot;; &quot;{title}&quot;, which comes next, shows or hides it.</source>
        <translation>下一项“{title}”要显示或隐藏源 {sources}，但 OBS 的场景“{scene}”里没有。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{count} segments or standby plans show or hide sources that their scenes in OBS do not have: {names}.</source>
        <translation>有 {count} 个环节或应急预案要显示或隐藏的源不在 OBS 的场景里：{names}。</translation>
    </message>
</context>
<context>
    <name>StartupPage</name>
    <message>
        <source>livedesk was not started</source>
        <translation>livedesk 没有启动</translation>
    </message>
    <message>
        <source>none was found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>To go back to the newest good backup, run this in a terminal. The present file is kept.</source>
        <translation>要回到最新的完好备份，请在终端运行下面这一行。现在的文件会保留。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Typing: Space and letters go into the text. Esc: out of the field</source>
        <translation>正在输入：空格和字母进入文字。Esc：离开输入框</translation>
    </message>
    <message>
        <source>Data on this computer (SQLite)</source>
        <translation>本机 SQLite</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>暂无记录</translation>
    </message>
    <message>
        <source>{count} not saved yet · journal #{seq}</source>
        <translation>{count} 条未保存 · 日志 #{seq}</translation>
    </message>
    <message>
        <source>Saved · journal #{seq}</source>
        <translation>已保存 · 日志 #{seq}</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>the newest input of this figure is that old</source>
        <translation>这个数字最近一次进数据是那么久以前</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>The whole story is in {path}.</source>
        <translation>完整记录在 {path}。</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>收起详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“{show}” begins in {minutes} min.</source>
        <translation>“{show}”还有 {minutes} 分钟开始。</translation>
    </message>
    <message>
        <source>Open on the desk</source>
        <translation>打开到导播台</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>On air for</source>
        <translation>已播</translation>
    </message>
    <message>
        <source>Expected end</source>
        <translation>预计结束</translation>
    </message>
    <message>
        <source>After this item</source>
        <translation>本段后</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>全场</translation>
    </message>
    <message>
        <source>No show is open</source>
        <translation>没有打开的场次</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Until start</source>
        <translation>距开播</translation>
    </message>
    <message>
        <source>Start is over by</source>
        <translation>已过开播</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>上次中断</translation>
    </message>
    <message>
        <source>not on air</source>
        <translation>未开播</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation>应变中</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>保持中</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>直播中</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>策划</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>_ReplaceBox</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>There is a file {0} already.</source>
        <translation>已有同名文件 {0}。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两个都留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>{n} s ago</source>
        <translation>{n} 秒前</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} 分钟前</translation>
    </message>
    <message>
        <source>{n} h ago</source>
        <translation>{n} 小时前</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>no relay was connected</source>
        <translation>没有接弹幕</translation>
    </message>
    <message>
        <source>no order file was read</source>
        <translation>没有导入订单</translation>
    </message>
    <message>
        <source>the relay gave no statistics</source>
        <translation>弹幕没有给出统计</translation>
    </message>
    <message>
        <source>the relay gave no views</source>
        <translation>弹幕没有给出场观</translation>
    </message>
    <message>
        <source>the relay gave no user ids</source>
        <translation>弹幕没有用户编号</translation>
    </message>
    <message>
        <source>the order file names no buyers</source>
        <translation>订单表没有买家</translation>
    </message>
    <message>
        <source>nothing came in this time</source>
        <translation>这段时间没有数据</translation>
    </message>
    <message>
        <source>only the platform&apos;s own file has it</source>
        <translation>只有平台自己的文件才有</translation>
    </message>
    <message>
        <source>action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>benefit</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>price</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>hold back</source>
        <translation>憋单</translation>
    </message>
    <message>
        <source>closing push</source>
        <translation>逼单</translation>
    </message>
    <message>
        <source>transition</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>aired</source>
        <translation>已播</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>在播</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>未播</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>rejected by OBS</source>
        <translation>OBS 拒绝</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>manual in OBS</source>
        <translation>OBS 手动</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>welcome</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>pain point</source>
        <translation>痛点</translation>
    </message>
    <message>
        <source>selling point</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>testimony</source>
        <translation>背书</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>闲聊</translation>
    </message>
    <message>
        <source>rapid intro</source>
        <translation>过品</translation>
    </message>
    <message>
        <source>farewell</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待查</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>stepped</source>
        <translation>跳变</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>platform warning</source>
        <translation>平台警告</translation>
    </message>
    <message>
        <source>violation</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>follows again</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>start asked for</source>
        <translation>请求开始</translation>
    </message>
    <message>
        <source>stop asked for</source>
        <translation>请求停止</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>保持不动</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>not stopped</source>
        <translation>未停止</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>mute asked for</source>
        <translation>已请求静音</translation>
    </message>
    <message>
        <source>end of mute asked for</source>
        <translation>已请求取消静音</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>not muted any more</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>直播报告</translation>
    </message>
    <message>
        <source>run</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Rehearsal – not a live show</source>
        <translation>彩排，不是正式直播</translation>
    </message>
    <message>
        <source>Simulated numbers</source>
        <translation>数据为模拟</translation>
    </message>
    <message>
        <source>The show is still on air: this is how it stands now.</source>
        <translation>仍在直播，以下为当前情况。</translation>
    </message>
    <message>
        <source>Went live far from the planned start —</source>
        <translation>与计划开播相差较大仍开播 —</translation>
    </message>
    <message>
        <source>Went live over open critical checks:</source>
        <translation>带着未通过的关键检查开播：</translation>
    </message>
    <message>
        <source>The show in curves</source>
        <translation>全场曲线</translation>
    </message>
    <message>
        <source>People online</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>GMV so far</source>
        <translation>累计成交</translation>
    </message>
    <message>
        <source>Comments a minute</source>
        <translation>每分钟弹幕</translation>
    </message>
    <message>
        <source>Plan against actual</source>
        <translation>计划与实际</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>standby plan</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>more in the as-run log</source>
        <translation>条见执行记录</translation>
    </message>
    <message>
        <source>no longer in the rundown</source>
        <translation>已从流程单删除</translation>
    </message>
    <message>
        <source>While nothing was on air</source>
        <translation>没有环节在播时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>计划结束</translation>
    </message>
    <message>
        <source>actual end</source>
        <translation>实际结束</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
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
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>实播</translation>
    </message>
    <message>
        <source>Length ±</source>
        <translation>时长偏差</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Console cues done:</source>
        <translation>中控动作完成：</translation>
    </message>
    <message>
        <source>Money by segment</source>
        <translation>分环节成交</translation>
    </message>
    <message>
        <source>Money by product</source>
        <translation>分商品成交</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>GMV a minute</source>
        <translation>每分钟成交</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>弹幕</translation>
    </message>
    <message>
        <source>Online, average</source>
        <translation>平均在线</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Products that are not in the show</source>
        <translation>不在本场的商品</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Time on air</source>
        <translation>在播时长</translation>
    </message>
    <message>
        <source>All measures</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Basis, or why there is none</source>
        <translation>口径，或缺失原因</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>As-run log</source>
        <translation>执行记录</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
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
        <source>Moments, warnings and violations</source>
        <translation>标记、警告与违规</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>流程单</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Interaction / benefit</source>
        <translation>互动/福利</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>fixed start</source>
        <translation>定点开始</translation>
    </message>
    <message>
        <source>Standby plans</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>策划</translation>
    </message>
    <message>
        <source>When</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>日常价</translation>
    </message>
    <message>
        <source>Live price</source>
        <translation>直播价</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>成交金额</translation>
    </message>
    <message>
        <source>Net GMV</source>
        <translation>净成交</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>成交人数</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Enters</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>New followers</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Audience gifts</source>
        <translation>礼物</translation>
    </message>
    <message>
        <source>Value of gifts (diamonds)</source>
        <translation>礼物价值（钻）</translation>
    </message>
    <message>
        <source>Fan club joins</source>
        <translation>加入粉丝团</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Most online</source>
        <translation>最高在线</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>场观</translation>
    </message>
    <message>
        <source>People interacting</source>
        <translation>互动人数</translation>
    </message>
    <message>
        <source>Interaction rate</source>
        <translation>互动率</translation>
    </message>
    <message>
        <source>Follow rate</source>
        <translation>转粉率</translation>
    </message>
    <message>
        <source>View to pay</source>
        <translation>观看-成交率</translation>
    </message>
    <message>
        <source>UV value</source>
        <translation>UV 价值</translation>
    </message>
    <message>
        <source>GPM</source>
        <translation>GPM</translation>
    </message>
    <message>
        <source>Stay a view</source>
        <translation>次均停留</translation>
    </message>
    <message>
        <source>Click to pay</source>
        <translation>点击-成交率</translation>
    </message>
    <message>
        <source>Product click rate</source>
        <translation>商品点击率</translation>
    </message>
    <message>
        <source>Entry rate</source>
        <translation>曝光进入率</translation>
    </message>
    <message>
        <source>payable amount (订单应付金额) of paid order rows</source>
        <translation>已支付订单行的订单应付金额之和</translation>
    </message>
    <message>
        <source>refund amount (退款金额) of paid order rows</source>
        <translation>已支付订单行的退款金额之和</translation>
    </message>
    <message>
        <source>payable amount of paid order rows whose refund succeeded</source>
        <translation>已支付且退款成功的订单行的应付金额之和</translation>
    </message>
    <message>
        <source>refund amount where the file gives it, else the payable amount of rows whose refund succeeded</source>
        <translation>文件有退款金额的取退款金额，否则取退款成功的订单行的应付金额</translation>
    </message>
    <message>
        <source>GMV − refunds</source>
        <translation>GMV − 退款</translation>
    </message>
    <message>
        <source>distinct main orders (主订单编号) that were paid</source>
        <translation>已支付的主订单数（按主订单编号去重）</translation>
    </message>
    <message>
        <source>distinct buyers of paid orders</source>
        <translation>已支付订单的买家数（去重）</translation>
    </message>
    <message>
        <source>pieces (商品数量) of paid order rows</source>
        <translation>已支付订单行的商品数量之和</translation>
    </message>
    <message>
        <source>GMV ÷ orders</source>
        <translation>GMV ÷ 订单数</translation>
    </message>
    <message>
        <source>comments that the relay passed on</source>
        <translation>弹幕转发收到的评论数</translation>
    </message>
    <message>
        <source>likes that the relay passed on, each tap counted</source>
        <translation>弹幕转发收到的点赞次数之和</translation>
    </message>
    <message>
        <source>people entering, as the relay passed on</source>
        <translation>弹幕转发收到的进场人次</translation>
    </message>
    <message>
        <source>new followers, as the relay passed on</source>
        <translation>弹幕转发收到的新增关注</translation>
    </message>
    <message>
        <source>gifts from the audience, each piece counted</source>
        <translation>观众礼物个数之和</translation>
    </message>
    <message>
        <source>pieces × diamonds of the gifts</source>
        <translation>礼物个数 × 单价（钻）之和</translation>
    </message>
    <message>
        <source>people joining the fan club</source>
        <translation>新加入粉丝团人数</translation>
    </message>
    <message>
        <source>shares, as the relay passed on</source>
        <translation>弹幕转发收到的分享次数</translation>
    </message>
    <message>
        <source>newest count of people online</source>
        <translation>最新的在线人数</translation>
    </message>
    <message>
        <source>largest count of people online</source>
        <translation>在线人数的最大值</translation>
    </message>
    <message>
        <source>count of people online over time; a count holds for at most two minutes</source>
        <translation>在线人数按时间平均，每次计数最多沿用两分钟</translation>
    </message>
    <message>
        <source>the room&apos;s total of visits</source>
        <translation>直播间累计观看人次</translation>
    </message>
    <message>
        <source>distinct people with a comment, like, follow, gift, join or share</source>
        <translation>评论、点赞、关注、送礼、入团或分享的人数（去重）</translation>
    </message>
    <message>
        <source>people interacting ÷ views</source>
        <translation>互动人数 ÷ 观看人次</translation>
    </message>
    <message>
        <source>new followers ÷ views</source>
        <translation>新增关注 ÷ 观看人次</translation>
    </message>
    <message>
        <source>buyers ÷ views</source>
        <translation>成交人数 ÷ 观看人次</translation>
    </message>
    <message>
        <source>orders ÷ views (the order file names no buyers)</source>
        <translation>订单数 ÷ 观看人次（订单文件没有买家）</translation>
    </message>
    <message>
        <source>GMV ÷ views</source>
        <translation>GMV ÷ 观看人次</translation>
    </message>
    <message>
        <source>GMV for each thousand views</source>
        <translation>每千次观看的 GMV</translation>
    </message>
    <message>
        <source>time of all people online ÷ views</source>
        <translation>全部在线时长 ÷ 观看人次</translation>
    </message>
    <message>
        <source>no link to OBS</source>
        <translation>OBS 未连接</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>切下一项</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动跟进</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>panic</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>studio mode on</source>
        <translation>打开双监模式</translation>
    </message>
    <message>
        <source>studio mode off</source>
        <translation>关闭双监模式</translation>
    </message>
    <message>
        <source>item shown</source>
        <translation>显示元素</translation>
    </message>
    <message>
        <source>item hidden</source>
        <translation>隐藏元素</translation>
    </message>
    <message>
        <source>put into the preview</source>
        <translation>换预监</translation>
    </message>
    <message>
        <source>current transition</source>
        <translation>换转场</translation>
    </message>
    <message>
        <source>scene collection</source>
        <translation>换场景集合</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重新送出</translation>
    </message>
    <message>
        <source>panic once more</source>
        <translation>再次切到紧急画面</translation>
    </message>
    <message>
        <source>pauses the segment</source>
        <translation>暂停当前环节</translation>
    </message>
    <message>
        <source>replaces the segment</source>
        <translation>替换当前环节</translation>
    </message>
    <message>
        <source>from the director</source>
        <translation>导播消息</translation>
    </message>
    <message>
        <source>question</source>
        <translation>观众提问</translation>
    </message>
    <message>
        <source>program restarted</source>
        <translation>程序重启</translation>
    </message>
    <message>
        <source>machine restarted</source>
        <translation>电脑重启</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>automatic follow</source>
        <translation>自动跟进</translation>
    </message>
    <message>
        <source>output of OBS</source>
        <translation>OBS 输出</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>hand in OBS</source>
        <translation>OBS 内操作</translation>
    </message>
    <message>
        <source>items of the scene</source>
        <translation>画面元素</translation>
    </message>
    <message>
        <source>card in OBS</source>
        <translation>OBS 商品卡</translation>
    </message>
    <message>
        <source>scene renamed</source>
        <translation>场景改名</translation>
    </message>
    <message>
        <source>product</source>
        <translation>讲品</translation>
    </message>
    <message>
        <source>flash sale</source>
        <translation>秒杀</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽奖</translation>
    </message>
    <message>
        <source>coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>答疑</translation>
    </message>
    <message>
        <source>link-up</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>return</source>
        <translation>返场</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>milestone</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>standby over</source>
        <translation>预案结束</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>换场景</translation>
    </message>
    <message>
        <source>OBS followed</source>
        <translation>以 OBS 为准</translation>
    </message>
    <message>
        <source>console</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>hold over</source>
        <translation>保持结束</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>message</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>standstill</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Hand cards</source>
        <translation>手卡</translation>
    </message>
    <message>
        <source>Price in hand</source>
        <translation>到手价</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限购</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Do not say</source>
        <translation>禁用词</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>livedesk is running already and was brought to the front.</source>
        <translation>livedesk 已在运行，已切到前台。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>The alert rules in {file} cannot be read ({reason}). Put the file right, or delete it to have the presets again.</source>
        <translation>读不了提醒规则 {file}（{reason}）。请改正，或删除它以恢复预设。</translation>
    </message>
    <message>
        <source>There is nothing to undo or redo.</source>
        <translation>没有可撤销或重做的操作。</translation>
    </message>
    <message>
        <source>The word list {file} can&apos;t be read: {reason}. Put the file back as it was installed.</source>
        <translation>用词表 {file} 读不出来：{reason}。请换回安装时的文件。</translation>
    </message>
    <message>
        <source>The standard checklist {file} can&apos;t be read: {reason}. Put the file back as it was installed.</source>
        <translation>标准检查表 {file} 读不了：{reason}。请恢复安装时的文件。</translation>
    </message>
    <message>
        <source>The show holds an edit ({kind}) that this version does not know; open it with a newer livedesk.</source>
        <translation>脚本里有此版本不认识的修改（{kind}），请用更新的 livedesk 打开。</translation>
    </message>
    <message>
        <source>The journal holds an event ({kind}) that this version does not know; open it with a newer livedesk.</source>
        <translation>日志里有此版本不认识的事件（{kind}），请用更新的 livedesk 打开。</translation>
    </message>
    <message>
        <source>Stored data ({kind}) can&apos;t be read: {reason}. Run &quot;livedesk doctor&quot; and restore a backup if it says so.</source>
        <translation>已存数据（{kind}）无法读取：{reason}。请运行 livedesk doctor，并按提示恢复备份。</translation>
    </message>
    <message>
        <source>The screen {screen} is gone, and with it: {panels}. It stands on this screen meanwhile and goes back by itself; check the cable and the power of the screen.</source>
        <translation>屏幕 {screen} 断开了，上面的内容：{panels}。暂时移到本屏，屏幕恢复后会自动回去；请检查屏幕的线和电源。</translation>
    </message>
    <message>
        <source>“{title}” was on air in this run and stays in the rundown until it ends; skip it instead.</source>
        <translation>“{title}”本场已经播出，结束前要留在流程里；不想再播可以跳过。</translation>
    </message>
    <message>
        <source>There is no field {field} to change.</source>
        <translation>没有名为 {field} 的字段可改。</translation>
    </message>
    <message>
        <source>The script is locked. Unlock it on the page Script (Ctrl+Shift+L) to change anything.</source>
        <translation>脚本已锁定。要修改请到“脚本”页解锁（Ctrl+Shift+L）。</translation>
    </message>
    <message>
        <source>A duration can&apos;t be negative.</source>
        <translation>时长不能为负。</translation>
    </message>
    <message>
        <source>There is no such place in the rundown.</source>
        <translation>流程单里没有这个位置。</translation>
    </message>
    <message>
        <source>There is already an item with the id {id}.</source>
        <translation>编号 {id} 已存在。</translation>
    </message>
    <message>
        <source>What you edit is no longer in the show; it may have been removed.</source>
        <translation>要修改的内容已不在脚本里，可能已被删除。</translation>
    </message>
    <message>
        <source>The last changes are not on disk yet; undo works again once they are saved.</source>
        <translation>最近的修改还没存盘，存好后才能撤销。</translation>
    </message>
    <message>
        <source>The services are still starting; try again in a moment.</source>
        <translation>服务还在启动，请稍后再试。</translation>
    </message>
    <message>
        <source>On air the desk is locked: only a skip, or a scene&apos;s new name, made on air is undone or redone. Unlock it with Ctrl+Alt+L for other edits.</source>
        <translation>直播中已锁定，只能撤销或重做直播中的跳过和场景改名。要改别的，先按 Ctrl+Alt+L 解锁。</translation>
    </message>
    <message>
        <source>A text in sheet {sheet}, row {row}, column {column} is too long for a cell. Shorten it and export again.</source>
        <translation>工作表“{sheet}”第 {row} 行“{column}”的文字太长，单元格放不下。请缩短后再导出。</translation>
    </message>
    <message>
        <source>{file}: choose a file name that ends in .json, .xlsx, .csv, .html or .pdf.</source>
        <translation>{file}：文件名请以 .json、.xlsx、.csv、.html 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>{path} is not there; check the name.</source>
        <translation>找不到 {path}，请检查文件名。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Choose another folder.</source>
        <translation>无法写入 {path}：{reason}。请换一个文件夹。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). Check the file and your right to read it.</source>
        <translation>{file} 读不了（{reason}）。请检查文件和读取权限。</translation>
    </message>
    <message>
        <source>An entry clashes with what is in the journal and was not saved. The show goes on; report it with the log in the data folder.</source>
        <translation>有一条记录与日志冲突，没有保存。直播照常进行；请连同数据文件夹里的日志一起上报。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; has parts smaller than one fen; round it yourself first.</source>
        <translation>“{value}”小于一分，请先自行取整。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an amount; write it like 129 or 129.50.</source>
        <translation>“{value}”不是金额，请写成 129 或 129.50。</translation>
    </message>
    <message>
        <source>The prompter{which} does not answer. The show goes on; close its window and open it again.</source>
        <translation>提词器{which}没有响应，直播不受影响。请关掉提词窗口再打开。</translation>
    </message>
    <message>
        <source>The prompter{which} has closed. It is started again by itself; the show goes on.</source>
        <translation>提词器{which}退出了，正在自动重开，直播不受影响。</translation>
    </message>
    <message>
        <source>The host sees no prompter{which}: its screen is gone, or its window is minimised. Plug the screen in, or bring the window back.</source>
        <translation>主播看不到提词器{which}：屏幕断开了，或窗口被最小化。请接好屏幕，或恢复窗口。</translation>
    </message>
    <message>
        <source>OBS cannot be reached at {address}. Start OBS and switch on its WebSocket server (Tools → WebSocket Server Settings); livedesk keeps trying.</source>
        <translation>连不上 OBS（{address}）。请打开 OBS，启用 WebSocket 服务器（工具 → WebSocket 服务器设置）；程序会一直重试。</translation>
    </message>
    <message>
        <source>Importing {file} was cancelled; nothing of it was kept.</source>
        <translation>已取消导入 {file}，没有保留任何内容。</translation>
    </message>
    <message>
        <source>The folder for order files, {folder}, cannot be read ({reason}). Choose another one in settings.</source>
        <translation>读不了订单文件夹 {folder}（{reason}）。请在设置里另选一个。</translation>
    </message>
    <message>
        <source>{file} is not an order file: the column {missing} is missing. Choose the CSV that the shop exports under 订单管理.</source>
        <translation>{file} 不是订单文件：缺少「{missing}」列。请选择抖店「订单管理」里导出的 CSV。</translation>
    </message>
    <message>
        <source>The order file {file} cannot be read{place}: {reason} Nothing of it was kept; export it again.</source>
        <translation>订单表 {file} 读不出来{place}：{reason} 一行都没有留下，请重新导出。</translation>
    </message>
    <message>
        <source>Something unexpected happened and the show goes on: {reason}. The log has the details.</source>
        <translation>发生意外错误，直播不受影响：{reason}。详情见日志。</translation>
    </message>
    <message>
        <source>The recording {file} cannot be read{place}: {reason} Choose a recording of a relay (.jsonl).</source>
        <translation>录制文件 {file} 读不出来{place}：{reason} 请选择弹幕录制文件（.jsonl）。</translation>
    </message>
    <message>
        <source>What answers at {address} is no bullet-comment relay that lets us in. Check the address in the settings, and whether another program has the relay&apos;s port.</source>
        <translation>{address} 应答的不是可用的弹幕转发。检查设置里的地址，以及端口是不是被别的程序占用。</translation>
    </message>
    <message>
        <source>{address} is no relay&apos;s address. It begins with ws:// or wss://, such as ws://127.0.0.1:8888.</source>
        <translation>{address} 不是弹幕转发地址，应以 ws:// 或 wss:// 开头，例如 ws://127.0.0.1:8888。</translation>
    </message>
    <message>
        <source>The newest backup {detail} is damaged. An older good one is kept; make a new backup now.</source>
        <translation>最新的备份 {detail} 已损坏。较早的完好备份仍保留；请现在重新备份。</translation>
    </message>
    <message>
        <source>The hourly backup failed ({reason}); check the disk.</source>
        <translation>定时备份失败（{reason}），请检查磁盘。</translation>
    </message>
    <message>
        <source>The last change of the rundown is not on disk ({reason}); keep the program open and check the disk.</source>
        <translation>流程单的最近修改还没存盘（{reason}），请不要关闭程序并检查磁盘。</translation>
    </message>
    <message>
        <source>The show has moved on: your change was made on revision {base}, it is at {current} now. Look at the new version and make the change again.</source>
        <translation>场次已被改过：你的修改基于修订 {base}，现在是 {current}。请看过新版本后再改。</translation>
    </message>
    <message>
        <source>The data folder {path} is in use by another livedesk (process {pid}). Close it first, or choose another folder with --data.</source>
        <translation>数据文件夹 {path} 正被另一个 livedesk 使用（进程 {pid}）。请先关闭它，或用 --data 另选文件夹。</translation>
    </message>
    <message>
        <source>livedesk cannot write the data folder {path} ({reason}). Give your user the right to write it, or choose another with --data.</source>
        <translation>无法写入数据文件夹 {path}（{reason}）。请给当前用户写权限，或用 --data 另选。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a picture. Rename it: plain letters and digits, no folders above, no special characters.</source>
        <translation>“{name}”不能用作图片名。请改名：只用普通文字和数字，不要含上级目录或特殊字符。</translation>
    </message>
    <message>
        <source>The picture {name} could not be kept ({reason}). Check the disk and try again.</source>
        <translation>图片 {name} 未能保存（{reason}）。请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>OBS is running but closed to us: answer its crash dialog, and choose normal mode (not safe mode).</source>
        <translation>OBS 开着，但连不进去：请处理它的崩溃提示，选正常模式，不要选安全模式。</translation>
    </message>
    <message>
        <source>OBS does not answer. Look at OBS on its machine; if it hangs, restart it. Takes sent before may still run.</source>
        <translation>OBS 没有响应。请查看 OBS 所在电脑，卡死就重启；之前发出的切换可能稍后才执行。</translation>
    </message>
    <message>
        <source>The link to OBS is gone. The rundown goes on; takes are withheld until OBS is back.</source>
        <translation>OBS 已断开。节目单照常走，恢复前不再切画面。</translation>
    </message>
    <message>
        <source>The link to OBS is gone while the show went out of it: unless OBS still runs, the stream is OFF, and so is the virtual camera. Look at once, start OBS and its output again. The rundown goes on.</source>
        <translation>OBS 断开，而节目正从它送出：若 OBS 已退出，推流和虚拟摄像头就是 OFF。马上去看，重启 OBS 并重新开始输出。流程单继续走。</translation>
    </message>
    <message>
        <source>Something listens at {address}, but no OBS answers there. If OBS hangs, restart it. If another program has this port, enter another one in OBS (Tools → WebSocket Server Settings) and in the settings here.</source>
        <translation>{address} 有程序在监听，但没有 OBS 应答。OBS 卡住了就重启它；端口若被别的程序占用，请在 OBS（工具 → WebSocket 服务器设置）和这里的设置里改用另一个端口。</translation>
    </message>
    <message>
        <source>The stream is OFF, though it ran. Start it again, on the panel Outputs or in OBS.</source>
        <translation>推流已停，之前在推。请在“输出”面板或 OBS 里重新开始推流。</translation>
    </message>
    <message>
        <source>A transition in OBS is stuck: its output may still show the old scene. Free OBS, or use the safe scene.</source>
        <translation>OBS 转场卡住了，画面可能还停在旧场景。请点「解开 OBS」，或切紧急画面。</translation>
    </message>
    <message>
        <source>The virtual camera is OFF, though it ran: the companion program has no picture. Start it again, on the panel Outputs or in OBS.</source>
        <translation>虚拟摄像头已停，之前在用：直播伴侣没有画面。请在“输出”面板或 OBS 里重新启动。</translation>
    </message>
    <message>
        <source>OBS lost the stream&apos;s server and connects again by itself: viewers see nothing new. Look at the network.</source>
        <translation>OBS 与推流服务器断开，正在自动重连：观众看不到新画面。请检查网络。</translation>
    </message>
    <message>
        <source>The stream did not start. {reason} Look at server and key in OBS (Settings → Stream) and at the network, then start it again.</source>
        <translation>推流没有开始。{reason} 请检查 OBS 里的服务器和推流码（设置 → 直播）以及网络，再重新开始。</translation>
    </message>
    <message>
        <source>The recording did not start. {reason} Look at its folder in OBS (Settings → Output) and at the disk, then start it again.</source>
        <translation>录制没有开始。{reason} 请检查 OBS 里的录像路径（设置 → 输出）和磁盘，再重新开始。</translation>
    </message>
    <message>
        <source>The replay buffer did not start. {reason} Switch it on in OBS (Settings → Output → Replay Buffer), then start it again.</source>
        <translation>回放缓存没有启动。{reason} 请在 OBS 里启用（设置 → 输出 → 回放缓存），再重新启动。</translation>
    </message>
    <message>
        <source>The virtual camera did not start. {reason} Start it once in OBS itself and answer what it asks; on Linux it needs the driver v4l2loopback.</source>
        <translation>虚拟摄像头没有启动。{reason} 请先在 OBS 里启动一次并回答它的提示；Linux 上需要驱动 v4l2loopback。</translation>
    </message>
    <message>
        <source>The network loses {percent}% of the stream&apos;s frames. Lower the bitrate in OBS, use a cable, stop what else uses the line.</source>
        <translation>网络丢了推流 {percent}% 的帧。请调低 OBS 码率、改用网线、停掉其他占用带宽的程序。</translation>
    </message>
    <message>
        <source>The stream&apos;s server takes the data too slowly ({percent}% congested). Lower the bitrate in OBS, or use another server.</source>
        <translation>推流服务器接收太慢（拥塞 {percent}%）。请调低 OBS 码率，或换一个服务器。</translation>
    </message>
    <message>
        <source>OBS draws {percent}% of the frames too late. Close what else uses the graphics card, lower OBS&apos;s frame rate, hide heavy sources.</source>
        <translation>OBS 有 {percent}% 的帧渲染不及。请关掉其他占用显卡的程序、调低帧率、隐藏过重的来源。</translation>
    </message>
    <message>
        <source>OBS encodes {percent}% of the frames too late. Choose a faster preset or the graphics card&apos;s encoder, close other programs.</source>
        <translation>OBS 有 {percent}% 的帧编码不及。请换更快的预设或显卡编码器，关掉其他程序。</translation>
    </message>
    <message>
        <source>OBS makes only {percent}% of the frames that it is set to. Close other programs, hide heavy sources.</source>
        <translation>OBS 帧率只有设定的 {percent}%。请关掉其他程序，隐藏过重的来源。</translation>
    </message>
    <message>
        <source>The recording fills the disk within {value} h. Free some space, or record to another disk after the show.</source>
        <translation>按现在的码率，录制 {value} 小时内会写满磁盘。请腾出空间，或下播后换一块盘。</translation>
    </message>
    <message>
        <source>OBS&apos;s disk has only {value} GB left. Free some space before a recording ends by itself.</source>
        <translation>OBS 所在磁盘只剩 {value} GB。请腾出空间，以免录制自己中断。</translation>
    </message>
    <message>
        <source>Nothing is heard of {input} for {seconds} s. Look at the microphone, its cable and its battery, and whether it is in the scene on air.</source>
        <translation>{input} 已 {seconds} 秒没有声音。请检查话筒、线和电池，以及它是否在播出的场景里。</translation>
    </message>
    <message>
        <source>{input} is muted on air. Take the mute off, here or in OBS.</source>
        <translation>{input} 在直播中被静音。请在这里或 OBS 里取消静音。</translation>
    </message>
    <message>
        <source>OBS refused the password. Enter the one shown in OBS (Tools → WebSocket Server Settings → Show Connect Info); it is tried again then.</source>
        <translation>OBS 密码不对。请填入 OBS 里的密码（工具 → WebSocket 服务器设置 → 显示连接信息），保存后重连。</translation>
    </message>
    <message>
        <source>Another program than OBS answers at {address}: its port is taken. End that program, or enter another port in OBS (Tools → WebSocket Server Settings) and in the settings here.</source>
        <translation>OBS 的端口被占用：{address} 应答的不是 OBS。关掉那个程序，或在 OBS（工具 → WebSocket 服务器设置）和这里的设置里换个端口。</translation>
    </message>
    <message>
        <source>The feed cannot be recorded to {file} ({reason}). Free disk space or choose another data folder.</source>
        <translation>无法录制到 {file}（{reason}）。请清理磁盘或换一个数据目录。</translation>
    </message>
    <message>
        <source>{file}: choose a file name that ends in .html, .pdf or .csv.</source>
        <translation>{file}：文件名请以 .html、.pdf 或 .csv 结尾。</translation>
    </message>
    <message>
        <source>{file} is neither UTF-8 nor GBK (byte {at}). Save it as UTF-8 or as xlsx.</source>
        <translation>{file} 既不是 UTF-8 也不是 GBK（第 {at} 字节）。请另存为 UTF-8 或 xlsx。</translation>
    </message>
    <message>
        <source>Line {line} of {file} cannot be read: {reason} Correct it and import again.</source>
        <translation>{file} 第 {line} 行读不出来：{reason} 请改好再导入。</translation>
    </message>
    <message>
        <source>The cell holds an error of the spreadsheet (as #REF!). Correct the formula.</source>
        <translation>单元格是公式错误（如 #REF!），请改好公式。</translation>
    </message>
    <message>
        <source>The times give {range} and the duration says {duration}. The times were taken.</source>
        <translation>起止时间为 {range}，时长写的是 {duration}，以起止时间为准。</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save it without one and import again.</source>
        <translation>{file} 有密码保护，请去掉密码另存后再导入。</translation>
    </message>
    <message>
        <source>The cell&apos;s formula has no saved result. Open the file in a spreadsheet program and save it.</source>
        <translation>公式没有保存结果，请用表格软件打开并保存一次。</translation>
    </message>
    <message>
        <source>This row is hidden in the sheet and was read all the same. Delete it there if it is not wanted.</source>
        <translation>这一行在表里是隐藏的，仍然读入了；不要的话请删掉。</translation>
    </message>
    <message>
        <source>{file} is not an xlsx workbook. Save it as xlsx or csv.</source>
        <translation>{file} 不是 xlsx 工作簿，请另存为 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>{file} is in the old xls format. Save it as xlsx and import again.</source>
        <translation>{file} 是旧的 xls 格式，请另存为 xlsx 再导入。</translation>
    </message>
    <message>
        <source>This row begins {length} before the row above ends. It begins when that one ends.</source>
        <translation>这一行比上一行结束早 {length}，将接在上一行之后。</translation>
    </message>
    <message>
        <source>The row begins at {value}, before the start that the sheet gives. It was kept so; check both.</source>
        <translation>这一行从 {value} 开始，早于表里写的开播时间，已按表读入，请核对。</translation>
    </message>
    <message>
        <source>{value} happens twice on that day (the clocks go back). Write (前) after it for the first, (后) for the second, or choose another time.</source>
        <translation>{value} 在当天出现两次（时钟回拨）。请在后面写“(前)”或“(后)”指明第几次，或换一个时间。</translation>
    </message>
    <message>
        <source>{count} rows share this time: {length} each.</source>
        <translation>{count} 行共用这段时间，每行 {length}。</translation>
    </message>
    <message>
        <source>{file} is too large for a run sheet. Delete empty sheets and rows and import again.</source>
        <translation>{file} 太大，不像流程单。请删掉空白工作表和空行再导入。</translation>
    </message>
    <message>
        <source>The fade was cut to 500 ms: a longer one would delay the panic scene.</source>
        <translation>淡入已缩短到 500 毫秒：再长会拖慢紧急画面。</translation>
    </message>
    <message>
        <source>The transition is not known and was read as a cut. Write 直切 or 淡入 with milliseconds.</source>
        <translation>转场写法不认识，按直切处理。请写“直切”或“淡入 300”。</translation>
    </message>
    <message>
        <source>Columns that are not known were left out: {value}. What the show needs, put into a column that is read, as 备注.</source>
        <translation>不认识的列没有读入：{value}。需要的内容请放到能读的列里，比如“备注”。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason} Save it again as xlsx or UTF-8 csv.</source>
        <translation>{file} 读不出来：{reason} 请重新另存为 xlsx 或 UTF-8 csv。</translation>
    </message>
    <message>
        <source>The show is on air already.</source>
        <translation>已经在直播中。</translation>
    </message>
    <message>
        <source>A rehearsal of {title} was cut off when the program ended. It is closed as far as it came; nothing of it counts for a live show.</source>
        <translation>上次退出时《{title}》的彩排还没结束，已按中断处收尾，不计入正式直播。</translation>
    </message>
    <message>
        <source>The show is on air: it can be rehearsed when it is over.</source>
        <translation>正在直播，结束后才能彩排。</translation>
    </message>
    <message>
        <source>A rehearsal is running; end it first.</source>
        <translation>正在彩排，请先结束彩排。</translation>
    </message>
    <message>
        <source>This rehearsal goes without OBS; begin one with OBS to try this out.</source>
        <translation>这次彩排不连 OBS；要试这一步，请连上 OBS 重新彩排。</translation>
    </message>
    <message>
        <source>A run is open already; end it first.</source>
        <translation>已有场次在进行，请先结束它。</translation>
    </message>
    <message>
        <source>Not ready: {count} critical checks are open (first: {first}). Finish them, or override with your name and a reason.</source>
        <translation>不可开播：{count} 项关键检查未完成（第一项：{first}）。请完成检查，或填写姓名和原因强制开播。</translation>
    </message>
    <message>
        <source>This segment ends at a fixed time; its length can&apos;t be changed by hand.</source>
        <translation>本环节按固定时间结束，不能手动加减时间。</translation>
    </message>
    <message>
        <source>Write something before you send it.</source>
        <translation>请先写内容再发送。</translation>
    </message>
    <message>
        <source>The show has ended; open it again for a new run.</source>
        <translation>本场已结束，重新打开节目即可新开一场。</translation>
    </message>
    <message>
        <source>The show is planned for {planned}, {hours} hours away from now. Open the right show, or go live all the same with your name and a reason.</source>
        <translation>本场计划 {planned} 开播，与现在相差 {hours} 小时。请打开正确的场次，或填写姓名和原因后仍要开播。</translation>
    </message>
    <message>
        <source>There is no run {run}. `livedesk runs` lists them.</source>
        <translation>没有第 {run} 次直播记录。用 `livedesk runs` 查看列表。</translation>
    </message>
    <message>
        <source>That check is no longer on the list.</source>
        <translation>这项检查已不在清单里。</translation>
    </message>
    <message>
        <source>That console cue is no longer in the rundown.</source>
        <translation>这个中控动作已不在流程单里。</translation>
    </message>
    <message>
        <source>That moment is not in this run.</source>
        <translation>本场没有这个标记。</translation>
    </message>
    <message>
        <source>That product is no longer in the queue.</source>
        <translation>这个商品已不在队列里。</translation>
    </message>
    <message>
        <source>That promotion is no longer in the show.</source>
        <translation>这个促销已不在节目里。</translation>
    </message>
    <message>
        <source>That segment is no longer in the rundown.</source>
        <translation>这个环节已不在流程单里。</translation>
    </message>
    <message>
        <source>That standby plan is no longer in the show.</source>
        <translation>这个应急预案已不在节目里。</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>没有可以返回的上一项。</translation>
    </message>
    <message>
        <source>This item has no length to change.</source>
        <translation>这一项没有时长可改。</translation>
    </message>
    <message>
        <source>Nothing follows by itself here; take the next one with GO.</source>
        <translation>这里不会自动跟进；请用“切下一项”。</translation>
    </message>
    <message>
        <source>This is the last segment; there is nothing to take. End the show when you are done.</source>
        <translation>已是最后一项，没有下一项了；播完请点“结束直播”。</translation>
    </message>
    <message>
        <source>The rundown has no segment to take; import a run sheet first.</source>
        <translation>流程单里没有可播环节，请先导入流程单。</translation>
    </message>
    <message>
        <source>No time is left to take away.</source>
        <translation>已没有可减的时间。</translation>
    </message>
    <message>
        <source>Run {run} never went on air, so there is nothing to report.</source>
        <translation>第 {run} 场没有开播，没有可报告的内容。</translation>
    </message>
    <message>
        <source>No standby plan is on air that could be ended.</source>
        <translation>现在没有正在播的应急预案。</translation>
    </message>
    <message>
        <source>The show is not on air yet; press Space to go on air.</source>
        <translation>还没开播，按空格开播。</translation>
    </message>
    <message>
        <source>No run is open; open a show first.</source>
        <translation>还没有打开场次，请先打开一场节目。</translation>
    </message>
    <message>
        <source>That segment is on air now.</source>
        <translation>这个环节正在播。</translation>
    </message>
    <message>
        <source>Say first whether to go on with this show.</source>
        <translation>请先选择是否继续这场直播。</translation>
    </message>
    <message>
        <source>This version can&apos;t do that ({name}).</source>
        <translation>此版本不支持该操作（{name}）。</translation>
    </message>
    <message>
        <source>The approval ({state}) does not come along, since anybody can change a sheet: the new show begins as a draft. The json file carries it.</source>
        <translation>审批状态（{state}）不会带过来，因为表格人人可以改：新场次从草稿开始。json 文件会带上审批状态。</translation>
    </message>
    <message>
        <source>The cell under &quot;{name}&quot; has no place in a standby plan and was left out.</source>
        <translation>应急预案里用不到“{name}”，这一格没有读入。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a group of checks. Write 摄像, 音频, 灯光, OBS 与网络, 道具与样品, 商品与价格, 账号与权限 or 人员.</source>
        <translation>“{value}”不是检查分组，请写摄像、音频、灯光、OBS 与网络、道具与样品、商品与价格、账号与权限或人员。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a number of pieces. Write it as 300, 1,200 or 1.2万.</source>
        <translation>“{value}”不是数量，请写成 300、1,200 或 1.2万。</translation>
    </message>
    <message>
        <source>The column &quot;{value}&quot; was left out here: the sheet of products says it. Correct it there.</source>
        <translation>这里的“{value}”列没有读入，以商品表为准；要改请改商品表。</translation>
    </message>
    <message>
        <source>The console action &quot;{value}&quot; falls outside its item&apos;s time. Correct its time.</source>
        <translation>中控动作“{value}”不在本环节的时间里，请改时间。</translation>
    </message>
    <message>
        <source>The console action &quot;{value}&quot; of a standby plan names a time of day. It is due when the plan is called.</source>
        <translation>应急预案的中控动作“{value}”写了钟点，按调用预案时执行。</translation>
    </message>
    <message>
        <source>The standby plan names the product &quot;{name}&quot;, which the show does not have. It was left out.</source>
        <translation>应急预案写的商品“{name}”不在本场商品里，没有导入。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a duration. Write it as 5分钟, 05:00 or 00:05:00.</source>
        <translation>“{value}”不是时长，请写成 5分钟、05:00 或 00:05:00。</translation>
    </message>
    <message>
        <source>The end {value} comes before the start. Correct one of them.</source>
        <translation>结束时间 {value} 早于开始，请改其中一个。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a way to end an item. Write 手动, 自动 or a time.</source>
        <translation>“{value}”不是结束方式，请写“手动”“自动”或一个时刻。</translation>
    </message>
    <message>
        <source>The id {value} was rounded by the spreadsheet. Enter it again as text.</source>
        <translation>编号 {value} 被表格软件取整了，请以文本重新填写。</translation>
    </message>
    <message>
        <source>Link {link} belongs to &quot;{name}&quot; already. Give each product its own number.</source>
        <translation>{link} 号链接已经是“{name}”，请给每个商品不同的链接号。</translation>
    </message>
    <message>
        <source>There is no product with link {link} in the product sheet. Add it, or correct the number.</source>
        <translation>商品表里没有 {link} 号链接，请补上或改号。</translation>
    </message>
    <message>
        <source>{file} does not say the date; give it with --date 2026-11-25.</source>
        <translation>{file} 没有写日期，请用 --date 2026-11-25 指定。</translation>
    </message>
    <message>
        <source>{file} does not say when the show starts; give it with --start 20:00.</source>
        <translation>{file} 没有写开播时间，请用 --start 20:00 指定。</translation>
    </message>
    <message>
        <source>This row has neither an end nor a duration. Write one, as 20:00-20:05 or 5分钟.</source>
        <translation>这一行没有结束时间也没有时长，请写成 20:00-20:05 或 5分钟。</translation>
    </message>
    <message>
        <source>{file} has no header row with a time (时间段) and a title (环节). Name the columns and import again.</source>
        <translation>{file} 里找不到含“时间段”和“环节”的表头，请写好列名再导入。</translation>
    </message>
    <message>
        <source>No row under the header is an item: the file holds a show without segments.</source>
        <translation>表头下面没有任何环节：这个文件是一场没有环节的直播。</translation>
    </message>
    <message>
        <source>There is no item under the header. Fill in the rundown and import again.</source>
        <translation>表头下面没有环节，请填好流程再导入。</translation>
    </message>
    <message>
        <source>This row has no time. Write one, as 20:00-20:05 or 5分钟.</source>
        <translation>这一行没有时间，请写成 20:00-20:05 或 5分钟。</translation>
    </message>
    <message>
        <source>This row has a time but no title. Name the item.</source>
        <translation>这一行有时间没有环节名，请补上。</translation>
    </message>
    <message>
        <source>The standby plan &quot;{title}&quot; is the panic scene (F9) and names no scene: 紧急画面 was put in. Write the scene&apos;s name as it is in OBS if it is another one.</source>
        <translation>预案“{title}”是紧急画面（F9），但没写场景：已填“紧急画面”。如果 OBS 里叫别的名字，请在表里写上。</translation>
    </message>
    <message>
        <source>The picture {name} is not beside the sheet. Put it there, or add it later.</source>
        <translation>图片 {name} 不在表格旁边，请放进去，或以后再补。</translation>
    </message>
    <message>
        <source>The picture {name} is too large and was left out. Make it smaller than 20 MB.</source>
        <translation>图片 {name} 太大，没有读入，请缩小后再放。</translation>
    </message>
    <message>
        <source>There is no automatic probe &quot;{value}&quot;. The check is done by hand.</source>
        <translation>没有自动检测“{value}”，这一项改为手动检查。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not in the product sheet and was added with its name alone.</source>
        <translation>商品表里没有“{name}”，只按名称新增。</translation>
    </message>
    <message>
        <source>This product has no name. Write one.</source>
        <translation>这个商品没有名称，请补上。</translation>
    </message>
    <message>
        <source>There is no product &quot;{value}&quot;. Correct the name or the link number.</source>
        <translation>没有商品“{value}”，请改名称或链接号。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a kind of promotion. Write 满减, 折扣, 返现, 秒杀, 赠品, 团购, 抽奖, 优惠券 or 福袋.</source>
        <translation>“{value}”不是促销类型，请写满减、折扣、返现、秒杀、赠品、团购、抽奖、优惠券或福袋。</translation>
    </message>
    <message>
        <source>{file} was not imported: {count} problems. The first: row {row}, {column}: {reason}</source>
        <translation>{file} 没有导入：共 {count} 处问题。第一处：第 {row} 行 {column}：{reason}</translation>
    </message>
    <message>
        <source>The cell names several scenes. The first was taken: {value}.</source>
        <translation>这一格写了多个场景，取第一个：{value}。</translation>
    </message>
    <message>
        <source>This row lasts {length}, until the time of the next one. If a time is of the evening, write it as 19:30.</source>
        <translation>这一行持续 {length}，直到下一行的时间。如果是晚上的时间，请写成 19:30。</translation>
    </message>
    <message>
        <source>There is no item &quot;{value}&quot; in the rundown. Correct its number or title.</source>
        <translation>流程里没有环节“{value}”，请改序号或名称。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; differs from what an earlier row says of {name}, which was kept. Write the same in both.</source>
        <translation>“{value}”和前面几行里 {name} 的写法不一样，以前面的为准；请写成一致。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; was left out: this row has several products. Write one line for each of them.</source>
        <translation>“{value}”没有读入：这一行有多个商品，请每个商品写一行（单元格内换行）。</translation>
    </message>
    <message>
        <source>From its start to its end this row lasts {length}. Correct its times: a row lasts six hours at most.</source>
        <translation>这一行从开始到结束共 {length}。请改时间：一行最长六小时。</translation>
    </message>
    <message>
        <source>The sheet &quot;{name}&quot; was not read: it is no run sheet, product, promotion or check list.</source>
        <translation>工作表“{name}”没有读入：不是流程、商品、促销或检查表。</translation>
    </message>
    <message>
        <source>{value} comes before the row above ({above}). Correct the time; only a step back of more than six hours means the next day.</source>
        <translation>{value} 早于上一行（{above}），请改时间；早六小时以上才当作次日。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a time. Write it as 20:00-20:05 or 20:00.</source>
        <translation>“{value}”不是时间，请写成 20:00-20:05 或 20:00。</translation>
    </message>
    <message>
        <source>The sheet gives no year: {date} was assumed.</source>
        <translation>表里没写年份，按 {date} 处理。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is neither yes nor no. Write 是 or 否.</source>
        <translation>“{value}”不是“是”或“否”，请改。</translation>
    </message>
    <message>
        <source>The show &quot;{title}&quot; ({show}) is there already. Open it, or import the sheet under another title or date.</source>
        <translation>场次“{title}”（{show}）已存在。请直接打开，或换标题、日期后再导入。</translation>
    </message>
    <message>
        <source>There is no show {show} (at the revision asked for). `livedesk shows` lists them.</source>
        <translation>没有场次 {show}（或没有该修订）。用 `livedesk shows` 查看列表。</translation>
    </message>
    <message>
        <source>A show &quot;{title}&quot; that starts at {start} is there already; keeping this one makes a second one beside it.</source>
        <translation>已经有同名、同时开播的场次“{title}”（{start}）；保存后会多出一场。</translation>
    </message>
    <message>
        <source>The show file does not hang together: {what}. Nothing of it was kept.</source>
        <translation>流程文件前后对不上：{what}。没有读入任何内容。</translation>
    </message>
    <message>
        <source>The show file was written by a newer version ({version}; this one knows {known}). Update the program.</source>
        <translation>流程文件是新版本写的（{version}，本版本到 {known}），请更新程序。</translation>
    </message>
    <message>
        <source>The show file cannot be read: {reason}. Export it again.</source>
        <translation>流程文件读不出来：{reason}。请重新导出。</translation>
    </message>
    <message>
        <source>A scene was renamed in OBS ({names}), but the script is locked and keeps the old name: its takes are withheld. Unlock the script and the new name goes in by itself, or rename the scene back in OBS.</source>
        <translation>OBS 里的场景改了名（{names}），但脚本已锁定，流程单里还是旧名，切不过去。解锁脚本后会自动换成新名，或在 OBS 里改回去。</translation>
    </message>
    <message>
        <source>livedesk is closing and keeps nothing more. Start it again and repeat the last step.</source>
        <translation>程序正在退出，不再保存。请重新启动后再做一次最后的操作。</translation>
    </message>
    <message>
        <source>The database {path} is damaged ({reason}). It was not touched. Restore the newest good backup: {backup}</source>
        <translation>数据库 {path} 已损坏（{reason}）。文件未被改动。请恢复最新的完好备份：{backup}</translation>
    </message>
    <message>
        <source>The disk of {path} is full. The show goes on in memory: delete something on this disk, and livedesk saves by itself.</source>
        <translation>{path} 所在磁盘已满。直播照常进行，数据暂存内存：请在该磁盘上腾出空间，程序会自动补存。</translation>
    </message>
    <message>
        <source>The database {path} is empty (0 bytes), which livedesk never leaves behind. It was not touched. Restore the newest good backup: {backup}</source>
        <translation>数据库 {path} 是空文件（0 字节），livedesk 不会留下这样的文件。文件未被改动。请恢复最新的完好备份：{backup}</translation>
    </message>
    <message>
        <source>{path} is not a livedesk database. It was not touched. Move it elsewhere, or choose another data folder.</source>
        <translation>{path} 不是 livedesk 的数据库。文件未被改动。请把它移走，或另选数据文件夹。</translation>
    </message>
    <message>
        <source>Another program holds the database {path}. The show goes on; close that program, and livedesk saves by itself.</source>
        <translation>另一个程序占用了数据库 {path}。直播照常进行：请关闭该程序，程序会自动补存。</translation>
    </message>
    <message>
        <source>There is no livedesk database at {path}. Open the desktop once, or choose another data folder with --data.</source>
        <translation>{path} 没有 livedesk 数据库。请先打开一次桌面程序，或用 --data 选择别的数据文件夹。</translation>
    </message>
    <message>
        <source>The database {path} comes from a newer livedesk (schema {found}, this one knows {known}). Update livedesk, or choose another data folder.</source>
        <translation>数据库 {path} 由更新版本的 livedesk 写成（结构 {found}，本版本只认识到 {known}）。请升级 livedesk，或另选数据文件夹。</translation>
    </message>
    <message>
        <source>livedesk may not write {path} ({reason}). Give your user the right to write it, or choose another data folder.</source>
        <translation>没有权限写入 {path}（{reason}）。请给当前用户写权限，或另选数据文件夹。</translation>
    </message>
    <message>
        <source>The database {path} is of an older livedesk (schema {found}). Open it once with the desktop, which brings it up to date and keeps a copy.</source>
        <translation>数据库 {path} 是旧版本（结构 {found}）。请用桌面程序打开一次，程序会升级并保留副本。</translation>
    </message>
    <message>
        <source>The data folder {path} is open for reading only. Close the program that owns it and try again.</source>
        <translation>数据文件夹 {path} 以只读方式打开。请关闭占用它的程序后再试。</translation>
    </message>
    <message>
        <source>The disk refuses to write {path} ({reason}). The show goes on in memory: check the disk; livedesk keeps trying.</source>
        <translation>磁盘拒绝写入 {path}（{reason}）。直播照常进行，数据暂存内存：请检查磁盘，程序会不断重试。</translation>
    </message>
    <message>
        <source>No show is on the desk; open one first.</source>
        <translation>还没有打开节目，请先打开一场。</translation>
    </message>
    <message>
        <source>{title} is on air on this desk; end it before you open another show.</source>
        <translation>{title} 正在本台直播，请先结束直播再打开别的节目。</translation>
    </message>
    <message>
        <source>To go on air all the same, write both your name and a reason.</source>
        <translation>仍要开播，请填写姓名和原因。</translation>
    </message>
    <message>
        <source>There is no time zone &quot;{zone}&quot;. Write one as Asia/Shanghai.</source>
        <translation>没有时区“{zone}”，请写成 Asia/Shanghai 这样的名称。</translation>
    </message>
    <message>
        <source>The time {value} does not exist on that day (clocks go forward); use {next} or later.</source>
        <translation>{value} 这个时间不存在（时钟拨快），请改为 {next} 或更晚。</translation>
    </message>
    <message>
        <source> (row {row}, column {column})</source>
        <translation>（第 {row} 行“{column}”列）</translation>
    </message>
    <message>
        <source> (row {row})</source>
        <translation>（第 {row} 行）</translation>
    </message>
    <message>
        <source> “{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>Something is wrong: {code}. Look into the log for details.</source>
        <translation>出错了：{code}，详情见日志。</translation>
    </message>
    <message>
        <source>Online is down {percent}% on the five minutes before: bring a benefit product now.</source>
        <translation>在线比前 5 分钟下降 {percent}%：建议马上上福利品。</translation>
    </message>
    <message>
        <source>Online is up {percent}% on the five minutes before: greet them with a benefit and a lucky bag.</source>
        <translation>在线比前 5 分钟上升 {percent}%：欢迎新人，上福利品、发福袋。</translation>
    </message>
    <message>
        <source>The interaction rate is only {percent}%: ask for comments.</source>
        <translation>互动率只有 {percent}%：引导扣屏。</translation>
    </message>
    <message>
        <source>Comments are down {percent}% on the ten minutes before: ask the room something.</source>
        <translation>评论比前 10 分钟下降 {percent}%：抛话题，引导互动。</translation>
    </message>
    <message>
        <source>Sales are down {percent}% on the ten minutes before: price anchor, answer questions.</source>
        <translation>成交比前 10 分钟下降 {percent}%：讲价格锚点，答疑。</translation>
    </message>
    <message>
        <source>{product}: {left} of {stock} left. Limit purchases or unlist it.</source>
        <translation>{product} 仅剩 {left} / {stock}：建议限购或下架。</translation>
    </message>
    <message>
        <source>Nothing from the relay for {minutes} min: check the relay program.</source>
        <translation>弹幕已 {minutes} 分钟没有数据：检查弹幕转发程序。</translation>
    </message>
    <message>
        <source>The newest order file is {minutes} min old: export the orders again.</source>
        <translation>订单已 {minutes} 分钟没有更新：请重新导出订单。</translation>
    </message>
    <message>
        <source>alert rules not readable</source>
        <translation>预警规则读不了</translation>
    </message>
    <message>
        <source>backup damaged</source>
        <translation>备份损坏</translation>
    </message>
    <message>
        <source>backup failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>screen of the desk unplugged</source>
        <translation>台面所在屏幕已断开</translation>
    </message>
    <message>
        <source>change not saved</source>
        <translation>修改未保存</translation>
    </message>
    <message>
        <source>OBS not reachable</source>
        <translation>连不上 OBS</translation>
    </message>
    <message>
        <source>OBS waits in its crash dialog</source>
        <translation>OBS 停在崩溃提示</translation>
    </message>
    <message>
        <source>OBS does not answer</source>
        <translation>OBS 没有应答</translation>
    </message>
    <message>
        <source>link to OBS lost</source>
        <translation>与 OBS 断开</translation>
    </message>
    <message>
        <source>no answer at OBS&apos;s port</source>
        <translation>OBS 端口没有回应</translation>
    </message>
    <message>
        <source>OBS&apos;s port taken by another program</source>
        <translation>OBS 端口被别的程序占用</translation>
    </message>
    <message>
        <source>OBS password refused</source>
        <translation>OBS 拒绝密码</translation>
    </message>
    <message>
        <source>virtual camera off</source>
        <translation>虚拟摄像头停了</translation>
    </message>
    <message>
        <source>stream congested</source>
        <translation>推流拥塞</translation>
    </message>
    <message>
        <source>OBS&apos;s disk nearly full</source>
        <translation>OBS 磁盘将满</translation>
    </message>
    <message>
        <source>recording fills the disk</source>
        <translation>录制将写满磁盘</translation>
    </message>
    <message>
        <source>frames lost on the network</source>
        <translation>网络丢帧</translation>
    </message>
    <message>
        <source>frames encoded too late</source>
        <translation>编码丢帧</translation>
    </message>
    <message>
        <source>too few frames</source>
        <translation>帧率不足</translation>
    </message>
    <message>
        <source>frames drawn too late</source>
        <translation>渲染丢帧</translation>
    </message>
    <message>
        <source>microphone muted</source>
        <translation>话筒被静音</translation>
    </message>
    <message>
        <source>recording did not start</source>
        <translation>录制没有开始</translation>
    </message>
    <message>
        <source>replay buffer did not start</source>
        <translation>回放缓存没有启动</translation>
    </message>
    <message>
        <source>stream did not start</source>
        <translation>推流没有开始</translation>
    </message>
    <message>
        <source>virtual camera did not start</source>
        <translation>虚拟摄像头没有启动</translation>
    </message>
    <message>
        <source>stream reconnecting</source>
        <translation>推流重连</translation>
    </message>
    <message>
        <source>microphone silent</source>
        <translation>话筒无声</translation>
    </message>
    <message>
        <source>stream off</source>
        <translation>推流已停</translation>
    </message>
    <message>
        <source>OBS transition stuck</source>
        <translation>OBS 转场卡住</translation>
    </message>
    <message>
        <source>order folder not readable</source>
        <translation>订单文件夹读不了</translation>
    </message>
    <message>
        <source>not an order file</source>
        <translation>不是订单文件</translation>
    </message>
    <message>
        <source>order file not readable</source>
        <translation>订单文件读不了</translation>
    </message>
    <message>
        <source>prompter does not answer</source>
        <translation>提词器没有应答</translation>
    </message>
    <message>
        <source>prompter closed</source>
        <translation>提词器已关闭</translation>
    </message>
    <message>
        <source>prompter on no screen</source>
        <translation>提词器没有屏幕</translation>
    </message>
    <message>
        <source>no relay at its address</source>
        <translation>弹幕转发地址不对</translation>
    </message>
    <message>
        <source>scene name not followed</source>
        <translation>场景改名未跟上</translation>
    </message>
    <message>
        <source>relay not recorded</source>
        <translation>转发未录制</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>link lost</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>database held by another program</source>
        <translation>数据库被另一个程序占用</translation>
    </message>
    <message>
        <source>disk refuses to write</source>
        <translation>磁盘拒绝写入</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>data feed</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>prompter</source>
        <translation>提词</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>the message&apos;s Data cannot be read</source>
        <translation>消息的 Data 读不懂</translation>
    </message>
    <message>
        <source>received is not an instant with a zone</source>
        <translation>received 不是带时区的时刻</translation>
    </message>
    <message>
        <source>the message holds an impossible number</source>
        <translation>消息里有不成立的数字</translation>
    </message>
    <message>
        <source>neither 订单提交时间 nor 支付完成时间 is given</source>
        <translation>没有订单提交时间，也没有支付完成时间</translation>
    </message>
    <message>
        <source>the message has no Type</source>
        <translation>消息没有 Type</translation>
    </message>
    <message>
        <source>not a quantity</source>
        <translation>不是数量</translation>
    </message>
    <message>
        <source>not a line of a recording</source>
        <translation>不是录制文件的一行</translation>
    </message>
    <message>
        <source>not a time</source>
        <translation>不是时间</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>不是金额</translation>
    </message>
    <message>
        <source>not an order number</source>
        <translation>不是订单编号</translation>
    </message>
    <message>
        <source>the message is not a JSON object</source>
        <translation>消息不是 JSON 对象</translation>
    </message>
    <message>
        <source>the message is not JSON</source>
        <translation>消息不是 JSON</translation>
    </message>
    <message>
        <source>outside any possible amount</source>
        <translation>不在可能的范围内</translation>
    </message>
    <message>
        <source>the message is too long</source>
        <translation>消息太长</translation>
    </message>
    <message>
        <source>the message&apos;s Type is not known</source>
        <translation>消息的 Type 不认识</translation>
    </message>
    <message>
        <source>not as many columns as the heading</source>
        <translation>列数与表头不同</translation>
    </message>
    <message>
        <source>Say why the script is unlocked; the history keeps it.</source>
        <translation>请写明为什么解锁，历史里会保留。</translation>
    </message>
    <message>
        <source>The script stands elsewhere by now ({state}); look at its state and choose again.</source>
        <translation>脚本的状态已经变了（{state}），请看过现在的状态再选。</translation>
    </message>
    <message>
        <source>{file} has a password; save it without one.</source>
        <translation>{file} 有密码，请去掉密码另存后再读取。</translation>
    </message>
    <message>
        <source>{file} holds scripts and no run sheet: read it into the show it belongs to, on the page Plan.</source>
        <translation>{file} 是话术文档，不是流程单：请在“策划”页把它读入所属的场次。</translation>
    </message>
    <message>
        <source>{file} is not a Word document; choose a .docx file.</source>
        <translation>{file} 不是 Word 文档，请选择 .docx 文件。</translation>
    </message>
    <message>
        <source>{file} is an old Word file (.doc); save it as .docx and read that.</source>
        <translation>{file} 是旧版 Word 文件（.doc），请另存为 .docx 再读取。</translation>
    </message>
    <message>
        <source>{file} unpacks to too much; take pictures out or split it.</source>
        <translation>{file} 解开后太大，请删去图片或拆成几份。</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}); open it in Word, save it again and retry.</source>
        <translation>{file} 已损坏（{reason}），请用 Word 打开重新保存后再试。</translation>
    </message>
    <message>
        <source>Hand cards are written as html or pdf; name {file} so.</source>
        <translation>手卡只能导出为 html 或 pdf，请改 {file} 的扩展名。</translation>
    </message>
    <message>
        <source>“{title}” has no products, so there are no hand cards; add products first.</source>
        <translation>“{title}”没有商品，无法导出手卡，请先添加商品。</translation>
    </message>
    <message>
        <source>The regular expression cannot be read at character {at} ({reason}): correct it, or turn “Regular expression” off.</source>
        <translation>正则表达式第 {at} 个字符处有误（{reason}）：请改正，或取消“正则表达式”。</translation>
    </message>
    <message>
        <source>The replacement cannot be used ({reason}): \1 stands for the first group in brackets, and a backslash is written \\.</source>
        <translation>替换内容有误（{reason}）：\1 代表第一个括号组，反斜杠请写成 \\。</translation>
    </message>
    <message>
        <source>Nothing would be left of the title “{title}”. Replace it with some words, or change it in the fields.</source>
        <translation>标题“{title}”会变成空的。请换成别的文字，或在属性里修改。</translation>
    </message>
    <message>
        <source>This regular expression could take too long: avoid a repeat within a repeat, and use fewer “.*”.</source>
        <translation>这个正则表达式可能耗时过长：不要在重复里再套重复，并少用“.*”。</translation>
    </message>
    <message>
        <source>There is nothing to end at. Give the show a fixed end, or the segment a fixed start, then fit again.</source>
        <translation>没有要对准的结束时间。请先给整场设定硬结束，或给该环节设定定时开始，再重新分配。</translation>
    </message>
    <message>
        <source>Nobody speaks {value} characters a second; set a rate between {least} and {most}.</source>
        <translation>没有人每秒说 {value} 字，请设在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>“{value}” is no reminder that is read and was put into the note. Write it as 剩01:00黄 00:15红.</source>
        <translation>“{value}”不是可读的提醒，已放进备注。请写成“剩01:00黄 00:15红”。</translation>
    </message>
    <message>
        <source>The printer “{printer}” took nothing. Check that it is on and has paper, or write a PDF and print that.</source>
        <translation>打印机“{printer}”没有接收。请检查它是否开机、有纸，或先导出 PDF 再打印。</translation>
    </message>
    <message>
        <source>There are only {pages} pages: choose pages from 1 to {pages}, or all of them.</source>
        <translation>一共只有 {pages} 页：请选 1–{pages} 之间的页，或打印全部。</translation>
    </message>
    <message>
        <source>{names}: new, and nothing says the price. Give it in a sheet 商品 or a column 直播价, or in the products of the show.</source>
        <translation>{names} 是新商品，没有写明价格。请在“商品”表或“直播价”列写上价格，或在本场商品里补上。</translation>
    </message>
    <message>
        <source>This wording was left out: its place, its words or its rule is missing. Fill in 环节, 用语 and 规则.</source>
        <translation>这一条放行用语缺少位置、用语或规则，没有读取。请补全“环节”“用语”“规则”。</translation>
    </message>
    <message>
        <source>There is no row that can be read in what was copied. Copy rows of a spreadsheet, at least their titles.</source>
        <translation>复制的内容里没有可读的行。请从表格里复制若干行，至少要有环节名称。</translation>
    </message>
    <message>
        <source>What was copied is too large for rows of a run sheet (at most {most} rows). Copy fewer rows, or import the file.</source>
        <translation>复制的内容太多（最多 {most} 行）。请少复制一些，或者直接导入文件。</translation>
    </message>
    <message>
        <source>Columns that no field takes were put into the notes, under their headings: {value}. Give a column another heading, or say on the page Plan what it is.</source>
        <translation>没有对应字段的列已连同列名写入备注：{value}。可改列名后再粘贴，或在“策划”页指定该列是什么。</translation>
    </message>
    <message>
        <source>The rows have no headings; they were read by what stands in them: {columns}. Copy the headings along if that is wrong.</source>
        <translation>这些行没有表头，按内容读取为：{columns}。如有不对，请连表头一起复制。</translation>
    </message>
    <message>
        <source>No column says how long the rows are; each got {length}. Set the durations.</source>
        <translation>没有一列写明时长，每行先按 {length} 计。请补上时长。</translation>
    </message>
    <message>
        <source>This row is no segment and was put into a note: {text}. Move it where it belongs.</source>
        <translation>这一行不是环节，已放进备注：{text}。请移到该在的位置。</translation>
    </message>
    <message>
        <source>{file} holds scripts alone. Choose the show that they are for.</source>
        <translation>{file} 里只有话术。请选择要写入的场次。</translation>
    </message>
    <message>
        <source>{count} items have no heading in the document (“{heading}” …); their scripts stay as they are.</source>
        <translation>文档里缺 {count} 个环节的标题（“{heading}”等），它们的话术保持不变。</translation>
    </message>
    <message>
        <source>“{text}” stands before the first heading and was left out; move it under a heading.</source>
        <translation>“{text}”在第一个标题之前，未读入；请移到标题下面。</translation>
    </message>
    <message>
        <source>A text box under “{heading}” was left out; move its words into the text.</source>
        <translation>“{heading}”下的文本框未读入；请把文字移到正文。</translation>
    </message>
    <message>
        <source>The document has no headings; all of it was read as one script. Give each segment a heading style.</source>
        <translation>文档没有标题，全文当作一段话术；请给每个环节设标题样式。</translation>
    </message>
    <message>
        <source>“{heading}” stands for no segment of this show, or one that another heading already has; it is taken as new. Delete it if it is a copy.</source>
        <translation>“{heading}”在本场没有对应环节，或已被另一标题占用，按新环节处理；若是重复的请删去。</translation>
    </message>
    <message>
        <source>A table under “{heading}” (“{text}”) was left out; write its words as paragraphs.</source>
        <translation>“{heading}”下的表格（“{text}”）未读入；请把文字写成段落。</translation>
    </message>
    <message>
        <source>The picture {name} is too large for the show&apos;s file; make it smaller.</source>
        <translation>图片 {name} 太大，放不进场次文件，请缩小后再试。</translation>
    </message>
    <message>
        <source>OBS is not connected, or went away; try again once it is there.</source>
        <translation>OBS 未连接或已断开，连上后再试。</translation>
    </message>
    <message>
        <source>This OBS has none of the inputs that the card is made of ({kinds}). Install OBS&apos;s text plug-in.</source>
        <translation>这个 OBS 里没有商品卡所需的输入类型（{kinds}）。请安装 OBS 的文字插件。</translation>
    </message>
    <message>
        <source>OBS refused ({reason}). Look at the scene collection in OBS, and try again.</source>
        <translation>OBS 拒绝了（{reason}）。请在 OBS 里看一下场景集合，再试一次。</translation>
    </message>
    <message>
        <source>OBS is streaming, recording or feeding the virtual camera; stop that before you make a scene collection.</source>
        <translation>OBS 正在推流、录制或输出虚拟摄像头，请先停止，再创建场景集合。</translation>
    </message>
    <message>
        <source>The show is on air: scenes are made when it is over.</source>
        <translation>正在直播，场景请在下播后创建。</translation>
    </message>
    <message>
        <source>{input} is seen by the audience now; test it from another scene, or before the show.</source>
        <translation>“{input}”正被观众看到，请换到别的场景或开播前再测试。</translation>
    </message>
    <message>
        <source>{scene} holds a group, which OBS shows in one scene only. Take its sources out of the group, then make the twin.</source>
        <translation>场景“{scene}”里有分组，OBS 的分组只能放在一个场景里。请先把来源移出分组，再创建孪生场景。</translation>
    </message>
    <message>
        <source>The twin of {scene} is on air; take another scene first.</source>
        <translation>“{scene}”的孪生场景正在播出，请先切到别的场景。</translation>
    </message>
</context>
</TS>
