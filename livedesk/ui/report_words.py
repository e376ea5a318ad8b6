"""The words of reports and printed run sheets, in the language of the interface."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from livedesk.domain import measures
from livedesk.domain.events_desk import OutputState
from livedesk.domain.outputs import NO_LINK
from livedesk.domain.rundown import ConsoleAction
from livedesk.services.reports.words import Words
from livedesk.ui.word_list_faults import SERVICES
from livedesk.ui.words import sentence, who
from livedesk.ui.workspaces.live.desk_sentences import output_state
from livedesk.ui.workspaces.live.product_words import action_words


def report_words() -> Words:
    """The words in the language that is installed now."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return Words(
        language="zh-CN" if chinese else "en",
        text=_text() | _sheet_text(),
        measures=_measures(),
        basis=_basis(),
        reasons={
            "no_relay": QCoreApplication.translate("report", "no relay was connected"),
            "no_orders": QCoreApplication.translate("report", "no order file was read"),
            "no_statistics": QCoreApplication.translate("report", "the relay gave no statistics"),
            "no_views": QCoreApplication.translate("report", "the relay gave no views"),
            "no_user_ids": QCoreApplication.translate("report", "the relay gave no user ids"),
            "no_buyer_column": QCoreApplication.translate("report", "the order file names no buyers"),
            "no_sample": QCoreApplication.translate("report", "nothing came in this time"),
            "needs_platform_file": QCoreApplication.translate("report", "only the platform's own file has it"),
        },
        kinds=segment_kinds(),
        marks={
            "action": QCoreApplication.translate("report", "action"),
            "interaction": QCoreApplication.translate("report", "interaction"),
            "promotion": QCoreApplication.translate("report", "promotion"),
            "benefit": QCoreApplication.translate("report", "benefit"),
            "price": QCoreApplication.translate("report", "price"),
            "hold_back": QCoreApplication.translate("report", "hold back"),
            "push": QCoreApplication.translate("report", "closing push"),
            "transition": QCoreApplication.translate("report", "transition"),
            "note": QCoreApplication.translate("report", "note"),
            "welcome": QCoreApplication.translate("report", "welcome"),
            "product": QCoreApplication.translate("report", "product"),
            "pain_point": QCoreApplication.translate("report", "pain point"),
            "selling_point": QCoreApplication.translate("report", "selling point"),
            "testimony": QCoreApplication.translate("report", "testimony"),
            "chat": QCoreApplication.translate("report", "chat"),
            "rapid": QCoreApplication.translate("report", "rapid intro"),
            "farewell": QCoreApplication.translate("report", "farewell"),
        },
        outcomes={
            "aired": QCoreApplication.translate("report", "aired"),
            "on_air": QCoreApplication.translate("report", "on air"),
            "taken_back": QCoreApplication.translate("report", "taken back"),
            "not_aired": QCoreApplication.translate("report", "not aired"),
            "skipped": QCoreApplication.translate("report", "skipped"),
        },
        results={
            "confirmed": QCoreApplication.translate("report", "confirmed"),
            "rejected": QCoreApplication.translate("report", "rejected by OBS"),
            "unknown": QCoreApplication.translate("report", "unknown"),
            "withheld": QCoreApplication.translate("report", "withheld"),
            "manual": QCoreApplication.translate("report", "manual in OBS"),
            "done": QCoreApplication.translate("report", "done"),
            "undone": QCoreApplication.translate("report", "taken back"),
            "started": QCoreApplication.translate("report", "started"),
            "ended": QCoreApplication.translate("report", "ended"),
            "shown": QCoreApplication.translate("report", "shown"),
            "cleared": QCoreApplication.translate("report", "over"),
            "passed": QCoreApplication.translate("report", "passed"),
            "failed": QCoreApplication.translate("report", "failed"),
            "open": QCoreApplication.translate("report", "open"),
            "not_applicable": QCoreApplication.translate("report", "not applicable"),
            "waived": QCoreApplication.translate("report", "waived"),
            "stepped": QCoreApplication.translate("report", "stepped"),
            "accepted": QCoreApplication.translate("report", "accepted"),
        }
        | _desk_results(),
        log=_log(),
        notes=_notes(),
        tell=_tell,
    )


