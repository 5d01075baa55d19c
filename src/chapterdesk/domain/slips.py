"""Slips: what members hand in at a meeting. A kind is one SlipDefinition; strip, ledger, import and totals read it."""

import datetime as dt
from dataclasses import dataclass

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class SlipKind(Labelled):
    """The kinds of slip. A visitor is made from a Visit and never entered as a slip, so it is not one of them."""

    REFERRAL = "referral", N_("Referral")
    ONE_TO_ONE = "one_to_one", N_("One-to-one")
    CLOSED_BUSINESS = "closed_business", N_("Closed business")
    EDUCATION = "education", N_("Education")
    TESTIMONIAL = "testimonial", N_("Testimonial")


class Tier(Labelled):
    """Whose business a referral is (DOMAIN.md rule 2): a member's own, or somebody else's."""

    INSIDE = "inside", N_("Inside")
    OUTSIDE = "outside", N_("Outside")


class Side(Labelled):
    """Where a party to a slip stands: in this chapter (rule 17 finds the row), in another one, or with the others."""

    HERE = "here", N_("This chapter")
    ELSEWHERE = "elsewhere", N_("Another chapter")
    OTHERS = "others", N_("Directors and guests")


class FollowUp(Labelled):
    """What became of a referral."""

    OPEN = "open", N_("Pending")
    CONTACTED = "contacted", N_("Contacted")
    QUOTED = "quoted", N_("Quoted")
    WON = "won", N_("Won")
    LOST = "lost", N_("Lost")


@dataclass(frozen=True, slots=True)
class SlipDefinition:
    """What one kind of slip asks for: the letter of the strip, the parties and the fields, in the order of typing."""

    kind: SlipKind
    letter: str
    plural: str
    giver: str | None  # label of the giver's field; None where there is no giver or it is not disclosed
    receiver: str | None
    fields: tuple[str, ...]  # further fields of SlipDraft, the most used first
    icon: str

    @property
    def sides(self) -> tuple[tuple[str, str], ...]:
        """The sides that this kind has, "giver" and "receiver", each with the label of its field."""
        both = (("giver", self.giver), ("receiver", self.receiver))
        return tuple((side, caption) for side, caption in both if caption)


KINDS: dict[SlipKind, SlipDefinition] = {
    definition.kind: definition
    for definition in (
        SlipDefinition(
            SlipKind.REFERRAL,
            "R",
            N_("Referrals"),
            N_("From"),
            N_("To"),
            ("tier", "prospect", "contact", "gave_card", "told_them", "heat", "follow_up", "note"),
            "share-2",
        ),
        SlipDefinition(
            SlipKind.ONE_TO_ONE,
            "O",
            N_("One-to-ones"),
            N_("Invited by"),
            N_("With"),
            ("place", "topics", "note"),
            "coffee",
        ),
        SlipDefinition(
            SlipKind.CLOSED_BUSINESS,
            "B",
            N_("Closed business"),
            None,
            N_("Thanks to"),
            ("amount", "tier", "repeat_business", "note"),
            "handshake",
        ),
        SlipDefinition(
            SlipKind.EDUCATION,
            "E",
            N_("Education"),
            N_("Member"),
            None,
            ("credits", "topics", "note"),
            "graduation-cap",
        ),
        SlipDefinition(SlipKind.TESTIMONIAL, "T", N_("Testimonials"), N_("From"), N_("To"), ("note",), "quote"),
    )
}
VISITOR_LETTER = "V"
VISITOR_ICON = "user-plus"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDraft:
    """A slip as it is typed or imported. Amount in minor units of the chapter's currency, credits in units, heat 1–5.

    `meeting_id` None lets the rules choose the meeting (rule 8); `date` is the day on which it was handed in.
    """

    kind: SlipKind
    date: dt.date
    meeting_id: int | None = None
    giver_id: int | None = None
    receiver_id: int | None = None
    giver_side: Side = Side.HERE
    receiver_side: Side = Side.HERE
    other_chapter: str = ""
    tier: Tier | None = None
    amount: int | None = None
    credits: int | None = None
    prospect: str = ""
    contact: str = ""
    gave_card: bool = False
    told_them: bool = False
    heat: int | None = None
    follow_up: FollowUp | None = None
    repeat_business: bool | None = None
    place: str = ""
    topics: str = ""
    note: str = ""


def check(draft: SlipDraft) -> None:
    """Raise ChapterError when a typed slip lacks what its kind needs, or holds what cannot be."""
    needs_giver = draft.kind is not SlipKind.CLOSED_BUSINESS
    needs_receiver = draft.kind is not SlipKind.EDUCATION
    if needs_giver and draft.giver_id is None and draft.giver_side is not Side.OTHERS:
        raise ChapterError(N_("Who gives it is missing; type a name"))
    if needs_receiver and draft.receiver_id is None and draft.receiver_side is not Side.OTHERS:
        raise ChapterError(N_("Who receives it is missing; type a name"))
    if draft.giver_id is not None and draft.giver_id == draft.receiver_id:
        raise ChapterError(N_("The same person stands on both sides; change one of the names"))
    if draft.kind is SlipKind.CLOSED_BUSINESS and draft.amount is None:
        raise ChapterError(N_("The amount is missing; type it like 1234.56"))
    if draft.kind is SlipKind.EDUCATION and (draft.credits is None or draft.credits < 1):
        raise ChapterError(N_("The credits are missing; type a number from 1 up"))
    if draft.heat is not None and not 1 <= draft.heat <= 5:
        raise ChapterError(N_("The heat goes from 1 to 5"))
