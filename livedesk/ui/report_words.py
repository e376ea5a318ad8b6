"""The words of reports and printed run sheets, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from livedesk.services.reports.words import Words


def report_words() -> Words:
    """The words in the language that is installed now."""
    tr = QCoreApplication.translate
    chinese = QLocale().language() == QLocale.Language.Chinese
    return Words(
        language="zh-CN" if chinese else "en",
        text=_text() | _sheet_text(),
        measures=_measures(),
        reasons={
            "no_relay": tr("report", "no relay was connected"),
            "no_orders": tr("report", "no order file was read"),
            "no_statistics": tr("report", "the relay gave no statistics"),
            "no_views": tr("report", "the relay gave no views"),
            "no_user_ids": tr("report", "the relay gave no user ids"),
            "no_buyer_column": tr("report", "the order file names no buyers"),
            "no_sample": tr("report", "nothing came in this time"),
            "needs_platform_file": tr("report", "only the platform's own file has it"),
        },
        kinds=_kinds(),
        marks={
            "action": tr("report", "action"),
            "interaction": tr("report", "interaction"),
            "promotion": tr("report", "promotion"),
            "benefit": tr("report", "benefit"),
            "price": tr("report", "price"),
            "hold_back": tr("report", "hold back"),
            "push": tr("report", "closing push"),
            "transition": tr("report", "transition"),
            "note": tr("report", "note"),
        },
        outcomes={
            "aired": tr("report", "aired"),
            "on_air": tr("report", "on air"),
            "not_aired": tr("report", "not aired"),
            "skipped": tr("report", "skipped"),
        },
        results={
            "confirmed": tr("report", "confirmed"),
            "rejected": tr("report", "rejected by OBS"),
            "unknown": tr("report", "unknown"),
            "withheld": tr("report", "withheld"),
            "manual": tr("report", "manual in OBS"),
            "done": tr("report", "done"),
            "undone": tr("report", "taken back"),
            "started": tr("report", "started"),
            "ended": tr("report", "ended"),
            "shown": tr("report", "shown"),
            "cleared": tr("report", "over"),
            "passed": tr("report", "passed"),
            "failed": tr("report", "failed"),
            "open": tr("report", "open"),
            "not_applicable": tr("report", "not applicable"),
            "waived": tr("report", "waived"),
            "stepped": tr("report", "stepped"),
            "accepted": tr("report", "accepted"),
        },
        log=_log(),
    )


def _text() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "report": tr("report", "Show report"),
        "run": tr("report", "run"),
        "rehearsal": tr("report", "Rehearsal – not a live show"),
        "still_on_air": tr("report", "The show is still on air: this is how it stands now."),
        "overridden": tr("report", "Went live over open critical checks:"),
        "curves": tr("report", "The show in curves"),
        "curve_online": tr("report", "People online"),
        "curve_money": tr("report", "GMV so far"),
        "curve_comments": tr("report", "Comments a minute"),
        "plan_against_actual": tr("report", "Plan against actual"),
        "planned": tr("report", "plan"),
        "actual": tr("report", "actual"),
        "planned_end": tr("report", "Planned end"),
        "actual_end": tr("report", "actual end"),
        "segment": tr("report", "Segment"),
        "kind": tr("report", "Kind"),
        "planned_start": tr("report", "Planned"),
        "actual_start": tr("report", "Actual"),
        "start_offset": tr("report", "Start ±"),
        "planned_length": tr("report", "Length"),
        "actual_length": tr("report", "On air"),
        "length_offset": tr("report", "Length ±"),
        "outcome": tr("report", "State"),
        "console_cues": tr("report", "Console cues done:"),
        "money_by_segment": tr("report", "Money by segment"),
        "money_by_product": tr("report", "Money by product"),
        "share": tr("report", "Share"),
        "orders": tr("report", "Orders"),
        "units": tr("report", "Units"),
        "gmv_per_minute": tr("report", "GMV a minute"),
        "comments": tr("report", "Comments"),
        "online_average": tr("report", "Online, average"),
        "product": tr("report", "Product"),
        "other_products": tr("report", "Products that are not in the show"),
        "refunds": tr("report", "Refunds"),
        "time_on_air": tr("report", "Time on air"),
        "measures": tr("report", "All measures"),
        "measure": tr("report", "Measure"),
        "value": tr("report", "Value"),
        "basis": tr("report", "Basis, or why there is none"),
        "estimate": tr("report", "estimate"),
        "as_run_log": tr("report", "As-run log"),
        "seq": tr("report", "No."),
        "at": tr("report", "Time"),
        "what": tr("report", "What"),
        "title": tr("report", "Title"),
        "scene": tr("report", "Scene"),
        "by": tr("report", "By"),
        "result": tr("report", "Result"),
        "note": tr("report", "Note"),
    }


def _sheet_text() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "run_sheet": tr("report", "Run sheet"),
        "person": tr("report", "Person"),
        "interaction": tr("report", "Interaction / benefit"),
        "console": tr("report", "Console"),
        "skipped": tr("report", "skipped"),
        "hard_start": tr("report", "fixed start"),
        "standby": tr("report", "Standby plans"),
        "plan": tr("report", "Plan"),
        "trigger": tr("report", "When"),
        "products": tr("report", "Products"),
        "link": tr("report", "Link"),
        "list_price": tr("report", "List price"),
        "live_price": tr("report", "Live price"),
        "offer": tr("report", "Offer"),
        "gifts": tr("report", "Gifts"),
        "stock": tr("report", "Stock"),
        "scripts": tr("report", "Scripts"),
        "checklist": tr("report", "Checklist"),
        "check": tr("report", "Check"),
        "how": tr("report", "How"),
        "critical": tr("report", "critical"),
    }


def _measures() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "gmv_fen": tr("report", "GMV"),
        "refund_fen": tr("report", "Refunds"),
        "net_gmv_fen": tr("report", "Net GMV"),
        "orders": tr("report", "Orders"),
        "buyers": tr("report", "Buyers"),
        "units": tr("report", "Units"),
        "aov_fen": tr("report", "Average order"),
        "comments": tr("report", "Comments"),
        "likes": tr("report", "Likes"),
        "enters": tr("report", "Enters"),
        "follows": tr("report", "New followers"),
        "gifts": tr("report", "Audience gifts"),
        "gift_value": tr("report", "Value of gifts (diamonds)"),
        "fan_club": tr("report", "Fan club joins"),
        "shares": tr("report", "Shares"),
        "online": tr("report", "Online"),
        "online_peak": tr("report", "Most online"),
        "online_average": tr("report", "Online, average"),
        "views": tr("report", "Views"),
        "interacting": tr("report", "People interacting"),
        "interaction_rate": tr("report", "Interaction rate"),
        "follow_rate": tr("report", "Follow rate"),
        "view_to_pay": tr("report", "View to pay"),
        "uv_value_fen": tr("report", "UV value"),
        "gpm_fen": tr("report", "GPM"),
        "stay_ms": tr("report", "Stay a view"),
        "click_to_pay": tr("report", "Click to pay"),
        "product_click_rate": tr("report", "Product click rate"),
        "entry_rate": tr("report", "Entry rate"),
    }


def _kinds() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "opening": tr("report", "opening"),
        "product": tr("report", "product"),
        "flash": tr("report", "flash sale"),
        "interaction": tr("report", "interaction"),
        "draw": tr("report", "draw"),
        "coupon": tr("report", "coupon"),
        "talk": tr("report", "talk"),
        "link_up": tr("report", "link-up"),
        "return": tr("report", "return"),
        "transition": tr("report", "transition"),
        "closing": tr("report", "closing"),
        "milestone": tr("report", "milestone"),
    }


def _log() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "segment": tr("report", "segment"),
        "standby": tr("report", "standby"),
        "back": tr("report", "back"),
        "resume": tr("report", "standby over"),
        "scene": tr("report", "scene"),
        "manual": tr("report", "manual in OBS"),
        "adopted": tr("report", "OBS followed"),
        "console": tr("report", "console"),
        "product": tr("report", "product"),
        "promotion": tr("report", "promotion"),
        "hold": tr("report", "hold"),
        "release": tr("report", "hold over"),
        "time": tr("report", "time"),
        "message": tr("report", "message"),
        "alert": tr("report", "alert"),
        "fault": tr("report", "fault"),
        "clock": tr("report", "clock"),
        "gap": tr("report", "standstill"),
        "restart": tr("report", "restart"),
        "check": tr("report", "check"),
        "live": tr("report", "on air"),
        "edit": tr("report", "edit"),
        "end": tr("report", "end"),
    }
