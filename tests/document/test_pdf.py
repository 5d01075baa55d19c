"""Documents on paper: the texts in the PDF, nothing is fetched, page breaks."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from pypdf import PdfReader
from reportlab import rl_config

from chapterdesk.document.blocks import (
    Blank,
    BlankSlip,
    BlankSlips,
    Block,
    Chart,
    Column,
    Entries,
    Entry,
    Figure,
    Figures,
    Form,
    Heading,
    Masthead,
    PageBreak,
    Paper,
    Series,
    Table,
    Text,
)
from chapterdesk.document.edition import Edition
from chapterdesk.document.palette import PAPER, Palette
from chapterdesk.document.pdf import render_chart, write_pdf
from chapterdesk.domain.money import Money
from chapterdesk.i18n import Language
from chapterdesk.ui.look.colours import ROLES, colours
from tests.hostile_texts import HOSTILE_TEXTS

Pages = Callable[[Sequence[Block]], list[str]]
MADE = dt.date(2026, 3, 5)
HEAD = Masthead("Summary", "March 2026")
NAME = Column("Name", "Name", lambda row: row[0], weight=20)
FIGURE = Column("Figure", "Figure", lambda row: row[1], Form.NUMBER)


def table(rows: int, **more: object) -> Table:
    """A table of numbered people."""
    return Table("People", (NAME, FIGURE), [(f"Person {at}", at) for at in range(rows)], **more)  # type: ignore[arg-type]


def written(blocks: Sequence[Block], edition: Edition) -> bytes:
    target = io.BytesIO()
    write_pdf(target, blocks, edition)
    return target.getvalue()


def test_header_and_footer_stand_on_every_page(pages: Pages, language: Language) -> None:
    found = pages([HEAD, table(120)])
    assert len(found) >= 2
    for number, text in enumerate(found, 1):
        assert "Grupo Alameda & Cía <SL>" in text
        assert "Summary · March 2026" in text
        assert language.tr("Page {page} of {pages}", page=number, pages=len(found)) in text
        assert language.tr("Made on {date}", date=language.date(MADE)) in text


def test_a_table_repeats_its_heading_and_loses_no_row(pages: Pages) -> None:
    found = pages([HEAD, table(120)])
    assert all("Figure" in text for text in found)
    together = "\n".join(found)
    assert all(f"Person {at}\n" in together for at in range(120))


@pytest.mark.parametrize("rows", range(36, 46))
def test_no_row_is_alone_on_a_page(pages: Pages, rows: int) -> None:
    found = pages([HEAD, table(rows, totals=[("Total", 9)])])
    for text in found:
        assert text.count("Person ") >= 2
    assert "Total" in found[-1]


def test_a_heading_stays_with_the_text_below_it(pages: Pages) -> None:
    for rows in range(24, 42, 3):
        found = pages([HEAD, table(rows), Heading("The second table"), table(30)])
        place = next(text for text in found if "The second table" in text)
        assert "Person " in place.split("The second table")[1]


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_hostile_text_is_printed_and_nothing_else(pages: Pages, text: str) -> None:
    blocks: list[Block] = [
        replace(HEAD, what=text, period=text),
        Heading(text, 1),
        Heading(text, 2),
        Text(text),
        Text(text, "muted"),
        Figures((Figure(text, text, text),)),
        Chart(text, (Series(text, (1, 2)),), ((0, text), (1, text))),
        Table(text, (NAME, replace(NAME, title=text, wrap=True, group=text)), [(text,)], totals=[(text,)]),
        Entries((Entry(text, text[:3], text),)),
    ]
    found = "".join(pages(blocks))
    start = "".join(text.split())[:5]
    if start.isascii() and start.isprintable():
        assert start in "".join(found.split())
    assert "root:" not in found


def test_blank_slips_take_any_text_and_have_no_header(pages: Pages) -> None:
    slip = BlankSlip(
        "Título", "<b>hint</b>", (Blank("日本", ("one", "two")), Blank("Half", half=True), Blank("Other", half=True))
    )
    found = pages([replace(HEAD, bare=True), BlankSlips((slip,) * 5)])
    assert found[0].count("Título") == 4
    assert "<b>hint</b>" in found[0]
    assert "March 2026" not in found[0]
    assert "U+65E5 U+672C" in found[0]
    assert found[1].count("Título") == 1


def test_characters_without_a_glyph_are_named_at_the_end(pages: Pages) -> None:
    found = "".join(pages([HEAD, Text("日本"), Text("ok")]))
    assert "U+65E5, U+672C" in found
    assert "U+" not in "".join(pages([HEAD, Text("Łukasz Ζωή Иван")]))


def test_many_such_characters_are_named_in_part(pages: Pages) -> None:
    text = "".join(chr(code) for code in range(0x4E00, 0x4E40))
    assert "U+4E17, …" in " ".join("".join(pages([HEAD, Text(text)])).split())


def test_the_same_blocks_give_the_same_bytes(edition: Edition) -> None:
    chart = Chart("Weeks", (Series("Present", (3, 4)),), ())
    blocks: list[Block] = [HEAD, Heading("Found", 1), chart, table(60)]
    assert written(blocks, edition) == written(blocks, edition)


def test_a_document_fetches_nothing() -> None:
    assert rl_config.trustedSchemes == ["data"]
    assert rl_config.trustedHosts == []


def test_fonts_are_embedded(edition: Edition) -> None:
    data = written([HEAD, Text("Text")], edition)
    assert data.count(b"/FontFile2") >= 2
    assert b"NotoSans" in data


@pytest.mark.parametrize(("paper", "wide"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_the_paper_size_is_the_chosen_one(edition: Edition, paper: Paper, wide: int) -> None:
    for landscape in (False, True):
        data = written([replace(HEAD, paper=paper, landscape=landscape), Text("Text")], edition)
        box = PdfReader(io.BytesIO(data)).pages[0].mediabox
        assert round(box.height if landscape else box.width) == wide
        assert (box.width > box.height) == landscape


def test_the_document_knows_its_title_with_the_dates_and_its_language(edition: Edition) -> None:
    reader = PdfReader(io.BytesIO(written([HEAD], edition)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Summary · March 2026 · Grupo Alameda & Cía <SL>"
    assert str(reader.root_object["/Lang"]) == edition.words.code


def test_a_document_without_blocks_is_one_empty_page(pages: Pages) -> None:
    assert len(pages([])) == 1


def test_a_page_break_begins_a_page(pages: Pages) -> None:
    assert len(pages([HEAD, Text("one"), PageBreak(), Text("two")])) == 2


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


def test_a_logo_stands_in_the_header(edition: Edition) -> None:
    reader = PdfReader(io.BytesIO(written([HEAD], replace(edition, logo=PNG))))
    assert len(reader.pages[0].images) == 1


@pytest.mark.parametrize("data", [b"no image", PNG[:40], b""])
def test_a_broken_logo_is_left_out_and_the_report_is_whole(edition: Edition, data: bytes) -> None:
    reader = PdfReader(io.BytesIO(written([HEAD, Text("All here")], replace(edition, logo=data))))
    assert "All here" in reader.pages[0].extract_text()


def test_figures_are_never_cut_however_many_columns_there_are(pages: Pages) -> None:
    columns = [NAME, *(Column(f"C{at}", f"C{at}", lambda row: row[1], Form.MONEY) for at in range(12))]
    found = "".join(pages([HEAD, Table("Wide", tuple(columns), [("A long name " * 9, Money(123456789, "EUR"))])]))
    amount = found.split("C11")[1]
    assert amount.count("1.234.567,89") + amount.count("1,234,567.89") == 12


def test_a_table_too_wide_for_any_font_size_is_still_printed(pages: Pages) -> None:
    columns = tuple(Column(f"C{at}", f"C{at}", lambda _: 10**12, Form.NUMBER) for at in range(80))
    assert "…" in "".join(pages([HEAD, Table("Wide", columns, [()])]))


def test_a_table_of_columns_for_files_only_is_not_on_paper(pages: Pages) -> None:
    hidden = Table("Data", (Column("Key", "", lambda _: "secret"),), [()])
    assert "secret" not in "".join(pages([HEAD, hidden]))


def test_an_empty_table_says_so(pages: Pages) -> None:
    assert "Nobody yet" in "".join(pages([HEAD, Table("None", (NAME,), [], empty="Nobody yet")]))
    assert "Name" not in "".join(pages([HEAD, Table("None", (NAME,), [])]))


def test_values_are_shown_in_the_language(pages: Pages, language: Language) -> None:
    columns = (
        Column("", "Share", lambda _: Fraction(11, 12), Form.PERCENT),
        Column("", "Rate", lambda _: Fraction(5, 4), Form.RATE),
        Column("", "None", lambda _: None, Form.PERCENT),
        Column("", "More", lambda _: 3, Form.CHANGE),
        Column("", "Same", lambda _: 0, Form.CHANGE),
        Column("", "Own", lambda _: 7, Form.NUMBER, show=lambda value: f"<{value}>"),
        Column("", "Day", lambda _: MADE, Form.DATE),
    )
    found = "".join(pages([HEAD, Table("Values", columns, [()])]))
    for text in (
        language.percent(Fraction(11, 12)).replace("\N{NO-BREAK SPACE}", " "),
        language.number(Fraction(5, 4), 2),
        "–",
        "+3",
        "<7>",
        "05/03/2026",
    ):
        assert text in found


def test_a_chart_has_its_legend_its_labels_and_room_for_the_highest_bar(pages: Pages) -> None:
    chart = Chart(
        "By week", (Series("Present", (30, 41)), Series("Stood in", (2, 0), "soft")), ((0, "Jan"), (1, "Feb"))
    )
    found = "".join(pages([HEAD, chart]))
    for text in ("By week", "Present", "Stood in", "Jan", "Feb", "50"):
        assert text in found


@pytest.mark.parametrize("highest", [0, 1, 3, 9, 99, 12_345])
def test_a_chart_of_any_height_can_be_drawn(pages: Pages, highest: int) -> None:
    assert "Weeks" in "".join(pages([HEAD, Chart("Weeks", (Series("One", (highest,)),), ())]))


def test_an_empty_chart_leaves_no_trace(pages: Pages) -> None:
    assert "Weeks" not in "".join(pages([HEAD, Chart("Weeks", (), ())]))


def test_a_chart_for_the_screen_is_a_page_of_its_own_size_in_the_colours_of_the_theme(language: Language) -> None:
    chart = Chart("Weeks", (Series("One", (1, 2)),), ())
    light, dark = (render_chart(chart, Palette.of(colours(theme)), language, 300, 120) for theme in ("light", "dark"))
    box = PdfReader(io.BytesIO(light)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (300, 120)
    assert light != dark


def test_paper_has_the_colours_of_the_light_theme() -> None:
    for role in ("ink", "muted", "line", "accent", "good", "warning", "bad"):
        assert getattr(PAPER, role) == ROLES[role][0]


def test_long_lists_of_names_go_on_over_pages(pages: Pages) -> None:
    items = tuple(Entry(f"Person {at}.", "P", "a note") for at in range(300))
    found = pages([replace(HEAD, landscape=True), Entries(items, 3)])
    assert len(found) > 1
    assert all(f"Person {at}." in "".join(found) for at in range(300))


def test_rows_to_sign_are_high_enough_to_write_in(pages: Pages) -> None:
    assert len(pages([HEAD, table(40, roomy=True)])) > len(pages([HEAD, table(40)]))


def test_key_figures_with_long_texts_share_the_width(pages: Pages) -> None:
    long = "a note that needs more than a fourth of the page"
    items = (Figure("1", "One", long), Figure("2", "Two"), Figure("3", "Three"), Figure("4", "Four"))
    assert long in "".join(pages([HEAD, Figures(items)]))
