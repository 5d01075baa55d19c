"""Exports: everything that can be exported is written as XLSX and CSV, in both languages, and read again."""

import datetime as dt
from typing import Any

from chapterdesk.domain.periods import Period
from chapterdesk.exporters import FORMATS, export, exporters
from chapterdesk.i18n import Language
from chapterdesk.importers.reading import read_sheet
from chapterdesk.self_test.bench import LANGUAGES, TODAY, Bench, expect
from chapterdesk.store.sqlite.file import DeskFile

DAYS = Period(TODAY - dt.timedelta(weeks=8), TODAY)
LEAST = 3
"""The least number of exporters."""


def run(bench: Bench) -> dict[str, Any]:
    """Return the number of lines of each file; fails when a file cannot be read, or two formats differ in length."""
    place = bench.place("exports")
    told: dict[str, Any] = {}
    with DeskFile.open(bench.copy_of_demo("exports"), read_only=True) as desk:
        expect(len(exporters()) >= LEAST, f"only {list(exporters())} can be exported")
        for name, exporter in exporters().items():
            lines = set()
            for code in LANGUAGES:
                for ending in FORMATS:
                    target = place / f"{name}-{code}.{ending}"
                    export(desk, 1, exporter, DAYS, Language(code), TODAY, target)
                    lines.add(len(read_sheet(target.read_bytes()).rows))
            expect(len(lines) == 1 and min(lines) > 1, f"{name} has {sorted(lines)} lines, by language and form")
            told[name] = lines.pop()
    return told
