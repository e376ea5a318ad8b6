"""A product's picture that is kept nowhere stands in a banner while its segment is the next one."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from window_room import on_air_snapshot, said_by

from livedesk.domain.product import Product
from livedesk.domain.run import Phase
from livedesk.domain.status import PictureStatus
from livedesk.ui.window import MainWindow


def test_the_missing_pictures_of_the_next_segment_are_named_on_air(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    desk.publish(snapshot)
    table = window.ticker.now().timetable
    assert table is not None
    assert table.next is not None
    show, run = snapshot.state.show, snapshot.state.run
    segments = list(show.segments)
    segments[table.next] = replace(segments[table.next], product_ids=("n1", "n2", "n3"))
    products = (
        Product("n1", "面膜", image="a.png"),
        Product("n2", "面霜", image="there.png"),
        Product("n3", "样品"),
        Product("n4", "精华", image="later.png"),
    )
    show = replace(show, segments=tuple(segments), products=products)
    airing = replace(snapshot, state=replace(snapshot.state, show=show))
    desk.publish(airing)
    assert said_by(window, "pictures") == ""
    lost = PictureStatus(show.id, ("a.png", "later.png"))
    desk.publish(lost)
    text = said_by(window, "pictures")
    assert "面膜 (a.png)" in text
    assert str(desk.services.data_folder / "media" / show.id) in text
    assert not any(name in text for name in ("面霜", "样品", "精华"))
    desk.publish(replace(lost, show_id="another"))
    assert said_by(window, "pictures") == ""
    desk.publish(lost)
    assert said_by(window, "pictures")
    desk.publish(replace(airing, state=replace(airing.state, run=replace(run, phase=Phase.ENDED))))
    assert said_by(window, "pictures") == ""
    desk.publish(airing)
    desk.publish(PictureStatus(show.id))
    assert said_by(window, "pictures") == ""
