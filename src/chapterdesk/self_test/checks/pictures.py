"""Photos and logos: every format that can be chosen is decoded, and the stored picture can be shown and printed."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QColor, QImage, QImageReader

from chapterdesk.domain.errors import ChapterError
from chapterdesk.self_test.bench import Bench, expect
from chapterdesk.ui.widgets.files import PHOTO, read_logo, read_photo

FORMATS: Final = {"png": 0, "jpg": 12, "jpeg": 12, "webp": 12}
"""The endings that can be chosen, and the tolerance (of 255) of a colour afterwards."""
COLOUR: Final = QColor(30, 120, 200)


def run(bench: Bench) -> dict[str, Any]:
    """Return the formats that were read; fails when one is not decoded, or has another colour."""
    expect(bench.app, "Qt does not start")
    known = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    expect(known >= FORMATS.keys(), f"Qt does not know {sorted(FORMATS.keys() - known)}")
    place = bench.place("pictures")
    large = QImage(PHOTO * 2, PHOTO, QImage.Format.Format_RGB32)
    large.fill(COLOUR)
    for ending, tolerance in FORMATS.items():
        file = place / f"photo.{ending}"
        expect(large.save(str(file)), f"Qt does not write {ending}")
        for read in (read_photo, read_logo):
            image = QImage.fromData(read(str(file)))
            expect(image.width() in (PHOTO, PHOTO * 2), f"{ending}: the picture is {image.width()} wide")
            _compare(ending, image.pixelColor(image.width() // 2, 100), tolerance + 6)
    _refuses(place / "none.png")
    return {"formats": list(FORMATS)}


def _compare(ending: str, colour: QColor, tolerance: int) -> None:
    ours = (COLOUR.red(), COLOUR.green(), COLOUR.blue())
    found = (colour.red(), colour.green(), colour.blue())
    off = max(abs(one - other) for one, other in zip(ours, found, strict=True))
    expect(off <= tolerance, f"{ending}: the colour is {found} instead of {ours}")


def _refuses(file: Path) -> None:
    file.write_bytes(b"no picture")
    try:
        read_photo(str(file))
    except ChapterError:
        return
    expect(condition=False, text="a broken picture is taken")
