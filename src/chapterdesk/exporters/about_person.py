"""Everything about one person for other programs, as JSON: the names of fields are the same in every language.

    {"format": "chapterdesk-person", "version": 1, "made_on": "2026-03-05", "name": "Ana García",
     "fields": {"slips_given": {"date": "Date", …}, …},       what each field is, in words
     "sections": {"slips_given": [{"date": "2026-03-05", "kind": "referral", …}, …], …},
     "photo": {"type": "image/png", "base64": "…"}}            only where there is one

Dates and times (UTC) are ISO text, amounts {"amount": "12.50", "currency": "EUR"}, kinds and states the words that the
file stores; a field without a value is null. "withheld" stands for what belongs to somebody else.
"""

import base64
import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from chapterdesk.document.edition import Words
from chapterdesk.document.files import write_beside
from chapterdesk.domain.money import Money
from chapterdesk.store.rights.holdings import Holdings, Told

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "chapterdesk-person"
VERSION = 1


def person_data(held: Holdings, words: Words, today: dt.date) -> dict[str, Any]:
    """Return everything about the person as values that JSON can hold."""
    tr = words.tr
    data: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": today.isoformat(),
        "name": held.name,
        "fields": {part.name: {one.name: tr(one.label) for one in part.fields} for part in held.sections},
        "sections": {
            part.name: [
                {one.name: _plain(value) for one, value in zip(part.fields, row, strict=True)} for row in part.rows
            ]
            for part in held.sections
        },
    }
    if held.photo is not None:
        data["photo"] = {"type": picture_type(held.photo), "base64": base64.b64encode(held.photo).decode("ascii")}
    return data


def write_json(held: Holdings, words: Words, today: dt.date, target: Path) -> Path:
    """Write everything about the person as JSON and return the path that was written; raises ChapterError."""
    text = json.dumps(person_data(held, words, today), ensure_ascii=False, indent=2)
    return _write(text.encode("utf-8"), target)


def write_photo(held: Holdings, folder: Path, name: str) -> Path | None:
    """Write the stored photo as PNG or JPEG; returns None when there is no photo."""
    photo = held.photo
    if photo is None:
        return None
    ending = "png" if picture_type(photo) == "image/png" else "jpg"
    return _write(photo, folder / f"{name}.{ending}")


def _write(content: bytes, target: Path) -> Path:
    def write(stream: BinaryIO) -> None:
        stream.write(content)

    return write_beside(target, write)


def picture_type(data: bytes) -> str:
    """Return the type of a picture by its first bytes: PNG or else JPEG (only these are stored)."""
    return "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case dt.date():
            return value.isoformat()
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case list():
            return [_plain(one) for one in value]
        case Told():
            return _sentence(value.text, value.params)
        case _:
            return str(value)


def _sentence(text: str, params: "Mapping[str, Any]") -> str:
    return str(Told(text, params))
