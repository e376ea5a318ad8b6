"""The fields that a column of a run sheet can be, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.services.mappings import LEAVE_OUT, NOTE


def column_fields() -> dict[str, str]:
    """Every field by its name, in the order in which they are offered: to leave out first, then the note."""
    return {
        LEAVE_OUT: QCoreApplication.translate("PlanColumns", "Leave out"),
        NOTE: QCoreApplication.translate("PlanColumns", "Note"),
        "title": QCoreApplication.translate("PlanColumns", "Title"),
        "time": QCoreApplication.translate("PlanColumns", "Time, or from–to"),
        "end": QCoreApplication.translate("PlanColumns", "End time"),
        "duration": QCoreApplication.translate("PlanColumns", "Length"),
        "date": QCoreApplication.translate("PlanColumns", "Date"),
        "hard": QCoreApplication.translate("PlanColumns", "Fixed start"),
        "group": QCoreApplication.translate("PlanColumns", "Group"),
        "number": QCoreApplication.translate("PlanColumns", "Counting number"),
        "fixed": QCoreApplication.translate("PlanColumns", "Fixed number"),
        "kind": QCoreApplication.translate("PlanColumns", "Kind"),
        "goal": QCoreApplication.translate("PlanColumns", "Goal"),
        "product": QCoreApplication.translate("PlanColumns", "Products"),
        "script": QCoreApplication.translate("PlanColumns", "Script"),
        "cohost": QCoreApplication.translate("PlanColumns", "Co-host's script"),
        "interaction": QCoreApplication.translate("PlanColumns", "Interaction"),
        "scene": QCoreApplication.translate("PlanColumns", "OBS scene"),
        "transition": QCoreApplication.translate("PlanColumns", "Transition"),
        "items": QCoreApplication.translate("PlanColumns", "Shown and hidden in the scene"),
        "end_mode": QCoreApplication.translate("PlanColumns", "How it ends"),
        "cues": QCoreApplication.translate("PlanColumns", "Console cues"),
        "person": QCoreApplication.translate("PlanColumns", "Host"),
        "co_host": QCoreApplication.translate("PlanColumns", "Co-host"),
        "owner": QCoreApplication.translate("PlanColumns", "Owner"),
        "alerts": QCoreApplication.translate("PlanColumns", "Reminders"),
        "warn": QCoreApplication.translate("PlanColumns", "Left when it turns yellow"),
        "alarm": QCoreApplication.translate("PlanColumns", "Left when it turns red"),
        "plan": QCoreApplication.translate("PlanColumns", "Fallback"),
        "state": QCoreApplication.translate("PlanColumns", "State"),
        "skipped": QCoreApplication.translate("PlanColumns", "Skipped"),
        "live_price": QCoreApplication.translate("PlanColumns", "Live price"),
        "list_price": QCoreApplication.translate("PlanColumns", "List price"),
        "stock": QCoreApplication.translate("PlanColumns", "Stock"),
    }
