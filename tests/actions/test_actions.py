"""Rules of every action: the desk is its first argument, and it opens a change or calls an action that does."""

import ast
from pathlib import Path

import pytest

from chapterdesk import actions

OTHERS = ("__init__", "people")
"""People of other actions."""
MODULES = [path for path in Path(actions.__path__[0]).glob("*.py") if path.stem not in OTHERS]
FUNCTIONS = {
    f"{path.stem}.{node.name}": node
    for path in MODULES
    for node in ast.parse(path.read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_an_action_takes_the_desk_file_and_opens_a_change_of_it(name: str) -> None:
    function = FUNCTIONS[name]
    assert function.args.args[0].arg == "desk"
    assert ast.get_docstring(function)
    beside = {other.partition(".")[2] for other in FUNCTIONS if other != name}
    assert any(
        (isinstance(node, ast.Attribute) and node.attr == "change")
        or (isinstance(node, ast.Name) and node.id in beside)
        for node in ast.walk(function)
    ), "opens neither a change nor an action with one"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_an_action_is_tested_by_its_label(name: str) -> None:
    module, _, function = name.partition(".")
    assert function in (Path(__file__).parent / f"test_{module}.py").read_text("utf-8")