def _desk_results() -> dict[str, str]:
    return {
        "moment": QCoreApplication.translate("report", "moment"),
        "warning": QCoreApplication.translate("report", "platform warning"),
        "violation": QCoreApplication.translate("report", "violation"),
        "vetoed": QCoreApplication.translate("report", "called off"),
        "lifted": QCoreApplication.translate("report", "follows again"),
        "asked on": QCoreApplication.translate("report", "start asked for"),
        "asked off": QCoreApplication.translate("report", "stop asked for"),
        "asked": QCoreApplication.translate("report", "asked for"),
        "left": QCoreApplication.translate("report", "left as it is"),
        "saved": QCoreApplication.translate("report", "saved"),
        "not started": QCoreApplication.translate("report", "not started"),
        "not stopped": QCoreApplication.translate("report", "not stopped"),
        "not kept": QCoreApplication.translate("report", "not kept"),
        "mute asked": QCoreApplication.translate("report", "mute asked for"),
        "unmute asked": QCoreApplication.translate("report", "end of mute asked for"),
        "muted": QCoreApplication.translate("report", "muted"),
        "unmuted": QCoreApplication.translate("report", "not muted any more"),
    } | {state.value: output_state(state) for state in OutputState}


def _tell(code: str, facts: Mapping[str, str]) -> str:
    return sentence(code, facts)


def _text() -> dict[str, str]:
    return {
        "report": QCoreApplication.translate("report", "Show report"),
        "run": QCoreApplication.translate("report", "run"),
        "rehearsal": QCoreApplication.translate("report", "Rehearsal – not a live show"),
        "simulated": QCoreApplication.translate("report", "Simulated numbers"),
        "still_on_air": QCoreApplication.translate(
            "report", "The show is still on air: this is how it stands now."
        ),
        "far_from_plan": QCoreApplication.translate("report", "Went live far from the planned start —"),
        "overridden": QCoreApplication.translate("report", "Went live over open critical checks:"),
        "curves": QCoreApplication.translate("report", "The show in curves"),
        "curve_online": QCoreApplication.translate("report", "People online"),
        "curve_money": QCoreApplication.translate("report", "GMV so far"),
        "curve_comments": QCoreApplication.translate("report", "Comments a minute"),
        "plan_against_actual": QCoreApplication.translate("report", "Plan against actual"),
        "comma": QCoreApplication.translate("report", ", "),
        "colon": QCoreApplication.translate("report", ": "),
        "promotion": QCoreApplication.translate("report", "promotion"),
        "alert": QCoreApplication.translate("report", "alert"),
        "standby_plan": QCoreApplication.translate("report", "standby plan"),
        "more_in_log": QCoreApplication.translate("report", "more in the as-run log"),
        "removed": QCoreApplication.translate("report", "no longer in the rundown"),
        "unplaced": QCoreApplication.translate("report", "While nothing was on air"),
        "total": QCoreApplication.translate("report", "Total"),
        "planned": QCoreApplication.translate("report", "plan"),
        "actual": QCoreApplication.translate("report", "actual"),
        "planned_end": QCoreApplication.translate("report", "Planned end"),
        "actual_end": QCoreApplication.translate("report", "actual end"),
        "segment": QCoreApplication.translate("report", "Segment"),
        "kind": QCoreApplication.translate("report", "Kind"),
        "planned_start": QCoreApplication.translate("report", "Planned"),
        "actual_start": QCoreApplication.translate("report", "Actual"),
        "start_offset": QCoreApplication.translate("report", "Start ±"),
        "planned_length": QCoreApplication.translate("report", "Length"),
        "actual_length": QCoreApplication.translate("report", "On air"),
        "length_offset": QCoreApplication.translate("report", "Length ±"),
        "outcome": QCoreApplication.translate("report", "State"),
        "console_cues": QCoreApplication.translate("report", "Console cues done:"),
        "money_by_segment": QCoreApplication.translate("report", "Money by segment"),
        "money_by_product": QCoreApplication.translate("report", "Money by product"),
        "share": QCoreApplication.translate("report", "Share"),
        "orders": QCoreApplication.translate("report", "Orders"),
        "units": QCoreApplication.translate("report", "Units"),
        "gmv_per_minute": QCoreApplication.translate("report", "GMV a minute"),
        "comments": QCoreApplication.translate("report", "Comments"),
        "online_average": QCoreApplication.translate("report", "Online, average"),
        "product": QCoreApplication.translate("report", "Product"),
        "other_products": QCoreApplication.translate("report", "Products that are not in the show"),
        "refunds": QCoreApplication.translate("report", "Refunds"),
        "time_on_air": QCoreApplication.translate("report", "Time on air"),
        "measures": QCoreApplication.translate("report", "All measures"),
        "measure": QCoreApplication.translate("report", "Measure"),
        "value": QCoreApplication.translate("report", "Value"),
        "basis": QCoreApplication.translate("report", "Basis, or why there is none"),
        "estimate": QCoreApplication.translate("report", "estimate"),
        "as_run_log": QCoreApplication.translate("report", "As-run log"),
        "seq": QCoreApplication.translate("report", "No."),
        "at": QCoreApplication.translate("report", "Time"),
        "what": QCoreApplication.translate("report", "What"),
        "title": QCoreApplication.translate("report", "Title"),
        "scene": QCoreApplication.translate("report", "Scene"),
        "by": QCoreApplication.translate("report", "By"),
        "result": QCoreApplication.translate("report", "Result"),
        "note": QCoreApplication.translate("report", "Note"),
        "moments": QCoreApplication.translate("report", "Moments, warnings and violations"),
        "recording": QCoreApplication.translate("report", "Recording"),
    }


