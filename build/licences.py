"""The licences of everything that ships, in one text file.

It is in the bundle and beside the packages. pip-licenses reads the data of each library; NATIVE lists Python and the
libraries inside other libraries.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from build import product
from build.commands import BuildError, run, say
from build.environments import lock

TEXTS = product.RESOURCES / "licences"
_RULE = "=" * 100

NATIVE = (
    # name, licence, origin, file of the text in resources/licences, library that contains it
    ("Qt", "LGPL-3.0-only", "https://code.qt.io", "lgpl-3.0.txt", "pyside6-essentials, pyside6-pdf"),
    (
        "PDFium, in Qt PDF",
        "BSD-3-Clause AND Apache-2.0",
        "https://pdfium.googlesource.com",
        "pdfium.txt",
        "pyside6-pdf",
    ),
    ("SQLite", "blessing (public domain)", "https://www.sqlite.org", "", "sqlcipher3"),
    ("SQLCipher Community Edition", "BSD-3-Clause", "https://www.zetetic.net/sqlcipher", "sqlcipher.txt", "sqlcipher3"),
    ("OpenSSL", "Apache-2.0", "https://www.openssl.org", "apache-2.0.txt", "sqlcipher3, cryptography, Python"),
    ("ICU, in Qt", "Unicode-3.0", "https://icu.unicode.org", "unicode.txt", "pyside6-essentials"),
)
"""Libraries that ship inside Python libraries."""

OVERRULED = {
    "pyside6-essentials": ("LGPL-3.0-only", "lgpl-3.0.txt"),
    "pyside6-pdf": ("LGPL-3.0-only", "lgpl-3.0.txt"),
    "shiboken6": ("LGPL-3.0-only", "lgpl-3.0.txt"),
    "sqlcipher3": ("Zlib", ""),
    # only its bootloader ships, which its licence expressly allows in programs with any licence
    "pyinstaller": ("GPL-2.0-or-later WITH Bootloader-exception", ""),
}
"""Libraries with a choice of licences, no licence or no text: the licence that applies, and the file of its text."""


def shipped() -> set[str]:
    """Return the normalised names of the libraries that ship on any system, and of PyInstaller's bootloader."""
    text = lock("shipped").read_text(encoding="utf-8")
    return {normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)} | {"pyinstaller"}


def refuse_untold(told: Iterable[str], tool: str) -> None:
    """Raise BuildError when a tool does not list a library that ships on every system.

    A tool that does not find the packages of an environment (pip-licenses, when the path has a blank) succeeds with an
    empty list.
    """
    everywhere = re.findall(r"^([A-Za-z0-9._-]+)==\S+ \\$", lock("shipped").read_text(encoding="utf-8"), re.MULTILINE)
    found = {normal(name) for name in told}
    if missing := [name for name in everywhere if normal(name) not in found]:
        raise BuildError(f"{tool} told nothing of {', '.join(missing)}; is there a blank in {product.ROOT}?")


def normal(name: str) -> str:
    """Return the normalised name of a library."""
    return re.sub(r"[-_.]+", "-", name).lower()


def refuse_unlisted(program: Path, frozen: Path) -> None:
    """Raise BuildError when a frozen program contains a library that is not in the lock `shipped`.

    `program` is the Python of the packaging environment.
    """
    held = json.loads(run([program, product.ROOT / "build" / "frozen_modules.py", frozen]))
    if unlisted := [name for name in held if normal(name) not in shipped() | {"chapterdesk"}]:
        raise BuildError(f"The bundle holds {', '.join(unlisted)}: exclude it in build/contents.py, or require it")


def gather(program: Path, tools: Path) -> list[dict[str, str]]:
    """Return the data of pip-licenses about the libraries that ship, by name.

    `program` and `tools` are the Pythons of the two environments. Raises BuildError for a library that is missing or
    has no licence.
    """
    command: list[str | Path] = [tools, "-m", "piplicenses", "--python", program, "--format", "json", "--with-urls"]
    command += ["--from", "mixed", "--with-license-file", "--with-notice-file", "--no-license-path"]
    told = run([*command, "--ignore-packages", "chapterdesk"])
    names = shipped()
    found = [entry for entry in json.loads(told) if normal(entry["Name"]) in names]
    refuse_untold((entry["Name"] for entry in found), "pip-licenses")
    for entry in found:
        licence, text = OVERRULED.get(normal(entry["Name"]), ("", ""))
        entry["License"] = licence or entry["License"]
        if text:
            entry["LicenseText"] = f"The text stands under “{text}” below."
        if "UNKNOWN" in (entry["License"], entry["LicenseText"]):
            raise BuildError(f"{entry['Name']} states no licence: look it up and add it to build/licences.py")
    return sorted(found, key=lambda entry: normal(entry["Name"]))


def write(program: Path, tools: Path, file: Path) -> Path:
    """Write the licences of everything that ships into a text file and return it."""
    say("Licences of what ships")
    libraries = gather(program, tools)
    python = run([program, "-c", "import sys, sysconfig; print(sys.version.split()[0], sysconfig.get_path('stdlib'))"])
    version, _, library = python.strip().partition(" ")
    parts = [_contents(libraries, version)]
    parts += [_part(f"{entry['Name']} {entry['Version']}", entry["License"], _told(entry)) for entry in libraries]
    parts.append(_part(f"Python {version}", "PSF-2.0", _text_of_python(Path(library))))
    texts = sorted({name for _, _, _, name, _ in NATIVE if name} | {"gpl-3.0.txt"})
    parts += [_part(name, "", (TEXTS / name).read_text(encoding="utf-8")) for name in texts]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    return file


def _contents(libraries: list[dict[str, str]], version: str) -> str:
    lines = [
        f"{product.NAME} {product.version()}: licences of the libraries that are shipped with it",
        "",
        "Qt and PySide6 are used under the LGPL, version 3: they are shared libraries in the folder of the program,",
        "which you may replace with your own build of the same version. Their sources are at https://code.qt.io and",
        "https://download.qt.io/official_releases. Only modules under the LGPL are used.",
        "",
    ]
    for entry in libraries:
        url = "" if entry["URL"] == "UNKNOWN" else f"; {entry['URL']}"
        lines.append(f"{entry['Name']} {entry['Version']}: {entry['License']}{url}")
    lines.append(f"Python {version}: PSF-2.0; https://www.python.org")
    lines += [f"{what} (in {inside}): {licence}; {url}" for what, licence, url, _, inside in NATIVE]
    return "\n".join([*lines, ""])


def _part(title: str, licence: str, text: str) -> str:
    head = f"{title}: {licence}" if licence else title
    return f"{_RULE}\n{head}\n{_RULE}\n\n{text.strip()}\n"


def _told(entry: dict[str, str]) -> str:
    notice = entry.get("NoticeText", "UNKNOWN")
    return entry["LicenseText"] + ("" if notice == "UNKNOWN" else f"\n\n{notice}")


def _text_of_python(library: Path) -> str:
    """Return the licence of the shipped Python, which is in one of three places, depending on the system."""
    for place in (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt", library / "LICENSE"):
        if place.is_file():
            return place.read_text(encoding="utf-8", errors="replace")  # that of Windows combines several texts
    raise BuildError("This Python has no LICENSE.txt, which must be shipped with it; use the one of python.org")
