"""Containers: what the first bytes say, cells where they belong, limits, hostile and broken files."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest

from chapterdesk.domain.progress import Cancelled
from chapterdesk.importers.reading import Cell, Sheet, UnreadableError, container, read_sheet
from chapterdesk.importers.reading import sheet as limits
from tests.hostile_texts import HOSTILE_TEXTS
from tests.importers.connect_files import Bold, Connect, Wide, csv_file, slips_file, summary_file, xlsx_file

DAY = dt.date(2026, 2, 4)
REPEATED = ' table:number-columns-repeated="999999"'
NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def values(sheet: Sheet) -> list[dict[int, object]]:
    return [{column: cell.value for column, cell in row.cells.items()} for row in sheet.rows]


def workbook(body: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<Workbook xmlns="{NAMESPACE}" xmlns:ss="{NAMESPACE}">{body}</Workbook>'.encode()


def ods_file(rows: str) -> bytes:
    target = io.BytesIO()
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = (
            f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"><manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
        )
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0"'
            f' xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="Hoja1">'
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return target.getvalue()


def ods_cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def test_a_file_of_connect_has_only_carriage_returns_and_is_read() -> None:
    data = Connect().line(("a", 1, 2.5, DAY, Bold("b"))).bytes()
    assert b"\n" not in data
    assert b"\r" in data
    (row,) = read_sheet(data).rows
    assert (row.number, row.cells) == (
        1,
        {1: Cell("a"), 2: Cell(1), 3: Cell(2.5), 4: Cell(DAY), 5: Cell("b", bold=True)},
    )


def test_cells_are_placed_by_index_and_merged_ones_leave_gaps() -> None:
    body = (
        '<Worksheet ss:Name="Report"><ss:Table><Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="2">'
        '<Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell><Cell/>'
        '<Cell><Data ss:Type="String">c</Data></Cell></Row><Row><Cell><Data ss:Type="String">d</Data></Cell></Row>'
        "</ss:Table></Worksheet>"
    )
    sheet = read_sheet(workbook(body))
    assert values(sheet) == [{2: "a", 5: "b", 7: "c"}, {1: "d"}]
    assert [row.number for row in sheet.rows] == [3, 4]


def test_bold_comes_from_the_cell_its_row_its_parent_style_or_rich_text() -> None:
    body = (
        '<Styles><Style ss:ID="b"><Font ss:Bold="1"/></Style><Style ss:ID="c" ss:Parent="b"/>'
        '<Style ss:ID="n" ss:Parent="b"><Font ss:Bold="0"/></Style></Styles><Worksheet><ss:Table>'
        '<Row ss:StyleID="b"><Cell><Data ss:Type="String">1</Data></Cell>'
        '<Cell ss:StyleID="n"><Data ss:Type="String">2</Data></Cell>'
        '<Cell ss:StyleID="c"><Data ss:Type="String">3</Data></Cell></Row>'
        '<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>4</B></ss:Data></Cell></Row>'
        "</ss:Table></Worksheet>"
    )
    found = [[cell.bold for cell in row.cells.values()] for row in read_sheet(workbook(body)).rows]
    assert found == [[True, False, True], [True]]


def test_values_keep_their_type_and_invalid_ones_become_text_and_a_problem() -> None:
    cells = (
        ("Number", "1.856610963E+10"),
        ("Number", "12"),
        ("Number", "x"),
        ("DateTime", "2026-02-04T00:00:00"),
        ("DateTime", "soon"),
        ("Boolean", "1"),
        ("Number", "1e999"),
    )
    body = "".join(f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>' for kind, text in cells)
    sheet = read_sheet(workbook(f"<Worksheet><ss:Table><Row>{body}</Row></ss:Table></Worksheet>"))
    assert values(sheet) == [{1: 18566109630.0, 2: 12, 3: "x", 4: DAY, 5: "soon", 6: "1"}]
    assert [(problem.row, problem.column) for problem in sheet.problems] == [(1, "C"), (1, "E")]


def test_the_first_worksheet_that_holds_rows_is_read() -> None:
    body = (
        "<Worksheet><ss:Table/></Worksheet>"
        '<Worksheet><ss:Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></ss:Table></Worksheet>'
        '<Worksheet><ss:Table><Row><Cell><Data ss:Type="String">b</Data></Cell></Row></ss:Table></Worksheet>'
    )
    assert values(read_sheet(workbook(body))) == [{1: "a"}]


@pytest.mark.parametrize("index", ["0", "-1", "16385", "99999999999", "x"])
def test_an_invalid_index_is_a_problem_and_the_cell_keeps_its_position(index: str) -> None:
    row = f'<Row><Cell ss:Index="{index}"><Data ss:Type="String">a</Data></Cell></Row>'
    sheet = read_sheet(workbook(f"<Worksheet><ss:Table>{row}</ss:Table></Worksheet>"))
    assert values(sheet) == [{1: "a"}]
    assert len(sheet.problems) == 1


def test_columns_up_to_the_last_of_a_spreadsheet_are_a_problem_and_not_read() -> None:
    sheet = read_sheet(Connect().row({1: "a", 101: "b", 16384: "c"}).row({1: "d", 200: "e"}).bytes())
    assert values(sheet) == [{1: "a"}, {1: "d"}]
    assert [(problem.row, problem.column) for problem in sheet.problems] == [(1, "CW")]


@pytest.mark.parametrize(
    "data",
    [
        workbook("", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'),
        workbook("", '<!DOCTYPE x SYSTEM "file:///etc/hostname">'),
    ],
)
def test_document_types_and_entities_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="document type"):
        read_sheet(data)


def test_a_damaged_file_is_refused_with_the_last_good_row() -> None:
    whole = slips_file([("Anna", "Bruno", "Referral", "", "", "", "")] * 50)
    with pytest.raises(UnreadableError, match="damaged after row") as caught:
        read_sheet(whole[: len(whole) // 2])
    assert caught.value.row > 5
    assert caught.value.column


def test_xml_of_something_else_is_refused() -> None:
    with pytest.raises(UnreadableError, match="not a spreadsheet"):
        read_sheet(b"<?xml version='1.0'?><rss><channel/></rss>")
    with pytest.raises(UnreadableError, match="no rows"):
        read_sheet(workbook(""))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (summary_file([]), "xml"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook/>", "xml"),
        ("<?xml version='1.0'?><Workbook/>".encode("utf-16"), "xml"),
        (b"<Workbook xmlns='x'/>", "xml"),
        (xlsx_file([("a",)]), "xlsx"),
        (ods_file(""), "ods"),
        (b"PK\x03\x04 no zip at all", "xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        (b"\n<html><body>", "html"),
        (b"<TABLE><tr>", "html"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "html"),
        (b"a;b\n", "text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_the_first_bytes_identify_the_container(data: bytes, kind: str) -> None:
    assert container(data) == kind


def test_a_workbook_keeps_dates_numbers_and_bold() -> None:
    sheet = read_sheet(xlsx_file([(), ("a", Bold("b"), 1.5, DAY), (None, Bold("c"))]))
    assert sheet.rows[0].number == 2
    assert sheet.rows[0].cells == {1: Cell("a"), 2: Cell("b", bold=True), 3: Cell(1.5), 4: Cell(DAY)}
    assert sheet.rows[1].cells == {2: Cell("c", bold=True)}


def test_an_open_document_is_read() -> None:
    rows = f"<table:table-row>{ods_cell('a')}{ods_cell('b')}</table:table-row>"
    assert values(read_sheet(ods_file(rows))) == [{1: "a", 2: "b"}]


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1048576">{ods_cell("a")}</table:table-row>' * 5,
        f"<table:table-row>{ods_cell('a', REPEATED)}</table:table-row>",
    ],
)
def test_an_open_document_with_endless_repetition_is_refused(rows: str) -> None:
    with pytest.raises(UnreadableError, match="reaches to row"):
        read_sheet(ods_file(rows))


def test_a_workbook_with_a_cell_in_the_last_corner_is_refused_early() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_file([("a",)]))) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename.endswith("sheet1.xml"):
                corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                data = data.replace(b"</sheetData>", corner)
            new.writestr(info, data)
    with pytest.raises(UnreadableError, match="reaches to row"):
        read_sheet(target.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no zip at all",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        xlsx_file([("a",)])[:900],
        ods_file("")[:200],
        ods_file("<table:table-row>"),
    ],
    ids=["no zip", "Excel 97", "cut workbook", "cut document", "open row"],  # the bytes hold the time
)
def test_broken_workbooks_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_sheet(data)


def test_a_zip_that_expands_too_far_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    with pytest.raises(UnreadableError, match="expands"):
        read_sheet(target.getvalue())


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_text_in_any_encoding_and_with_any_separator(encode: Callable[[str], bytes], separator: str) -> None:
    text = csv_file([("Nombre", "Año"), ("Núñez", "1,5" if separator != "," else "1.5"), ("x", "")], separator).decode()
    sheet = read_sheet(encode(text))
    assert values(sheet)[:2] == [{1: "Nombre", 2: "Año"}, {1: "Núñez", 2: "1.5" if separator == "," else "1,5"}]


def test_text_in_an_encoding_other_than_windows_1252_is_read() -> None:
    text = "Имя;Фамилия;Компания\nАнна;Смирнова;Рога и копыта\nПётр;Иванов;Завод\n" * 20
    assert values(read_sheet(text.encode("koi8-r")))[0][1]
    assert len(values(read_sheet(text.encode("cp1251")))[0]) == 3


def test_a_first_line_can_name_the_separator() -> None:
    sheet = read_sheet(b'"sep=;"\r\na,b;c\r\n"d;e";f\r\n')
    assert values(sheet) == [{1: "a,b", 2: "c"}, {1: "d;e", 2: "f"}]
    assert sheet.rows[0].number == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_can_end_in_any_way(ending: str) -> None:
    assert len(read_sheet(f"a;b{ending}c;d{ending}".encode()).rows) == 2


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"\x89PNG\r\n\x1a\n" + b"\x00" * 50]
)
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_sheet(data)


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(UnreadableError, match="cannot be read as a table"):
        read_sheet(b'a,b\n"' + b"x" * 200_000)


def test_a_table_in_html_with_spans_and_bold() -> None:
    page = (
        "<html><table><tr><th>From<th colspan=2>To<th>Type</tr>"
        "<tr><td>Anna &amp; Co<td colspan='x'><b>Bruno</b><br>B.</td><td></td><td>c</table></html>"
    )
    sheet = read_sheet(page.encode())
    assert values(sheet) == [{1: "From", 2: "To", 4: "Type"}, {1: "Anna & Co", 2: "Bruno B.", 4: "c"}]
    assert [cell.bold for cell in sheet.rows[1].cells.values()] == [False, True, False]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x00"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        read_sheet(data)


def test_a_file_over_the_limit_of_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chapterdesk.importers.reading.containers.MAX_BYTES", 1000)
    with pytest.raises(UnreadableError, match="larger than"):
        read_sheet(b"a;b\n" * 300)


def test_a_file_over_the_limit_of_rows_is_refused() -> None:
    assert len(read_sheet(b"a;b\n" * limits.MAX_ROWS).rows) == 20_000
    with pytest.raises(UnreadableError, match="more than 20000 rows"):
        read_sheet(b"a;b\n" * (limits.MAX_ROWS + 1))


def test_reading_that_takes_too_long_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", -1.0)
    with pytest.raises(UnreadableError, match="too long"):
        read_sheet(slips_file([]))


class CancellingProgress:
    """Progress that cancels at once."""

    def step(self, done: int, total: int, text: str = "") -> None:
        raise Cancelled((done, total, text))


@pytest.mark.parametrize(
    "data",
    [slips_file([]), xlsx_file([("a",)]), ods_file(""), b"<html></html>", b"a;b\n" * 2000],
    ids=["connect", "workbook", "open document", "page", "text"],
)
def test_reading_can_be_cancelled(data: bytes) -> None:
    with pytest.raises(Cancelled):
        read_sheet(data, CancellingProgress())


def test_hostile_texts_are_read_unchanged_without_control_characters() -> None:
    cells = [text.replace("\x00", "").replace("\x1f", "") for text in HOSTILE_TEXTS]
    sheet = read_sheet(Connect().line(cells).bytes())
    assert [cell.text for cell in sheet.rows[0].cells.values()] == cells
    assert values(read_sheet(csv_file([("a", "b"), ("a\x00b\x1fc", "d")]))) == [{1: "a", 2: "b"}, {1: "abc", 2: "d"}]


def test_merged_labels_do_not_shift_neighbouring_cells() -> None:
    sheet = read_sheet(Connect().row({1: Wide("From:", 7), 9: Wide(DAY, 7)}).bytes())
    assert values(sheet) == [{1: "From:", 9: DAY}]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, None),
        ("", None),
        (" \x00 ", None),
        (True, "True"),
        (3, 3),
        (float("nan"), None),
        (1e308, None),
        (dt.datetime(2026, 2, 4, 7, 30), DAY),  # noqa: DTZ001 - as spreadsheets have it
        (DAY, DAY),
        (dt.time(7, 30), "07:30:00"),
    ],
)
def test_values_of_every_library_are_converted(value: object, kept: object) -> None:
    assert limits.as_value(value) == kept


def test_an_empty_first_sheet_is_skipped() -> None:
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet("Empty")
        second = book.add_worksheet("Full")
        second.write(0, 0, "a", book.add_format({"bold": True}))
        book.add_worksheet("Other").write(0, 0, "b")
    (row,) = read_sheet(target.getvalue()).rows
    assert row.cells == {1: Cell("a", bold=True)}


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no rows"):
        read_sheet(xlsx_file([]))