def _sheet_text() -> dict[str, str]:
    return {
        "run_sheet": QCoreApplication.translate("report", "Run sheet"),
        "person": QCoreApplication.translate("report", "Person"),
        "interaction": QCoreApplication.translate("report", "Interaction / benefit"),
        "console": QCoreApplication.translate("report", "Console"),
        "skipped": QCoreApplication.translate("report", "skipped"),
        "hard_start": QCoreApplication.translate("report", "fixed start"),
        "standby": QCoreApplication.translate("report", "Standby plans"),
        "plan": QCoreApplication.translate("report", "Plan"),
        "trigger": QCoreApplication.translate("report", "When"),
        "products": QCoreApplication.translate("report", "Products"),
        "link": QCoreApplication.translate("report", "Link"),
        "list_price": QCoreApplication.translate("report", "List price"),
        "live_price": QCoreApplication.translate("report", "Live price"),
        "offer": QCoreApplication.translate("report", "Offer"),
        "gifts": QCoreApplication.translate("report", "Gifts"),
        "stock": QCoreApplication.translate("report", "Stock"),
        "scripts": QCoreApplication.translate("report", "Scripts"),
        "checklist": QCoreApplication.translate("report", "Checklist"),
        "check": QCoreApplication.translate("report", "Check"),
        "how": QCoreApplication.translate("report", "How"),
        "critical": QCoreApplication.translate("report", "critical"),
    }


def _measures() -> dict[str, str]:
    return {
        "gmv_fen": QCoreApplication.translate("report", "GMV"),
        "refund_fen": QCoreApplication.translate("report", "Refunds"),
        "net_gmv_fen": QCoreApplication.translate("report", "Net GMV"),
        "orders": QCoreApplication.translate("report", "Orders"),
        "buyers": QCoreApplication.translate("report", "Buyers"),
        "units": QCoreApplication.translate("report", "Units"),
        "aov_fen": QCoreApplication.translate("report", "Average order"),
        "comments": QCoreApplication.translate("report", "Comments"),
        "likes": QCoreApplication.translate("report", "Likes"),
        "enters": QCoreApplication.translate("report", "Enters"),
        "follows": QCoreApplication.translate("report", "New followers"),
        "gifts": QCoreApplication.translate("report", "Audience gifts"),
        "gift_value": QCoreApplication.translate("report", "Value of gifts (diamonds)"),
        "fan_club": QCoreApplication.translate("report", "Fan club joins"),
        "shares": QCoreApplication.translate("report", "Shares"),
        "online": QCoreApplication.translate("report", "Online"),
        "online_peak": QCoreApplication.translate("report", "Most online"),
        "online_average": QCoreApplication.translate("report", "Online, average"),
        "views": QCoreApplication.translate("report", "Views"),
        "interacting": QCoreApplication.translate("report", "People interacting"),
        "interaction_rate": QCoreApplication.translate("report", "Interaction rate"),
        "follow_rate": QCoreApplication.translate("report", "Follow rate"),
        "view_to_pay": QCoreApplication.translate("report", "View to pay"),
        "uv_value_fen": QCoreApplication.translate("report", "UV value"),
        "gpm_fen": QCoreApplication.translate("report", "GPM"),
        "stay_ms": QCoreApplication.translate("report", "Stay a view"),
        "click_to_pay": QCoreApplication.translate("report", "Click to pay"),
        "product_click_rate": QCoreApplication.translate("report", "Product click rate"),
        "entry_rate": QCoreApplication.translate("report", "Entry rate"),
    }


