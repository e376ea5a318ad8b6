"""The workspaces of the desk, each in a package of its own."""

from __future__ import annotations

from livedesk.ui.context import DeskContext, Workspace


def make_workspaces(context: DeskContext) -> list[Workspace]:
    """The workspaces in the order of the rail: live, prepare, plan, review. Imported here, so that whoever needs
    one of their modules does not load them all."""
    from livedesk.ui.workspaces.live.desk import LiveDesk
    from livedesk.ui.workspaces.plan.page import PlanPage
    from livedesk.ui.workspaces.prepare.page import PreparePage
    from livedesk.ui.workspaces.review.page import ReviewPage

    return [LiveDesk(context), PreparePage(context), PlanPage(context), ReviewPage(context)]
