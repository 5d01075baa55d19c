"""The environments for packaging, made from the locks only, with exact versions and hashes.

`program` contains PyInstaller and what ChapterDesk needs, `tools` the programs for bill of materials and licences. The
locks in `build/locks` are for all systems; `python build/environments.py` makes them again (needs `uv`).
"""

import hashlib
import shutil
import sys
import sysconfig
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from build import product
from build.commands import BuildError, run, say

LOCKS = product.ROOT / "build" / "locks"
OLDEST_PYTHON = "3.11"


def lock(name: str) -> Path:
    """Return the lock of an environment, or of `shipped`, the libraries of ChapterDesk itself."""
    return LOCKS / f"{name}.txt"


def environment(name: str, work: Path) -> Path:
    """Make an environment from its lock below `work`, unless it exists already, and return its Python.

    Raises BuildError when a package is not available or its hash differs from the lock.
    """
    digest = hashlib.sha256(lock(name).read_bytes() + sys.version.encode()).hexdigest()[:12]
    place = work / f"{name}-{digest}"
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    ready = place / "ready"
    if ready.exists():
        return python
    say(f"Environment “{name}” from its lock")
    shutil.rmtree(place, ignore_errors=True)
    venv.create(place, with_pip=True)
    run(
        [
            python,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--require-hashes",
            "-r",
            lock(name),
        ],
        "Every package is named with its hash in build/locks; is there a network, and is this Python 3.11 or later?",
    )
    ready.touch()
    return python


def site_packages(python: Path) -> Path:
    """Return the folder site-packages of an environment."""
    return Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())


def refuse_static_python() -> None:
    """Raise BuildError for a Python without a shared library, with which PyInstaller cannot work."""
    if sys.platform != "win32" and not (
        sysconfig.get_config_var("Py_ENABLE_SHARED") or sysconfig.get_config_var("PYTHONFRAMEWORK")
    ):
        raise BuildError(
            "This Python has no shared library, which a packaged program needs. "
            "Use the one of python.org or of the system, or build it with --enable-shared."
        )


def main() -> int:
    """Make the locks again: the newest versions that pyproject.toml and the .in files allow, for all systems."""
    project = product.ROOT / "pyproject.toml"
    for name, sources in {
        "shipped": [project],
        "program": [project, LOCKS / "program.in"],
        "tools": [LOCKS / "tools.in"],
    }.items():
        command: list[str | Path] = ["uv", "pip", "compile", "--quiet", "--universal", "--upgrade", "--generate-hashes"]
        command += ["--no-header", "--no-annotate", "--python-version", OLDEST_PYTHON, "--output-file", lock(name)]
        run([*command, *sources], "Install it with: python -m pip install uv", folder=product.ROOT)
        say(f"{lock(name).name} is made")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BuildError as error:
        sys.exit(str(error))
