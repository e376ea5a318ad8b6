"""How far a script has come, beside its show; and what a person keeps for use in any show."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Every script is a draft at first."""
    with op.batch_alter_table("shows") as table:
        table.add_column(sa.Column("approval", sa.Text(), nullable=False, server_default="draft"))
    with op.batch_alter_table("shows") as table:
        table.alter_column("approval", server_default=None)
    op.create_table(
        "kept",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_kept")),
        sqlite_with_rowid=False,
    )
