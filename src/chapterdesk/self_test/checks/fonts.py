"""The fonts of paper and window: each is there, Qt and ReportLab load it, and it covers three alphabets."""

from typing import Any, Final

from PySide6.QtGui import QFontDatabase, QRawFont

from chapterdesk.document.paper.fonts import BOLD, ITALIC, REGULAR, Ink, register, width
from chapterdesk.paths import resources
from chapterdesk.self_test.bench import Bench, expect

FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf")
SAMPLES: Final = {
    "Latin": "Ñandú, Łukasz, Şükrü, Çağrı, Østergård, œuvre €",
    "Greek": "Ζωή Παπαδοπούλου, ΑΒΓ",
    "Cyrillic": "Иван Щербаков, Ёлка, Їжак",
}


def run(bench: Bench) -> dict[str, Any]:
    """Return the number of fonts; fails at the first missing font or letter."""
    expect(bench.app, "Qt does not start")
    for name in FILES:
        file = resources() / "fonts" / name
        number = QFontDatabase.addApplicationFont(str(file))
        expect(number != -1, f"Qt does not load {name}")
        expect("Noto Sans" in QFontDatabase.applicationFontFamilies(number), f"{name} is not Noto Sans")
        font = QRawFont(str(file), 12)
        for alphabet, text in SAMPLES.items():
            missing = [mark for mark in text if not font.supportsCharacter(ord(mark))]
            expect(not missing, f"{name} has no {alphabet} {missing}")
    register()
    ink = Ink()
    for alphabet, text in SAMPLES.items():
        ink.printable(text)
        expect(not ink.missing, f"paper has no {alphabet} {ink.missing}")
        expect(all(width(text, font, 10) > 50 for font in (REGULAR, BOLD, ITALIC)), f"{alphabet} has no width")
    return {"fonts": len(FILES), "alphabets": list(SAMPLES)}
