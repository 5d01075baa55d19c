"""The text of a value of any kind, in the language of the report."""

import datetime as dt
from typing import Any

from chapterdesk.document.edition import Words
from chapterdesk.domain.labels import Labelled, Word
from chapterdesk.domain.money import Money
from chapterdesk.store.rights.holdings import Told


def value_text(value: Any, words: Words) -> str:
    """Return a held value as text: dates and money in the form of the language, lists with commas."""
    tr = words.tr
    match value:
        case None:
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case Labelled() | Word():
            return tr(value.label)
        case dt.datetime():
            return f"{words.short_date(value.date())} {value:%H:%M}"
        case dt.date():
            return words.short_date(value)
        case Money():
            return words.money(value.minor, value.currency)
        case list():
            return ", ".join(value_text(one, words) for one in value)
        case Told():
            return tr(value.text, **value.params)
        case _:
            return str(value)
