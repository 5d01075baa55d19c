"""Alembic's environment: the revisions run on the connection that schema.migrate hands over."""

from alembic import context

from chapterdesk.store.tables.base import Model

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Model.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # schema.migrate holds the one transaction
)
context.run_migrations()
