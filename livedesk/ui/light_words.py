"""What the lights of the top bar say: each a mark, words for a wide and a narrow bar, and more on hovering."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from livedesk.domain.checklist import CheckState, open_critical
from livedesk.domain.clock import SECOND
from livedesk.domain.prompt import PromptControl
from livedesk.domain.rehearsing import Rehearsing
from livedesk.domain.run import Phase
from livedesk.domain.status import PLAYED, FeedStatus, LinkState, ObsStatus, PrompterStatus
from livedesk.ui import format as fmt
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import Tick
from livedesk.ui.light_output import OutputWords
from livedesk.ui.widgets.light import LightState, Mark

STALE_EVENTS_MS = 30 * SECOND


def _run_clock(tick: Tick) -> int:
    """Now by the run's own clock (epoch ms), by which feeds tell their moments; the machine's where no run goes on."""
    run = tick.snapshot.state.run if tick.snapshot is not None else None
    goes_on = run is not None and run.phase in (Phase.PREPARING, Phase.ON_AIR)
    return run.instant(tick.run_ms) if run is not None and goes_on else tick.wall_ms


class LightWords(QObject):
    """Keeps the newest statuses and puts them in words."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.obs = ObsStatus()
        self.feed = FeedStatus()
        self.prompter = PrompterStatus()
        self._outputs = OutputWords(self)
        bridge.subscribe(ObsStatus, self._take_obs)
        bridge.subscribe(FeedStatus, self._take_feed)
        bridge.subscribe(PrompterStatus, self._take_prompter)

    def all(self, tick: Tick) -> dict[str, LightState]:
        """Every light at this moment."""
        rehearsing = tick.snapshot.rehearsing if tick.snapshot is not None else None
        apart = {} if rehearsing is None else self._rehearsal(rehearsing)
        return self._all(tick) | apart

    def _rehearsal(self, rehearsing: Rehearsing) -> dict[str, LightState]:
        """What has no part in a rehearsal says so."""
        short = self.tr("Rehearsal")
        checks = self.tr("The checks are those of the live show; they do not change in a rehearsal.")
        found = {"checks": LightState(Mark.OFF, self.tr("Checks rest"), short, checks)}
        if not rehearsing.wishes.drives_obs:
            text = self.tr("Rehearsal without OBS")
            tip = self.tr("Nothing is sent to OBS, and what happens there is not logged.")
            found["obs"] = LightState(Mark.OFF, text, self.tr("Without OBS"), tip)
        return found

    def _all(self, tick: Tick) -> dict[str, LightState]:
        return {
            "obs": self._obs(),
            "output": self._output(tick),
            "data": self._data(_run_clock(tick)),
            "prompter": self._prompter(),
            "checks": self._checks(tick),
        }

    @Slot(object)
    def _take_obs(self, status: ObsStatus) -> None:
        self.obs = status

    @Slot(object)
    def _take_feed(self, status: FeedStatus) -> None:
        self.feed = status

    @Slot(object)
    def _take_prompter(self, status: PrompterStatus) -> None:
        self.prompter = status

    def _obs(self) -> LightState:
        status = self.obs
        match status.link:
            case LinkState.OFF:
                return LightState(Mark.OFF, self.tr("OBS not connected"), "OBS", status.detail)
            case LinkState.CONNECTING:
                return LightState(Mark.WAIT, self.tr("OBS connecting …"), "OBS …", status.detail)
            case LinkState.ABSENT:
                text = self.tr("OBS not reachable")
                return LightState(Mark.FAULT, text, self.tr("No OBS"), status.detail, "OBS")
            case LinkState.LOST:
                lost = self.tr("OBS lost")
                return LightState(Mark.FAULT, lost, lost, status.detail, "OBS")
            case LinkState.HUNG:
                text = self.tr("OBS does not answer")
                return LightState(Mark.FAULT, text, self.tr("OBS stuck"), status.detail, "OBS")
            case LinkState.REFUSED:
                text = self.tr("OBS password is wrong")
                return LightState(Mark.FAULT, text, self.tr("OBS password"), status.detail, "OBS")
        if status.stuck:
            text = self.tr("OBS transition is stuck")
            return LightState(Mark.FAULT, text, self.tr("OBS stuck"), status.detail, "OBS")
        if status.switching:
            return LightState(Mark.WAIT, self.tr("OBS switches its scenes …"), "OBS …", status.detail)
        health = status.health
        if health is None:
            return LightState(Mark.OK, self.tr("OBS ready"), "OBS", status.detail)
        parts = [
            f"OBS {health.fps:.1f} fps",
            self.tr("dropped {share}").format(share=fmt.ratio(health.dropped, 2)),
        ]
        if status.outputs.stream.runs:
            parts.append(f"{health.kbps / 1000:.1f} Mbps")
        tip = self.tr("rendering {render} · encoding {encode} · network {network} · disk {disk}").format(
            render=fmt.ratio(health.render_skipped, 2), encode=fmt.ratio(health.encode_skipped, 2),
            network=fmt.ratio(health.dropped, 2), disk=fmt.megabytes(health.disk_free_mb),
        )  # fmt: skip
        return LightState(Mark.FAULT if health.poor else Mark.OK, " · ".join(parts), f"OBS {health.fps:.0f}", tip)

    def _output(self, tick: Tick) -> LightState:
        return self._outputs.state(self.obs, tick)

    def _data(self, now_ms: int) -> LightState:
        status = self.feed
        parts, tip = [], status.detail
        event_age = None if status.last_event_ms is None else max(0, now_ms - status.last_event_ms)
        if event_age is not None:
            parts.append(self.tr("comments {age}").format(age=fmt.age(event_age)))
        if status.last_orders_ms is not None:
            parts.append(self.tr("orders {age}").format(age=fmt.age(max(0, now_ms - status.last_orders_ms))))
        text = " · ".join(parts)
        short = self.tr("Data")
        if status.dropped:
            tip = self.tr("{count} events were dropped").format(count=fmt.count(status.dropped)) + f"\n{tip}"
        if status.link in (LinkState.LOST, LinkState.HUNG, LinkState.REFUSED):
            lost = self.tr("Comments lost")
            return LightState(Mark.FAULT, f"{lost} · {text}" if text else lost, lost, tip, short)
        if status.link is LinkState.CONNECTING:
            return LightState(Mark.WAIT, self.tr("Data connecting …"), short + " …", tip)
        played = status.link is LinkState.READY and status.detail == PLAYED
        if not text:
            words = self.tr("The audience is a recording") if played else self.tr("No data")
            return LightState(Mark.OFF, words, self.tr("No data"), tip, short)
        if played:
            text = self.tr("Played back") + f" · {text}"
            tip = self.tr("The audience is a recording")
        fresh = status.link is LinkState.OFF if event_age is None else event_age < STALE_EVENTS_MS
        return LightState(Mark.OK if fresh else Mark.WAIT, text, short, f"{text}\n{tip}".strip())

    def _prompter(self) -> LightState:
        status = self.prompter
        match status.link:
            case LinkState.OFF:
                return LightState(Mark.OFF, self.tr("Prompter closed"), self.tr("Prompter"), status.detail)
            case LinkState.CONNECTING:
                return LightState(Mark.WAIT, self.tr("Prompter starting …"), self.tr("Prompter"), status.detail)
            case LinkState.READY:
                text = self.tr("Prompter ×{count}").format(count=status.screens)
                if status.stage.blank:
                    text += " · " + self.tr("blank")
                elif status.stage.control is PromptControl.DIRECTOR:
                    text += " · " + self.tr("director")
                return LightState(
                    Mark.OK if status.screens else Mark.WAIT, text, self.tr("Prompter"), status.detail
                )
            case _:
                return LightState(Mark.FAULT, self.tr("Prompter lost"), self.tr("Prompter"), status.detail)

    def _checks(self, tick: Tick) -> LightState:
        if tick.snapshot is None or not tick.snapshot.state.show.checklist:
            return LightState(Mark.OFF, self.tr("No checks"), self.tr("Checks"))
        items, marks = tick.snapshot.state.show.checklist, tick.snapshot.state.run.checks
        done = sum(1 for item in items if item.id in marks and marks[item.id].state.settled)
        failed = any(mark.state is CheckState.FAILED for mark in marks.values())
        blocking = open_critical(items, marks)
        mark = Mark.OK if done == len(items) else Mark.FAULT if failed and blocking else Mark.WAIT
        text = self.tr("Checks {done}/{all}").format(done=done, all=len(items))
        tip = self.tr("Critical checks open: {count}").format(count=len(blocking)) if blocking else ""
        return LightState(mark, text, text, tip, f"{done}/{len(items)}")
