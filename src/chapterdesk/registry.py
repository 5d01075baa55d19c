"""Discovery of modules with one thing each: reports, importers, exporters, screens.

A package that holds such files is listed, each module is imported, and the object of the agreed name is taken from it.
Packaging reads the same list of packages, so a frozen program finds what the source tree has.
"""

import importlib
import pkgutil
from typing import Any

DISCOVERED = ("chapterdesk.exporters", "chapterdesk.importers", "chapterdesk.reports", "chapterdesk.ui.screens")
"""The packages with such modules. Packaging freezes all their modules, since nothing else names them."""


def discover(package: str, attribute: str) -> dict[str, Any]:
    """Return {module name: object called `attribute`} for the modules below `package` that define it, by name.

    `package` is a dotted name.

    Raises LookupError for a package that is not listed as DISCOVERED: a frozen program would find nothing in it.
    """
    found = {}
    for name in _names(package):
        module = importlib.import_module(f"{package}.{name}")
        if hasattr(module, attribute):
            found[name] = getattr(module, attribute)
    return found


def discover_one(package: str, attribute: str, name: str) -> Any:
    """Return the object of the module `name` alone, None where there is none; the other modules are not imported."""
    if name not in _names(package):
        return None
    return getattr(importlib.import_module(f"{package}.{name}"), attribute, None)


def _names(package: str) -> list[str]:
    if package not in DISCOVERED:
        raise LookupError(f"{package} is missing in registry.DISCOVERED")
    return sorted(info.name for info in pkgutil.iter_modules(importlib.import_module(package).__path__))
