"""What a slips file makes: the slips of a meeting and its visits. It never makes a member."""

import datetime as dt
from collections import defaultdict

from chapterdesk.domain.names import bare, is_nobody
from chapterdesk.domain.slips import KINDS, Side, SlipKind
from chapterdesk.domain.text import N_, fold
from chapterdesk.domain.visits import VisitKind
from chapterdesk.importers.plans.draft import Draft
from chapterdesk.importers.records import SlipLine, SlipsFile
from chapterdesk.store import import_facts as facts
from chapterdesk.store.import_facts import TypedSlip
from chapterdesk.store.import_plan import NewSlip, NewVisit

Party = tuple[int | None, Side]
_NOBODY: Party = (None, Side.HERE)


def plan(record: SlipsFile, draft: Draft) -> None:
    """Add the slips and visits of a day to the draft; a day that was imported before refuses the file."""
    if record.date is None:
        return
    draft.refuse_twice()
    draft.date = record.date
    _make_room(draft, record.date)
    draft.known.learn(name for line in record.lines for name in (line.giver, line.receiver, line.third) if name)
    draft.days.append(record.date)
    parties = _Parties(draft, record)
    slips = [parties.slip(line, line.kind) for line in record.lines if line.kind is not None]
    _claim(draft, record.date, slips)
    _Visits(draft, record.date, parties).plan([line for line in record.lines if line.kind is None])


def _make_room(draft: Draft, day: dt.date) -> None:
    """Refuse a week that was imported before; when replacing, remove what the earlier file made."""
    for batch in [batch for batch in draft.known.batches if batch.format == draft.format]:
        if batch.first != day and batch.digest != draft.digest:
            continue
        if not draft.replacing or batch.id == 0:
            text = N_(
                "The slips of {date} were imported already ({file}); choose to replace them, to import them again"
            )
            draft.refuse(text, date=day, file=batch.file_name)
        else:
            draft.slips_of.append(batch.id)
            draft.replaces.append(
                (N_("The slips of {date} ({file})"), {"date": batch.first or day, "file": batch.file_name})
            )


class _Parties:
    """Finds the people on the slips of a file; each name is resolved once."""

    def __init__(self, draft: Draft, record: SlipsFile) -> None:
        self._draft = draft
        self._known = draft.known
        self._bold_lost = record.bold_lost
        self._seen: dict[str, Party] = {}
        self._foreign: dict[tuple[str, str], int] = {}

    def slip(self, line: SlipLine, kind: SlipKind) -> NewSlip:
        """Return the slip of a line with its parties."""
        giver, receiver = self._sides(line, kind)
        third = self.here(line.third)[0] if line.third else None
        if giver[0] is not None and giver[0] == receiver[0]:
            text = N_("“{name}” stands on both sides; the slip is kept as it is, correct it if one is wrong")
            self._draft.problem(line.number, "To", text, name=line.receiver)
        if third is not None and third in (giver[0], receiver[0]):
            text = N_("“{name}” stands twice on the slip; it is kept as it is, correct it if one is wrong")
            self._draft.problem(line.number, "Introduced to", text, name=line.third)
        return NewSlip(
            kind,
            giver[0],
            receiver[0],
            giver[1],
            receiver[1],
            line.detail,
            line.tier,
            line.amount,
            line.credits,
            third,
        )

    def _sides(self, line: SlipLine, kind: SlipKind) -> tuple[Party, Party]:
        """Return giver and receiver.

        When bold is lost, Detail shows that the one unknown side is of another chapter.
        """
        definition = KINDS[kind]
        carries_bold = not definition.is_always_here
        giver = line.giver if "giver" in definition.roles else ""  # rule 5: who thanked is not stored
        receiver = line.receiver if "receiver" in definition.roles else ""
        if self._bold_lost and line.detail and giver and receiver:
            strange = [name for name in (giver, receiver) if self._is_strange(name)]
            if len(strange) == 1:
                return tuple(  # type: ignore[return-value]
                    self.foreign(name, line.detail) if name is strange[0] else self.here(name)
                    for name in (giver, receiver)
                )
        return (
            self.party(giver, line.detail, bold=line.giver_bold and carries_bold),
            self.party(receiver, line.detail, bold=line.receiver_bold and carries_bold),
        )

    def _is_strange(self, name: str) -> bool:
        return not is_nobody(name) and not self._known.match(name).listed

    def party(self, name: str, detail: str, *, bold: bool) -> Party:
        """Return the person that a name on a slip means, and the side; a bold name never means a member."""
        if not name:
            return _NOBODY
        if is_nobody(name):
            return None, Side.OTHERS
        return self.foreign(name, detail) if bold else self.here(name)

    def foreign(self, name: str, detail: str) -> Party:
        """Return a person of another chapter: the one on an earlier slip, or a new one; never a member."""
        key = fold(name), fold(detail)
        person = self._foreign.get(key)
        if person is None:
            person = self._known.elsewhere(name, detail) or self._draft.person_named(name)
            self._known.tie(person, chapter=detail)
            self._foreign[key] = person
        return person, Side.ELSEWHERE

    def here(self, name: str) -> Party:
        """Return a member, a known person, or a new person without membership, who is reported as unmatched."""
        known = self._seen.get(fold(name))
        if known is None:
            known = self._seen[fold(name)] = self._resolve(name)
        return known

    def _resolve(self, name: str) -> Party:
        found = self._draft.match(name)
        if found.side is Side.ELSEWHERE:
            return found.person, Side.ELSEWHERE
        person = found.person
        if person is not None and (found.listed or self._known.is_visitor(person)):
            self._draft.matched.add(person)
            return person, Side.HERE
        self._draft.unmatched.setdefault(fold(name), name)
        if person is None:
            person = self._draft.person_named(name)
            self._known.tie(person)
        return person, Side.HERE


