<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AllocationPanel</name>
    <message>
        <source>Fit into the slot</source>
        <translation>按时段调整时长</translation>
    </message>
    <message>
        <source>The chosen segments (none chosen: all) get longer or shorter in proportion</source>
        <translation>选中的环节（没选就是全部）按比例加长或缩短</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>按阶段</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Latest start of the chosen segment</source>
        <translation>所选环节的最晚开始</translation>
    </message>
    <message>
        <source>Speaking rate · characters a second</source>
        <translation>语速 · 字/秒</translation>
    </message>
    <message>
        <source>Give the show a fixed end first (nothing chosen: its facts stand at the right).</source>
        <translation>请先给整场设定硬结束（什么都不选时，整场信息在右边）。</translation>
    </message>
    <message>
        <source>It fits already.</source>
        <translation>时间已经合适。</translation>
    </message>
    <message>
        <source>{0} segments changed; the plan ends in time. Ctrl+Z takes it back.</source>
        <translation>改了 {0} 个环节，计划准时结束。Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>“{0}” is fixed at {1}, too late for the end of the show: move one of the two times.</source>
        <translation>“{0}”定时 {1}，赶不上硬结束：请改其中一个时间。</translation>
    </message>
    <message>
        <source>The plan ends {0} early, and nothing of what is chosen behind the last fixed time has a length of its own: choose others, or add a segment.</source>
        <translation>计划提前 {0} 结束，而所选环节中，最后一个定时点之后没有可调时长的：请另选环节，或新增环节。</translation>
    </message>
    <message>
        <source>{0} too long, and nothing of what is chosen behind the last fixed time can be shortened: choose others, or skip one.</source>
        <translation>超出 {0}，而所选环节中，最后一个定时点之后没有可缩短的：请另选环节，或跳过一个。</translation>
    </message>
    <message>
        <source>{0} are still missing: the words need their time. Shorten them, or skip a segment.</source>
        <translation>还差 {0}：话术需要这么长时间。请删减话术，或跳过一个环节。</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>There is nothing to fit yet: N in the rundown adds the first segment.</source>
        <translation>还没有可压缩的环节：在流程里按 N 新增第一个。</translation>
    </message>
    <message>
        <source>The script can&apos;t be changed now: unlock it to fit the plan into its slot.</source>
        <translation>脚本现在不能改：先解锁，再按时段调整时长。</translation>
    </message>
    <message>
        <source>{0} more people: choose a segment of theirs, and their rates stand here too.</source>
        <translation>另有 {0} 人：选中有他们的环节，他们的语速也会列在这里。</translation>
    </message>
    <message>
        <source>Choose a segment to see when it must start.</source>
        <translation>选择一个环节，查看它最晚几点开始。</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>planned of {0}</source>
        <translation>计划 / 时段 {0}</translation>
    </message>
    <message>
        <source>{0} in gaps before fixed times</source>
        <translation>定时前空档 {0}</translation>
    </message>
    <message>
        <source>begins {0} before the planned start</source>
        <translation>比计划开播早 {0} 开始</translation>
    </message>
    <message>
        <source>the show has no fixed end</source>
        <translation>整场没有硬结束</translation>
    </message>
    <message>
        <source>{0} too long</source>
        <translation>超出 {0}</translation>
    </message>
    <message>
        <source>{0} to spare</source>
        <translation>富余 {0}</translation>
    </message>
    <message>
        <source>All the words take {0}.</source>
        <translation>全部话术念完需要 {0}。</translation>
    </message>
    <message>
        <source>In {0} segments they do not fit.</source>
        <translation>其中 {0} 个环节念不完。</translation>
    </message>
</context>
<context>
    <name>ApprovalBox</name>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
</context>
<context>
    <name>ApprovalKeys</name>
    <message>
        <source>Open a show first</source>
        <translation>请先打开一场</translation>
    </message>
    <message>
        <source>Not while the show is on air</source>
        <translation>直播进行中不能归档</translation>
    </message>
    <message>
        <source>The script is at: {0}</source>
        <translation>脚本目前是“{0}”</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>What is wrong with the script</source>
        <translation>脚本里的问题</translation>
    </message>
    <message>
        <source>Nothing is wrong. Wording, prices, gifts, scenes, people and gaps are watched.</source>
        <translation>没有问题。用语、价格、赠品、场景、人员和互动间隔都在检查。</translation>
    </message>
    <message>
        <source>There is nothing to check yet: N in the rundown adds the first segment.</source>
        <translation>还没有可检查的内容：在流程里按 N 新增第一个环节。</translation>
    </message>
    <message>
        <source>Hints and settled ones too</source>
        <translation>连提示和已放行的一起显示</translation>
    </message>
    <message>
        <source>{0} must be mended · {1} to look at</source>
        <translation>必须改 {0} · 要留意 {1}</translation>
    </message>
    <message>
        <source>the first {0} are listed</source>
        <translation>列出前 {0} 条</translation>
    </message>
</context>
<context>
    <name>CheckStand</name>
    <message>
        <source>Keep, with a reason…</source>
        <translation>保留并说明…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Nothing is in front: choose in the list of checks what is let stand.</source>
        <translation>没有选中任何一条：请先在检查列表里选中要放行的一条。</translation>
    </message>
    <message>
        <source>This has to be mended: no reason lets it stand.</source>
        <translation>这一条必须改，不能写理由放行。</translation>
    </message>
    <message>
        <source>This stands already; it can be taken back.</source>
        <translation>这一条已经放行了；可以收回。</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>ClaimBar</name>
    <message>
        <source>Keep, with a reason…</source>
        <translation>保留并说明…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The wording before (Alt+Up)</source>
        <translation>上一处用语（Alt+↑）</translation>
    </message>
    <message>
        <source>The next wording (Alt+Down)</source>
        <translation>下一处用语（Alt+↓）</translation>
    </message>
    <message>
        <source>The wording before</source>
        <translation>上一处用语</translation>
    </message>
    <message>
        <source>The next wording</source>
        <translation>下一处用语</translation>
    </message>
    <message>
        <source>No wording to mend</source>
        <translation>没有要改的用语</translation>
    </message>
    <message>
        <source>kept by {0}: {1}</source>
        <translation>{0} 保留：{1}</translation>
    </message>
    <message>
        <source>suggested: “{0}”</source>
        <translation>建议改为“{0}”</translation>
    </message>
    <message>
        <source>best left out</source>
        <translation>最好删去</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不得使用</translation>
    </message>
    <message>
        <source>Allowed with proof only</source>
        <translation>有依据才能用</translation>
    </message>
    <message>
        <source>Not to be said</source>
        <translation>手卡写明不能说</translation>
    </message>
</context>
<context>
    <name>ClaimDesk</name>
    <message>
        <source>The card of “{0}” says not to say it.</source>
        <translation>“{0}”的手卡写明不能说。</translation>
    </message>
</context>
<context>
    <name>ConflictBar</name>
    <message>
        <source>Choose</source>
        <translation>去选择</translation>
    </message>
    <message>
        <source>A change of yours met another one. Both versions are kept until you choose.</source>
        <translation>你的一处改动与别人的冲突，两个版本都保留着，等你选择。</translation>
    </message>
    <message>
        <source>{0} changes of yours met others. All versions are kept until you choose.</source>
        <translation>你有 {0} 处改动与别人的冲突，所有版本都保留着，等你选择。</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Fields in dispute</source>
        <translation>有冲突的字段</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>你写的内容</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Look at the next one first; this one stays.</source>
        <translation>先看下一处，这一处保留。</translation>
    </message>
    <message>
        <source>{0} changes of the script wait for a choice; whoever closes now loses them.</source>
        <translation>话术有 {0} 处改动还等你选择；现在关闭就会丢失。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Really discard my words</source>
        <translation>确认放弃我写的内容</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>全用对方</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全用我的</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Discard my words</source>
        <translation>放弃我写的内容</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Nothing to choose. Where two people change the same, both versions stand here.</source>
        <translation>没有需要选择的冲突。两个人改到同一处时，两个版本都会列在这里。</translation>
    </message>
    <message>
        <source>Copy my words</source>
        <translation>复制我写的内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>You took lines or rows away; there are no words to keep.</source>
        <translation>你删去了行或环节，没有需要保留的文字。</translation>
    </message>
    <message>
        <source>{0} to choose</source>
        <translation>还有 {0} 项未选</translation>
    </message>
    <message>
        <source>Apply  Enter</source>
        <translation>应用  Enter</translation>
    </message>
    <message>
        <source>Apply mine</source>
        <translation>应用我的</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Choose segments or a standby plan in the list first (Ctrl+L).</source>
        <translation>请先在环节列表里选中环节或应急预案（Ctrl+L）。</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that a rundown could take.</source>
        <translation>剪贴板里没有流程能用的内容。</translation>
    </message>
    <message>
        <source>Ends by hand now, since this show has no such time to count down to: {0}</source>
        <translation>本场没有可倒数到的那个时刻，已改为手动结束：{0}</translation>
    </message>
    <message>
        <source>No row was pasted: another show was opened meanwhile. Open the first one and paste again.</source>
        <translation>没有粘贴任何一行：读取时打开了另一场。请回到原来那一场，再粘贴一次。</translation>
    </message>
    <message>
        <source>{0} rows became segments.</source>
        <translation>{0} 行已成为环节。</translation>
    </message>
    <message>
        <source>{0} rows became standby plans.</source>
        <translation>{0} 行已成为应急预案。</translation>
    </message>
    <message>
        <source>Numbers that others have became new ones: {0}.</source>
        <translation>编号已被其他环节占用，已改为新编号：{0}。</translation>
    </message>
    <message>
        <source>Not everything was understood: {0}</source>
        <translation>有内容没看懂：{0}</translation>
    </message>
    <message>
        <source>{0} more like these.</source>
        <translation>另有 {0} 处类似。</translation>
    </message>
