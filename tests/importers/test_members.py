"""Members from lists: a roster, a region's roster, contacts of Google and Outlook."""

import datetime as dt

import pytest

from chapterdesk.domain.members import Status
from chapterdesk.importers import detect, outcome_json
from chapterdesk.store.members import MemberRow
from chapterdesk.store.people import person
from tests.importers.connect_files import Connect, csv_file, xlsx_file
from tests.importers.desk import Importing

ADDING = {"add_members": True}
ROSTER = (
    ("Member Name", "Classification", "Company Name", "Phone", "Email"),
    ("Ana García López", "Legal > Lawyers > Inheritance", "Bufete García", "600 100 200", "ana@example.org"),
    ("Núñez Peña, Carmen", "Health > Physiotherapy", "", "", "carmen@example.org"),
)
REGION = (
    "S no",
    "Chapter Name",
    "Profession",
    "First Name",
    "Last Name",
    "Company",
    "Phone Number",
    "Cell Number",
    "email",
    "Status",
    "Join Date",
    "Renewal Date",
    "Sponsor",
)
GOOGLE = (
    "First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
)


def found(importing: Importing, name: str) -> MemberRow:
    return next(row for row in importing.members() if row.name == name)


def region(*rows: tuple[str, ...]) -> bytes:
    return csv_file([REGION, *rows])


def region_row(first: str, last: str, chapter: str = "Grupo Alameda", **more: str) -> tuple[str, ...]:
    cells = {"Chapter Name": chapter, "First Name": first, "Last Name": last, **more}
    return tuple(cells.get(name, "") for name in REGION)


def test_a_good_roster_makes_members(importing: Importing) -> None:
    data = csv_file(ROSTER)
    assert detect(data) == "members"
    outcome = importing.one(data, **ADDING)
    assert (outcome.rows, outcome.made.members, outcome.unmatched) == (2, 2, ())
    ana = found(importing, "Ana García López")
    assert (ana.first_name, ana.last_name, ana.classification, ana.company) == (
        "Ana",
        "García López",
        "Inheritance",
        "Bufete García",
    )
    assert (ana.phones, ana.emails, ana.start) == (("600 100 200",), ("ana@example.org",), None)
    assert found(importing, "Carmen Núñez Peña").classification == "Physiotherapy"


def test_a_workbook_reads_as_the_text_does(importing: Importing) -> None:
    assert importing.one(xlsx_file(ROSTER), **ADDING).made.members == 2


def test_without_add_members_nobody_joins(importing: Importing) -> None:
    outcome = importing.one(csv_file(ROSTER))
    assert outcome.made.members == 0
    assert outcome_json(outcome)["unmatched"] == ["Ana García López", "Carmen Núñez Peña"]
    assert importing.counts()["person"] == 0


def test_a_roster_of_a_region_is_filtered_by_chapter(importing: Importing) -> None:
    data = region(
        region_row("Ana", "García", Profession="Abogada", Status="Active", **{"Join Date": "13/01/2024"}),
        region_row("Eva", "Otra", "Grupo Retiro"),
        region_row("Luis", "Gil", Status="Late", Sponsor="Ana García", **{"Renewal Date": "01/09/2026"}),
    )
    outcome = importing.one(data, **ADDING)
    assert importing.names() == ["Ana García", "Luis Gil"]
    assert outcome.problems == ()
    ana, luis = found(importing, "Ana García"), found(importing, "Luis Gil")
    assert (ana.start, ana.classification, ana.status) == (dt.date(2024, 1, 13), "Abogada", Status.ACTIVE)
    assert (luis.renewal_due, luis.status, luis.sponsor_id) == (dt.date(2026, 9, 1), Status.LATE, ana.person_id)


def test_a_roster_of_other_chapters_is_refused(importing: Importing) -> None:
    data = region(region_row("Ana", "García", "Grupo Retiro"), region_row("Luis", "Gil", "Grupo Norte"))
    refused = importing.preview(data, **ADDING)[0].refused
    assert refused is not None
    assert refused[1] == {"names": "Grupo Norte, Grupo Retiro", "chapter": "Grupo Alameda"}


def test_a_roster_of_one_other_chapter_is_a_warning(importing: Importing) -> None:
    outcome = importing.one(region(region_row("Ana", "García", "Grupo Retiro")), **ADDING)
    assert [problem.column for problem in outcome.problems] == ["Chapter"]
    assert outcome.made.members == 1


def test_the_column_settles_the_order_of_day_and_month(importing: Importing) -> None:
    data = region(
        region_row("Ana", "García", **{"Join Date": "03/04/2024", "Renewal Date": "03/04/2026"}),
        region_row("Luis", "Gil", **{"Join Date": "01/25/2024", "Renewal Date": "soon"}),
    )
    outcome = importing.one(data, **ADDING)
    ana = found(importing, "Ana García")
    assert (ana.start, ana.renewal_due) == (dt.date(2024, 3, 4), dt.date(2026, 4, 3))
    assert [(problem.row, problem.column) for problem in outcome.problems] == [(3, "Renewal Date")]


