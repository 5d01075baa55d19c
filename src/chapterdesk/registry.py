"""Discovery of the things of which there is one file each: reports, importers, exporters, screens.

A package that holds such files is listed, each module is imported, and the object of the agreed name is
taken from it. Packaging reads the same list of packages, so a frozen program finds what the source tree has.
"""

import importlib
import pkgutil
from types import ModuleType
from typing import Any

DISCOVERED = ("chapterdesk.exporters", "chapterdesk.importers", "chapterdesk.reports", "chapterdesk.ui.screens")
"""The packages that hold such files. Packaging freezes every module of these, as nothing else names them."""


def discover(package: ModuleType, attribute: str) -> dict[str, Any]:
    """Return {module name: object called `attribute`} for the modules of `package` that define it, by name.

    Raises LookupError for a package that is not listed as DISCOVERED: a frozen program would find nothing in it.
    """
    if package.__name__ not in DISCOVERED:
        raise LookupError(f"{package.__name__} is missing in registry.DISCOVERED")
    found = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, attribute):
            found[info.name] = getattr(module, attribute)
    return found