</context>
<context>
    <name>CuesBox</name>
    <message>
        <source>Console cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>+ cue, as +1:30 …</source>
        <translation>+ 动作，如 +1:30 改价…</translation>
    </message>
    <message>
        <source>+ cue for each, as +1:30 …</source>
        <translation>给每一项添加，如 +1:30 …</translation>
    </message>
    <message>
        <source>What the console does</source>
        <translation>中控做什么</translation>
    </message>
    <message>
        <source>How long after the start</source>
        <translation>开始后多久</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>动作内容</translation>
    </message>
    <message>
        <source>All that are chosen have it already.</source>
        <translation>所选各项都已有这个动作。</translation>
    </message>
    <message>
        <source>Say what is to be done, or remove the cue with Delete in the list.</source>
        <translation>请写要做什么；不要这个动作，在列表里按 Delete 移除。</translation>
    </message>
    <message>
        <source>Write how long after the start, as +1:30, not a time of day.</source>
        <translation>请写开始后多久，如 +1:30，不要写钟点。</translation>
    </message>
</context>
<context>
    <name>DiffPage</name>
    <message>
        <source>What is different</source>
        <translation>版本差异</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>关闭  Esc</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>没有差异。</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>What is different</source>
        <translation>版本差异</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>New show</source>
        <translation>新建场次</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>FieldHeld</name>
    <message>
        <source>Meanwhile it was changed to “{0}”. Enter keeps yours, Esc takes that.</source>
        <translation>别人刚改成了“{0}”。回车用你的，Esc 用对方的。</translation>
    </message>
    <message>
        <source>“{0}” could not be taken; it was typed for what was shown before.</source>
        <translation>“{0}”填不进去，已放弃（那是给刚才那一项填的）</translation>
    </message>
    <message>
        <source>emptied for all</source>
        <translation>全部清空</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>{0} standby plans</source>
        <translation>{0} 个应急预案</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>{0} segments</source>
        <translation>{0} 个环节</translation>
    </message>
    <message>
        <source>Segment fields</source>
        <translation>环节属性</translation>
    </message>
    <message>
        <source>Standby plan</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>Standby plans</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>Show facts</source>
        <translation>整场信息</translation>
    </message>
    <message>
        <source>No show is open. Open one on the Plan page; its fields stand here.</source>
        <translation>还没有打开场次。在“计划”页打开一场，这里显示它的属性。</translation>
    </message>
    <message>
        <source>Choose a segment to see its fields. These are the show&apos;s own.</source>
        <translation>选中环节可看它的属性；下面是整场的信息。</translation>
    </message>
    <message>
        <source>▲ The script is archived: it can be read, not changed. Unlock it to change it.</source>
        <translation>▲ 脚本已归档：只能看，不能改。要改请先解锁。</translation>
    </message>
    <message>
        <source>▲ The script is locked: it can be read, not changed. Unlock it to change it.</source>
        <translation>▲ 脚本已锁定：只能看，不能改。要改请先解锁。</translation>
    </message>
    <message>
        <source>Product card</source>
        <translation>商品卡</translation>
    </message>
</context>
<context>
    <name>FieldsRead</name>
    <message>
        <source>Write minutes as 8, or 8:00, 1:05:00 or 90s; a day at most.</source>
        <translation>请写分钟数如 8，或 8:00、1:05:00、90s；最长一天。</translation>
    </message>
    <message>
        <source>Write milliseconds, as 300.</source>
        <translation>请写毫秒数，如 300。</translation>
    </message>
    <message>
        <source>At most 500 ms: a panic cut would have to wait for the end of a longer fade.</source>
        <translation>最长 500 毫秒：再长的淡入会拖住紧急切画面。</translation>
    </message>
    <message>
        <source>Write a whole number, as 300.</source>
        <translation>请写整数，如 300。</translation>
    </message>
    <message>
        <source>A price can&apos;t be less than nothing.</source>
        <translation>价格不能是负数。</translation>
    </message>
    <message>
        <source>Write a time as 21:30 or 21:30:15; another day as 11-27 21:30 or +1 21:30.</source>
        <translation>请写时刻，如 21:30 或 21:30:15；别的日子写 11-27 21:30 或 次日 21:30。</translation>
    </message>
    <message>
        <source>Write day and time as 2026-11-25 20:00, or a time of the same day.</source>
        <translation>请写日期和时刻，如 2026-11-25 20:00；同一天可只写时刻。</translation>
    </message>
    <message>
        <source>The clocks go back that night: this time comes twice. Which one?</source>
        <translation>当夜时钟回拨，这个时刻有两次。是哪一次？</translation>
    </message>
    <message>
        <source>The fixed time {0} would then not exist: the clocks go forward. Change that one first.</source>
        <translation>这样一来定时 {0} 就不存在了（时钟拨快）。请先改那个时刻。</translation>
    </message>
