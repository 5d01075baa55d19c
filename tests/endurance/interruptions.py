"""Starts the process that interrupts operations, and adds up what it tells."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import chapterdesk
from tests.endurance.children import ROOT

SOURCE = Path(__file__).with_name("failing_disk.c")
PACKAGE = Path(chapterdesk.__file__).parent


def compiled(folder: Path) -> Path:
    """The failing disk as a library, made by the system's compiler."""
    library = folder / "failing_disk.so"
    compiler = shutil.which("cc") or "cc"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, SOURCE, "-ldl"], check=True
    )
    return library


def interrupt(how: str, *arguments: object, library: Path | None = None) -> list[dict[str, Any]]:
    """Run tests.endurance.interrupting and return its reports."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    if library is not None:
        environment["LD_PRELOAD"] = str(library)
    command = [sys.executable, "-m", "tests.endurance.interrupting", how, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def wrong(reports: Iterable[dict[str, Any]]) -> list[str]:
    """All that was wrong, with what was interrupted."""
    return [
        f"{report['operation']} ({'encrypted' if report['encrypted'] else 'plain'}): {text}"
        for report in reports
        for text in report["wrong"]
    ]


def named_points() -> set[str]:
    """The names of all crash points of the program: literals, and those that are put together from an area."""
    names, patterns, areas = set(), set(), set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            if called == "crashpoint":
                (told,) = node.args
                if isinstance(told, ast.Constant):
                    names.add(str(told.value))
                else:
                    patterns.add(_pattern(told))
            elif called == "put_in_place":
                area = node.args[2] if len(node.args) > 2 else node.keywords[0].value
                assert isinstance(area, ast.Constant), f"{module.name}: the area of put_in_place is no literal"
                areas.add(str(area.value))
    return names | {pattern.format(area=area) for pattern in patterns for area in areas}


def _pattern(told: ast.expr) -> str:
    """The text of an f-string whose one value is the area."""
    assert isinstance(told, ast.JoinedStr), "a crash point is a literal or begins with an area"
    return "".join(part.value if isinstance(part, ast.Constant) else "{area}" for part in told.values)  # type: ignore[misc]