def _claim(draft: Draft, day: dt.date, slips: list[NewSlip]) -> None:
    """Match typed slips of the meeting with equal imported ones, one for one (rule 16); the others are new."""
    known = draft.known
    meeting = facts.meeting_of(known.session, known.chapter.id, day)
    typed = facts.typed_slips(known.session, known.chapter.id, day, meeting[0] if meeting else None)
    taken = facts.claimed(known.session, (slip.id for slip in typed)) if typed else {}
    free: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for known_slip in typed:
        if known_slip.id not in taken or taken[known_slip.id] in draft.slips_of:
            free[_likeness(known_slip)].append(known_slip.id)
    for slip in slips:
        same = free.get(_likeness(slip))
        if same:
            draft.claims.append(same.pop(0))
        else:
            draft.slips.append(slip)


def _likeness(slip: NewSlip | TypedSlip) -> tuple[object, ...]:
    """Return what must be equal: kind, parties, and the tier, amount or credits that files contain for the kind."""
    definition = KINDS[slip.kind]
    giver = (slip.giver, slip.giver_side) if "giver" in definition.roles else None
    receiver = (slip.receiver, slip.receiver_side) if "receiver" in definition.roles else None
    told = {"tier": slip.tier, "amount": slip.amount, "credits": slip.credits}
    return slip.kind, giver, receiver, slip.third, told.get(definition.detail)


class _Visits:
    """Turns the visitor rows of a day into visits: From is the inviter, To the visitor."""

    def __init__(self, draft: Draft, day: dt.date, parties: _Parties) -> None:
        self._draft = draft
        self._known = draft.known
        self._day = day
        self._parties = parties
        meeting = facts.meeting_of(self._known.session, self._known.chapter.id, day)
        standing = facts.visits_at(self._known.session, meeting[0] if meeting else None)
        self._typed = {visit.person_id: visit.id for visit in standing if visit.batch_id is None}

    def plan(self, lines: list[SlipLine]) -> None:
        """Plan the visits. Equal rows are visits of one person, who counts once (rule 6); no row is dropped."""
        people = [(line, self._visitor(line)) for line in lines]
        before = facts.attended_before(
            self._known.session, self._known.chapter.id, [person for _, person in people if person > 0], self._day
        )
        for line, person in people:
            inviter, side = self._parties.party(line.giver, line.detail, bold=line.giver_bold)
            kind = VisitKind.REPEAT if person in before else VisitKind.FIRST
            if line.receiver_bold:
                kind = VisitKind.OTHER_CHAPTER  # neither counts as a visitor nor uses up the first visit (rule 6)
            invited_by = inviter if side is Side.HERE else None
            self._draft.visits.append(NewVisit(person, invited_by, kind, self._typed.pop(person, None)))

    def _visitor(self, line: SlipLine) -> int:
        name = bare(line.receiver)
        usable = self._known.visitors(name, self._day)
        typed_first = sorted(usable, key=lambda person: person not in self._typed)
        if typed_first:
            person = typed_first[0]
            self._draft.matched.add(person)
        else:
            if self._known.is_member(name, self._day):
                text = N_("“{name}” is a member on that day; the visitor is kept as another person of that name")
                self._draft.problem(line.number, "To", text, name=name)
            person = self._draft.person_named(name)
        self._known.tie(person, visitor=True)
        return person
