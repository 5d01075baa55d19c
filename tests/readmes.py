"""The README files: where they are, how programs write tables into them, and which paths they name."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAIN = ROOT / "README.md"
OF_TESTS = ROOT / "tests" / "README.md"
OF_BUILD = ROOT / "build" / "README.md"
ROOTS = (ROOT, ROOT / "src" / "chapterdesk")
"""Paths in a README are below one of these, or below the folder of that README."""

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PATH = re.compile(r"(?!\.{0,2}/)(?:(?:[\w.-]+/)+[\w.-]*|\w[\w.-]*\.(?:py|md|toml|sh|png|c))")
_PLACEHOLDER = re.compile(r"[A-Z]+(?:\.\w+)?$")
_BRANCH = re.compile(r"^( *)((?:[\w.]+/)*[\w.]+(?:/|\.py|\.toml))(?: |$)")


def replace_between(readme: Path, mark: str, text: str) -> None:
    """Replace the text between the markers <!-- mark --> and <!-- /mark -->.

    Raises ValueError when the file does not have each of the two markers once.
    """
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    head, rest = readme.read_text("utf-8").split(begin)
    _, tail = rest.split(end)
    readme.write_text(f"{head}{begin}\n{text}\n{end}{tail}", "utf-8", newline="\n")


def between(readme: Path, mark: str) -> str:
    """Return the text between the two markers."""
    return readme.read_text("utf-8").split(f"<!-- {mark} -->")[1].split(f"<!-- /{mark} -->")[0]


def paths_named(text: str) -> set[str]:
    """Return the paths that a README names: in code spans, links and the tree of the map.

    A placeholder in capitals is left out: of `reports/NAME.py` the folder is returned.
    """
    prose = _FENCED.sub("", text)
    words = [word.partition("::")[0] for span in _SPAN.findall(prose) for word in span.split()]
    named = {word for word in words if _PATH.fullmatch(word)} | set(_LINK.findall(prose))
    for block in _FENCED.findall(text):
        named |= set(_paths_of_tree(block))
    return {_without_placeholder(path) for path in named}


def _without_placeholder(path: str) -> str:
    *folders, last = path.rstrip("/").split("/")
    is_placeholder = folders and _PLACEHOLDER.match(last) and last not in ("README.md", "CHANGELOG.md")
    return "/".join(folders) if is_placeholder else path


def _paths_of_tree(block: str) -> Iterator[str]:
    """Yield the paths of a tree that is drawn by indentation, four spaces for each level."""
    folders: list[str] = []
    for line in block.splitlines():
        if (found := _BRANCH.match(line)) is None:
            continue
        level = len(found[1]) // 4
        folders[level:] = [found[2].rstrip("/")]
        yield "/".join(folders)
