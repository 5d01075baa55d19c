"""Packaging: from the sources to what a director installs. `python build/package.py` is the one command."""
