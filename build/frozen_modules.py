"""The libraries in the frozen program: `python build/frozen_modules.py PROGRAM`, run by the packaging environment.

It prints the names of distributions as JSON, so that they can be compared with locks, licences and bill of materials.
"""

import json
import sys
from importlib.metadata import packages_distributions
from pathlib import Path


def distributions(program: Path) -> list[str]:
    """Return the distributions whose modules are in the archive of a program.

    A module that belongs to neither Python nor an installed distribution is returned by its own name. Pure C libraries
    are beside the archive and are not found.
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
