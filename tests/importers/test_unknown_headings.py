"""Unknown headings: the director is asked once, and the answer is remembered."""

import pytest

from chapterdesk.importers import NeedKind, outcome_json
from tests.importers.connect_files import csv_file, summary_file
from tests.importers.desk import HALF_YEAR, Importing

CHINESE = (
    "名字",
    "姓氏",
    "出席",
    "缺席",
    "迟到",
    "病假",
    "替补",
    "内给",
    "外给",
    "内收",
    "外收",
    "访客",
    "一对一",
    "金额",
    "学分",
)
FIELDS = (
    "first_name",
    "last_name",
    "P",
    "A",
    "L",
    "M",
    "S",
    "RGI",
    "RGO",
    "RRI",
    "RRO",
    "V",
    "one_to_ones",
    "TYFCB",
    "CEU",
)
ROWS = (("Anna", "Muster", 11, 1, 0, 0, 0, 6, 11, 4, 9, 2, 31.0, 24850.00, 22),)
ANSWER = {field: place for place, field in enumerate(FIELDS)}


def test_a_table_with_unknown_headings_is_asked_about(importing: Importing) -> None:
    (preview,) = importing.preview(summary_file(ROWS, columns=CHINESE), period=HALF_YEAR)
    (need,) = preview.needs
    assert (need.kind, need.format, preview.rows) == (NeedKind.COLUMNS, "summary", 1)
    assert [(offer.heading, offer.sample) for offer in need.offers[:3]] == [
        ("名字", "Anna"),
        ("姓氏", "Muster"),
        ("出席", "11"),
    ]
    assert ("RGI", "Referrals given inside") in need.fields
    assert "not known yet" in outcome_json(preview)["refused"]


def test_the_answer_is_remembered_whatever_the_order_of_columns(importing: Importing) -> None:
    data = summary_file(ROWS, columns=CHINESE)
    need = importing.preview(data, period=HALF_YEAR)[0].needs[0]
    said = {need.signature: ("summary", ANSWER)}
    importing.one(data, period=HALF_YEAR, add_members=True, columns=said)
    assert importing.summary().total.RGO == 11
    later = summary_file(
        (*ROWS, ("Total", None, 20, *ROWS[0][3:])), columns=CHINESE, first=HALF_YEAR.first, last=HALF_YEAR.last
    )
    outcome = importing.run(later, replace=True)[0]
    assert (outcome.matched, outcome.difference) == (1, {"P": 9})


def test_the_answer_is_remembered_only_after_an_import(importing: Importing) -> None:
    data = summary_file(ROWS, columns=CHINESE)
    need = importing.preview(data)[0].needs[0]
    importing.preview(data, columns={need.signature: ("summary", ANSWER)}, period=HALF_YEAR)
    assert importing.preview(data, period=HALF_YEAR)[0].needs[0].kind is NeedKind.COLUMNS


def test_a_few_unknown_columns_are_asked_about_with_the_known_ones_filled_in(importing: Importing) -> None:
    names = (
        *("First Name", "Last Name", "P", "A", "L", "M", "S", "RGI", "RGO", "RRI", "RRO"),
        "外客",
        "一对一",
        "TYFCB",
        "CEU",
    )
    (preview,) = importing.preview(summary_file(ROWS, columns=names, first=HALF_YEAR.first, last=HALF_YEAR.last))
    (need,) = preview.needs
    assert (need.format, need.known["RGI"], "V" in need.known) == ("summary", 7, False)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ((("名字", "姓氏", "一", "二"), ("Anna", "Muster", "P", "A"), ("Bruno", "Beispiel", "P", "L")), "members"),
        ((("名", "一", "二", "三", "四"), ("Anna Muster", "P", "A", "P", "P")), "attendance"),
        ((("From", "To", "种类", "备注"), ("Anna", "Bruno", "Referral", "x")), "slips"),
    ],
)
def test_the_format_is_guessed_from_the_cells(
    importing: Importing, rows: tuple[tuple[str, ...], ...], kind: str
) -> None:
    (need,) = importing.preview(csv_file(rows))[0].needs
    assert need.format == kind


def test_an_answer_about_missing_columns_is_harmless(importing: Importing) -> None:
    rows = (("名字", "姓氏", "公司"), ("Anna", "Muster", "Muster KG"))
    need = importing.preview(csv_file(rows))[0].needs[0]
    said = {need.signature: ("members", {"first_name": 0, "last_name": 1, "company": 99})}
    assert importing.one(csv_file(rows), columns=said, add_members=True).made.members == 1


def test_an_answer_with_an_unknown_format_is_asked_again(importing: Importing) -> None:
    rows = (("名字", "姓氏", "公司"), ("Anna", "Muster", "Muster KG"))
    need = importing.preview(csv_file(rows))[0].needs[0]
    assert importing.preview(csv_file(rows), columns={need.signature: ("nothing", {})})[0].needs[0].signature
