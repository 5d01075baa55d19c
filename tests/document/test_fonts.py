"""Fonts: which characters are printed, which as their code, and how texts fit a width."""

import pytest

from chapterdesk.document.paper.fonts import BOLD, REGULAR, Ink, shorten, width, wrap
from tests.hostile_texts import HOSTILE_TEXTS


def test_latin_greek_and_cyrillic_are_printed_as_they_are() -> None:
    ink = Ink()
    text = "Łukasz Şükrü Ζωή Иван Peña œuvre – “quotes” 12 € ½ Ÿ ẞ"
    assert ink.printable(text) == text
    assert ink.missing == ()


def test_a_character_without_a_glyph_prints_as_its_code_and_is_named_once() -> None:
    ink = Ink()
    assert ink.printable("Hotel 日本 日") == "Hotel U+65E5 U+672C U+65E5"
    assert ink.missing == ("U+65E5", "U+672C")


def test_bidirectional_control_characters_are_shown_and_not_obeyed() -> None:
    assert Ink().printable("abc\u202edef") == "abcU+202Edef"


def test_combining_marks_are_joined_to_their_letters() -> None:
    assert Ink().printable("e\u0301 n\u0303") == "é ñ"


def test_control_characters_disappear_and_blanks_are_folded() -> None:
    ink = Ink()
    assert ink.printable("a\x00b\x1fc\t\n d") == "abc d"
    assert ink.missing == ()


def test_a_no_break_space_stays_and_a_minus_is_a_dash() -> None:
    assert Ink().printable("1\N{NO-BREAK SPACE}€ \N{MINUS SIGN}3 a\N{SOFT HYPHEN}b") == "1\N{NO-BREAK SPACE}€ –3 ab"


def test_line_breaks_are_kept() -> None:
    assert Ink().printable_lines("one\ntwo") == ["one", "two"]
    assert Ink().printable_lines("") == [""]


def test_figures_are_as_wide_as_one_another() -> None:
    for font in (REGULAR, BOLD):
        assert len({width(figure, font, 10) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "", "   ", "word " * 2_000], ids=range(len(HOSTILE_TEXTS) + 3))
@pytest.mark.parametrize("room", [12.0, 60.0, 400.0])
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    shown = Ink().printable(text)
    assert width(shorten(shown, REGULAR, 9, room), REGULAR, 9) <= room
    lines = wrap(shown, REGULAR, 9, room, 5)
    assert len(lines) <= 5
    assert all(width(line, REGULAR, 9) <= room for line in lines)


def test_wrapping_loses_no_word_and_breaks_at_blanks() -> None:
    text = "Somebody who would like to get to know us"
    lines = wrap(text, REGULAR, 9, 60)
    assert " ".join(lines) == text
    assert len(lines) > 1


def test_a_word_that_is_too_long_is_broken_inside() -> None:
    lines = wrap("x" * 100, REGULAR, 9, 60)
    assert "".join(lines) == "x" * 100


def test_cut_text_ends_in_an_ellipsis() -> None:
    assert shorten("Fotografía de bodas", REGULAR, 9, 50).endswith("…")
    assert wrap("one two three four five six", REGULAR, 9, 40, 2)[-1].endswith("…")
    assert shorten("short", REGULAR, 9, 50) == "short"