</context>
<context>
    <name>FilesMenu</name>
    <message>
        <source>Run sheet as PDF</source>
        <translation>流程单（PDF）</translation>
    </message>
    <message>
        <source>Hand cards as PDF</source>
        <translation>手卡（PDF）</translation>
    </message>
    <message>
        <source>Run sheet for a browser (HTML)</source>
        <translation>网页流程单（HTML）</translation>
    </message>
    <message>
        <source>Run sheet (xlsx)</source>
        <translation>流程单（xlsx）</translation>
    </message>
    <message>
        <source>Run sheet (csv)</source>
        <translation>流程单（csv）</translation>
    </message>
    <message>
        <source>Scripts to edit in a word processor (docx)</source>
        <translation>话术文档（docx）</translation>
    </message>
    <message>
        <source>Whole show with pictures (json)</source>
        <translation>整场含图片（json）</translation>
    </message>
    <message>
        <source>Calendar for the team (ics)</source>
        <translation>团队日历（ics）</translation>
    </message>
    <message>
        <source>Print the run sheet …</source>
        <translation>打印流程单…</translation>
    </message>
    <message>
        <source>Print the hand cards …</source>
        <translation>打印手卡…</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the script</source>
        <translation>在话术中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Whole show</source>
        <translation>整场</translation>
    </message>
    <message>
        <source>Every script, title and note of the show</source>
        <translation>整场的话术、标题和备注</translation>
    </message>
    <message>
        <source>The place before (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>The next place (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FindDesk</name>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagEditor</name>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>This could not be kept. The script may be locked, or the segment gone.</source>
        <translation>没能保存：脚本可能已锁定，或环节已删除。</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>New milestone</source>
        <translation>新节点</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新环节</translation>
    </message>
    <message>
        <source>New standby plan</source>
        <translation>新预案</translation>
    </message>
    <message>
        <source>Empty group removed; Ctrl+Z brings it back</source>
        <translation>已删除空分组，Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>{0} standby plans removed; Ctrl+Z brings them back</source>
        <translation>已删除 {0} 个应急预案，Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>Standby plan removed; Ctrl+Z brings it back</source>
        <translation>已删除应急预案，Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>{0} segments removed; Ctrl+Z brings them back</source>
        <translation>已删除 {0} 个环节，Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>Segment removed; Ctrl+Z brings it back</source>
        <translation>已删除环节，Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>These plans last until somebody ends them: give them a length in their fields (F2)</source>
        <translation>这些预案由人工结束，没有时长：请先在属性里填时长（F2）</translation>
    </message>
    <message>
        <source>This plan lasts until somebody ends it: give it a length in its fields (F2)</source>
        <translation>这个预案由人工结束，没有时长：请先在属性里填时长（F2）</translation>
    </message>
    <message>
        <source>A milestone takes no time</source>
        <translation>节点不占时间</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新阶段</translation>
    </message>
    <message>
        <source>This is in no group; Ctrl+G makes one of what is chosen</source>
        <translation>不在任何阶段里；按 Ctrl+G 把选中的归为一个阶段</translation>
    </message>
    <message>
        <source>Numbers are fixed: what is inserted from now on is numbered in between (04A)</source>
        <translation>编号已固定：之后插入的环节编为 04A 这样的号</translation>
    </message>
    <message>
        <source>Numbers count by place again</source>
        <translation>编号重新按顺序计算</translation>
    </message>
    <message>
        <source>{0} product pictures were not found where these segments are from; add them again</source>
        <translation>有 {0} 张商品图在这些环节的来源处找不到，请重新添加</translation>
    </message>
    <message>
        <source>Nothing is chosen: choose a segment in the list first (Ctrl+L)</source>
        <translation>没有选中任何环节：先在环节列表里选一个（Ctrl+L）</translation>
    </message>
    <message>
        <source>This is for segments: choose one in the list first</source>
        <translation>这只能对环节做：请先在列表里选中一个环节</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Choose a show</source>
        <translation>选择场次</translation>
    </message>
    <message>
        <source>Choose another show</source>
        <translation>换一场</translation>
    </message>
    <message>
        <source>Import xlsx / docx</source>
        <translation>导入 xlsx / docx</translation>
    </message>
    <message>
        <source>Print and export</source>
        <translation>打印与导出</translation>
    </message>
    <message>
        <source>Open on the desk</source>
        <translation>放上导播台</translation>
    </message>
    <message>
        <source>Lock for air</source>
        <translation>锁定脚本</translation>
    </message>
    <message>
        <source>Script · {0}</source>
        <translation>脚本 · {0}</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>version {0} is saved</source>
        <translation>已保存 · 第 {0} 版</translation>
    </message>
    <message>
        <source>Unlock …</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新建场次</translation>
    </message>
</context>
<context>
    <name>LatestStart</name>
    <message>
        <source>{0} is left out.</source>
        <translation>{0} 已跳过。</translation>
    </message>
    <message>
        <source>{0}: nothing behind it is fixed, it may start at any time.</source>
        <translation>{0}：后面没有定时点，何时开始都可以。</translation>
    </message>
    <message>
        <source>{0}: planned {1}, at the latest {2}</source>
        <translation>{0}：计划 {1}，最晚 {2}</translation>
    </message>
    <message>
        <source>{0} too late: shorten what comes before</source>
        <translation>晚 {0}：请缩短前面的环节</translation>
    </message>
    <message>
        <source>{0} to spare</source>
        <translation>富余 {0}</translation>
    </message>
    <message>
        <source>for the end of the show at {0}</source>
        <translation>受硬结束 {0} 限制</translation>
    </message>
    <message>
        <source>for {0}, fixed at {1}</source>
        <translation>受 {0} 定时 {1} 限制</translation>
    </message>
    <message>
        <source>its own fixed time</source>
        <translation>本环节自己的定时</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>The fixed start did not come along: {0}.</source>
        <translation>固定开始时间没有带过来：{0}。</translation>
    </message>
    <message>
        <source>The fixed number did not come along: {0}.</source>
        <translation>固定编号没有带过来：{0}。</translation>
    </message>
    <message>
        <source>{0} of the reasons to let words stand did not come along: products or prices are others here, so those words are checked again.</source>
        <translation>有 {0} 条放行理由没有带过来：这里的商品或价格不同，相关用语会重新检查。</translation>
    </message>
</context>
<context>
    <name>LeftOpen</name>
    <message>
        <source>Approved with open checks: {0}, of which grave: {1}. F3 lists them.</source>
        <translation>已批准，但还有 {0} 项检查未处理，其中 {1} 项严重。按 F3 查看。</translation>
    </message>
    <message>
        <source>Locked with open checks: {0}, of which grave: {1}. F3 lists them.</source>
        <translation>已锁定，但还有 {0} 项检查未处理，其中 {1} 项严重。按 F3 查看。</translation>
    </message>
</context>
<context>
    <name>ListBox</name>
    <message>
        <source>mixed · {0} more, not on all</source>
        <translation>不一致 · 另有 {0} 项并非都有</translation>
    </message>
</context>
<context>
    <name>LockBar</name>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>The show is on air: what is changed here holds at once.</source>
        <translation>正在直播：这里的改动立即生效。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>The pictures of the products are not in it; xlsx and json hold them.</source>
        <translation>商品图片不在其中；xlsx 和 json 会带上图片。</translation>
    </message>
    <message>
        <source>Product pictures that are not in it: {0}; json holds them.</source>
        <translation>有 {0} 张商品图片不在其中；json 会带上这些图片。</translation>
    </message>
    <message>
        <source>Product pictures that are not in it: {0}; they lie in {1}.</source>
        <translation>有 {0} 张商品图片不在其中；这些图片在 {1} 里。</translation>
    </message>
    <message>
        <source>Product pictures that were not found: {0}; only their names are in it.</source>
        <translation>有 {0} 张商品图片没有找到；其中只有图片名。</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>No show to write yet</source>
        <translation>还没有可写的场次</translation>
    </message>
    <message>
        <source>Begin an empty one, or import the run sheet that your team wrote (xlsx, csv, docx, json).</source>
        <translation>新建一场，或导入团队写好的流程单（xlsx、csv、docx、json）。</translation>
    </message>
    <message>
        <source>Opening the show …</source>
        <translation>正在打开场次…</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新建场次</translation>
    </message>
    <message>
        <source>Import a run sheet</source>
        <translation>导入流程单</translation>
    </message>
</context>
<context>
    <name>PaceList</name>
    <message>
        <source>Back to {0}</source>
        <translation>恢复 {0}</translation>
    </message>
    <message>
        <source>measured in {0} segments</source>
        <translation>由 {0} 个环节测得</translation>
    </message>
    <message>
        <source>that of {0}</source>
        <translation>按{0}的语速</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测得</translation>
    </message>
    <message>
        <source>Characters a second of {0}</source>
        <translation>{0} 每秒字数</translation>
    </message>
    <message>
        <source>The rate goes for every show: Ctrl+Z takes back what is in this one only.</source>
        <translation>语速对所有场次生效；Ctrl+Z 只撤销本场的改动。</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>用测得值</translation>
    </message>
</context>
<context>
    <name>PageKeys</name>
    <message>
        <source>Open a show first</source>
        <translation>请先打开一场</translation>
    </message>
    <message>
        <source>The script is locked: Ctrl+Shift+L</source>
        <translation>脚本已锁定：Ctrl+Shift+L 解锁</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Lock for air, or unlock</source>
        <translation>锁定脚本，或解锁</translation>
    </message>
    <message>
        <source>Print and export …</source>
        <translation>打印与导出…</translation>
    </message>
    <message>
        <source>Import into this show …</source>
        <translation>导入到本场…</translation>
    </message>
    <message>
        <source>Open this show on the desk</source>
        <translation>把本场放上导播台</translation>
    </message>
    <message>
        <source>Write another show …</source>
        <translation>写另一场…</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>在单独窗口打开</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新建场次</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add a segment</source>
        <translation>新增环节</translation>
    </message>
    <message>
        <source>Add a milestone</source>
        <translation>新增节点</translation>
    </message>
    <message>
        <source>Add a standby plan</source>
        <translation>新增预案</translation>
    </message>
    <message>
        <source>Group what is chosen</source>
        <translation>把选中的归为一个阶段</translation>
    </message>
    <message>
        <source>Take the group away</source>
        <translation>解散阶段</translation>
    </message>
    <message>
        <source>Fix the numbers</source>
        <translation>固定编号</translation>
    </message>
    <message>
        <source>Renumber</source>
        <translation>重新编号</translation>
    </message>
    <message>
        <source>Fit into the slot</source>
        <translation>按时段调整时长</translation>
    </message>
    <message>
        <source>Move to the beginning</source>
        <translation>移到开头</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>移到末尾</translation>
    </message>
    <message>
        <source>Add a segment (in the rundown)</source>
        <translation>新增环节（在环节列表里）</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cut what is chosen</source>
        <translation>剪切选中的内容</translation>
    </message>
    <message>
        <source>Paste segments, standby plans or rows</source>
        <translation>粘贴环节、应急预案或表格行</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Skip, or put back</source>
        <translation>跳过，或恢复</translation>
    </message>
    <message>
        <source>5 s longer</source>
        <translation>加 5 秒</translation>
    </message>
    <message>
        <source>5 s shorter</source>
        <translation>减 5 秒</translation>
    </message>
    <message>
        <source>1 min longer</source>
        <translation>加 1 分钟</translation>
    </message>
    <message>
        <source>1 min shorter</source>
        <translation>减 1 分钟</translation>
    </message>
    <message>
        <source>Print the run sheet …</source>
        <translation>打印流程单…</translation>
    </message>
    <message>
        <source>Print the hand cards …</source>
        <translation>打印手卡…</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Run sheet as PDF</source>
        <translation>流程单（PDF）</translation>
    </message>
    <message>
        <source>Hand cards as PDF</source>
        <translation>手卡（PDF）</translation>
    </message>
    <message>
        <source>Name the group …</source>
        <translation>给阶段改名…</translation>
    </message>
    <message>
        <source>Move left on the timeline</source>
        <translation>在时间线上左移</translation>
    </message>
    <message>
        <source>Move right on the timeline</source>
        <translation>在时间线上右移</translation>
    </message>
    <message>
        <source>Timeline: the segment before</source>
        <translation>时间线：上一个环节</translation>
    </message>
    <message>
        <source>Timeline: the next segment</source>
        <translation>时间线：下一个环节</translation>
    </message>
    <message>
        <source>Timeline: choose the one before too</source>
        <translation>时间线：连上一个一起选</translation>
    </message>
    <message>
        <source>Timeline: choose the next one too</source>
        <translation>时间线：连下一个一起选</translation>
    </message>
    <message>
        <source>Timeline: the first segment</source>
        <translation>时间线：第一个环节</translation>
    </message>
    <message>
        <source>Timeline: the last segment</source>
        <translation>时间线：最后一个环节</translation>
    </message>
    <message>
        <source>Timeline: scroll back</source>
        <translation>时间线：往前翻</translation>
    </message>
    <message>
        <source>Timeline: scroll on</source>
        <translation>时间线：往后翻</translation>
    </message>
    <message>
        <source>Timeline: zoom in</source>
        <translation>时间线：放大</translation>
    </message>
    <message>
        <source>Timeline: zoom out</source>
        <translation>时间线：缩小</translation>
    </message>
    <message>
        <source>Timeline: show everything</source>
        <translation>时间线：显示全部</translation>
    </message>
    <message>
        <source>Timeline: write in the segment</source>
        <translation>时间线：写这个环节</translation>
    </message>
    <message>
        <source>Filter the rundown</source>
        <translation>筛选环节</translation>
    </message>
    <message>
        <source>Go to the rundown</source>
        <translation>到环节列表</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>到话术</translation>
    </message>
    <message>
        <source>Go to the timeline</source>
        <translation>到时间线</translation>
    </message>
    <message>
        <source>Fold the timeline, or open it</source>
        <translation>收起或展开时间线</translation>
    </message>
    <message>
        <source>Go to the fields</source>
        <translation>到环节属性</translation>
    </message>
    <message>
        <source>The show itself, its products and promotions</source>
        <translation>本场整体：商品、促销、应急预案</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>查看问题</translation>
    </message>
    <message>
        <source>How the time is allotted</source>
        <translation>查看时间分配</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Find in the words</source>
        <translation>在话术中查找</translation>
    </message>
    <message>
        <source>Find the next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Replace in the words</source>
        <translation>在话术中替换</translation>
    </message>
    <message>
        <source>Copy what is chosen</source>
        <translation>复制选中的内容</translation>
    </message>
    <message>
        <source>As the host sees it</source>
        <translation>按主播所见预览</translation>
    </message>
    <message>
        <source>The next marked wording</source>
        <translation>下一处标记的用语</translation>
    </message>
    <message>
        <source>The marked wording before</source>
        <translation>上一处标记的用语</translation>
    </message>
    <message>
        <source>Put the suggestion in</source>
        <translation>换成建议用语</translation>
    </message>
    <message>
        <source>Let the wording stand, and say why</source>
        <translation>保留用语并说明</translation>
    </message>
    <message>
        <source>Let the wording stand no longer</source>
        <translation>不再保留用语</translation>
    </message>
    <message>
        <source>Said by the co-host, or by the host</source>
        <translation>改由助播或主播说</translation>
    </message>
    <message>
        <source>Let what is doubted stand, and say why</source>
        <translation>保留存疑内容并说明</translation>
    </message>
    <message>
        <source>Let it stand no longer</source>
        <translation>不再保留</translation>
    </message>
    <message>
        <source>Choose in the list of checks what somebody has let stand.</source>
        <translation>请先在检查列表里选中已放行的一条。</translation>
    </message>
    <message>
        <source>Go to {0} {1}</source>
        <translation>到 {0} {1}</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
</context>
<context>
    <name>PaneSizes</name>
    <message>
        <source>Make this part wider</source>
        <translation>把这一块变宽</translation>
    </message>
    <message>
        <source>Make this part narrower</source>
        <translation>把这一块变窄</translation>
    </message>
    <message>
        <source>Make this part higher</source>
        <translation>把这一块变高</translation>
    </message>
    <message>
        <source>Make this part lower</source>
        <translation>把这一块变矮</translation>
    </message>
    <message>
        <source>There is no more room to give: what is left is needed.</source>
        <translation>没有更多空间可让了：剩下的都要用。</translation>
    </message>
    <message>
        <source>Choose a part that lies beside another first: the rundown, the text or what is at the right.</source>
        <translation>请先把光标放到并排的一块里：流程单、文稿或右侧面板。</translation>
    </message>
    <message>
        <source>Choose a part that lies over another first: the list of versions, or what it shows.</source>
        <translation>请先把光标放到上下相邻的一块里：版本列表，或它下面显示的内容。</translation>
    </message>
</context>
<context>
    <name>PassedOver</name>
    <message>
        <source>“{0}” stands before what is on air now: it comes only when it is called up by hand.</source>
        <translation>“{0}”现在排在正在播出的前面：不会自动轮到，需要时请手动切入。</translation>
    </message>
    <message>
        <source>{0} segments stand before what is on air now: they come only when called up by hand.</source>
        <translation>{0} 个环节现在排在正在播出的前面：不会自动轮到，需要时请手动切入。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview as the host will see it</source>
        <translation>按主播所见预览</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>Link</source>
        <translation>链接号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Live price</source>
        <translation>直播价</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Hand price</source>
        <translation>到手价</translation>
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
        <source>Limit</source>
        <translation>限购</translation>
    </message>
    <message>
        <source>pieces a buyer</source>
        <translation>每人件数</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Gift stock</source>
        <translation>赠品库存</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>one a line: Shift+Enter</source>
        <translation>一行一条，Shift+回车换行</translation>
    </message>
    <message>
        <source>Do not say</source>
        <translation>禁用词</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Sells by</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Combo</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Platform ids</source>
        <translation>商品ID</translation>
    </message>
    <message>
        <source>Merchant codes</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>A product needs a name.</source>
        <translation>商品要有名称。</translation>
    </message>
    <message>
        <source>Link {0} is {1} already.</source>
        <translation>链接 {0} 已是“{1}”，请换一个号。</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>What proves or allows it</source>
        <translation>依据或许可</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Why may “{0}” stand?</source>
        <translation>为什么可以保留“{0}”？</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>Why is it unlocked?</source>
        <translation>为什么解锁？</translation>
    </message>
    <message>
        <source>Unlock as draft</source>
        <translation>解锁为草稿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say why: everyone sees it</source>
        <translation>请写明原因，所有人可见</translation>
    </message>
</context>
<context>
    <name>ScriptApproval</name>
    <message>
        <source>Send to review</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Lock for air</source>
        <translation>锁定脚本</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>退回草稿</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Ask for a look; the script stays open to changes.</source>
        <translation>请人审阅，脚本仍可修改。</translation>
    </message>
    <message>
        <source>The script is good; it stays open to changes.</source>
        <translation>脚本审阅通过，仍可修改。</translation>
    </message>
    <message>
        <source>No more changes, until it is visibly unlocked.</source>
        <translation>不再改动，要改须先公开解锁。</translation>
    </message>
    <message>
        <source>It needs more work.</source>
        <translation>还需要修改。</translation>
    </message>
    <message>
        <source>Open it to changes; everyone sees why.</source>
        <translation>重新开放修改，所有人可见原因。</translation>
    </message>
    <message>
        <source>The show is over; nothing changes any more.</source>
        <translation>直播已结束，不再改动。</translation>
    </message>
    <message>
        <source>It is locked again, and can be unlocked.</source>
        <translation>恢复为已锁定，可以解锁。</translation>
    </message>
    <message>
        <source>Unlock ({0})</source>
        <translation>解锁（{0}）</translation>
    </message>
    <message>
        <source>{0} changed since</source>
        <translation>之后改了 {0} 处</translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation>昨天 {0}</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Archived by {0}, {1}</source>
        <translation>{0} 于 {1} 归档</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Locked by {0}, {1}</source>
        <translation>{0} 于 {1} 锁定</translation>
    </message>
</context>
<context>
    <name>ScriptChecks</name>
    <message>
        <source>must be mended</source>
        <translation>必须改</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>要留意</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>The gift is out of stock: {0}</source>
        <translation>赠品没有库存：{0}</translation>
    </message>
    <message>
        <source>The promotion “{0}” gives what there is none of: stop it or change its gift</source>
        <translation>活动“{0}”送的已经没有库存：停掉活动，或换一种赠品</translation>
    </message>
    <message>
        <source>“{0}” has no stock: restock it or take it off</source>
        <translation>“{0}”没有库存：补货，或从环节撤下</translation>
    </message>
    <message>
        <source>“{0}” is on no segment: put it on one or remove it</source>
        <translation>“{0}”不在任何环节里：放进环节或删去</translation>
    </message>
    <message>
        <source>The promotion “{0}” starts with no segment: choose one for it</source>
        <translation>促销“{0}”没有随任何环节启动：给它选一个</translation>
    </message>
    <message>
        <source>OBS has no scene “{0}”: choose another or add it</source>
        <translation>OBS 里没有场景“{0}”：换一个，或在 OBS 里新建</translation>
    </message>
    <message>
        <source>No standby plan is marked for the panic key: it shows the scene “{0}”, and OBS has none of that name</source>
        <translation>没有为紧急键指定预案：它会切到场景“{0}”，而 OBS 里没有这个场景</translation>
    </message>
    <message>
        <source>Nothing fills {{{{{0}}}}}: put a product with that value on the segment</source>
        <translation>{{{{{0}}}}} 没有值：给环节放上有这个值的商品</translation>
    </message>
    <message>
        <source>Nothing fills {{{{{0}}}}}: give the plan a product, or name one by its number, as {{{{直播价:1号}}}}</source>
        <translation>{{{{{0}}}}} 填不上：给预案选商品，或写明几号商品，例如 {{{{直播价:1号}}}}</translation>
    </message>
    <message>
        <source>“{0}” stands by the word of {1}: {2}</source>
        <translation>“{0}”由 {1} 放行：{2}</translation>
    </message>
    <message>
        <source>The text says {0}, the product {1}: write {2}, so that they stay the same</source>
        <translation>话术写的是 {0}，商品是 {1}：改写为 {2}，价格就会一起变</translation>
    </message>
    <message>
        <source>The text says {0}, the product {1}: correct it</source>
        <translation>话术写的是 {0}，商品是 {1}：请改正</translation>
    </message>
    <message>
        <source>Nothing is filled in what viewers are asked: write out {{{{{0}}}}}</source>
        <translation>互动内容里不会填变量：请把 {{{{{0}}}}} 直接写出来</translation>
    </message>
    <message>
        <source>There is no variable {{{{{0}}}}}: correct its name, or write it out</source>
        <translation>没有 {{{{{0}}}}} 这个变量：请改正名称，或直接写出来</translation>
    </message>
    <message>
        <source>Nothing fills {{{{{0}}}}}: no product with this number has it; correct the number</source>
        <translation>{{{{{0}}}}} 填不上：这个号的商品没有这一项，请改正编号</translation>
    </message>
    <message>
        <source>“{0}” — the card of “{1}” says not to say it</source>
        <translation>“{0}”——“{1}”的手卡写明不能说</translation>
    </message>
    <message>
        <source>{0} without an interaction from here: ask viewers for something in between</source>
        <translation>从这里起 {0} 没有互动：中间请安排一次互动</translation>
    </message>
    <message>
        <source>Nobody is named: who presents this?</source>
        <translation>没有主讲人：谁来讲？</translation>
    </message>
    <message>
        <source>Lines are given to the co-host, and none is named: who takes them?</source>
        <translation>有台词或动作给了助播，却没有指定助播：由谁来？</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>还没有话术</translation>
    </message>
    <message>
        <source>The words take {0} longer than planned: shorten them or give more time</source>
        <translation>话术比计划长 {0}：精简，或加时间</translation>
    </message>
    <message>
        <source>Planned {0} later than its fixed time: shorten what comes before</source>
        <translation>比定时晚 {0}：请缩短前面的环节</translation>
    </message>
    <message>
        <source>It begins {0} after the time it counts to: shorten what comes before, or count on</source>
        <translation>它开始时，倒数的时刻已过去 {0}：请缩短前面的内容，或改到更晚的时刻</translation>
    </message>
    <message>
        <source>It is to end at a time of the clock, and no time is set: it ends by hand only</source>
        <translation>设为到点结束，却没有填时间：只能手动结束</translation>
    </message>
    <message>
        <source>The plan ends {0} after the show must be over</source>
        <translation>计划比硬结束晚 {0} 结束</translation>
    </message>
</context>
<context>
    <name>ScriptConflict</name>
    <message>
        <source>Somebody changed the same while you wrote. Choose for each field which version holds.</source>
        <translation>你编辑时别人改了同一处。请逐项选择以哪个版本为准。</translation>
    </message>
    <message>
        <source>Nothing stands against your version any more: it can be applied now.</source>
        <translation>已没有冲突，现在可以应用你的版本。</translation>
    </message>
    <message>
        <source>The script was locked while you wrote. Your words are kept here: copy them, or unlock the script and apply them.</source>
        <translation>你编辑时脚本被锁定。你写的内容保留在这里：可以复制，或解锁后应用。</translation>
    </message>
    <message>
        <source>What you wrote in was gone before your words were sent. They are kept here: copy them and put them where they belong.</source>
        <translation>你写入的位置在内容发出之前就已不在。内容保留在这里：复制出来，粘贴到该放的位置。</translation>
    </message>
    <message>
        <source>The script reads as you wanted it already.</source>
        <translation>脚本已经是你想要的样子。</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>待选</translation>
    </message>
    <message>
        <source>Keep or remove</source>
        <translation>保留还是删除</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>ScriptDiff</name>
    <message>
        <source>The show</source>
        <translation>整场</translation>
    </message>
    <message>
        <source>and {0} rows more</source>
        <translation>另有 {0} 行</translation>
    </message>
    <message>
        <source>{0} lines as they were</source>
        <translation>{0} 行未变</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>{0} lines more</source>
        <translation>还有 {0} 行</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>moved, changed</source>
        <translation>移动并修改</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Link number</source>
        <translation>链接号</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Sells by</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>组合</translation>
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
        <source>Price in hand</source>
        <translation>到手价</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
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
        <source>Gifts in stock</source>
        <translation>赠品库存</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>At most a buyer</source>
        <translation>每人限购</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Do not say</source>
        <translation>禁用词</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Product ids</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>关键项</translation>
    </message>
    <message>
        <source>Due before the start</source>
        <translation>开播前截止</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动检查</translation>
    </message>
    <message>
        <source>Text of</source>
        <translation>所在环节</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词句</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Standby plans</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Wordings let stand</source>
        <translation>放行的词句</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation>新增 {0}</translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation>删除 {0}</translation>
    </message>
    <message>
        <source>{0} moved</source>
        <translation>移动 {0}</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>修改 {0}</translation>
    </message>
    <message>
        <source>{0} of the show itself</source>
        <translation>整场信息 {0}</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
</context>
<context>
    <name>ScriptFind</name>
    <message>
        <source>In the group&apos;s title: {0}</source>
        <translation>在分组标题中：{0}</translation>
    </message>
    <message>
        <source>In the note of {0}</source>
        <translation>在备注中：{0}</translation>
    </message>
    <message>
        <source>In the title: {0}</source>
        <translation>在标题中：{0}</translation>
    </message>
    <message>
        <source>{0} in titles</source>
        <translation>标题中 {0} 处</translation>
    </message>
    <message>
        <source>{0} in notes</source>
        <translation>备注中 {0} 处</translation>
    </message>
</context>
<context>
    <name>ScriptPage</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Every change is kept as it is made; this is version {0}.</source>
        <translation>每次修改都已即时保存，现在是第 {0} 版。</translation>
    </message>
</context>
<context>
    <name>ScriptRundown</name>
    <message>
        <source>open end</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>The words take {0} of {1} planned</source>
        <translation>口播 {0} / 计划 {1}</translation>
    </message>
    <message>
        <source>The words take {0}: {1} more than the {2} planned</source>
        <translation>口播 {0}，比计划的 {2} 多 {1}</translation>
    </message>
</context>
<context>
    <name>ScriptRundownPanel</name>
    <message>
        <source>Rundown</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ 新增</translation>
    </message>
    <message>
        <source>Number, title, kind, group, words, person, product (Esc closes)</source>
        <translation>编号、标题、类型、分组、话术、人员、商品（Esc 关闭）</translation>
    </message>
    <message>
        <source>Filter the rundown</source>
        <translation>筛选环节</translation>
    </message>
    <message>
        <source>Title of the group (Enter keeps it)</source>
        <translation>阶段名称（回车保存）</translation>
    </message>
    <message>
        <source>Title of the group</source>
        <translation>分组标题</translation>
    </message>
    <message>
        <source>Standby plans</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>Press N to write the first segment, paste rows from a spreadsheet, or import a run sheet.</source>
        <translation>按 N 写第一个环节，也可以粘贴表格里的行，或导入流程单。</translation>
    </message>
    <message>
        <source>Add the first segment</source>
        <translation>新增第一个环节</translation>
    </message>
    <message>
        <source>Import a run sheet</source>
        <translation>导入流程单</translation>
    </message>
    <message>
        <source>Nothing planned yet</source>
        <translation>还没有环节</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>找到 {0} 项</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} 项</translation>
    </message>
</context>
<context>
    <name>ScriptText</name>
    <message>
        <source>nothing to say yet</source>
        <translation>还没有话术</translation>
    </message>
    <message>
        <source>▲ {0} of {1} planned, {2} over</source>
        <translation>▲ 口播 {0} / 计划 {1}，超出 {2}</translation>
    </message>
    <message>
        <source>≈ {0} of {1} planned</source>
        <translation>口播 {0} / 计划 {1}</translation>
    </message>
    <message>
        <source>≈ {0} to say</source>
        <translation>口播 {0}</translation>
    </message>
    <message>
        <source>{0} characters at {1} a second</source>
        <translation>{0} 字，每秒 {1} 字</translation>
    </message>
    <message>
        <source>There is no variable {0}; these are: {1}</source>
        <translation>没有变量 {0}；可用的有：{1}</translation>
    </message>
    <message>
        <source>No product has the number {0}: {1} has no value</source>
        <translation>没有 {0} 号商品：{1} 没有值</translation>
    </message>
    <message>
        <source>No promotion with a price starts here: {0} has no value</source>
        <translation>这里没有带价格的促销开始：{0} 没有值</translation>
    </message>
    <message>
        <source>No product stands on this item: {0} has no value</source>
        <translation>这个环节没有商品：{0} 没有值</translation>
    </message>
    <message>
        <source>The product {1} gives no {0}</source>
        <translation>商品 {1} 没有 {0}</translation>
    </message>
    <message>
        <source>absolute wording</source>
        <translation>绝对化用语</translation>
    </message>
    <message>
        <source>unproven price claim</source>
        <translation>价格宣称无依据</translation>
    </message>
    <message>
        <source>effect or safety promised</source>
        <translation>功效或安全保证</translation>
    </message>
    <message>
        <source>results promised</source>
        <translation>承诺收益或效果</translation>
    </message>
    <message>
        <source>leads off the platform</source>
        <translation>站外引流</translation>
    </message>
    <message>
        <source>made-up scarcity</source>
        <translation>虚假稀缺</translation>
    </message>
    <message>
        <source>borrowed authority</source>
        <translation>借用权威</translation>
    </message>
    <message>
        <source>food praised as medicine</source>
        <translation>食品宣称疗效</translation>
    </message>
    <message>
        <source>superstition</source>
        <translation>迷信内容</translation>
    </message>
    <message>
        <source>house rule</source>
        <translation>店铺规则</translation>
    </message>
</context>
<context>
    <name>ScriptVersions</name>
    <message>
        <source>First version</source>
        <translation>最初版本</translation>
    </message>
    <message>
        <source>as it was made or read in</source>
        <translation>新建或导入时</translation>
    </message>
    <message>
        <source>Older versions…</source>
        <translation>更早的版本…</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation>{0} 次改动</translation>
    </message>
    <message>
        <source>On air since {0}</source>
        <translation>{0} 开播，直播中</translation>
    </message>
    <message>
        <source>Was on air {0}</source>
        <translation>播出于 {0}</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>一项</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Taken back: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Added {0}</source>
        <translation>新增{0}</translation>
    </message>
    <message>
        <source>Added {0} segments</source>
        <translation>新增 {0} 个环节</translation>
    </message>
    <message>
        <source>{0}: changed</source>
        <translation>{0}：修改</translation>
    </message>
    <message>
        <source>{0}: product changed</source>
        <translation>{0}：商品修改</translation>
    </message>
    <message>
        <source>{0}: moved in the queue</source>
        <translation>{0}：调整排序</translation>
    </message>
    <message>
        <source>Another version put in place</source>
        <translation>换成另一个版本</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} segments: {1}</source>
        <translation>{0} 个环节：{1}</translation>
    </message>
    <message>
        <source>{0}: script, {1} lines rewritten</source>
        <translation>{0}：话术改写 {1} 行</translation>
    </message>
    <message>
        <source>{0}: script, {1} lines written</source>
        <translation>{0}：话术新写 {1} 行</translation>
    </message>
    <message>
        <source>{0}: script, {1} lines deleted</source>
        <translation>{0}：话术删除 {1} 行</translation>
    </message>
    <message>
        <source>{0}: script, {1} lines in place of {2}</source>
        <translation>{0}：话术 {2} 行改为 {1} 行</translation>
    </message>
    <message>
        <source>Removed {0}</source>
        <translation>删除{0}</translation>
    </message>
    <message>
        <source>Removed {0} segments</source>
        <translation>删除 {0} 个环节</translation>
    </message>
    <message>
        <source>Moved {0}</source>
        <translation>移动{0}</translation>
    </message>
    <message>
        <source>Moved {0} segments</source>
        <translation>移动 {0} 个环节</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ScriptWords</name>
    <message>
        <source>Opening</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>Product talk</source>
        <translation>讲品</translation>
    </message>
    <message>
        <source>Flash sale</source>
        <translation>秒杀</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>Prize draw</source>
        <translation>抽奖</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Talk, questions</source>
        <translation>聊天答疑</translation>
    </message>
    <message>
        <source>Link-up</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Return round</source>
        <translation>返场</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动切</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>到点自动切</translation>
    </message>
    <message>
        <source>At a fixed time</source>
        <translation>定时切</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>直切</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>淡入</translation>
    </message>
    <message>
        <source>List for sale</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Unlist</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Pin card</source>
        <translation>弹讲解卡</translation>
    </message>
    <message>
        <source>Change price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Change stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>Give coupons</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Lucky bag</source>
        <translation>福袋</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Pause the segment</source>
        <translation>暂停当前环节</translation>
    </message>
    <message>
        <source>Replace the segment</source>
        <translation>替换当前环节</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>口播</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>憋单</translation>
    </message>
    <message>
        <source>Push to buy</source>
        <translation>逼单</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>讲品</translation>
    </message>
    <message>
        <source>Pain point</source>
        <translation>痛点</translation>
    </message>
    <message>
        <source>Selling point</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Testimony</source>
        <translation>背书</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>闲聊</translation>
    </message>
    <message>
        <source>Rapid round</source>
        <translation>过品</translation>
    </message>
    <message>
        <source>Farewell</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>引流</translation>
    </message>
    <message>
        <source>Welfare</source>
        <translation>福利</translation>
    </message>
    <message>
        <source>Hero</source>
        <translation>爆款</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Brand image</source>
        <translation>形象</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>热门趋势</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>精品</translation>
    </message>
    <message>
        <source>Low price</source>
        <translation>价格优势</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Money off from a sum</source>
        <translation>满减</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Cashback</source>
        <translation>返现</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Group purchase</source>
        <translation>团购</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
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
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>Hard start</source>
        <translation>硬开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>Counts to</source>
        <translation>结束时刻</translation>
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
        <source>Show or hide</source>
        <translation>显示／隐藏</translation>
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
        <source>Console cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Yellow at</source>
        <translation>剩余变黄</translation>
    </message>
    <message>
        <source>Red at</source>
        <translation>剩余变红</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Panic key</source>
        <translation>紧急键</translation>
    </message>
    <message>
        <source>Product card</source>
        <translation>商品卡</translation>
    </message>
    <message>
        <source>To the host</source>
        <translation>给主播</translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation>计划开播</translation>
    </message>
    <message>
        <source>Hard end</source>
        <translation>硬结束</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Show host</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>直播间</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Standby plans</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Wordings let stand</source>
        <translation>放行的词句</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>as the desk has it</source>
        <translation>按控制台默认</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>second pass</source>
        <translation>第二次</translation>
    </message>
    <message>
        <source>first pass</source>
        <translation>第一次</translation>
    </message>