def _basis() -> dict[str, str]:
    return {
        measures.BASIS["gmv_fen"]: QCoreApplication.translate(
            "report", "payable amount (订单应付金额) of paid order rows"
        ),
        measures.BASIS["refund_fen"]: QCoreApplication.translate(
            "report", "refund amount (退款金额) of paid order rows"
        ),
        measures.REFUND_BY_STATE: QCoreApplication.translate(
            "report", "payable amount of paid order rows whose refund succeeded"
        ),
        measures.REFUND_MIXED: QCoreApplication.translate(
            "report",
            "refund amount where the file gives it, else the payable amount of rows whose refund succeeded",
        ),
        measures.BASIS["net_gmv_fen"]: QCoreApplication.translate("report", "GMV − refunds"),
        measures.BASIS["orders"]: QCoreApplication.translate(
            "report", "distinct main orders (主订单编号) that were paid"
        ),
        measures.BASIS["buyers"]: QCoreApplication.translate("report", "distinct buyers of paid orders"),
        measures.BASIS["units"]: QCoreApplication.translate("report", "pieces (商品数量) of paid order rows"),
        measures.BASIS["aov_fen"]: QCoreApplication.translate("report", "GMV ÷ orders"),
        measures.BASIS["comments"]: QCoreApplication.translate("report", "comments that the relay passed on"),
        measures.BASIS["likes"]: QCoreApplication.translate(
            "report", "likes that the relay passed on, each tap counted"
        ),
        measures.BASIS["enters"]: QCoreApplication.translate("report", "people entering, as the relay passed on"),
        measures.BASIS["follows"]: QCoreApplication.translate("report", "new followers, as the relay passed on"),
        measures.BASIS["gifts"]: QCoreApplication.translate(
            "report", "gifts from the audience, each piece counted"
        ),
        measures.BASIS["gift_value"]: QCoreApplication.translate("report", "pieces × diamonds of the gifts"),
        measures.BASIS["fan_club"]: QCoreApplication.translate("report", "people joining the fan club"),
        measures.BASIS["shares"]: QCoreApplication.translate("report", "shares, as the relay passed on"),
        measures.BASIS["online"]: QCoreApplication.translate("report", "newest count of people online"),
        measures.BASIS["online_peak"]: QCoreApplication.translate("report", "largest count of people online"),
        measures.BASIS["online_average"]: QCoreApplication.translate(
            "report", "count of people online over time; a count holds for at most two minutes"
        ),
        measures.BASIS["views"]: QCoreApplication.translate("report", "the room's total of visits"),
        measures.BASIS["interacting"]: QCoreApplication.translate(
            "report", "distinct people with a comment, like, follow, gift, join or share"
        ),
        measures.BASIS["interaction_rate"]: QCoreApplication.translate("report", "people interacting ÷ views"),
        measures.BASIS["follow_rate"]: QCoreApplication.translate("report", "new followers ÷ views"),
        measures.BASIS["view_to_pay"]: QCoreApplication.translate("report", "buyers ÷ views"),
        measures.VIEW_TO_PAY_BY_ORDERS: QCoreApplication.translate(
            "report", "orders ÷ views (the order file names no buyers)"
        ),
        measures.BASIS["uv_value_fen"]: QCoreApplication.translate("report", "GMV ÷ views"),
        measures.BASIS["gpm_fen"]: QCoreApplication.translate("report", "GMV for each thousand views"),
        measures.BASIS["stay_ms"]: QCoreApplication.translate("report", "time of all people online ÷ views"),
    }


