"""Names are compared exactly, swapped, then by their words; never by a part."""

import pytest

from chapterdesk.domain.names import NameIndex, bare, is_nobody

PEOPLE = ((1, "Ana García López"), (2, "Bruno Martín"), (3, "Ruiz Díaz Carmen"), (4, "Eva Sanz"), (5, "Eva Sanz"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ana García López", (1,)),
        ("  ana  GARCÍA\u00a0López ", (1,)),
        ("Ana García López # 738405", (1,)),
        ("García López, Ana", (1,)),
        ("López Ana García", (1,)),
        ("Carmen Ruiz Díaz", (3,)),
        ("Eva Sanz", (4, 5)),
        ("Sanz, Eva", (4, 5)),
        ("Ana García", ()),
        ("Ana Garcia Lopez", ()),
        ("", ()),
    ],
)
def test_a_name_is_found_whole_in_any_of_its_forms(name: str, found: tuple[int, ...]) -> None:
    assert NameIndex(PEOPLE).find(name) == found


def test_an_exact_name_is_preferred_to_one_with_the_same_words() -> None:
    index = NameIndex([(1, "Martín Ruiz"), (2, "Ruiz Martín")])
    assert index.find("Ruiz Martín") == (2,)
    assert index.find("Ruiz, Martín") == (1,)


def test_a_person_can_be_known_by_several_names_and_is_found_once() -> None:
    index = NameIndex([(1, "Ana García"), (1, "Ana García"), (1, "García Ana")])
    assert index.find("Ana García") == (1,)
    assert index.at(2, "Ana García") == (1,)
    index.add(2, "Ana Gil")
    assert index.find("Gil Ana") == (2,)


def test_a_number_after_a_name_is_ignored_unless_it_distinguishes_people() -> None:
    assert bare("Ana  Muster # 738405 ") == "Ana Muster"
    index = NameIndex([(1, "Ana Muster"), (2, "Ana Muster # 738405")])
    assert (index.find("Ana Muster"), index.find("Ana Muster # 738405")) == ((1,), (2,))


@pytest.mark.parametrize("name", ["BNI", "visitors", " Total ", "Visiteurs", "Gesamt", "Totales"])
def test_footers_are_never_taken_for_people(name: str) -> None:
    assert is_nobody(name)
    assert not is_nobody("Anna Total")
