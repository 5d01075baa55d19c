"""The order of search results: names before companies, beginnings before middles, first surnames first."""

from chapterdesk.domain.person_search import fit, matches_outside_name, text_from_match


def test_names_come_before_companies_and_beginnings_before_middles() -> None:
    begins = fit("noga", "Aurora", "Nogales Galindo", "Bodega y vinos")
    inside = fit("oga", "Aurora", "Nogales Galindo", "Bodega y vinos")
    company = fit("noga", "Gorka", "Agirrezabal Pazos", "Taller Nogal Carpintería")
    inside_company = fit("oga", "Gorka", "Agirrezabal Pazos", "Taller Nogal Carpintería")
    assert begins is not None
    assert inside is not None
    assert company is not None
    assert inside_company is not None
    assert begins < inside < company < inside_company


def test_the_first_surname_comes_before_the_second() -> None:
    first = fit("rincon", "José Ángel", "Rincón Trujillo")
    second = fit("rincon", "Mónica", "Núñez Rincón")
    assert first is not None
    assert second is not None
    assert first < second


def test_small_words_before_a_surname_do_not_hide_it() -> None:
    assert fit("pena", "Rafael", "De la Peña Ordóñez") == fit("ord", "Rafael", "Ordóñez De la Peña") == (0, 0)
    assert fit("de la", "Rafael", "De la Peña Ordóñez") == (0, 0)


def test_all_words_must_be_found_the_worst_of_them_counts() -> None:
    assert fit("ana bodega", "Ana", "Nogales", "Bodega y vinos") == (2, 1)
    assert fit("ana zzz", "Ana", "Nogales", "Bodega y vinos") is None
    assert fit("", "Ana", "Nogales") == (0, 0)


def test_a_match_outside_the_name_says_where_it_was_found() -> None:
    assert matches_outside_name("noga", "Aurora Nogales", "Bodega", "Nogales e hijos") == ""
    assert matches_outside_name("gorka noga", "Gorka Pazos", "Carpintería", "Muebles Nogal") == "Muebles Nogal"
    assert text_from_match("noga", "Muebles y puertas Nogal de Aragón") == "… Nogal de Aragón"
    assert text_from_match("mue", "Muebles Nogal") == "Muebles Nogal"
