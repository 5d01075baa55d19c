"""The size of a bundle and of its parts."""

import re
from collections import Counter
from pathlib import Path

PARTS = (
    ("ICU, the languages of the world in Qt", r".*icu(data|i18n|uc)"),
    ("Qt", r"PySide6/|libQt6|shiboken6/|libpyside6|libshiboken6"),
    ("our own code and pure Python libraries, in the program", r"(chapterdesk|ChapterDesk)(-cli)?(\.exe)?$"),
    ("our fonts, catalogues, icons and licences", r"chapterdesk/"),
    ("SQLCipher with its own OpenSSL", r"sqlcipher3/"),
    ("the key store's cryptography", r"cryptography/|_cffi"),
    ("Python", r"libpython|python3|base_library|python\d|Python"),
    ("pictures on paper (Pillow)", r"PIL/|pillow.libs/"),
    ("names that are alike (RapidFuzz)", r"rapidfuzz/"),
    ("SQLAlchemy", r"sqlalchemy/"),
)
"""The parts of a bundle: a file belongs to the part of the first pattern that its name begins with."""


def sizes(bundle: Path) -> Counter[str]:
    """Return the bytes of each part of a bundle; the rest is “other libraries”."""
    found: Counter[str] = Counter()
    for file in bundle.rglob("*"):
        if file.is_symlink() or not file.is_file():
            continue
        name = file.relative_to(bundle).as_posix()
        name = re.sub(r"^(Contents/(Frameworks|Resources|MacOS)/|_internal/)", "", name)
        part = next((part for part, pattern in PARTS if re.match(pattern, name)), "other libraries")
        found[part] += file.stat().st_size
    return found


def megabytes(size: int) -> str:
    """Return a number of bytes in megabytes: 93.1 MB (millions of bytes)."""
    return f"{size / 1_000_000:.1f} MB"
