"""What the export of members holds."""

import datetime as dt

from chapterdesk.domain.periods import Period

from .conftest import Exported


def test_members_are_sorted_by_surname_and_former_ones_come_last(exported: Exported) -> None:
    rows = exported.rows("members")
    assert [row["First name"] for row in rows] == ["Bruno", "Ana", "Carla"]
    ana = rows[1]
    assert (ana["Last name"], ana["Classification"], ana["Status"]) == ("Ñíguez", "Florista", "active")
    assert (ana["Role"], ana["Sponsor"]) == ("president, Archivera", "")
    assert (ana["Join date"], ana["Renewal date"], ana["End date"]) == ("2025-01-01", "2027-01-01", "")
    assert (ana["Phone"], ana["E-mail"]) == ("600 000 001, 600 000 002", "ana@example.org")
    assert (ana["Website"], ana["Notes"]) == ("https://example.org", "Le gusta\nel campo")
    carla = rows[2]
    assert (carla["Status"], carla["End date"], carla["Reason"]) == ("resigned", "2026-03-08", "Cambio de ciudad")


def test_a_cell_that_looks_like_a_formula_is_text(exported: Exported) -> None:
    assert exported.rows("members")[1]["Company"] == "'=SUM(A1)"
    assert exported.sheet("members")[2][2] == "=SUM(A1)"


def test_in_spanish_headings_values_and_dates_are_spanish(exported: Exported) -> None:
    ana = exported.rows("members", "es")[1]
    assert (ana["Nombre"], ana["Apellidos"], ana["Estado"]) == ("Ana", "Ñíguez", "Activo")
    assert ana["Cargo"] == "Presidencia, Archivera"
    assert ana["Fecha de alta"] == "01/01/2025"


def test_a_period_excludes_members_who_left_before_it(exported: Exported) -> None:
    march = Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    april = Period(dt.date(2026, 4, 1), dt.date(2026, 4, 30))
    assert len(exported.rows("members", period=march)) == 3
    assert [row["First name"] for row in exported.rows("members", period=april)] == ["Bruno", "Ana"]
