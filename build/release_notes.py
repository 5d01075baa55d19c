"""Prints the changelog of a version, for the page of the release: `python build/release_notes.py 1.2.0`."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from build import product  # noqa: E402 - the root of the tree must be on the path first

CHANGELOG = product.RESOURCES / "CHANGELOG.md"
HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - \d{4}-\d{2}-\d{2})?[ \t]*$", re.MULTILINE)
LINKS = re.compile(r"^\[[^\]]+\]: \S+$\n?", re.MULTILINE)
"""The lines at the end of a changelog with the links of its headings."""


class NotesError(Exception):
    """There are no notes to print; the text is one line for the person who releases."""


def notes(changelog: str, version: str) -> str:
    """Return the text below the heading of a version, in Markdown; raises NotesError when there is none."""
    headings = list(HEADING.finditer(changelog))
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        if heading["version"] == version:
            text = LINKS.sub("", changelog[heading.end() : after.start() if after else None]).strip()
            if not text:
                raise NotesError(f"The section [{version}] of the changelog is empty")
            return text + "\n"
    raise NotesError(f"The changelog has no section [{version}]: give [Unreleased] this name and the date")


def check_tag(tag: str, version: str) -> None:
    """Raise NotesError unless the tag is that of the version of the program."""
    if tag != f"v{version}":
        raise NotesError(f"The tag {tag} is not v{version}: src/chapterdesk/__init__.py says which version this is")


def main(arguments: list[str]) -> int:
    """Print the notes of a version, or of the version of a tag after checking it; return the exit code."""
    if len(arguments) != 1:
        print("usage: python build/release_notes.py VERSION | vVERSION", file=sys.stderr)
        return 2
    word = arguments[0]
    try:
        if word.startswith("v"):
            check_tag(word, product.version())
        text = notes(CHANGELOG.read_text(encoding="utf-8"), word.removeprefix("v"))
    except NotesError as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
