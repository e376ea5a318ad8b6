"""The headings of the sheet that livedesk writes: a sheet that has just these is one of its own."""

from __future__ import annotations

COLUMNS = (
    *("阶段", "序号", "时间段", "环节", "类型", "商品", "话术", "助播话术", "互动/福利", "画面/场景", "转场"),
    *("结束方式", "中控动作", "负责人", "助播", "负责岗位", "备注", "时长", "定时", "提醒", "目标", "预案"),
    *("编号", "状态"),
)
