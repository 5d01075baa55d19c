"""The installer of Windows: NSIS compiles it; for a test it is installed and removed again.

The same input gives the same bytes: the files are listed in a fixed order, and no times are stored. Signatures contain
the time of signing, so signed installers differ.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from build import product
from build.commands import BuildError, run, say
from build.windows import signing

HERE = Path(__file__).resolve().parent
PROGRAM = f"{product.NAME}.exe"
CONSOLE = "chapterdesk-cli.exe"  # both as in product.py on Windows; the tests compile on Linux
PARTS = (PROGRAM, CONSOLE, "_internal")
"""Everything that the bundle may contain: only these are replaced and removed in the folder of the program."""
UNINSTALLER = "Uninstall.exe"
LONGEST_PATH = 150
"""Longest path below the folder of the program; with a long user name it is still below the 260 of Windows."""
UNINSTALL_KEY = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{product.NAME}"
"""Key of the registry for an installed program."""
BLOCK = 4096
"""Size of a disk cluster in bytes; files are rounded up to it."""
SPARE_KB = 16 * 1024
"""Required free space besides the size of the program."""
SYSTEM = "windows-x86_64"


def make(bundle: Path, icons: Path, out: Path) -> Path:
    """Compile the installer of a bundle into the folder `out` and return it; signs the programs of the bundle first.

    Raises BuildError with what to do.
    """
    compiler, version = _compiler(), product.version()
    files = _payload(bundle, icons)
    if signing.command():
        for program in (PROGRAM, CONSOLE):
            signing.sign(bundle / program)
    else:
        say(f"Not signed: {signing.VARIABLE} is not set")
    out.mkdir(parents=True, exist_ok=True)
    made = out / f"{product.NAME}-{version}-{SYSTEM}-setup.exe"
    made.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        work = Path(folder)
        _write(work / "product.nsh", _product(compiler, version, size_kb(files), made, icons))
        _write(work / "payload.nsh", _listing(files))
        try:
            _compile(compiler, work)
        except BuildError:
            made.unlink(missing_ok=True)  # it may be complete except for its signature
            raise
    return made


def _compiler() -> Path:
    places = [os.environ.get(name, "") for name in ("ProgramFiles(x86)", "ProgramFiles")]
    found = shutil.which("makensis") or next(
        (str(file) for place in places if place and (file := Path(place) / "NSIS" / "makensis.exe").is_file()), None
    )
    if found is None:
        raise BuildError(
            "makensis is missing: install NSIS 3.08 or later"
            " (Debian: apt install nsis; Windows: winget install NSIS.NSIS)"
        )
    return Path(found)


def target(compiler: Path) -> str:
    """Return the target of makensis: 64 bits if possible (Debian's), else 32, which is all the official NSIS can do."""
    told = run([compiler, "-HDRINFO"], "Install NSIS anew.").replace("\n", ",")
    homes = [word.removeprefix("NSISDIR=") for word in told.split(",") if word.startswith("NSISDIR=")]
    folders = [*map(Path, homes), compiler.resolve().parent, compiler.resolve().parent.parent]
    has_64 = any((folder / "Stubs" / "lzma_solid-amd64-unicode").is_file() for folder in folders)
    return "amd64-unicode" if has_64 else "x86-unicode"


def _payload(bundle: Path, icons: Path) -> dict[str, Path]:
    """Return the files to install: the path below the folder of the program, as Windows writes it, and the source."""
    strangers = sorted({file.name for file in bundle.iterdir()} - set(PARTS)) if bundle.is_dir() else []
    missing = [part for part in PARTS if not (bundle / part).exists()]
    if strangers or missing:
        told = ", ".join([*(f"{name} is unknown" for name in strangers), *(f"{name} is missing" for name in missing)])
        raise BuildError(f"{bundle}: {told}; the installer replaces exactly {', '.join(PARTS)}")
    files = {str(PureWindowsPath(f.relative_to(bundle))): f for f in bundle.rglob("*") if f.is_file()}
    files["_internal\\document.ico"] = icons / "document.ico"
    if too_long := [name for name in files if len(name) > LONGEST_PATH]:
        raise BuildError(f"{too_long[0]} is too long a path for Windows: at most {LONGEST_PATH} characters")
    return dict(sorted(files.items()))


def size_kb(files: dict[str, Path]) -> int:
    """Return the kilobytes of the files on a disk."""
    return sum(-(-file.stat().st_size // BLOCK) * (BLOCK // 1024) for file in files.values())


def _product(compiler: Path, version: str, size: int, made: Path, icons: Path) -> list[str]:
    values = {
        "TARGET": target(compiler),
        "NAME": product.NAME,
        "VERSION": version,
        "QUAD": ".".join(map(str, (*product.numbers(version), 0))),
        "PUBLISHER": product.PUBLISHER,
        "IDENTIFIER": product.IDENTIFIER,
        "SUFFIX": product.SUFFIX,
        "MIME_TYPE": product.MIME_TYPE,
        "PROGRAM": PROGRAM,
        "CONSOLE": CONSOLE,
        "SIZE_KB": str(size),
        "NEEDED_KB": str(size + SPARE_KB),
        "NEEDED_MB": str(-(-(size + SPARE_KB) // 1024)),
        "OUT": str(made.resolve()),
        "ICONS": str(icons.resolve()),
    }
    if signing.command():
        values["SIGN"] = f'"{sys.executable}" "{HERE / "signing.py"}"'
    return [f"!define {name} `{value}`" for name, value in values.items()]


def _listing(files: dict[str, Path]) -> list[str]:
    lines, folder = [], None
    for name, file in sorted(files.items(), key=lambda one: (str(PureWindowsPath(one[0]).parent), one[0])):
        parent = str(PureWindowsPath(name).parent)
        if parent != folder:
            folder = parent
            below = "" if parent == "." else "\\" + _escaped(parent)
            lines.append(f'SetOutPath "$INSTDIR\\${{NEW}}{below}"')
        lines.append(f'File "/oname={_escaped(PureWindowsPath(name).name)}" "{file.resolve()}"')
    return lines


def _escaped(text: str) -> str:
    """Return a name with the escapes of NSIS."""
    return text.replace("$", "$$")


def _write(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")


def _compile(compiler: Path, work: Path) -> None:
    # Names of files that are not ASCII are read in the locale, which may be none on Linux.
    told = run(
        [compiler, "-V2", "-INPUTCHARSET", "UTF8", "-NOCD", f"-DWORK={work}", HERE / "chapterdesk.nsi"],
        "The installer could not be compiled; NSIS 3.08 or later is needed.",
        folder=HERE,
        environment={} if sys.platform == "win32" else {"LC_ALL": "C.UTF-8"},
        signs=True,  # makensis calls signing.py
    )
    if told.strip():  # warnings
        print(told.strip())


@contextmanager
def installed(installer: Path, place: Path) -> Iterator[Path]:
    """Install silently into the folder `place`, yield the folder of the programs, and remove them at the end.

    On Linux it runs under Wine. Raises BuildError with the exit code (see chapterdesk.nsi), or when the program is
    already installed, since the test would move and remove it.
    """
    if _run_there("reg", f"query {UNINSTALL_KEY} /v InstallLocation", quiet=True) == 0:
        raise BuildError(f"{product.NAME} is installed on this computer: remove it first, for a trial would remove it")
    _setup(installer, f"/S /D={_native(place)}")
    try:
        yield place
    finally:
        uninstaller = place / UNINSTALLER
        _setup(uninstaller, f"/S _?={_native(place)}")  # without a copy of itself, so that we can wait for it
        _remove_soon(uninstaller)
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()


def _native(path: Path) -> str:
    return str(path) if sys.platform == "win32" else "Z:" + str(path.resolve()).replace("/", "\\")


def _setup(program: Path, arguments: str) -> None:
    """Run an installer or uninstaller, which reads the folder from its command line without quotes."""
    if code := _run_there(program, arguments):
        raise BuildError(
            f"{program.name} ended with exit code {code}; build/windows/chapterdesk.nsi says what it means"
        )


def _run_there(program: Path | str, arguments: str, *, quiet: bool = False) -> int:
    """Run a program of Windows, on other systems under Wine, and return its exit code."""
    line = f'"{program}" {arguments}' if sys.platform == "win32" else ["wine", program, *arguments.split(" ")]
    said = subprocess.DEVNULL if quiet else None
    return subprocess.run(line, stdout=said, stderr=said, check=False).returncode


def _remove_soon(file: Path) -> None:
    """Delete a program that has just ended; Windows keeps it open for a moment."""
    for _ in range(50):
        try:
            file.unlink(missing_ok=True)
        except OSError:
            time.sleep(0.1)
        else:
            return
