"""The fields of slips and visits: their captions, their choices, and the parsing of typed values."""

from collections.abc import Mapping
from typing import Any, Final

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.money import parse_amount
from chapterdesk.domain.slips import FollowUp, Side, SlipKind, Tier
from chapterdesk.domain.text import N_
from chapterdesk.domain.visits import VisitKind, VisitOutcome

CAPTIONS: Final = {
    "tier": N_("Whose business"),
    "prospect": N_("Prospect"),
    "contact": N_("Phone or e-mail"),
    "gave_card": N_("Given your card"),
    "told_them": N_("Told them you would call"),
    "heat": N_("Heat"),
    "follow_up": N_("Follow-up"),
    "note": N_("Note"),
    "place": N_("Where"),
    "topics": N_("Topics"),
    "amount": N_("Amount"),
    "repeat_business": N_("New or repeat"),
    "credits": N_("Credits"),
}
"""The (translatable) words for a field of a slip where it is typed."""
TITLES: Final = {
    **CAPTIONS,
    "tier": N_("Tier"),
    "gave_card": N_("Card given"),
    "told_them": N_("Call announced"),
    "other_chapter": N_("Other chapter"),
    "giver_id": N_("From"),
    "receiver_id": N_("To"),
    "third_id": N_("Introduced to"),
    "meeting_id": N_("Meeting"),
    "kind": N_("Kind"),
    "inviter_id": N_("Invited by"),
    "person_id": N_("Visitor"),
    "visit_kind": N_("Visit"),
    "attended": N_("Came"),
    "outcome": N_("Outcome"),
    "next_contact": N_("Next contact"),
    "company": N_("Company"),
}
"""The words for a field of a slip or a visit where its value is read; `visit_kind` is the kind of a visit."""
IN_FILES: Final = {
    name: TITLES[name]
    for name in (
        "tier", "amount", "credits", "other_chapter", "prospect", "contact", "gave_card", "told_them", "heat",
        "follow_up", "repeat_business", "place", "topics",
    )
} | {"contact": N_("Contact"), "repeat_business": N_("Repeat business"), "place": N_("Place")}  # fmt: skip
"""The headings of exported files for the fields of slips, in their order there; the note comes last."""
FIGURES: Final = frozenset({"amount", "credits", "heat"})
"""Fields with a number: they are sorted by it and right-aligned."""
_KINDS_OF_VALUE: Mapping[str, tuple[type[Labelled], ...]] = {
    "tier": (Tier,),
    "follow_up": (FollowUp,),
    "giver_side": (Side,),
    "receiver_side": (Side,),
    "visit_kind": (VisitKind,),
    "outcome": (VisitOutcome,),
    "kind": (VisitKind, SlipKind),
}


def choices(name: str) -> list[tuple[Any, str]]:
    """Return the choices of a field with their words, the usual value first; empty for a typed field."""
    match name:
        case "tier" | "visit_kind" | "outcome":
            return _labels(name)
        case "follow_up":
            return [(None, "–"), *_labels(name)]
        case "heat":
            return [(None, "–"), *((heat, str(heat)) for heat in range(1, 6))]
        case "repeat_business":
            return [(False, N_("New")), (True, N_("Repeat"))]
        case "gave_card" | "told_them":
            return [(False, N_("No")), (True, N_("Yes"))]
        case _:
            return []


def _labels(name: str) -> list[tuple[Any, str]]:
    return [(one, one.label) for kind in _KINDS_OF_VALUE[name] for one in kind]


def label_of(name: str, value: Any) -> str:
    """Return the words for a value of the change log, "" when the field has no choices."""
    return next((words for one, words in _labels(name) if one == value), "") if name in _KINDS_OF_VALUE else ""


def parse_value(name: str, text: str, currency: str) -> Any:
    """Return the stored form of typed text (amounts in minor units, None when a number is missing).

    Raises ChapterError when the text is invalid.
    """
    text = text.strip()
    match name:
        case "amount":
            return parse_amount(text, currency) if text else None
        case "credits":
            if text and not (text.isdecimal() and 1 <= int(text) <= 999):
                raise ChapterError(N_("“{text}” is no number of credits; type a number from 1 up"), text=text[:20])
            return int(text) if text else None
        case _:
            return text