def test_known_values_stay_and_missing_ones_are_filled_in(importing: Importing) -> None:
    importing.one(csv_file(ROSTER), **ADDING)
    data = csv_file(
        [
            (*ROSTER[0], "Start Date", "Due Date", "Website"),
            (
                "Ana García López",
                "Other",
                "Otro Bufete",
                "600 999 999",
                "ANA@example.org",
                "2024-01-11",
                "2026-12-31",
                "w",
            ),
            ("Ana García López", "", "", "", "", "", "", ""),
        ]
    )
    outcome = importing.one(data, **ADDING)
    assert (outcome.matched, outcome.made.members) == (1, 0)
    assert "stands in the list twice" in outcome.problems[0].text
    ana = found(importing, "Ana García López")
    assert (ana.company, ana.classification, ana.start, ana.renewal_due) == (
        "Bufete García",
        "Inheritance",
        dt.date(2024, 1, 11),
        dt.date(2026, 12, 31),
    )
    assert (ana.phones, ana.emails) == (("600 100 200", "600 999 999"), ("ana@example.org",))
    with importing.desk.read() as s:
        assert person(s, ana.person_id).website == "w"


def test_a_classification_is_filled_in_where_there_was_none(importing: Importing) -> None:
    importing.add_members("Ana García López")
    importing.one(csv_file(ROSTER), **ADDING)
    assert found(importing, "Ana García López").classification == "Inheritance"


def test_an_ambiguous_name_joins_nobody(importing: Importing) -> None:
    importing.add_members("Ana García López", "Ana García López")
    outcome = importing.one(csv_file(ROSTER[:2]), **ADDING)
    assert (outcome.made.members, [found.name for found in outcome.unmatched]) == (0, ["Ana García López"])


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (
            GOOGLE,
            "Ana,García,Bufete,* myContacts,Work,a@example.org ::: b@example.org,Mobile,600 1 ::: 600 2",
        ),
        (
            "Name,Given Name,Family Name,Organization 1 - Name,E-mail 1 - Value,Phone 1 - Value",
            "Ana García,Ana,García,Bufete,a@example.org ::: b@example.org,600 1 ::: 600 2",
        ),
    ],
)
def test_contacts_of_google_before_and_since_2024(importing: Importing, head: str, row: str) -> None:
    importing.one(csv_file([head.split(","), row.split(",")]), **ADDING)
    ana = found(importing, "Ana García")
    assert (ana.company, ana.emails) == ("Bufete", ("a@example.org", "b@example.org"))
    assert ana.phones == ("600 1", "600 2")


def test_contacts_of_spanish_outlook_with_english_headings(importing: Importing) -> None:
    head = (
        "Title",
        "Nombre",
        "Apellidos",
        "Organización",
        "Puesto",
        "Teléfono del trabajo",
        "Teléfono movil",
        "Dirección de correo electrónico",
        "Página web",
        "Birthday",
    )
    row = ("Sra.", "Ana", "García", "Bufete", "Abogada", "91 1", "600 1", "a@example.org", "example.org", "0/0/00")
    importing.one(csv_file([head, row], encoding="cp1252"), **ADDING)
    ana = found(importing, "Ana García")
    assert (ana.company, ana.classification, ana.phones, ana.emails) == (
        "Bufete",
        "Abogada",
        ("600 1", "91 1"),
        ("a@example.org",),
    )


def test_stacked_tables_are_read_as_one_list(importing: Importing) -> None:
    head = ("Member Name", "Industry", "Type", "Membership Status", "Due Date", "Start Date")
    file = Connect()
    for name, due in (("Ana García", dt.date(2026, 9, 1)), ("Luis Gil", dt.date(2026, 10, 1))):
        file.line(head).line((name, "Law", "Regular", "Active", due, dt.date(2024, 1, 11)))
    outcome = importing.one(file.bytes(), **ADDING)
    assert (outcome.rows, importing.names()) == (2, ["Ana García", "Luis Gil"])
    assert found(importing, "Luis Gil").renewal_due == dt.date(2026, 10, 1)


def test_a_visitor_becomes_the_member_with_nothing_retyped(importing: Importing) -> None:
    from chapterdesk.store.meetings import add_meeting
    from chapterdesk.store.visits import add_visit

    with importing.desk.change("A visitor") as s:
        meeting = add_meeting(s, importing.chapter_id, dt.date(2026, 5, 7))
        add_visit(s, meeting, first_name="Ana García", last_name="López", phones=("1",), attended=True)
    importing.one(csv_file(ROSTER), **ADDING)
    ana = found(importing, "Ana García López")
    assert (ana.first_name, importing.visits()[0].person_id, ana.phones) == ("Ana", ana.person_id, ("1", "600 100 200"))


def test_a_broken_list_without_names_is_refused(importing: Importing) -> None:
    refused = importing.preview(csv_file([ROSTER[0], ("", "Law", "Firm", "1", "x@example.org")]), **ADDING)[0].refused
    assert refused is not None
    assert "no names" in refused[0]


def test_a_list_of_visitors_makes_no_members(importing: Importing) -> None:
    head = ("First Name", "Last Name", "Company", "Profession", "Email", "Phone", "Visit Date", "Invited By", "Type")
    row = ("David", "Gast", "Gast KG", "Baker", "d@example.org", "1", "07/05/2026", "Anna Muster", "First Visit")
    refused = importing.preview(csv_file([head, row]), **ADDING)[0].refused
    assert refused is not None
    assert "list of visitors" in refused[0]


def test_an_ambiguous_date_is_read_day_first_and_reported(importing: Importing) -> None:
    data = csv_file([("First Name", "Last Name", "Join Date"), ("Ana", "García", "03/04/2024")])
    outcome = importing.one(data, **ADDING)
    assert found(importing, "Ana García").start == dt.date(2024, 4, 3)
    assert [(problem.row, problem.column) for problem in outcome.problems] == [(2, "Join Date")]


def test_a_list_that_stored_nothing_can_be_imported_again(importing: Importing) -> None:
    data = csv_file([("First Name", "Last Name"), ("Ana", "García")])
    assert importing.one(data).made.members == 0
    assert importing.one(data, **ADDING).made.members == 1