</context>
<context>
    <name>SecondWindow</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>{action}: {why}</source>
        <translation>{action}：{why}</translation>
    </message>
    <message>
        <source>What you wrote here met other changes: choose, or discard your words, then close the window.</source>
        <translation>你写的内容与别人的改动有冲突：请先选择，或放弃你的内容，再关闭窗口。</translation>
    </message>
    <message>
        <source>Script · {0}</source>
        <translation>脚本 · {0}</translation>
    </message>
</context>
<context>
    <name>SegmentForm</name>
    <message>
        <source>8, 8:00, 1:05:00, 90s</source>
        <translation>8、8:00、1:05:00、90s</translation>
    </message>
    <message>
        <source>21:30</source>
        <translation>21:30</translation>
    </message>
    <message>
        <source>leaves OBS alone</source>
        <translation>不切 OBS</translation>
    </message>
    <message>
        <source>coupon, -banner</source>
        <translation>券面、-促销条</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>本场不播</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A segment needs a title.</source>
        <translation>环节要有标题。</translation>
    </message>
    <message>
        <source>A number is one segment&apos;s own. Leave it empty to count them by place.</source>
        <translation>编号只能属于一个环节；留空则按顺序编号。</translation>
    </message>
    <message>
        <source>Another segment has the number {0}.</source>
        <translation>已有环节用了编号 {0}，请换一个。</translation>
    </message>
    <message>
        <source>A milestone takes no time. Give it another kind first.</source>
        <translation>节点不占时间；要有时长请先改类型。</translation>
    </message>
    <message>
        <source>Yellow comes before red: it needs more time left than red.</source>
        <translation>先变黄后变红：变黄的剩余时间要比变红的长。</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>剩余提醒</translation>
    </message>
    <message>
        <source>Say when it ends: until then its duration counts.</source>
        <translation>请写结束时刻；没写时按计划时长。</translation>
    </message>
    <message>
        <source>OBS has no scene of this name.</source>
        <translation>OBS 里没有这个场景。</translation>
    </message>
    <message>
        <source>The scene in OBS has no source of this name: {0}</source>
        <translation>OBS 的这个场景里没有这个源：{0}</translation>
    </message>
