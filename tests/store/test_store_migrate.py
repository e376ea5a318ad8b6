"""Schema steps: they agree with the tables, keep what was there, and may be interrupted anywhere."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from store_samples import LEAVE_A_LOG, append, child, finish, held, new_run, opened

from livedesk.domain.errors import UserError
from livedesk.store.migrate import create
from livedesk.store.opening import check_file
from livedesk.store.schema import SCHEMA, Schema
from livedesk.store.store import Store
from livedesk.store.tables import metadata

NEXT = '''
"""A step of the tests: a new column, filled in every row."""
import os
import signal
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "0002"

def stop(at):
    if os.environ.get("STOP_AT") == at:
        os.kill(os.getpid(), signal.SIGKILL)

def upgrade():
    stop("begin")
    with op.batch_alter_table("shows") as table:
        table.add_column(sa.Column("extra", sa.Text()))
    stop("altered")
    op.execute("UPDATE shows SET extra = 'new'")
    stop("filled")
    if os.environ.get("STOP_AT") == "error":
        op.execute("UPDATE nothing SET extra = 1")
'''


@pytest.fixture
def later(tmp_path: Path) -> Schema:
    """The schema of a later livedesk with one step more."""
    scripts = tmp_path / "migrations"
    shutil.copytree(SCHEMA.scripts, scripts)
    (scripts / "versions" / "next.py").write_text(NEXT)
    return Schema(scripts, (*SCHEMA.revisions, "next"))


def _filled(root: Path) -> Path:
    with Store.open(root) as store:
        append(store, new_run(store), opened(1), *(held(seq) for seq in range(2, 100)))
        return store.folder.database


def test_the_steps_lead_to_the_tables(tmp_path: Path) -> None:
    create(tmp_path / "new.db", SCHEMA)
    engine = create_engine(f"sqlite:///{tmp_path / 'new.db'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_tables_are_clustered_as_they_say(tmp_path: Path) -> None:
    create(tmp_path / "new.db", SCHEMA)
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        listed = {row[1]: bool(row[4]) for row in connection.execute("PRAGMA table_list")}
    wanted = {
        table.name: table.dialect_options["sqlite"]["with_rowid"] is False for table in metadata.tables.values()
    }
    assert {name: listed[name] for name in wanted} == wanted
    assert wanted["journal"]


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCHEMA.scripts))
    steps = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == SCHEMA.revisions


def test_a_new_database_appears_whole(tmp_path: Path) -> None:
    create(tmp_path / "new.db", SCHEMA)
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]
    with pytest.raises(UserError, match=r"store\.write_error"):
        create(tmp_path / "new.db", SCHEMA)
    assert check_file(tmp_path / "new.db", SCHEMA, writing=True) == SCHEMA.head


def test_an_older_database_is_brought_up_to_date_and_kept(root: Path, later: Schema) -> None:
    _filled(root)
    with pytest.raises(UserError, match=r"store\.older"):
        Store.open(root, read_only=True, schema=later)
    with Store.open(root, schema=later) as store:
        assert len(store.runs.entries(1)) == 99
        (kept,) = store.backups.all()
    assert "before-migration" in kept.path.name
    assert check_file(kept.path, SCHEMA, writing=False) == SCHEMA.head
    with closing(sqlite3.connect(root / "livedesk.db")) as connection:
        assert connection.execute("SELECT extra FROM shows").fetchall() == [("new",)]
    with pytest.raises(UserError, match=r"store\.newer"):
        Store.open(root)


MIGRATING = """
import os
from pathlib import Path
from livedesk.store import migrate
from livedesk.store.schema import SCHEMA, Schema
from livedesk.store.store import Store
import signal

root, scripts, stop = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
os.environ["STOP_AT"] = stop
if stop == "swap":
    # Killed with everything ready, in the very step that puts the new file in the old one's place.
    replace = Path.replace
    def killed(self, target):
        if Path(target).name == "livedesk.db":
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(self, target)
    Path.replace = killed
Store.open(root, schema=Schema(scripts, (*SCHEMA.revisions, "next"))).close()
"""


@pytest.mark.parametrize("step", ["begin", "altered", "filled", "swap"])
def test_a_migration_killed_anywhere_leaves_the_old_database(root: Path, later: Schema, step: str) -> None:
    database = _filled(root)
    before = database.read_bytes()
    process = child(MIGRATING, root, later.scripts, step)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert database.read_bytes() == before
    with Store.open(root) as store:
        assert len(store.runs.entries(1)) == 99
    finish(child(MIGRATING, root, later.scripts, ""))
    with Store.open(root, schema=later) as store:
        assert len(store.runs.entries(1)) == 99
    assert {path.name for path in root.iterdir() if path.name.startswith("livedesk.db")} == {"livedesk.db"}


def test_a_migration_killed_in_the_swap_loses_nothing_that_was_in_the_log(root: Path, later: Schema) -> None:
    finish(child(LEAVE_A_LOG, root))
    process = child(MIGRATING, root, later.scripts, "swap")
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    with Store.open(root) as store:
        assert len(store.runs.entries(1)) == 299


def test_a_migration_that_fails_leaves_the_old_database(
    root: Path, later: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = _filled(root)
    before = database.read_bytes()
    monkeypatch.setenv("STOP_AT", "error")
    with pytest.raises(UserError, match=r"store\.write_error"):
        Store.open(root, schema=later)
    assert database.read_bytes() == before
    assert os.listdir(root / "backups") != []
    Store.open(root).close()
