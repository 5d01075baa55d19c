"""Texts, dates, numbers and money as people read them in the two languages."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale

from chapterdesk import i18n
from chapterdesk.domain.errors import ChapterError, Problem
from chapterdesk.domain.money import Money
from chapterdesk.domain.periods import Period
from chapterdesk.domain.slips import SlipKind
from chapterdesk.i18n import Language, system_language

DAY = dt.date(2026, 3, 5)
ES = Language("es")
EN = Language("en")


def test_dates_are_written_as_people_write_them() -> None:
    assert (ES.date(DAY), EN.date(DAY)) == ("5 de marzo de 2026", "5 March 2026")
    assert (ES.short_date(DAY), EN.short_date(DAY)) == ("05/03/2026", "05/03/2026")
    assert (ES.day(DAY), EN.day(DAY)) == ("jue 5 mar", "Thu 5 Mar")
    assert (ES.month(DAY), EN.month(DAY)) == ("marzo de 2026", "March 2026")
    assert (ES.weekday(3), EN.weekday(3)) == ("jueves", "Thursday")
    assert (ES.time(dt.time(7, 5)), EN.time(dt.time(7, 5))) == ("7:05", "07:05")


@pytest.mark.parametrize(
    ("first", "last", "spanish", "english"),
    [
        (DAY, DAY, "5 de marzo de 2026", "5 March 2026"),
        (dt.date(2026, 1, 1), dt.date(2026, 12, 31), "2026", "2026"),
        (dt.date(2026, 2, 1), dt.date(2026, 2, 28), "febrero de 2026", "February 2026"),
        (dt.date(2026, 1, 1), dt.date(2026, 6, 30), "enero – junio de 2026", "January – June 2026"),
        (DAY, dt.date(2026, 6, 4), "5 de marzo – 4 de junio de 2026", "5 March – 4 June 2026"),
        (
            dt.date(2025, 12, 1),
            dt.date(2026, 1, 31),
            "1 de diciembre de 2025 – 31 de enero de 2026",
            "1 December 2025 – 31 January 2026",
        ),
    ],
)
def test_a_period_is_worded_as_briefly_as_possible(first: dt.date, last: dt.date, spanish: str, english: str) -> None:
    assert ES.period(Period(first, last)) == spanish
    assert EN.period(Period(first, last)) == english


def test_figures_are_grouped_from_four_digits_on_so_that_columns_line_up() -> None:
    assert ES.number(1234) == "1.234"
    assert EN.number(1234567) == "1,234,567"
    assert ES.number(-1234.5, 1) == "-1.234,5"
    assert ES.number(None) == "–"


def test_halves_are_rounded_away_from_zero_and_a_rounded_zero_has_no_sign() -> None:
    assert ES.number(Fraction(5, 2)) == "3"
    assert ES.number(Fraction(1, 8), 2) == "0,13"
    assert ES.number(-0.2) == "0"


def test_shares_and_money_follow_the_locale() -> None:
    assert ES.percent(Fraction(10, 11)) == "91\N{NO-BREAK SPACE}%"
    assert EN.percent(Fraction(10, 11)) == "91%"
    assert ES.percent(None) == "–"
    assert ES.money(123456, "EUR") == "1.234,56\N{NO-BREAK SPACE}€"
    assert EN.money(123456, "EUR") == "€1,234.56"
    assert EN.money(-5, "CHF") == "-CHF\N{NO-BREAK SPACE}0.05"
    assert ES.money(1234, "JPY") == "1.234\N{NO-BREAK SPACE}¥"


def test_values_in_a_text_are_shown_in_the_language_and_their_braces_are_kept() -> None:
    text = "{who}: {day}, {span}, {amount}, {kind}, {missing}"
    values = {
        "who": "%n {day} %1",
        "day": DAY,
        "span": Period(DAY, DAY),
        "amount": Money(100, "EUR"),
        "kind": SlipKind.REFERRAL,
    }
    assert EN.tr(text, "", 3, **values) == ("%n {day} %1: 5 March 2026, 5 March 2026, €1.00, Referral, {missing}")
    assert ES.show(dt.datetime(2026, 3, 5, 7, 5, tzinfo=dt.UTC)) == "5 de marzo de 2026, 7:05"


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ChapterError, match="es, en"):
        Language("xx")


def test_errors_and_problems_are_translated() -> None:
    with pytest.raises(ChapterError) as told:
        Language("xx")
    assert EN.error(told.value) == "There is no language “xx”; choose one of: es, en"
    assert EN.error(Problem(3, "P", "{cell} is no number", {"cell": "{x}"})) == "{x} is no number"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues that holds one overlay."""
    made = tmp_path / "i18n"
    made.mkdir()
    for name, words in {
        "chapterdesk_es": {"Members": "Miembros", "Present": "Presente"},
        "chapterdesk_es_parents": {"Members": "Socios"},
    }.items():
        messages = "".join(
            f"<message><source>{source}</source><translation>{target}</translation></message>"
            for source, target in words.items()
        )
        (made / f"{name}.ts").write_text(
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="es_ES">'
            f"<context><name></name>{messages}</context></TS>",
            encoding="utf-8",
        )
    monkeypatch.setattr(i18n, "resources", lambda: tmp_path)
    i18n.load_catalogue.cache_clear()
    yield made
    i18n.load_catalogue.cache_clear()


def test_an_overlay_replaces_whole_texts_and_keeps_the_others(folder: Path) -> None:
    parents = Language("es", "parents")
    assert i18n.overlays("es") == ("parents",)
    assert (parents.tr("Members"), parents.tr("Present")) == ("Socios", "Presente")
    assert Language("es", "club").tr("Members") == "Miembros"


def test_a_catalogue_edited_in_the_source_tree_is_compiled_again(folder: Path) -> None:
    assert Language("es").tr("Members") == "Miembros"
    source = folder / "chapterdesk_es.ts"
    source.write_text(source.read_text("utf-8").replace("Miembros", "Socias"), encoding="utf-8")
    os.utime(source, (source.stat().st_mtime + 10,) * 2)
    i18n.load_catalogue.cache_clear()
    assert Language("es").tr("Members") == "Socias"
    assert not list(folder.glob("*.part"))


def test_compiled_catalogues_are_enough(folder: Path) -> None:
    Language("es", "parents")
    for source in folder.glob("*.ts"):
        source.unlink()
    i18n.load_catalogue.cache_clear()
    assert Language("es", "parents").tr("Members") == "Socios"


def test_languages_work_without_a_window() -> None:
    code = (
        "import sys; from chapterdesk.i18n import Language; Language('es').tr('Members');"
        "bad = [m for m in ('PySide6.QtGui', 'PySide6.QtWidgets') if m in sys.modules]; sys.exit(bool(bad))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("preferred", "spoken"),
    [
        (["en-ES", "es-ES"], "en"),  # a Mac in English, whose region is Spain
        (["es-MX", "es"], "es"),
        (["ca-ES", "ca", "es-ES"], "es"),
        (["de-DE", "en-US"], "en"),
        (["eu-ES"], "es"),
        (["fr-FR"], "en"),
        ([], "en"),
    ],
)
def test_the_language_is_the_one_of_the_system_s_windows(
    monkeypatch: pytest.MonkeyPatch, preferred: list[str], spoken: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: SimpleNamespace(uiLanguages=lambda: preferred))
    assert system_language() == spoken