</context>
<context>
    <name>SegmentProducts</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>+ name or link number</source>
        <translation>+ 名称或链接号</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>编辑手卡</translation>
    </message>
    <message>
        <source>mixed · + adds to all</source>
        <translation>不一致 · 添加到全部</translation>
    </message>
    <message>
        <source>No product has the link {0}. Type its name to add it.</source>
        <translation>没有链接 {0} 的商品。输入名称可新增。</translation>
    </message>
    <message>
        <source>{0} products are called so; write more of the name.</source>
        <translation>有 {0} 个商品叫这个，请多写几个字。</translation>
    </message>
    <message>
        <source>The show has no product “{0}” yet.</source>
        <translation>本场还没有商品“{0}”。</translation>
    </message>
    <message>
        <source>Add it to the show</source>
        <translation>加进本场</translation>
    </message>
    <message>
        <source>is no longer in the show</source>
        <translation>已不在本场</translation>
    </message>
</context>
<context>
    <name>SegmentPromotions</name>
    <message>
        <source>Promotions</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>+ promotion of the show</source>
        <translation>+ 本场的促销</translation>
    </message>
    <message>
        <source>It starts with “{0}” now.</source>
        <translation>它现在随“{0}”启动。</translation>
    </message>
    <message>
        <source>Start it here instead</source>
        <translation>改为随本环节启动</translation>
    </message>
    <message>
        <source>+ promotion for each</source>
        <translation>给每个环节添加促销</translation>
    </message>
    <message>
        <source>What kind of promotion</source>
        <translation>促销类型</translation>
    </message>
    <message>
        <source>How long it runs</source>
        <translation>持续多久</translation>
    </message>
    <message>
        <source>to end</source>
        <translation>到散场</translation>
    </message>
    <message>
        <source>Its price in yuan</source>
        <translation>价格（元）</translation>
    </message>
    <message>
        <source>How many there are</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>The product it is for</source>
        <translation>对应的商品</translation>
    </message>
    <message>
        <source>Title of the promotion</source>
        <translation>促销名称</translation>
    </message>
    <message>
        <source>no product</source>
        <translation>不限商品</translation>
    </message>
    <message>
        <source>Start one like it here too</source>
        <translation>这里也启动一份同样的</translation>
    </message>
    <message>
        <source>Every chosen segment has it already.</source>
        <translation>所选环节都已有这一项。</translation>
    </message>
    <message>
        <source>{0} promotions are called so; write more of the title.</source>
        <translation>有 {0} 个促销叫这个，请多写几个字。</translation>
    </message>
    <message>
        <source>The show has no promotion “{0}” yet. Add it as:</source>
        <translation>本场还没有促销“{0}”。新增为：</translation>
    </message>
    <message>
        <source>A promotion needs a title; Delete in the list takes it off the segment.</source>
        <translation>促销要有名称；要从环节上取下，在列表中按 Delete。</translation>
    </message>
