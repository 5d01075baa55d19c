"""Which libraries the frozen program holds: `python build/frozen_modules.py PROGRAM`, by the packaging environment.

Prints the names of distributions as JSON, so that what ships can be compared with what is locked, licensed and billed.
"""

import json
import sys
from importlib.metadata import packages_distributions
from pathlib import Path


def distributions(program: Path) -> list[str]:
    """Return the distributions whose modules are in the archive of a program, with any that are unknown.

    A module that neither Python nor an installed distribution owns is returned by its own name. What is a library of C
    alone lies beside the archive, and is not seen.
    """
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    tops = {name.partition(".")[0] for name in archive.toc}
    owners = packages_distributions()
    found: set[str] = set()
    for top in tops - set(sys.stdlib_module_names):
        if not top.startswith(("_pyi", "pyi", "_sysconfigdata", "_distutils_hack", "__")):
            found.update(owners.get(top, [top]))
    return sorted(found)


if __name__ == "__main__":
    print(json.dumps(distributions(Path(sys.argv[1]))))
