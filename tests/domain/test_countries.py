"""The choices for a chapter: sorted by name, no choice first, and a stored value that is not among them."""

from chapterdesk.domain.countries import countries, currencies, regions


def same(text: str) -> str:
    """The text as it is."""
    return text


def test_countries_are_sorted_by_name_after_none_and_an_unknown_one_is_kept() -> None:
    found = countries(same)
    names = [name for _code, name in found[1:]]
    assert found[0] == ("", "No public holidays")
    assert names == sorted(names)
    assert countries(same, "ES") == found
    assert countries(same, "ZZ") == [*found, ("ZZ", "ZZ")]


def test_currencies_are_shown_with_their_codes_and_an_unknown_one_is_kept() -> None:
    assert currencies(same)[0] == ("EUR", "Euro (EUR)")
    assert currencies(same, "XYZ")[-1] == ("XYZ", "XYZ")


def test_regions_are_sorted_by_name_after_the_whole_country() -> None:
    found = regions(same, {"MD": "Madrid", "AN": "Andalucía"})
    assert found == [("", "The whole country"), ("AN", "Andalucía"), ("MD", "Madrid")]