</context>
<context>
    <name>SharedBox</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>ShowFacts</name>
    <message>
        <source>A show needs a title.</source>
        <translation>场次要有标题。</translation>
    </message>
    <message>
        <source>The start moves by {0}. The show has {1} fixed times.</source>
        <translation>开播移动 {0}。本场有 {1} 个定时。</translation>
    </message>
    <message>
        <source>Move them along</source>
        <translation>定时一起移动</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>定时不动</translation>
    </message>
    <message>
        <source>The show would end before it starts. Write another time, with its day.</source>
        <translation>结束早于开播。请换个时刻，并写上日期。</translation>
    </message>
    <message>
        <source>There is no such time zone. Write one as Asia/Shanghai.</source>
        <translation>没有这个时区。请写如 Asia/Shanghai。</translation>
    </message>
</context>
<context>
    <name>ShowFiles</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>hand cards</source>
        <translation>手卡</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Sent to the printer {0}.</source>
        <translation>已送到打印机 {0}。</translation>
    </message>
</context>
<context>
    <name>ShowGroups</name>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>+ new group</source>
        <translation>+ 新分组</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Title of the group</source>
        <translation>分组标题</translation>
    </message>
    <message>
        <source>A group needs a title; Delete in the list takes it away.</source>
        <translation>分组要有标题；要去掉它，在列表里按 Delete。</translation>
    </message>
