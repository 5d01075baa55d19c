"""Every report × empty and small chapter × both languages: written in every format, its text found again."""

import csv
import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from chapterdesk.document.blocks import Heading, Masthead
from chapterdesk.domain.errors import ChapterError
from chapterdesk.i18n import Language
from chapterdesk.reports import Dates, MeetingDay, Report, build, report_named, reports
from chapterdesk.store import chapters, members
from tests.hostile_texts import HOSTILE_TEXTS

from .conftest import TODAY, Press

NAMES = list(reports())
EVERY = pytest.mark.parametrize("name", NAMES)
BOTH = pytest.mark.parametrize("language", ["es", "en"])


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def flat(text: str) -> str:
    return "".join(text.replace("…", "").split())


@EVERY
def test_a_report_is_found_by_its_name(name: str) -> None:
    assert report_named(name) is reports()[name]


@pytest.mark.parametrize("name", ["nothing", "options", "sign_in", "../summary", ""])
def test_what_is_no_name_of_a_report_finds_none(name: str) -> None:
    assert report_named(name) is None


def test_the_names_of_reports_do_not_change() -> None:
    assert NAMES == [
        "summary",
        "meeting",
        "attendance",
        "slips",
        "roster",
        "sign-in",
        "paper-slips",
        "person",
        "processing",
    ]


@EVERY
def test_a_report_declares_what_it_is(name: str) -> None:
    report = reports()[name]
    assert report.name == name
    assert report.title
    assert report.description
    assert report.options() == report.options()
    icons = Path(__file__).parents[2] / "resources" / "icons"
    assert (icons / f"{report.icon}.svg").is_file()


@BOTH
@EVERY
@pytest.mark.parametrize("full", [False, True], ids=["empty", "small"])
def test_a_report_says_on_paper_what_it_found(
    name: str, language: str, full: bool, request: pytest.FixtureRequest
) -> None:
    press: Press = request.getfixturevalue("small" if full else "empty")
    found = flat(text_of(press.pdf(name, language)))
    blocks = press.blocks(name, language)
    assert isinstance(blocks[0], Masthead)
    for block in blocks:
        if isinstance(block, Heading):
            assert flat(block.text) in found
    if not blocks[0].bare:
        assert flat(blocks[0].what) in found
        assert flat(Language(language).tr("Made on {date}", date=TODAY)) in found


@BOTH
@EVERY
@pytest.mark.parametrize("full", [False, True], ids=["empty", "small"])
def test_a_report_is_written_in_all_its_formats(
    name: str, language: str, full: bool, request: pytest.FixtureRequest
) -> None:
    press: Press = request.getfixturevalue("small" if full else "empty")
    for ending in reports()[name].formats:
        path = press.file(name, ending, language)
        assert path.suffix == f".{ending}"
        match ending:
            case "csv":
                text = path.read_bytes().decode("utf-8-sig")
                rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "es" else ","))
                assert len(rows[0]) > 1
                assert all(len(row) == len(rows[0]) for row in rows)
            case "xlsx":
                assert len(CalamineWorkbook.from_path(path).sheet_names) >= 2
            case "pdf":
                assert len(PdfReader(path).pages) >= 1


@EVERY
def test_the_same_desk_gives_the_same_bytes(small: Press, name: str) -> None:
    for ending in reports()[name].formats:
        assert small.file(name, ending).read_bytes() == small.file(name, ending).read_bytes()


@EVERY
def test_the_two_languages_differ(small: Press, name: str) -> None:
    assert text_of(small.pdf(name, "es")) != text_of(small.pdf(name, "en"))


@EVERY
def test_the_person_who_thanked_is_never_shown(small: Press, name: str) -> None:
    """The only closed business of the small chapter thanks Ana; Diego handed it in (rule 5)."""
    for block in small.blocks(name):
        for row in getattr(block, "rows", ()):
            if getattr(row, "kind", "") == "closed_business":
                assert row.giver == ""
                assert row.receiver == "Ana García López"


@EVERY
def test_hostile_names_do_no_harm(empty: Press, name: str) -> None:
    for nasty in HOSTILE_TEXTS:
        fields = {"first_name": nasty, "last_name": "Zeta", "company": nasty, "classification": nasty}
        empty.act(members.add_member, empty.chapter, **fields)
    for nasty in HOSTILE_TEXTS[:10]:
        empty.act(chapters.edit_chapter, empty.chapter, name=nasty, place=nasty)
        assert empty.file(name, "pdf").stat().st_size > 1000
    for ending in reports()[name].formats:
        path = empty.file(name, ending)
        if ending == "csv":
            rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
            assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_format_that_a_report_does_not_have_is_refused_with_what_it_has(small: Press) -> None:
    with pytest.raises(ChapterError, match=r"\.pdf, not as “\.csv”"):
        small.file("paper-slips", "csv")
    with pytest.raises(ChapterError, match=r"\.pdf, \.xlsx, \.csv"):
        small.file("summary", "docx")


def test_what_a_report_asks_for_is_read_from_its_options() -> None:
    def asked(report: Report) -> tuple[str | None, str | None]:
        return report.field_of(Dates), report.field_of(MeetingDay)

    found = {name: asked(report) for name, report in reports().items()}
    assert found["summary"] == ("period", None)
    assert found["meeting"] == (None, "meeting")
    assert found["roster"] == (None, None)


def test_without_options_the_defaults_are_taken(small: Press) -> None:
    report = reports()["summary"]
    _, blocks = build(small.desk, small.chapter, report, None, Language("en"), TODAY)
    assert [type(block) for block in blocks] == [type(block) for block in small.blocks("summary")]


def test_the_logo_of_the_chapter_is_printed(small: Press) -> None:
    before = len(small.pdf("roster"))
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd"
        "8db00000000049454e44ae426082"
    )
    small.act(chapters.set_logo, small.chapter, png)
    assert len(small.pdf("roster")) > before
