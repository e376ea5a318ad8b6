"""What Alembic runs for every command. The connection is given by :mod:`livedesk.store.migrate`."""

from __future__ import annotations

from alembic import context

from livedesk.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