</context>
<context>
    <name>ShowProducts</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>+ new product</source>
        <translation>+ 新商品</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>编辑手卡</translation>
    </message>
    <message>
        <source>The show has this product already.</source>
        <translation>本场已有这个商品。</translation>
    </message>
</context>
<context>
    <name>ShowPromotions</name>
    <message>
        <source>+ new promotion</source>
        <translation>+ 新增活动</translation>
    </message>
    <message>
        <source>The segment that it starts with</source>
        <translation>随哪个环节开始</translation>
    </message>
    <message>
        <source>starts with no segment</source>
        <translation>未关联环节</translation>
    </message>
    <message>
        <source>It runs now: end it on the page Live first.</source>
        <translation>活动正在进行：请先在“直播”页结束它。</translation>
    </message>
    <message>
        <source>What kind of promotion is “{0}”?</source>
        <translation>“{0}”是哪种活动？</translation>
    </message>
    <message>
        <source>No segment is called so: write its number, or a part of its title.</source>
        <translation>没有这个环节：请输入编号，或标题中的几个字。</translation>
    </message>
    <message>
        <source>{0} segments are called so; write the number.</source>
        <translation>有 {0} 个环节符合，请输入编号。</translation>
    </message>
</context>
<context>
    <name>ShowStandbys</name>
    <message>
        <source>Standby plans</source>
        <translation>应急预案</translation>
    </message>
    <message>
        <source>+ new standby plan</source>
        <translation>+ 新预案</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>panic key</source>
        <translation>紧急键</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Fields</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Theirs  ←  1</source>
        <translation>对方  ←  1</translation>
    </message>
    <message>
        <source>Mine  →  2</source>
        <translation>我的  →  2</translation>
    </message>
    <message>
        <source>One side removed it, the other changed it.</source>
        <translation>一边删除了它，另一边修改了它。</translation>
    </message>
    <message>
        <source>What each side changed is marked.</source>
        <translation>双方各自的改动已标出。</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translation>原来：{0}</translation>
    </message>
