"""Alembic revisions of the desk file; each spells its own tables and never imports models."""
