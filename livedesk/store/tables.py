"""The tables. Instants are epoch ms (UTC), money is whole fen, documents and events are JSON as the codec of
the domain writes it. Journal, edits and snapshots are only ever appended to.

Where SQLite clusters a table by its key (``WITHOUT ROWID``), other databases simply ignore the option.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", LargeBinary, nullable=False),
)

# The columns beside the key are what the list of shows needs, so that it decodes no document.
shows = Table(
    "shows",
    metadata,
    Column("show_id", Text, primary_key=True, nullable=False),
    Column("title", Text, nullable=False),
    Column("planned_start_ms", BigInteger, nullable=False),
    Column("zone", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("approval", Text, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("show_id", Text, ForeignKey("shows.show_id"), primary_key=True, nullable=False),
    Column("revision", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("document", LargeBinary, nullable=False),
)

# One row a revision. ``action`` is edit, undo, redo or approval; ``target`` the revision that an undo took back or
# a redo applied again. ``undone`` is the revision of the undo under which an edit lies now (null: it stands).
edits = Table(
    "edits",
    metadata,
    Column("show_id", Text, ForeignKey("shows.show_id"), primary_key=True, nullable=False),
    Column("revision", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("action", Text, nullable=False),
    Column("target", Integer),
    Column("undone", Integer),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("inverse_kind", Text, nullable=False),
    Column("inverse_payload", LargeBinary, nullable=False),
    Column("by", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)

# What a person keeps for use in any show, as documents by kind and key: templates, reading rates, column mappings.
kept = Table(
    "kept",
    metadata,
    Column("kind", Text, primary_key=True, nullable=False),
    Column("key", Text, primary_key=True, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("by", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# ``started_ms`` and ``ended_ms`` are kept by the writer in the transaction that appends WentLive and RunEnded.
runs = Table(
    "runs",
    metadata,
    Column("run_id", Integer, primary_key=True, nullable=False),
    Column("show_id", Text, ForeignKey("shows.show_id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("opened_ms", BigInteger, nullable=False),
    Column("started_ms", BigInteger),
    Column("ended_ms", BigInteger),
    sqlite_autoincrement=True,
)

journal = Table(
    "journal",
    metadata,
    Column("run_id", Integer, ForeignKey("runs.run_id"), primary_key=True, nullable=False, autoincrement=False),
    Column("seq", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("t_ms", BigInteger, nullable=False),
    Column("wall_ms", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

feed_events = Table(
    "feed_events",
    metadata,
    Column("run_id", Integer, ForeignKey("runs.run_id"), primary_key=True, nullable=False, autoincrement=False),
    Column("source", Text, primary_key=True, nullable=False),
    Column("key", Text, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("user", Text, nullable=False),
    Column("nickname", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("total", BigInteger),
    Column("value", BigInteger, nullable=False),
    Index(None, "run_id", "at_ms"),
    sqlite_with_rowid=False,
)

order_batches = Table(
    "order_batches",
    metadata,
    Column("batch", Integer, primary_key=True, nullable=False),
    Column("run_id", Integer, ForeignKey("runs.run_id"), nullable=False, index=True),
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("read", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("duplicate", Integer, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("outside", Integer, nullable=False),
    Column("problems", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# ``rank`` orders the states of an order (unpaid, cancelled, paid, refunded); ``batch`` is the file that the row's
# present values came with.
order_rows = Table(
    "order_rows",
    metadata,
    Column("run_id", Integer, ForeignKey("runs.run_id"), primary_key=True, nullable=False, autoincrement=False),
    Column("item", Text, primary_key=True, nullable=False),
    Column("batch", Integer, ForeignKey("order_batches.batch"), nullable=False),
    Column("order", Text, nullable=False),
    Column("product_name", Text, nullable=False),
    Column("product_id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("quantities", Text, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("submitted_ms", BigInteger),
    Column("paid_ms", BigInteger),
    Column("state", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("refund", BigInteger, nullable=False),
    Column("refund_known", Integer, nullable=False),
    Column("buyer", Text, nullable=False),
    Column("source", Text, nullable=False),
    Index(None, "run_id", "paid_ms"),
    sqlite_with_rowid=False,
)
