"""What the witness makes of a scene that is renamed while it is on air."""

from __future__ import annotations

from tests.soak.recorder import NEAR_MS, Witness


def test_a_scene_on_air_is_seen_under_its_new_name_and_no_other_is() -> None:
    witness = Witness(0, 60_000, [(0, "双机位"), (10_000, "紧急画面二")])
    witness.renamed(12_000, "双机位", "双机位二")
    witness.renamed(20_000, "紧急画面二", "紧急画面")
    assert witness.saw("紧急画面", 20_500 - NEAR_MS, 20_500 + NEAR_MS)
    assert witness.saw("紧急画面", 40_000, 41_000)
    assert not witness.saw("紧急画面二", 40_000, 41_000)
    assert not witness.saw("双机位二", 11_000, 41_000)
