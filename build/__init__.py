"""Packaging: from the sources to the installers. `python build/package.py` is the only command."""
