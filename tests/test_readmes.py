"""The README files name only files and tests that exist, and README.md stays short."""

import re
from pathlib import Path

import pytest

from tests import readmes

MADE = {"dist/packages"}
"""Folders that a program makes, and that are not in the repository."""
PROMISE = re.compile(r"^\| .* \| `([a-z_/]+\.py)::(test_\w+)` \|$", re.MULTILINE)
FILES = (readmes.MAIN, readmes.OF_TESTS, readmes.OF_BUILD)


@pytest.mark.parametrize("readme", FILES, ids=lambda path: path.parent.name)
def test_every_path_that_a_readme_names_exists(readme: Path) -> None:
    named = readmes.paths_named(readme.read_text("utf-8")) - MADE
    assert len(named) > 5
    roots = (readme.parent, *readmes.ROOTS)
    assert [path for path in sorted(named) if not any((root / path).exists() for root in roots)] == []


def test_paths_are_found_in_code_spans_links_and_trees() -> None:
    text = """Run `python build/a.py update` with `--file x`, `/S` or `.pdf`;
see `b.toml`, `ui/screens/NAME/` and `es|en`.

![Picture](resources/c.png)

```
src/pkg/            the program
    __main__.py     the beginning
    low/            a folder
        inner/      the innermost
tests/              tests
chapterdesk import PATH
```
"""
    assert readmes.paths_named(text) == {
        "build/a.py",
        "b.toml",
        "ui/screens",
        "resources/c.png",
        "src/pkg",
        "src/pkg/__main__.py",
        "src/pkg/low",
        "src/pkg/low/inner",
        "tests",
    }


def test_every_promise_names_a_test_that_exists() -> None:
    promises = PROMISE.findall(readmes.OF_TESTS.read_text("utf-8"))
    assert len(promises) > 20
    folder = readmes.OF_TESTS.parent
    missing = [
        (file, name)
        for file, name in promises
        if not (folder / file).is_file() or f"def {name}(" not in (folder / file).read_text("utf-8")
    ]
    assert missing == []


def test_readme_is_short_enough_to_be_read() -> None:
    assert len(readmes.MAIN.read_text("utf-8").split()) <= 1500