</context>
<context>
    <name>StandbyForm</name>
    <message>
        <source>leaves OBS alone</source>
        <translation>不切 OBS</translation>
    </message>
    <message>
        <source>coupon, -banner</source>
        <translation>券面、-促销条</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>不限时长</translation>
    </message>
    <message>
        <source>Behind F9</source>
        <translation>按 F9 调用</translation>
    </message>
    <message>
        <source>A standby plan needs a title.</source>
        <translation>预案要有标题。</translation>
    </message>
    <message>
        <source>the card stays</source>
        <translation>商品卡不变</translation>
    </message>
    <message>
        <source>Without a scene these plans show nothing.</source>
        <translation>没有场景，调用这些预案时画面不变。</translation>
    </message>
    <message>
        <source>Without a scene this plan shows nothing.</source>
        <translation>没有场景，调用时画面不变。</translation>
    </message>
    <message>
        <source>OBS has no scene of this name.</source>
        <translation>OBS 里没有这个场景。</translation>
    </message>
    <message>
        <source>One plan alone stands behind the panic key: choose a single one for it.</source>
        <translation>紧急键只能指定一个预案：请单独选中要指定的那一个。</translation>
    </message>
    <message>
        <source>F9 cuts to its scene at once: without transition, items or card.</source>
        <translation>F9 立即硬切到它的画面，不带转场、画面元素和商品卡。</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>TemplatePanel</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Keep what is chosen</source>
        <translation>保存选中的内容</translation>
    </message>
    <message>
        <source>Keep the whole show</source>
        <translation>保存整场</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>No templates yet. Choose segments, a group or a standby plan in the rundown and keep them here; Enter puts one in.</source>
        <translation>还没有模板。在环节列表里选中环节、阶段或应急预案，保存在这里；回车插入。</translation>
    </message>
    <message>
        <source>Choose segments or a standby plan in the rundown first.</source>
        <translation>请先在环节列表里选中环节或应急预案。</translation>
    </message>
    <message>
        <source>“{0}” is kept.</source>
        <translation>已保存模板“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” is forgotten.</source>
        <translation>已删除模板“{0}”。</translation>
    </message>
    <message>
        <source>Whole show · {0} segments · {1}</source>
        <translation>整场 · {0} 个环节 · {1}</translation>
    </message>
    <message>
        <source>Group · {0} segments · {1}</source>
        <translation>阶段 · {0} 个环节 · {1}</translation>
    </message>
    <message>
        <source>{0} segments · {1}</source>
        <translation>{0} 个环节 · {1}</translation>
    </message>
    <message>
        <source>Segment · {1}</source>
        <translation>环节 · {1}</translation>
    </message>
    <message>
        <source>{0} standby plans</source>
        <translation>{0} 个应急预案</translation>
    </message>
    <message>
        <source>Standby plan</source>
        <translation>应急预案</translation>
    </message>
</context>
<context>
    <name>TextGestures</name>
    <message>
        <source>Kind of line</source>
        <translation>这行的类型</translation>
    </message>
    <message>
        <source>Said by the co-host</source>
        <translation>由助播说</translation>
    </message>
    <message>
        <source>Begin a part here</source>
        <translation>从这里开始一个部分</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Prompter preview</source>
        <translation>提词预览</translation>
    </message>
    <message>
        <source>Choose a segment to write its text</source>
        <translation>选择一个环节来写话术</translation>
    </message>
    <message>
        <source>Write what the host says</source>
        <translation>在这里写主播要说的话</translation>
    </message>
    <message>
        <source>■ Archived: the text is as it was; nothing is changed here</source>
        <translation>■ 已归档：话术保持原样，不能修改</translation>
    </message>
    <message>
        <source>■ Locked: unlock the script to change its text</source>
        <translation>■ 已锁定：解锁后才能改话术</translation>
    </message>
    <message>
        <source>Script text</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>{0} script</source>
        <translation>{0} 话术</translation>
    </message>
    <message>
        <source>Back to writing</source>
        <translation>返回编写</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Drag edges for duration · wheel zooms</source>
        <translation>拖边改时长 · 滚轮缩放</translation>
    </message>
    <message>
        <source>Show how the time is allotted</source>
        <translation>查看时间分配</translation>
    </message>
    <message>
        <source>Drag an edge: duration in steps of 5 s (Alt 1 s, Shift 1 min); Esc lets go</source>
        <translation>拖动边缘：按 5 秒改时长（Alt 1 秒，Shift 1 分钟），Esc 放弃</translation>
    </message>
    <message>
        <source>Drag a block: order; several chosen ones move together</source>
        <translation>拖动环节：改顺序，选中的多项一起移动</translation>
    </message>
    <message>
        <source>Wheel zooms at the pointer; Shift and wheel or the middle button scrolls</source>
        <translation>滚轮以指针为中心缩放；Shift+滚轮或按住中键平移</translation>
    </message>
    <message>
        <source>Left and Right walk; Ctrl moves, Alt changes the duration (Shift 1 min)</source>
        <translation>左右键换环节；Ctrl 移动顺序，Alt 改时长（加 Shift 为 1 分钟）</translation>
    </message>
    <message>
        <source>+ and - zoom, 0 shows everything, Enter opens</source>
        <translation>+ / - 缩放，0 显示整场，Enter 打开</translation>
    </message>
    <message>
        <source>Timeline · {0}</source>
        <translation>时间线 · {0}</translation>
    </message>
    <message>
        <source>short {0}</source>
        <translation>不足 {0}</translation>
    </message>
    <message>
        <source>spare {0}</source>
        <translation>富余 {0}</translation>
    </message>
    <message>
        <source>show ends {0} ({1})</source>
        <translation>整场结束 {0}（{1}）</translation>
    </message>
    <message>
        <source>▲ Fixed time {0} expected {1} late</source>
        <translation>▲ 定时 {0} 预计晚 {1}</translation>
    </message>
    <message>
        <source>Fixed time {0} opens the show</source>
        <translation>定时 {0} 开场</translation>
    </message>
    <message>
        <source>▲ {1} short before the fixed time {0}: it starts late</source>
        <translation>▲ 定时 {0} 前不足 {1}，会晚开始</translation>
    </message>
    <message>
        <source>Fixed time {0} met exactly</source>
        <translation>定时 {0} 正好赶上</translation>
    </message>
    <message>
        <source>{1} spare before the fixed time {0}</source>
        <translation>定时 {0} 前富余 {1}</translation>
    </message>
    <message>
        <source>day {0} {1}</source>
        <translation>第 {0} 天 {1}</translation>
    </message>
    <message>
        <source>expected to end {0}</source>
        <translation>预计结束 {0}</translation>
    </message>
    <message>
        <source>ends {0}</source>
        <translation>结束 {0}</translation>
    </message>
    <message>
        <source>▲ {0} over the slot</source>
        <translation>▲ 超出时段 {0}</translation>
    </message>
    <message>
        <source>{0} left in the slot</source>
        <translation>时段还余 {0}</translation>
    </message>
    <message>
        <source>{0} · skipped</source>
        <translation>{0} · 已跳过</translation>
    </message>
    <message>
        <source>end {0}</source>
        <translation>硬结束 {0}</translation>
    </message>
    <message>
        <source>{0} segments</source>
        <translation>{0} 个环节</translation>
    </message>
    <message>
        <source>{0} → to the end</source>
        <translation>{0} → 移到最后</translation>
    </message>
    <message>
        <source>{0} → before {1}</source>
        <translation>{0} → 移到“{1}”前</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TimelineMap</name>
    <message>
        <source>Overview of the timeline</source>
        <translation>时间线总览</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Nothing planned yet: N adds the first segment</source>
        <translation>还没有环节：按 N 新增第一个</translation>
    </message>
    <message>
        <source>It ends at a fixed time: its edge can&apos;t be dragged</source>
        <translation>按固定时间结束，不能拖边改时长</translation>
    </message>
</context>
<context>
    <name>TransitionEditors</name>
    <message>
        <source>Length of the fade in milliseconds</source>
        <translation>淡入毫秒数</translation>
    </message>
</context>
<context>
    <name>VersionBox</name>
    <message>
        <source>What it changed</source>
        <translation>此版改动</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Side by side, in the middle (Enter)</source>
        <translation>在中间并排显示（Enter）</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a version to see what is different from now.
With Shift or Ctrl choose a second one to compare the two.</source>
        <translation>选择一个版本，查看它与现在的差异。
按住 Shift 或 Ctrl 再选一个，可比较两个版本。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Restoring would change this</source>
        <translation>恢复后会有这些变化</translation>
    </message>
    <message>
        <source>Against now</source>
        <translation>与现在对比</translation>
    </message>
    <message>
        <source>The script is locked: unlock it first.</source>
        <translation>脚本已锁定：请先解锁。</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>没有差异。</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Nothing was changed yet. Every change stands here, and can be taken back.</source>
        <translation>还没有改动。每次改动都会列在这里，随时可以恢复。</translation>
    </message>
    <message>
        <source>Restore a version …</source>
        <translation>恢复版本…</translation>
    </message>
    <message>
        <source>version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>before it</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>Open a show first</source>
        <translation>请先打开一场</translation>
    </message>
    <message>
        <source>The script is locked: unlock it first.</source>
        <translation>脚本已锁定：请先解锁。</translation>
    </message>
</context>
</TS>
