"""Discovery of the things of which there is one file each: reports, importers, exporters, screens.

A package that holds such files is listed, each module is imported, and the object of the agreed name is
taken from it. The packaging asks the same function, so a frozen program finds what the source tree has.
"""

import importlib
import pkgutil
from types import ModuleType
from typing import Any


def discover(package: ModuleType, attribute: str) -> dict[str, Any]:
    """Return {module name: object called `attribute`} for the modules of `package` that define it, by name."""
    found = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, attribute):
            found[info.name] = getattr(module, attribute)
    return found
