"""Files of OBS's own sources that are deleted under it, on a real OBS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.app.opened import look_at_obs
from livedesk.domain.source_files import SourceFile
from tests.integration.desk import Desk
from tests.integration.obs import Director, Display, RealObs
from tests.integration.on_air import desk as desk_on
from tests.integration.on_air import go_live, quiet, whole

pytestmark = pytest.mark.obs
LOGO, FILM = "角标", "片头"
HERE, NEXT = "开场全景", "抽奖转盘"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def studio(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealObs]:
    """An OBS with a picture in the show's first scene, and a film in its second whose file was never there."""
    home = tmp_path_factory.mktemp("files")
    real = RealObs(home / "obs", display)
    real.start()
    picture, film = {"file": str(home / "角标.png")}, {"local_file": str(home / "片头.mp4")}
    with Director(real) as director:
        for scene, name, kind, told in (
            (HERE, LOGO, "image_source", picture),
            (NEXT, FILM, "ffmpeg_source", film),
        ):
            director.do("CreateInput", sceneName=scene, inputName=name, inputKind=kind, inputSettings=told)
    yield real
    real.kill()


@pytest.fixture
def logo(studio: RealObs) -> Path:
    """The picture's file."""
    studio.settle()
    file = studio.home.with_name("角标.png")
    file.write_bytes(PNG)
    return file


def test_a_file_that_goes_and_comes_back_is_noticed(studio: RealObs, desk: Desk, logo: Path) -> None:
    picture = SourceFile(LOGO, str(logo), (HERE,), there=True)
    film = SourceFile(FILM, str(logo.with_name("片头.mp4")), (NEXT,), there=False)
    service = desk.ready(studio)

    def told(*files: SourceFile) -> bool:
        return frozenset(service.status.files or ()) == frozenset(files)

    desk.until(lambda: told(picture, film), 3, "both are known")
    logo.unlink()
    desk.until(lambda: told(replace(picture, there=False), film), 7, "it is gone")
    seen = look_at_obs(studio.host, studio.port, studio.password).status
    assert seen.files is not None
    assert not any(file.there for file in seen.files)
    logo.write_bytes(PNG)
    desk.until(lambda: told(picture, film), 7, "it is back")
    desk.close()
    assert service.status.files is None, "without a link nothing is claimed"


def test_a_missing_file_is_told_before_air_and_before_its_take(
    studio: RealObs, tmp_path: Path, logo: Path
) -> None:
    logo.unlink()
    with desk_on(tmp_path / "data", studio) as process:
        process.until(obs="ready", phase="preparing")
        process.told("文件不在", f"{HERE} · {LOGO}", f"{NEXT} · {FILM}", "OBS")
        logo.write_bytes(PNG)
        quiet(process, LOGO)
        line = process.told("文件不在", FILM)
        assert not any(LOGO in text for text in line["notices"])
        go_live(process)
        process.told("下一", f"{NEXT} · {FILM}")
        process.until(5, pending=0)
    whole(tmp_path / "data", process)
