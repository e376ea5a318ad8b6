"""The workspaces of the desk, each in a package of its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.ui.context import DeskContext, Workspace
from livedesk.ui.later_page import LaterPage


def make_workspaces(context: DeskContext) -> list[Workspace]:
    """The workspaces in the order of the rail: live, prepare, plan, script, review. Only the first is made now; the
    others are loaded when they are first shown."""
    from livedesk.ui.workspaces.live.desk import LiveDesk

    script = QCoreApplication.translate("Workspaces", "Script")
    prepare = QCoreApplication.translate("Workspaces", "Prepare")
    plan = QCoreApplication.translate("Workspaces", "Plan")
    review = QCoreApplication.translate("Workspaces", "Review")
    return [
        LiveDesk(context),
        LaterPage(context, "prepare", "prepare", prepare, _prepare),
        LaterPage(context, "plan", "plan", plan, _plan),
        LaterPage(context, "script", "script", script, _script),
        LaterPage(context, "review", "review", review, _review),
    ]


def _script(context: DeskContext) -> Workspace:
    from livedesk.ui.workspaces.script.page import ScriptPage

    return ScriptPage(context)


def _prepare(context: DeskContext) -> Workspace:
    from livedesk.ui.workspaces.prepare.page import PreparePage

    return PreparePage(context)


def _plan(context: DeskContext) -> Workspace:
    from livedesk.ui.workspaces.plan.page import PlanPage

    return PlanPage(context)


def _review(context: DeskContext) -> Workspace:
    from livedesk.ui.workspaces.review.page import ReviewPage

    return ReviewPage(context)
