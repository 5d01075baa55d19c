"""The lines of the ledger, their filters and their totals."""

import dataclasses
import datetime as dt

from chapterdesk.domain.slips import SlipDraft, SlipKind, Tier
from chapterdesk.exporters import ExportRequest
from chapterdesk.exporters.ledger import ledger_table
from chapterdesk.reports.ledger_words import LedgerWords
from chapterdesk.store.ledger_entries import VISITOR, LedgerLines, entries, slip_entry, tallies
from chapterdesk.store.meetings import add_meeting
from chapterdesk.store.slips import SlipRow, add_slip
from chapterdesk.ui.widgets.context import Context

TODAY = dt.date(2026, 3, 5)


def ledger(context: Context) -> LedgerLines:
    with context.desk.read() as s:
        return LedgerLines(entries(s, context.chapter.id, None))


def test_the_ledger_lists_slips_and_attended_visits_newest_first(slips_context: Context) -> None:
    lines = ledger(slips_context).lines
    assert [line.date for line in lines] == sorted((line.date for line in lines), reverse=True)
    assert sorted(line.kind for line in lines) == sorted([*SlipKind, SlipKind.REFERRAL, VISITOR])


def test_a_name_is_found_without_accents_and_in_any_order(slips_context: Context) -> None:
    lines = ledger(slips_context).find(text="lopez ana")
    assert {line.kind for line in lines} == {
        SlipKind.REFERRAL,
        SlipKind.ONE_TO_ONE,
        SlipKind.TESTIMONIAL,
        VISITOR,
    }
    assert [line.source.id for line in ledger(slips_context).find(text="oscar pena")]
    assert ledger(slips_context).find(text="nobody of this name") == []


def test_a_person_is_found_on_either_side(slips_context: Context, people: dict[str, int]) -> None:
    lines = ledger(slips_context).find(people["Carmen"])
    assert {(line.kind, line.giver.split()[0]) for line in lines} == {
        (SlipKind.REFERRAL, "Bruno"),
        (SlipKind.TESTIMONIAL, "Carmen"),
    }


def test_all_three_people_of_an_introduction_are_found(slips_context: Context, people: dict[str, int]) -> None:
    for name in ("Diego", "Elena", "Bruno"):
        kinds = {line.kind for line in ledger(slips_context).find(people[name])}
        assert SlipKind.INTRODUCTION in kinds, name
    assert SlipKind.INTRODUCTION in {line.kind for line in ledger(slips_context).find(text="bruno martin")}


def test_rule_5_who_thanked_can_be_neither_seen_nor_searched(slips_context: Context) -> None:
    stored = next(line for line in ledger(slips_context).lines if line.kind == SlipKind.CLOSED_BUSINESS)
    assert isinstance(stored.source, SlipRow)
    line = slip_entry(dataclasses.replace(stored.source, giver_id=2, giver="Bruno Martín"))
    assert (line.giver, line.giver_id) == ("", None)
    assert LedgerLines([line]).find(2) == LedgerLines([line]).find(text="bruno") == []
    request = ExportRequest(slips_context.chapter, None, TODAY, slips_context.language)
    assert "Bruno Martín" not in [column.get(line) for column in ledger_table(request, [line]).columns]
    assert LedgerWords(slips_context.language, "EUR").party(line, "giver") == ""


def test_a_line_is_corrected_by_the_fields_and_parties_of_its_kind(slips_context: Context) -> None:
    asked = ("giver", "receiver", "third", "note", "amount", "tier", "company", "outcome", "visit_kind", "kind", "date")
    correctable = {
        SlipKind.REFERRAL: {"giver", "receiver", "note", "tier"},
        SlipKind.ONE_TO_ONE: {"giver", "receiver", "note"},
        SlipKind.CLOSED_BUSINESS: {"receiver", "note", "amount", "tier"},
        SlipKind.EDUCATION: {"giver", "note"},
        SlipKind.TESTIMONIAL: {"giver", "receiver", "note"},
        SlipKind.INTRODUCTION: {"giver", "receiver", "third", "note"},
        VISITOR: {"giver", "note", "outcome", "visit_kind"},
    }
    for line in ledger(slips_context).lines:
        assert {field for field in asked if line.can_correct(field)} == correctable[line.kind]


def test_totals_by_kind(slips_context: Context) -> None:
    totals = tallies(ledger(slips_context).lines)
    assert (totals[SlipKind.REFERRAL].figure, totals[SlipKind.REFERRAL].inside, totals[SlipKind.REFERRAL].outside) == (
        2,
        1,
        1,
    )
    assert totals[SlipKind.CLOSED_BUSINESS].figure == 123_450
    assert totals[SlipKind.EDUCATION].figure == 2
    assert totals[VISITOR].figure == 1


def test_rule_10_slips_for_a_meeting_to_come_wait_and_are_not_in_the_totals(
    slips_context: Context, people: dict[str, int]
) -> None:
    day = TODAY + dt.timedelta(weeks=1)
    with slips_context.desk.change("A slip for next week") as s:
        meeting_id = add_meeting(s, slips_context.chapter.id, day)
        draft = SlipDraft(
            kind=SlipKind.REFERRAL,
            date=TODAY,
            meeting_id=meeting_id,
            giver_id=people["Ana"],
            receiver_id=people["Diego"],
            tier=Tier.INSIDE,
        )
        add_slip(s, slips_context.chapter.id, draft)
    total = tallies(ledger(slips_context).lines)[SlipKind.REFERRAL]
    assert (total.count, total.waiting) == (2, 1)
    waiting = next(line for line in ledger(slips_context).lines if not line.counts)
    assert waiting.date == day
