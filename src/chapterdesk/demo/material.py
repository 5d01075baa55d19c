"""The material of the demo: names, trades and texts from resources/demo."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from chapterdesk.domain.groups import GroupKind
from chapterdesk.paths import resources


@dataclass(frozen=True, slots=True)
class Origin:
    """Names of one origin. `joined` is put between two surnames ("i" in Catalan)."""

    weight: int
    joined: str
    female: tuple[str, ...]
    male: tuple[str, ...]
    surnames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade: its seat, names of companies, the usual deal in whole euros, and what customers ask for."""

    group: str
    name: str
    companies: tuple[str, ...]
    deal: int
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """The description of one chapter. Weekday 0 is Monday."""

    name: str
    kind: GroupKind
    weekday: int
    time: dt.time
    place: str
    members: int
    trades: tuple[str, ...]
    seed: int


@dataclass(frozen=True, slots=True)
class Texts:
    """Short texts in one language."""

    prospect_kinds: tuple[str, ...]
    places: tuple[str, ...]
    one_to_one_topics: tuple[str, ...]
    education_topics: tuple[str, ...]
    testimonials: tuple[str, ...]
    referral_notes: tuple[str, ...]
    closed_notes: tuple[str, ...]
    visit_notes: tuple[str, ...]
    reasons: tuple[str, ...]
    reason_dropped: str
    reason_transferred: str
    person_notes: tuple[str, ...]
    meeting_notes: tuple[str, ...]
    snow: str
    assembly: str
    event: str
    agenda: str
    holidays: dict[str, str]
    consents: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[str, ...]
    other_chapter: str
    wanted: tuple[str, ...]


@cache
def _read(name: str) -> dict[str, Any]:
    with (resources() / "demo" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}


def origins() -> list[Origin]:
    """Return the origins of names."""
    return [Origin(**_frozen(values)) for values in _read("names").values()]


def trades(language: str) -> list[Trade]:
    """Return all trades, with names in the language."""
    return [
        Trade(row["group"], row[language], tuple(row["companies"]), row["deal"], tuple(row["asks"][language]))
        for row in _read("trades")["trade"]
    ]


def plans(language: str) -> list[DemoPlan]:
    """Return the chapters to make."""
    return [
        DemoPlan(**_frozen(row) | {"kind": GroupKind(row["kind"]), "place": row["place"][language]})
        for row in _read("chapters")["chapter"]
    ]


def texts(language: str) -> Texts:
    """Return the short texts of a language, "es" or "en"."""
    return Texts(**_frozen(_read("texts")[language]))
