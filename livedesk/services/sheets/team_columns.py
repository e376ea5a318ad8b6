"""The headings of the sheet that livedesk writes, and what its title rows say of the script's approval."""

from __future__ import annotations

from collections.abc import Mapping

from livedesk.domain.rundown import Approval

COLUMNS = (
    *("阶段", "序号", "时间段", "环节", "类型", "商品", "话术", "助播话术", "互动/福利", "画面/场景", "转场"),
    "画面元素",
    *("结束方式", "中控动作", "负责人", "助播", "负责岗位", "备注", "时长", "定时", "提醒", "目标", "预案"),
    *("编号", "状态"),
)
"""A sheet that has just these is one of livedesk's own."""
APPROVAL_KEY = "审批状态"
APPROVALS: Mapping[Approval, str] = {
    Approval.IN_REVIEW: "审核中",
    Approval.APPROVED: "已批准",
    Approval.LOCKED: "已锁定",
    Approval.ARCHIVED: "已归档",
}
"""Of a draft nothing is said. It is told and not read back: anybody can write it into a sheet."""
