<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Prompter</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Gift: {gift}</source>
        <translation>赠 {gift}</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排中</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Not on air</source>
        <translation>未开播</translation>
    </message>
    <message>
        <source>Standby plan on air</source>
        <translation>应急预案中</translation>
    </message>
    <message>
        <source>Starts in</source>
        <translation>距开播</translation>
    </message>
    <message>
        <source>Planned start passed</source>
        <translation>已过开播时间</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>本环节超时</translation>
    </message>
    <message>
        <source>Time held</source>
        <translation>计时保持</translation>
    </message>
    <message>
        <source>Standby left</source>
        <translation>预案剩余</translation>
    </message>
    <message>
        <source>Segment left</source>
        <translation>本环节剩余</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>准点</translation>
    </message>
    <message>
        <source>After this {offset} behind</source>
        <translation>本段后 {offset} 落后</translation>
    </message>
    <message>
        <source>After this {offset} ahead</source>
        <translation>本段后 {offset} 提前</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>Selling now</source>
        <translation>正在讲</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Stock left</source>
        <translation>库存剩</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>导播留言</translation>
    </message>
    <message>
        <source> · {count} more</source>
        <translation> · 还有 {count} 条</translation>
    </message>
    <message>
        <source>✓ Confirmed</source>
        <translation>✓ 已确认</translation>
    </message>
    <message>
        <source>Enter: got it</source>
        <translation>回车 确认</translation>
    </message>
    <message>
        <source>Audience asks</source>
        <translation>观众提问</translation>
    </message>
    <message>
        <source>Interact</source>
        <translation>互动</translation>
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
        <translation>报价</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>憋单</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>逼单</translation>
    </message>
    <message>
        <source>Stop the text, let it run</source>
        <translation>停住、继续滚动</translation>
    </message>
    <message>
        <source>Some rows back, on</source>
        <translation>往回、往前几行</translation>
    </message>
    <message>
        <source>A line back, on (pedal, presenter)</source>
        <translation>上一句、下一句（脚踏、翻页笔）</translation>
    </message>
    <message>
        <source>A segment back, on</source>
        <translation>上一环节、下一环节</translation>
    </message>
    <message>
        <source>To the mark before, the next mark</source>
        <translation>上一个标记、下一个标记</translation>
    </message>
    <message>
        <source>To what is on air</source>
        <translation>回到正在播出的环节</translation>
    </message>
    <message>
        <source>Run backwards while it is held</source>
        <translation>按住倒着滚动</translation>
    </message>
    <message>
        <source>Slower, faster</source>
        <translation>慢一点、快一点</translation>
    </message>
    <message>
        <source>End with the segment&apos;s time</source>
        <translation>按环节剩余时间配速</translation>
    </message>
    <message>
        <source>Wait at each mark, or not</source>
        <translation>到标记处停下等待（开、关）</translation>
    </message>
    <message>
        <source>Confirm the director&apos;s message</source>
        <translation>确认导播的消息</translation>
    </message>
    <message>
        <source>Blank the screen, show it again</source>
        <translation>黑屏、恢复</translation>
    </message>
    <message>
        <source>Smaller, bigger text</source>
        <translation>字小一点、大一点</translation>
    </message>
    <message>
        <source>Read line up, down</source>
        <translation>阅读线上移、下移</translation>
    </message>
    <message>
        <source>Other colours</source>
        <translation>换配色</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Whole show, or this segment</source>
        <translation>整场、仅当前环节</translation>
    </message>
    <message>
        <source>Whose lines are shown</source>
        <translation>显示谁的台词</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示这些按键</translation>
    </message>
</context>
<context>
    <name>PrompterWindow</name>
    <message>
        <source>Prompter</source>
        <translation>提词器</translation>
    </message>
    <message>
        <source>▲ The desk is not answering; the text goes on</source>
        <translation>▲ 导播台没有回应，文字继续走</translation>
    </message>
    <message>
        <source>The director has blanked the text</source>
        <translation>导播已关掉文字</translation>
    </message>
    <message>
        <source>The director moves the text</source>
        <translation>导播正在控制文字</translation>
    </message>
    <message>
        <source>Held · Space goes on</source>
        <translation>已停 · 空格继续</translation>
    </message>
    <message>
        <source>End of this segment</source>
        <translation>本段讲完，等切下一项</translation>
    </message>
    <message>
        <source>{cpm} characters a minute</source>
        <translation>每分钟 {cpm} 字</translation>
    </message>
    <message>
        <source>No script in this show yet</source>
        <translation>这场还没有话术</translation>
    </message>
    <message>
        <source>What is written for the segments appears here</source>
        <translation>写在环节里的话术会显示在这里</translation>
    </message>
    <message>
        <source>Waiting for the desk</source>
        <translation>等待导播台</translation>
    </message>
    <message>
        <source>Open the show in livedesk; the text comes by itself</source>
        <translation>在 livedesk 里打开这一场，文字会自己来</translation>
    </message>
</context>
</TS>