def _notes() -> dict[str, str]:
    actions = {action.value: action_words(action) for action in ConsoleAction}
    return (
        {code: who(code) for code in SERVICES}
        | actions
        | {
            NO_LINK: QCoreApplication.translate("report", "no link to OBS"),
            "go": QCoreApplication.translate("report", "GO"),
            "follow": QCoreApplication.translate("report", "by itself"),
            "jump": QCoreApplication.translate("report", "jump"),
            "panic": QCoreApplication.translate("report", "panic"),
            "studio on": QCoreApplication.translate("report", "studio mode on"),
            "studio off": QCoreApplication.translate("report", "studio mode off"),
            "item on": QCoreApplication.translate("report", "item shown"),
            "item off": QCoreApplication.translate("report", "item hidden"),
            "preview": QCoreApplication.translate("report", "put into the preview"),
            "transition": QCoreApplication.translate("report", "current transition"),
            "collection": QCoreApplication.translate("report", "scene collection"),
            "again": QCoreApplication.translate("report", "sent again"),
            "panic again": QCoreApplication.translate("report", "panic once more"),
            "pause": QCoreApplication.translate("report", "pauses the segment"),
            "replace": QCoreApplication.translate("report", "replaces the segment"),
            "director": QCoreApplication.translate("report", "from the director"),
            "question": QCoreApplication.translate("report", "question"),
            "same boot": QCoreApplication.translate("report", "program restarted"),
            "another boot": QCoreApplication.translate("report", "machine restarted"),
        }
    )


def segment_kinds() -> dict[str, str]:
    """The kinds of segments by their codes."""
    return {
        "opening": QCoreApplication.translate("report", "opening"),
        "product": QCoreApplication.translate("report", "product"),
        "flash": QCoreApplication.translate("report", "flash sale"),
        "interaction": QCoreApplication.translate("report", "interaction"),
        "draw": QCoreApplication.translate("report", "draw"),
        "coupon": QCoreApplication.translate("report", "coupon"),
        "talk": QCoreApplication.translate("report", "talk"),
        "link_up": QCoreApplication.translate("report", "link-up"),
        "return": QCoreApplication.translate("report", "return"),
        "transition": QCoreApplication.translate("report", "transition"),
        "closing": QCoreApplication.translate("report", "closing"),
        "milestone": QCoreApplication.translate("report", "milestone"),
    }


def _log() -> dict[str, str]:
    return {
        "segment": QCoreApplication.translate("report", "segment"),
        "standby": QCoreApplication.translate("report", "standby"),
        "back": QCoreApplication.translate("report", "back"),
        "resume": QCoreApplication.translate("report", "standby over"),
        "scene": QCoreApplication.translate("report", "scene"),
        "manual": QCoreApplication.translate("report", "manual in OBS"),
        "adopted": QCoreApplication.translate("report", "OBS followed"),
        "console": QCoreApplication.translate("report", "console"),
        "product": QCoreApplication.translate("report", "product"),
        "promotion": QCoreApplication.translate("report", "promotion"),
        "hold": QCoreApplication.translate("report", "hold"),
        "release": QCoreApplication.translate("report", "hold over"),
        "time": QCoreApplication.translate("report", "time"),
        "message": QCoreApplication.translate("report", "message"),
        "alert": QCoreApplication.translate("report", "alert"),
        "fault": QCoreApplication.translate("report", "fault"),
        "clock": QCoreApplication.translate("report", "clock"),
        "gap": QCoreApplication.translate("report", "standstill"),
        "restart": QCoreApplication.translate("report", "restart"),
        "check": QCoreApplication.translate("report", "check"),
        "live": QCoreApplication.translate("report", "on air"),
        "edit": QCoreApplication.translate("report", "edit"),
        "end": QCoreApplication.translate("report", "end"),
        "moment": QCoreApplication.translate("report", "moment"),
        "veto": QCoreApplication.translate("report", "automatic follow"),
        "output": QCoreApplication.translate("report", "output of OBS"),
        "replay": QCoreApplication.translate("report", "replay"),
        "mute": QCoreApplication.translate("report", "sound"),
        "volume": QCoreApplication.translate("report", "volume"),
        "hand": QCoreApplication.translate("report", "hand in OBS"),
        "items": QCoreApplication.translate("report", "items of the scene"),
        "card": QCoreApplication.translate("report", "card in OBS"),
        "rename": QCoreApplication.translate("report", "scene renamed"),
    }
