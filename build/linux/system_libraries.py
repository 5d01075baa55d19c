"""The libraries of the Linux that packages which ship with the program: which packages they are of, with what licences.

`contents.SYSTEM_LIBRARIES` says which ship. They lie on top of the bundle; what a library of Python brings is linked.
"""

import fnmatch
from pathlib import Path

from build.contents import SYSTEM_LIBRARIES
from build.running import BuildError, run

DOCUMENTS = Path("/usr/share/doc")
_REMEDY = "What ships of the system is looked up by dpkg: package on Debian or Ubuntu."


def packages(bundle: Path) -> dict[str, str]:
    """Return the packages of the system that libraries of a bundle are of, each with its version.

    The library of Python is not among them: its licence is that of Python. Raises BuildError for one of no package.
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
    """Add the licences of what ships of the system to a file of licences; raises BuildError for a package without."""
    parts = []
    for name, version in packages(bundle).items():
        text = DOCUMENTS / name / "copyright"
        if not text.is_file():
            raise BuildError(f"{text} is missing, the licence of a library that ships")
        told = text.read_text(encoding="utf-8", errors="replace").strip()
        parts.append(f"{'=' * 100}\n{name} {version}, of the system that packaged\n{'=' * 100}\n\n{told}\n")
    with file.open("a", encoding="utf-8", newline="\n") as licences:
        licences.write("\n" * bool(parts) + "\n".join(parts))
