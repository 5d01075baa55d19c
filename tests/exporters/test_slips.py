"""What the export of slips holds."""

from chapterdesk.domain.periods import Period

from .conftest import FIRST, Exported


def test_slips_are_sorted_oldest_first_with_all_their_texts(exported: Exported) -> None:
    rows = exported.rows("slips")
    assert [(row["Date"], row["Kind"]) for row in rows] == [
        ("2026-03-05", "referral"),
        ("2026-03-12", "referral"),
        ("2026-03-12", "closed_business"),
    ]
    assert (rows[0]["Giver"], rows[0]["Receiver"], rows[0]["Tier"]) == ("Ana Ñíguez", "Bruno Nadal", "outside")
    assert (rows[0]["Prospect"], rows[0]["Card given"], rows[0]["Call announced"]) == ("Taller AT&T", "yes", "")


def test_closed_business_never_shows_who_thanked(exported: Exported) -> None:
    business = exported.rows("slips")[-1]
    assert (business["Giver"], business["Receiver"]) == ("", "Ana Ñíguez")
    assert (business["Amount"], business["Repeat business"]) == ("1234.56", "no")


def test_a_period_selects_the_slips_that_count_in_it(exported: Exported) -> None:
    assert len(exported.rows("slips", period=Period(FIRST, FIRST))) == 1


def test_in_spanish_amounts_have_a_comma_and_kinds_are_words(exported: Exported) -> None:
    business = exported.rows("slips", "es")[-1]
    assert (business["Fecha"], business["Tipo"], business["Importe"]) == ("12/03/2026", "Negocio cerrado", "1234,56")


def test_in_a_spreadsheet_amounts_are_numbers(exported: Exported) -> None:
    heading, *rows = exported.sheet("slips")
    assert rows[-1][heading.index("Amount")] == 1234.56


def test_the_last_column_is_the_third_person_of_an_introduction(exported: Exported) -> None:
    exported.introduce()
    rows = exported.rows("slips")
    assert list(rows[0])[-1] == "Introduced to"
    assert [(row["Kind"], row["Introduced to"]) for row in rows][-1] == ("introduction", "Eva Rico")
    assert exported.rows("slips", "es")[-1]["Le presenta a"] == "Eva Rico"
