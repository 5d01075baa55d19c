"""Finding a person in texts: whole words, regardless of accents; never a part of a word."""

import pytest

from chapterdesk.domain.name_traces import PeopleFinder, TraceStrength, name_matches, name_patterns, replaced

ANA = name_patterns(
    [("Ana María", "García López")],
    companies=["Bufete Núñez"],
    phones=["+34 611 22 23 33"],
    addresses=["ana@bufete.example", "https://bufete.example"],
)
FULL, PART = TraceStrength.FULL, TraceStrength.PART


def found(text: str) -> list[tuple[str, TraceStrength]]:
    """What is found in a text."""
    return [(text[hit.start : hit.end], hit.strength) for hit in name_matches(text, ANA)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana María García López",
        "ana maria garcia lopez",
        "GARCÍA LÓPEZ, ANA MARÍA",
        "García  López Ana María",
        "Ana María García",
        "Ana García López",
        "Ana Mari\u0301a Garci\u0301a",
        "611222333",
        "+34611222333",
        "0034 611-22-23-33",
        "(611) 22 23 33",
        "ANA@bufete.example",
        "https://bufete.example",
    ],
)
def test_a_unique_trait_of_the_person_is_certain_in_every_spelling(text: str) -> None:
    marked = f"Llamó {text}."
    assert [strength for _, strength in found(marked)] == [FULL]
    assert replaced(marked, ANA, "X") == "Llamó X."


@pytest.mark.parametrize("text", ["Ana María", "García", "López", "Ana", "bufete nuñez", "de García a Pérez"])
def test_a_part_of_the_name_is_only_possible(text: str) -> None:
    assert {strength for _, strength in found(text)} == {PART}


@pytest.mark.parametrize("text", ["banana", "Anabel", "Garciandía", "6112223339", "llopez", "", "la mañana"])
def test_a_part_of_a_word_is_no_match(text: str) -> None:
    assert found(text) == []


def test_the_same_first_surname_with_another_second_one_is_somebody_else() -> None:
    assert found("Ana María García Ruiz") == [("Ana María García", PART)]
    assert found("Ana María García vino") == [("Ana María García", FULL)]
    assert found("Ana María García\nPedro vino") == [("Ana María García", FULL)]


def test_a_name_shared_with_others_is_not_searched_alone() -> None:
    shy = name_patterns([("Ana María", "García López")], common=frozenset({"ana", "garcia", "lopez"}))
    assert replaced("Ana y García López; María y Ana María García López", shy, "X") == "Ana y García López; X y X"


def test_many_people_are_told_apart_by_the_words_of_a_text() -> None:
    bea = name_patterns([("Bea", "Ruiz")], phones=["600 000 012"])
    lookout = PeopleFinder({1: ANA, 2: bea})
    assert lookout.candidates("nada") == set()
    assert lookout.candidates("beá y más") == {2}
    assert lookout.candidates("llamar al 600000012") == {2}
    assert lookout.candidates("Bea, ana@bufete.example") == {1, 2}


def test_a_single_letter_or_a_particle_is_never_searched_alone() -> None:
    shy = name_patterns([("J", "de la O")])
    assert name_matches("j de la o la", shy) == name_matches("j de la o la", shy)
    assert [hit.strength for hit in name_matches("la casa de J", shy)] == []
