"""The as-run log: what was on air, when, by whom, and what became of each request to OBS.

Folded from the journal; nothing in it is stored twice. Appending an entry never changes a row's meaning: a row
only gains its outcome (``confirmed_ms``, ``result``) and its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from livedesk.domain import events as e
from livedesk.domain import events_desk as d
from livedesk.domain.item_wishes import items_text
from livedesk.domain.rundown import StandbyMode


@dataclass(frozen=True, slots=True)
class AsRunRow:
    """One row. Instants are epoch ms (None: not yet, or not at all) by the run's own clock, so that a step of the
    machine's clock puts nothing before what it followed; ``t_ms`` is the run's monotonic time.

    ``kind``: segment, standby, back, resume (the end of a pausing standby plan), scene, manual, adopted, console,
    product, promotion, hold, release, time, message, alert, fault, clock, gap, restart, check, live, edit, end,
    moment, veto, output, replay, mute, rename, items, hand
    (something else than the scene changed inside OBS).
    Rows that ask something of OBS carry ``take`` and ``result`` (confirmed / rejected / unknown / withheld, empty
    while open); rows that put an item or a scene on air get ``ended_ms`` when it goes off (an item that is taken
    back to, or goes on after a plan, ends once more, with its new row).
    ``title``, ``number``, ``revision``, ``planned_start_ms`` and ``duration_ms`` of a take, also of one inside a
    segment, are those of the segment (or plan) that is on air with it; of other rows the title is what was done.
    ``airing`` is the item's time on air that the row is about. ``note`` says more in the
    journal's own terms, one after the other with "; " between; the interface tells rows in sentences from the event
    itself. ``recording_ms`` is a moment's time in OBS's recording.
    """

    seq: int
    t_ms: int
    kind: str
    title: str
    requested_ms: int
    by: str
    number: int | None = None
    revision: int | None = None
    planned_start_ms: int | None = None
    duration_ms: int | None = None
    confirmed_ms: int | None = None
    ended_ms: int | None = None
    scene: str = ""
    result: str = ""
    note: str = ""
    take: int | None = None
    airing: int | None = None
    recording_ms: int | None = None


class AsRunFold:
    """The fold itself, for a log that grows while the show runs. ``add`` returns the indexes of the rows that
    are new or changed."""

    def __init__(self) -> None:
        self.rows: list[AsRunRow] = []
        self._by_take: dict[int, int] = {}
        self._by_airing: dict[int, int] = {}
        self._by_moment: dict[int, int] = {}
        self._on_air: int | None = None
        self._paused: int | None = None
        self._anchor: int | None = None
        self._revision: int | None = None
        self._stretch: int | None = None
        self._scene: int | None = None

    def add(self, entry: e.Entry) -> tuple[int, ...]:
        """Fold one more entry."""
        entry = self._dated(entry)
        event = entry.event
        if isinstance(event, e.TakeReported):
            return self._report(entry, event)
        if isinstance(event, d.MomentNoted):
            return self._note(event)
        changed = [*self._end_airings(entry), *self._end_stretches(entry)]
        row = _row(entry)
        if row is None:
            return tuple(changed)
        place = len(self.rows)
        self.rows.append(self._placed(row, event))
        if row.take is not None and row.scene:
            self._by_take[row.take] = place
        if isinstance(event, e.Taken | e.StandbyCalled):
            self._by_airing[event.airing] = place
        elif isinstance(event, e.StandbyEnded | e.TakenBack):
            self._stretch = place
        elif isinstance(event, e.SceneSwitched | e.ManualInObs):
            self._scene = place
        elif isinstance(event, d.MomentMarked):
            self._by_moment[event.moment_id] = place
        return (*changed, place)

    def _dated(self, entry: e.Entry) -> e.Entry:
        """The entry with its instant by the run's own clock; before air that is the machine's."""
        if isinstance(entry.event, e.WentLive):
            self._anchor = entry.wall_ms - entry.t_ms
        if self._anchor is None:
            return entry
        dated = replace(entry, wall_ms=self._anchor + entry.t_ms)
        if isinstance(entry.event, e.ClockAccepted):
            self._anchor += entry.event.delta_ms
        return dated

    def _report(self, entry: e.Entry, event: e.TakeReported) -> tuple[int, ...]:
        place = self._by_take.get(event.take)
        if place is None:
            return ()
        row = self.rows[place]
        confirmed = row.confirmed_ms
        if event.result is e.TakeResult.CONFIRMED:
            late = event.latency_ms
            confirmed = entry.wall_ms if late is None else row.requested_ms + round(late)
        note = "; ".join(word for word in (row.note, event.detail) if word)
        self.rows[place] = replace(row, result=event.result.value, confirmed_ms=confirmed, note=note)
        return (place,)

    def _note(self, event: d.MomentNoted) -> tuple[int, ...]:
        place = self._by_moment.get(event.moment_id)
        if place is None:
            return ()
        self.rows[place] = replace(self.rows[place], note=event.note)
        return (place,)

    def _end_airings(self, entry: e.Entry) -> list[int]:
        """Close the rows of what this entry takes off the air."""
        event = entry.event
        ended: tuple[int | None, ...]
        resumed: int | None = None
        match event:
            case e.Taken() | e.StandbyCalled(mode=StandbyMode.REPLACE):
                ended, self._on_air, self._paused = (self._on_air, self._paused), event.airing, None
            case e.StandbyCalled() if self._paused is None:
                ended, self._paused, self._on_air = (), self._on_air, event.airing
            case e.StandbyCalled():
                ended, self._on_air = (self._on_air,), event.airing
            case e.StandbyEnded() | e.TakenBack():
                resumed = event.resumed_airing
                ended, self._on_air, self._paused = (event.airing,), resumed, None
            case e.RunEnded():
                ended, self._on_air, self._paused = (self._on_air, self._paused), None, None
            case _:
                return []
        changed = [self._close(airing, entry.wall_ms) for airing in ended if airing in self._by_airing]
        if resumed in self._by_airing:
            changed.append(self._close(resumed, None))
        return changed

    def _end_stretches(self, entry: e.Entry) -> list[int]:
        """Close the row of a scene inside a segment, and that of a segment which went on, at what comes after it."""
        event = entry.event
        ended: tuple[int | None, ...]
        match event:
            case e.Taken() | e.StandbyCalled() | e.StandbyEnded() | e.TakenBack() | e.RunEnded():
                ended, self._stretch, self._scene = (self._stretch, self._scene), None, None
            case e.SceneSwitched() | e.ManualInObs():
                ended, self._scene = (self._scene,), None
            case _:
                return []
        changed = [place for place in ended if place is not None]
        for place in changed:
            self.rows[place] = replace(self.rows[place], ended_ms=entry.wall_ms)
        return changed

    def _placed(self, row: AsRunRow, event: e.Event) -> AsRunRow:
        """The row with what is known of the item that it belongs to."""
        match event:
            case e.WentLive() | e.Taken() | e.ShowEdited():
                self._revision = event.revision
                return row
            case e.StandbyCalled():
                return replace(row, revision=self._revision)
            case e.StandbyEnded() | e.TakenBack():
                item = self._item(event.resumed_airing)
            case e.SceneSwitched() | e.ManualInObs() | e.SceneAdopted():
                item = self._item(self._on_air)
            case e.Held() | e.Released() | e.TimeAdjusted() | d.FollowVetoed():
                item = self._item(event.airing)
                return row if item is None else replace(row, number=item.number, title=row.title or item.title)
            case _:
                return row
        if item is None:
            return row
        return replace(
            row,
            title=item.title,
            number=item.number,
            revision=item.revision,
            planned_start_ms=item.planned_start_ms,
            duration_ms=item.duration_ms,
        )

    def _item(self, airing: int | None) -> AsRunRow | None:
        """The row with which an item went on air first."""
        place = self._by_airing.get(airing) if airing is not None else None
        return self.rows[place] if place is not None else None

    def _close(self, airing: int | None, ended_ms: int | None) -> int:
        place = self._by_airing[airing] if airing is not None else 0
        self.rows[place] = replace(self.rows[place], ended_ms=ended_ms)
        return place


def as_run(entries: Iterable[e.Entry]) -> tuple[AsRunRow, ...]:
    """The as-run log of a journal."""
    fold = AsRunFold()
    for entry in entries:
        fold.add(entry)
    return tuple(fold.rows)


def _row(entry: e.Entry) -> AsRunRow | None:
    event = entry.event
    base = AsRunRow(entry.seq, entry.t_ms, "", "", entry.wall_ms, entry.by)
    match event:
        case e.Taken():
            return replace(
                base,
                kind="segment",
                title=event.title,
                number=event.number,
                revision=event.revision,
                planned_start_ms=event.planned_start_ms,
                duration_ms=event.duration_ms,
                scene=event.scene,
                note=event.via.value,
                take=event.take,
                airing=event.airing,
            )
        case e.StandbyCalled():
            note = "panic" if event.panic else event.mode.value
            return replace(
                base,
                kind="standby",
                title=event.title,
                duration_ms=event.duration_ms,
                scene=event.scene,
                note=note,
                take=event.take,
                airing=event.airing,
            )
        case e.StandbyEnded():
            return replace(base, kind="resume", scene=event.scene, take=event.take, airing=event.resumed_airing)
        case e.TakenBack():
            return replace(base, kind="back", scene=event.scene, take=event.take, airing=event.resumed_airing)
        case e.SceneSwitched():
            note = " ".join(word for word, so in (("panic", event.panic), ("again", event.again)) if so)
            return replace(base, kind="scene", scene=event.scene, note=note, take=event.take)
        case e.ManualInObs():
            there = entry.wall_ms
            return replace(base, kind="manual", scene=event.scene, result="manual", confirmed_ms=there)
        case e.SceneAdopted():
            return replace(base, kind="adopted", scene=event.scene)
        case e.WentLive():
            note = "; ".join(event.open_checks)
            over = f"{event.override_by}: {event.override_reason}" if event.override_by else ""
            return replace(base, kind="live", title=over, revision=event.revision, note=note)
        case e.CheckMarked():
            return replace(base, kind="check", title=event.title, result=event.state.value, note=event.evidence)
        case e.CueTicked():
            return replace(
                base,
                kind="console",
                title=event.text,
                number=event.number,
                result="done" if event.done else "undone",
                note=event.action.value if event.action is not None else "",
                airing=event.airing,
            )
        case e.ProductPresented():
            return replace(base, kind="product", title=event.product.name)
        case e.Held():
            return replace(base, kind="hold", airing=event.airing)
        case e.Released():
            return replace(base, kind="release", airing=event.airing)
        case e.TimeAdjusted():
            return replace(base, kind="time", title=f"{event.delta_ms / 1000:+.0f} s", airing=event.airing)
        case e.RunEnded():
            return replace(base, kind="end")
        case _:
            return _notice_row(entry)


def _notice_row(entry: e.Entry) -> AsRunRow | None:
    event = entry.event
    base = AsRunRow(entry.seq, entry.t_ms, "", "", entry.wall_ms, entry.by)
    match event:
        case e.PromotionStarted():
            return replace(base, kind="promotion", title=event.title, result="started")
        case e.PromotionEnded():
            return replace(base, kind="promotion", title=event.title, result="ended")
        case e.MessageSent():
            return replace(base, kind="message", title=event.text, note=event.kind.value)
        case e.AlertRaised():
            return replace(base, kind="alert", title=event.code, note=_facts(event.params))
        case e.FaultShown():
            return replace(base, kind="fault", title=event.code, result="shown", note=_facts(event.params))
        case e.FaultCleared():
            return replace(base, kind="fault", title=event.code, result="cleared")
        case e.ClockStepped():
            return replace(base, kind="clock", title=f"{event.delta_ms:+d} ms", result="stepped")
        case e.ClockAccepted():
            return replace(base, kind="clock", title=f"{event.delta_ms:+d} ms", result="accepted")
        case e.GapNoted():
            return replace(base, kind="gap", title=f"{event.length_ms} ms", note=event.due_segment)
        case e.RunResumed():
            return replace(base, kind="restart", note="same boot" if event.same_boot else "another boot")
        case e.ShowEdited():
            kind, _, what = event.summary.partition(" ")
            return replace(base, kind="edit", title=kind, revision=event.revision, note=what)
        case _:
            return _desk_row(event, base)


def _desk_row(event: e.Event, base: AsRunRow) -> AsRunRow | None:
    match event:
        case d.MomentMarked():
            return replace(
                base,
                kind="moment",
                title=event.title,
                number=event.number,
                scene=event.scene,
                result=event.kind.value,
                note=event.note,
                recording_ms=event.recording_ms,
            )
        case d.FollowVetoed():
            return replace(base, kind="veto", airing=event.airing, result="vetoed" if event.vetoed else "lifted")
        case d.OutputAsked():
            return replace(
                base, kind="output", title=event.output.value, result="asked on" if event.on else "asked off"
            )
        case d.OutputChanged():
            by = base.by if event.ours else e.OBS
            return replace(
                base, kind="output", title=event.output.value, result=event.state.value, note=event.detail, by=by
            )
        case d.OutputRefused(on=None):
            return replace(base, kind="replay", result="not kept", note=event.detail)
        case d.OutputRefused():
            result = "not started" if event.on else "not stopped"
            return replace(base, kind="output", title=event.output.value, result=result, note=event.detail)
        case d.ReplayAsked():
            return replace(base, kind="replay", result="asked")
        case d.ReplaySaved():
            return replace(base, kind="replay", result="saved", note=event.path)
        case d.MuteAsked():
            result = "mute asked" if event.muted else "unmute asked"
            return replace(base, kind="mute", title=event.input, result=result)
        case d.InputTurned():
            by = base.by if event.ours else "OBS"
            return replace(base, kind="volume", title=event.input, result=f"{event.volume_db:.0f} dB", by=by)
        case d.InputMuted():
            return replace(base, kind="mute", title=event.input, result="muted" if event.muted else "unmuted")
        case d.ItemsAsked() | d.ItemsLeft():
            result = "asked" if isinstance(event, d.ItemsAsked) else "left"
            return replace(base, kind="items", title=items_text(event.items), scene=event.scene, result=result)
        case d.CardAsked():
            title = "、".join(f"{each.input}: {each.wanted}" for each in event.texts)
            return replace(base, kind="card", title=title, result="asked")
        case d.CardLeft():
            title = "、".join(f"{each.input}: {each.shown}" for each in event.texts)
            return replace(base, kind="card", title=title, result="left")
        case d.ManualChange():
            state = {None: "", True: " on", False: " off"}[event.on]
            note = f"{event.kind.value}{state}" + (f": {event.text}" if event.kind is d.HandKind.TEXT else "")
            return replace(base, kind="hand", title=event.what, result="manual", note=note)
        case d.SceneRenamed():
            return replace(base, kind="rename", title=event.before, scene=event.after)
        case _:
            return None


def _facts(params: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name}={value}" for name, value in params)
