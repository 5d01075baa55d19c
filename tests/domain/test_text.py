"""Names and words: folded, searched, sorted."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from chapterdesk.domain.text import clean, fold, match_rank, matches, plain, sort_key


def test_words_are_found_in_any_order_and_without_accents() -> None:
    person = plain("Ana García Muñoz Abogada")
    assert matches("garc ana", person)
    assert matches("MUÑ", person)
    assert not matches("garc eva", person)


def test_a_word_that_begins_a_name_is_a_better_match_than_one_inside() -> None:
    assert match_rank("ana", plain("Ana García")) == 0
    assert match_rank("arc", plain("Ana García")) == 1
    assert match_rank("x", plain("Ana García")) is None


def test_names_sort_without_accents_and_with_n_tilde_after_n() -> None:
    names = ["Zoe", "Ñuño", "Nuria", "Álvaro", "Ana", "Oscar"]
    assert sorted(names, key=sort_key) == ["Álvaro", "Ana", "Nuria", "Ñuño", "Oscar", "Zoe"]


def test_names_differ_by_accents_but_not_by_blanks_and_case() -> None:
    assert fold("Anna   MUSTER ") == fold("anna muster")
    assert fold("Jose") != fold("José")


def test_control_characters_are_not_stored() -> None:
    assert clean(" a\x00b\x07c\n ") == "abc"


@given(st.text())
def test_folding_is_stable_and_does_not_depend_on_composition(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
