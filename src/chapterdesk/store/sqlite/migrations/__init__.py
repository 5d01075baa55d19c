"""Migrations of the desk file, run by store.sqlite.schema."""
