"""Slips: what members hand in at a meeting. A kind is one SlipDefinition; all that handles slips reads it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.figures import Metric
from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_, fold


class SlipKind(Labelled):
    """The kinds of slip. A visitor is made from a Visit and never entered as a slip, so it is not one of them."""

    REFERRAL = "referral", N_("Referral")
    ONE_TO_ONE = "one_to_one", N_("One-to-one")
    CLOSED_BUSINESS = "closed_business", N_("Closed business")
    EDUCATION = "education", N_("Education")
    TESTIMONIAL = "testimonial", N_("Testimonial")
    INTRODUCTION = "introduction", N_("Introduction")


class Tier(Labelled):
    """Whose business a referral is (rule 2): the giver's own, or somebody else's."""

    INSIDE = "inside", N_("Inside")
    OUTSIDE = "outside", N_("Outside")


class Side(Labelled):
    """Where a party of a slip belongs: to this chapter (rule 17 finds the row), to another one, or to neither."""

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
class SlipParty:
    """One of the people on a kind of slip.

    `credits` are the figures of the summary that the slip adds to in this person's row (rules 3 to 5): one, or one for
    each tier; none when it counts nowhere. `history` is its text on the card of the person; the second text is used
    when the field `about` of the definition is filled. Only a party with `elsewhere` can be of another chapter; the
    others have no column for it.
    """

    role: str  # one of ROLES
    caption: str
    history: tuple[str, ...]
    credits: tuple[Metric, ...] = ()
    elsewhere: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDefinition:
    """The definition of one kind of slip; every text is translatable.

    `letter` starts it in the strip; `fields` are the further fields of SlipDraft in the order of typing. `measure` is
    the field with its amount ("" when each slip counts one); `detail` is the field or role that is shown in a list of
    all kinds. `totals` are its figures in MeetingTotals: one, or one for each tier. `title` is a line about it,
    `counted` its text in the list behind a figure, `added` the label of the change. `key` is its word in exported
    files, `words` are those in imported ones, in the spelling of importers.headings.heading_key.
    """

    kind: SlipKind
    letter: str
    plural: str
    icon: str
    parties: tuple[SlipParty, ...]
    fields: tuple[str, ...]
    totals: tuple[str, ...]
    measure: str = ""
    detail: str = ""
    about: str = ""
    title: str
    counted: str = ""
    added: str
    mirrored: str = ""  # the warning when another slip has the same two people in reverse (rule 4)
    key: str
    words: str
    is_always_here: bool = False  # a bold name, which usually means another chapter, is of this one
    roles: tuple[str, ...] = field(init=False)  # of its people; an import asks for them several times a line

    def __post_init__(self) -> None:
        object.__setattr__(self, "roles", tuple(party.role for party in self.parties))

    @property
    def sides(self) -> tuple[tuple[str, str], ...]:
        """The roles of its people, each with the caption of its field."""
        return tuple((party.role, party.caption) for party in self.parties)

    @property
    def has_tiers(self) -> bool:
        """Whether its slips are counted for each tier."""
        return len(self.totals) > 1

    @property
    def is_credited(self) -> bool:
        """Whether a figure of the summary counts its slips."""
        return any(party.credits for party in self.parties)

    def credit(self, role: str, tier: Tier | None) -> Metric | None:
        """Return the figure of the summary that credits somebody in a role, None when there is none."""
        found = next((party.credits for party in self.parties if party.role == role), ())
        return found[_at(tier, found)] if found else None

    def history(self, role: str, *, more: bool) -> str:
        """Return the text on the card of somebody in a role; `more` when the field `about` is filled."""
        found = next((party for party in self.parties if party.role == role), self.parties[0])
        return found.history[-1 if more else 0]

    def total(self, tier: Tier | None) -> str:
        """Return the figure in the totals of a meeting to which a slip of a tier adds."""
        return self.totals[_at(tier, self.totals)]


def _at(tier: Tier | None, figures: tuple[object, ...]) -> int:
    """Return the index of the figure of a tier; a slip without a tier counts as inside."""
    return len(figures) - 1 if tier is Tier.OUTSIDE else 0


KINDS: dict[SlipKind, SlipDefinition] = {
    definition.kind: definition
    for definition in (
        SlipDefinition(
            kind=SlipKind.REFERRAL,
            letter="R",
            plural=N_("Referrals"),
            icon="share-2",
            parties=(
                SlipParty(
                    "giver",
                    N_("From"),
                    (N_("Referral to {other}"), N_("Referral to {other}: {prospect}")),
                    (Metric.RGI, Metric.RGO),
                ),
                SlipParty(
                    "receiver",
                    N_("To"),
                    (N_("Referral received from {other}"), N_("Referral received from {other}: {prospect}")),
                    (Metric.RRI, Metric.RRO),
                ),
            ),
            fields=("tier", "prospect", "contact", "gave_card", "told_them", "heat", "follow_up", "note"),
            totals=("inside", "outside"),
            detail="tier",
            about="prospect",
            title="{giver}  →  {receiver}",
            counted=N_("Referral from {giver} to {receiver}"),
            added=N_("Add referral of {giver} to {receiver}"),
            key=N_("referral"),
            words="referral referrals recommandation recommandations referencia referencias empfehlung",
        ),
        SlipDefinition(
            kind=SlipKind.ONE_TO_ONE,
            letter="O",
            plural=N_("One-to-ones"),
            icon="coffee",
            parties=(
                SlipParty("giver", N_("Invited by"), (N_("One-to-one with {other}"),), (Metric.ONE_TO_ONES,)),
                SlipParty("receiver", N_("With"), (N_("One-to-one with {other}"),), (Metric.ONE_TO_ONES,)),
            ),
            fields=("place", "topics", "note"),
            totals=("one_to_ones",),
            detail="place",
            title="{giver}  ↔  {receiver}",
            counted=N_("One-to-one of {giver} and {receiver}"),
            added=N_("Add one-to-one of {giver} and {receiver}"),
            mirrored=N_("The same one-to-one twice?"),
            key=N_("one_to_one"),
            words="onetoone onetoones 121 11 teteatete unoauno vieraugengesprach 4augengesprach",
        ),
        SlipDefinition(
            kind=SlipKind.CLOSED_BUSINESS,
            letter="B",
            plural=N_("Closed business"),
            icon="handshake",
            parties=(  # who thanks is not disclosed (rule 5)
                SlipParty("receiver", N_("Thanks to"), (N_("Was thanked for closed business"),), (Metric.TYFCB,)),
            ),
            fields=("amount", "tier", "repeat_business", "note"),
            totals=("closed_business",),
            measure="amount",
            detail="amount",
            title=N_("Thanks to {name}"),
            counted=N_("Closed business, thanks to {receiver}"),
            added=N_("Add closed business thanks to {receiver}"),
            key=N_("closed_business"),
            words="tyfcb closedbusiness negociocerrado",
        ),
        SlipDefinition(
            kind=SlipKind.EDUCATION,
            letter="E",
            plural=N_("Education"),
            icon="graduation-cap",
            parties=(SlipParty("giver", N_("Member"), (N_("Education"), N_("Education: {topics}")), (Metric.CEU,)),),
            fields=("credits", "topics", "note"),
            totals=("education",),
            measure="credits",
            detail="credits",
            about="topics",
            title="{giver}",
            counted=N_("Education of {giver}"),
            added=N_("Add education of {giver}"),
            key=N_("education"),
            words="ceu ceus education formacion formation weiterbildung",
            is_always_here=True,
        ),
        SlipDefinition(
            kind=SlipKind.TESTIMONIAL,
            letter="T",
            plural=N_("Testimonials"),
            icon="quote",
            parties=(
                SlipParty("giver", N_("From"), (N_("Testimonial for {other}"),), (Metric.T,)),
                SlipParty("receiver", N_("To"), (N_("Testimonial received from {other}"),)),
            ),
            fields=("note",),
            totals=("testimonials",),
            title="{giver}  →  {receiver}",
            counted=N_("Testimonial of {giver} for {receiver}"),
            added=N_("Add testimonial of {giver} for {receiver}"),
            key=N_("testimonial"),
            words="testimonial testimonials testimonio temoignage",
        ),
        SlipDefinition(  # a recommendation of the receiver alone, no contact of the other two
            kind=SlipKind.INTRODUCTION,
            letter="I",
            plural=N_("Introductions"),
            icon="link",
            parties=(
                SlipParty("giver", N_("From"), (N_("Introduced {receiver} to {third}"),)),
                SlipParty("receiver", N_("To"), (N_("Was introduced to {third} by {giver}"),)),
                SlipParty(
                    "third", N_("Introduced to"), (N_("Was introduced to {receiver} by {giver}"),), elsewhere=False
                ),
            ),
            fields=("note",),
            totals=("introductions",),
            detail="third",
            title="{giver}  →  {receiver}",
            added=N_("Add introduction of {receiver} to {third} by {giver}"),
            key=N_("introduction"),
            words="introduction introductions presentacion presentaciones miseenrelation vorstellung",
        ),
    )
}
ROLES = ("giver", "receiver", "third")
"""The roles with a column in slips; a kind uses those of its parties."""
FREE = frozenset({"follow_up", "heat", "prospect", "contact", "note", "gave_card", "told_them", "topics", "place"})
"""Fields that change no figure: they stay editable when the meeting is completed."""
VISITOR_LETTER = "V"
VISITOR_ICON = "user-plus"


def kinds_with(field: str) -> tuple[SlipKind, ...]:
    """Return the kinds that have a field."""
    return tuple(kind for kind, definition in KINDS.items() if field in definition.fields)


MISSING = {
    "giver": N_("Who gives it is missing; type a name"),
    "receiver": N_("Who receives it is missing; type a name"),
    "third": N_("The third person is missing; type a name"),
    "amount": N_("The amount is missing; type it like 1234.56"),
    "credits": N_("The credits are missing; type a number from 1 up"),
}
"""The errors when a role, or the measure of a kind, is empty."""
SAME_PERSON = N_("The same person stands on both sides; change one of the names")
SAME_THIRD = N_("The third person is one of the other two; change one of the names")


def same_name(role: str, name: str, names: Mapping[str, str]) -> str:
    """Return the error when a name typed for a role is the name in another role; "" when it is not.

    `names` are the names by role; the name of `role` itself does not count.
    """
    for other, known in names.items():
        if other != role and name.strip() and fold(known) == fold(name):
            return SAME_THIRD if "third" in (role, other) else SAME_PERSON
    return ""


_LEAST = {"amount": 0, "credits": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDraft:
    """A slip that is not stored yet, typed or imported.

    Amount in minor units of the chapter's currency, credits in units, heat 1–5.

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
    third_id: int | None = None


def check(draft: SlipDraft) -> None:
    """Raise ChapterError when a typed slip lacks a required value or has an invalid one."""
    definition = KINDS[draft.kind]
    for role in definition.roles:
        if getattr(draft, f"{role}_id") is None and getattr(draft, f"{role}_side", Side.HERE) is not Side.OTHERS:
            raise ChapterError(MISSING[role])
    if draft.giver_id is not None and draft.giver_id == draft.receiver_id:
        raise ChapterError(SAME_PERSON)
    if draft.third_id is not None and draft.third_id in (draft.giver_id, draft.receiver_id):
        raise ChapterError(SAME_THIRD)
    if name := definition.measure:
        value = getattr(draft, name)
        if value is None or value < _LEAST[name]:
            raise ChapterError(MISSING[name])
    if draft.heat is not None and not 1 <= draft.heat <= 5:
        raise ChapterError(N_("The heat goes from 1 to 5"))


def tiers_in_words(tr: Callable[..., str], inside: int, outside: int) -> str:
    """Return how many referrals are of each tier, in the language of `tr`: 1 inside, 2 outside."""
    return ", ".join((tr("%n inside", "referrals", inside), tr("%n outside", "referrals", outside)))
