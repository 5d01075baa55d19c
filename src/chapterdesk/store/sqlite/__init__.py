"""A desk file in SQLite: its connections, its key, its versions, and what can be wrong with it."""
