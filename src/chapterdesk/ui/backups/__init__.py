"""Backups in the window: where they are, when they are made, and the parts of their screen."""
