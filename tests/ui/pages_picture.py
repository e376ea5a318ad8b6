"""Pictures of plan, prepare and review in their states: ``python tests/ui/pages_picture.py OUT zh_CN``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from live_fakes import FixedClock
from pages_desk import SHEET, PagesServices, answer, evening, keep_feeds, keep_run, keep_sample, told
from PySide6.QtWidgets import QApplication

from livedesk.domain.checklist import CheckState
from livedesk.domain.commands import Command, MarkCheck
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, PrompterStatus
from livedesk.store.store import Store
from livedesk.ui import fonts, i18n, style
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import DeskContext
from livedesk.ui.screenshot import SIZES, grab, settle
from livedesk.ui.startup_page import StartupPage
from livedesk.ui.theme import load_theme
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces.plan.page import PlanPage
from livedesk.ui.workspaces.prepare.page import PreparePage
from livedesk.ui.workspaces.review.page import ReviewPage


def draw(folder: Path, language: str, look: str = "dark") -> None:
    """Draw every state in both sizes."""
    application = QApplication([])
    i18n.install(application, language)
    theme, family = load_theme(look), fonts.load_bundled()
    style.apply(application, theme, family)
    with tempfile.TemporaryDirectory() as temporary:
        store = Store.open(Path(temporary) / "data")
        services: Any = PagesServices(store)
        sent: list[Command] = []
        bridge = Bridge()
        context = DeskContext(
            bridge, Actions(bridge), theme, family, FixedClock(), sent.append, Settings(),
            lambda: Settings().operator, services, Background(bridge),
        )  # fmt: skip
        plan, prepare, review = PlanPage(context), PreparePage(context), ReviewPage(context)
        window = MainWindow(context, [prepare, plan, review])

        def shot(page: str, name: str) -> None:
            window.show_page(page)
            for size in SIZES:
                grab(window, size, folder / f"{name}-{size[0]}-{language}.png", wait_ms=700)

        for page in ("plan", "prepare", "review"):
            shot(page, f"{page}-empty")
        show = keep_sample(store)
        keep_run(store, evening(show, kind=RunKind.REHEARSAL), RunKind.REHEARSAL)
        run_id = keep_run(store, evening(show))
        keep_feeds(store, run_id)
        services.run_id = run_id
        before = evening(show, until=0)
        before.entries = before.entries[:4]
        for number, item in enumerate(show.checklist):
            state = CheckState.PASSED
            note = "OBS 29.0.2" if item.probe == "obs.connected" else "9/9" if item.probe == "obs.scenes" else ""
            if number in (5, 7, 20):
                state, note = {
                    5: (CheckState.FAILED, "电量 12%"),
                    7: (CheckState.WAIVED, "场控: 备用麦在库房"),
                    20: (CheckState.NOT_APPLICABLE, ""),
                }[number]
            if number not in (8, 23):
                answer(before, MarkCheck(item.id, state, note))
        bridge.post(told(show, before, run_id))
        bridge.post(PrompterStatus(LinkState.READY, "", 2, 0))
        settle(50)
        shot("prepare", "prepare")
        prepare.list.setCurrentIndex(prepare.model.index(prepare.model.row_of(show.checklist[5].id), 0))
        prepare.bar.ask_waiver()
        shot("prepare", "prepare-waive")
        shot("plan", "plan")
        plan.read(SHEET)
        settle(900)
        shot("plan", "plan-preview")
        bad = Path(temporary) / "错表_1125.csv"
        bad.write_text(
            "时间段,环节,商品,话术,画面/场景\n20:00-20:05,开场,,大家好,开场全景\n19:00-19:10,讲品,精华,话术,主播近景\n"
            "20:xx,秒杀,面霜,话术,秒杀倒计时\n,返场,,,\n",
            encoding="utf-8",
        )
        plan.read(bad)
        settle(900)
        shot("plan", "plan-errors")
        shot("review", "review")
        for tab in (1, 2):
            review.report.tabs.button(tab).click()
            shot("review", f"review-tab{tab}")
        error = UserError(
            "store.damaged",
            path=str(Path(temporary) / "livedesk.db"),
            reason="坏页",
            backup="/数据/backups/20261125-1900.db",
        )
        page = StartupPage(error, theme, family)
        page.show()
        settle(200)
        page.grab().save(str(folder / f"startup-{language}.png"))
        page.close()
        window.close()
        context.background.close()
        store.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "zh_CN", *sys.argv[3:4])
