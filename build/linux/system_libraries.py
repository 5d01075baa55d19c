"""The libraries of the building Linux system that ship with the program: their packages and licences.

`contents.SYSTEM_LIBRARIES` lists them. They are at the root of the bundle; those of a Python library are links there.
"""

import fnmatch
from pathlib import Path

from build.commands import BuildError, run
from build.contents import SYSTEM_LIBRARIES

DOCUMENTS = Path("/usr/share/doc")
_REMEDY = "What ships of the system is looked up by dpkg: package on Debian or Ubuntu."


def packages(bundle: Path) -> dict[str, str]:
    """Return the system packages of the libraries of a bundle, each with its version, without the library of Python.

    Raises BuildError for a library without package.
    """
    found: dict[str, str] = {}
    for file in sorted((bundle / "_internal").iterdir()):
        patterns = [one for one in SYSTEM_LIBRARIES if fnmatch.fnmatch(file.name, one)]
        if patterns and patterns != ["libpython*"] and not file.is_symlink():
            owners = run(["dpkg-query", "--search", f"*/{file.name}"], _REMEDY).splitlines()
            name = owners[0].partition(": ")[0].partition(":")[0]
            found[name] = run(["dpkg-query", "--show", "--showformat", "${Version}\n", name], _REMEDY).splitlines()[0]
    return found


def add_licences(bundle: Path, file: Path) -> None:
    """Add the licences of the shipped system libraries to a file; raises BuildError for a package without licence."""
    parts = []
    for name, version in packages(bundle).items():
        text = DOCUMENTS / name / "copyright"
        if not text.is_file():
            raise BuildError(f"{text} is missing, the licence of a library that ships")
        told = text.read_text(encoding="utf-8", errors="replace").strip()
        parts.append(f"{'=' * 100}\n{name} {version}, of the system that packaged\n{'=' * 100}\n\n{told}\n")
    with file.open("a", encoding="utf-8", newline="\n") as licences:
        licences.write("\n" * bool(parts) + "\n".join(parts))
