"""Passphrases: one spelling for the same letters, and an estimate that does not flatter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapterdesk.domain.passphrases import Level, spelling, spellings, strength


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("", Level.WEAK),
        ("1234", Level.WEAK),
        ("hola", Level.WEAK),
        ("contraseña", Level.WEAK),
        ("qwertyuiop", Level.WEAK),
        ("Barcelona2024", Level.WEAK),
        ("tren lluvia", Level.WEAK),  # two words, whatever their length
        ("a" * 500, Level.WEAK),
        ("lluvia lluvia lluvia lluvia", Level.WEAK),
        ("x7!kQ9#z", Level.WEAK),
        ("mesa lluvia 47", Level.FAIR),
        ("mesa lluvia tren", Level.GOOD),
        ("mesa lluvia tren violeta", Level.STRONG),
        ("kz8!vQw3#pLm7&", Level.GOOD),
        ("caballo correcto batería grapa", Level.STRONG),
    ],
)
def test_the_strength_considers_how_people_choose_passphrases(passphrase: str, level: Level) -> None:
    assert strength(passphrase).level is level


def test_the_names_of_the_group_count_for_little() -> None:
    plain, told = strength("mesa alameda tren"), strength("mesa alameda tren", ["Grupo Alameda"])
    assert told.level.rank < plain.level.rank
    assert told.advice != plain.advice


def test_every_level_has_a_word_and_a_number_of_bars() -> None:
    assert [level.rank for level in Level] == [1, 2, 3, 4]
    assert len({level.label for level in Level}) == 4


@given(st.text(max_size=100))
def test_any_text_has_a_strength_and_a_sentence(text: str) -> None:
    assert strength(text).advice.endswith(".")


@given(st.text(max_size=30))
def test_the_same_letters_written_in_two_ways_are_one_passphrase(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert spelling(apart) == spelling(text) == spellings(text)[0]
    assert spellings(apart)[-1] == apart  # an old file keeps the spelling it was made with


def test_letters_are_not_changed_into_others() -> None:
    assert spelling("ﬁ２½") == "ﬁ２½"
