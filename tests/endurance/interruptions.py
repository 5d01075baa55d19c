"""Starts the process that interrupts operations, and collects its reports."""

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
    """All faults, with the interrupted operations."""
    return [
        f"{report['operation']} ({'encrypted' if report['encrypted'] else 'plain'}): {text}"
        for report in reports
        for text in report["wrong"]
    ]


def named_points() -> set[str]:
    """The names of all crash points of the program: literals, and those that begin with an area."""
    names: set[str] = set()
    areas: set[str] = set()
    for module in PACKAGE.rglob("*.py"):
        tree = ast.parse(module.read_text("utf-8"))
        known = {
            target.id: str(node.value.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id == "crashpoint":
                    names.add(_text(node.args[0], known))
                elif node.func.id == "put_in_place":
                    areas.add(_text(node.args[2], known))
    assert "{area}" not in areas, "the area of put_in_place is a literal or a constant of the module"
    return {name.replace("{area}", area) for name in names for area in (areas if "{area}" in name else {""})}


def _text(told: ast.expr, known: dict[str, str]) -> str:
    """A text of the source: a literal, a constant of the module, or both in an f-string; else {area}."""
    if isinstance(told, ast.Constant):
        return str(told.value)
    if isinstance(told, ast.Name):
        return known.get(told.id, "{area}")
    if isinstance(told, ast.FormattedValue):
        return _text(told.value, known)
    assert isinstance(told, ast.JoinedStr), "a crash point is a literal or begins with an area"
    return "".join(_text(part, known) for part in told.values)
