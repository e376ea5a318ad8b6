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
