"""What the page of a release says is the section of the changelog, and a tag is the version of the program."""

import subprocess
import sys

import pytest
from build.release_notes import NotesError, check_tag, notes

from build import product, release_notes

CHANGELOG = """\
# Changelog

Words before.

## [Unreleased]

## [1.1.0] - 2027-01-09

### Added

- Contacts, in `vCard` [as it is](https://example.org).

### Fixed

- A ß.

## [1.0.0] - 2026-12-01

- The first.

[Unreleased]: https://example.org/compare/v1.1.0...HEAD
[1.0.0]: https://example.org/v1.0.0
"""


def test_the_section_of_a_version_is_the_text_between_two_headings() -> None:
    assert notes(CHANGELOG, "1.1.0") == (
        "### Added\n\n- Contacts, in `vCard` [as it is](https://example.org).\n\n### Fixed\n\n- A ß.\n"
    )


def test_the_last_section_ends_before_the_links() -> None:
    assert notes(CHANGELOG, "1.0.0") == "- The first.\n"


@pytest.mark.parametrize("version", ["1.0", "1.0.0.", "11.0", "1.1.0] - 2027-01-09", "2.0.0", ""])
def test_a_version_without_section_is_reported(version: str) -> None:
    with pytest.raises(NotesError, match="has no section"):
        notes(CHANGELOG, version)


def test_an_empty_section_is_reported() -> None:
    with pytest.raises(NotesError, match="empty"):
        notes(CHANGELOG, "Unreleased")


def test_a_tag_is_the_version_of_the_program() -> None:
    check_tag("v1.2.0", "1.2.0")
    for tag in ("1.2.0", "v1.2", "v1.2.0-1", "V1.2.0", "vv1.2.0"):
        with pytest.raises(NotesError, match="is not v1"):
            check_tag(tag, "1.2.0")


def test_the_changelog_of_the_product_is_written_in_this_form() -> None:
    text = release_notes.CHANGELOG.read_text(encoding="utf-8")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert len(release_notes.HEADING.findall(text)) == len(headings) > 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [([], 2, "usage"), (["0.0.99"], 1, "has no section [0.0.99]"), (["v0.0.99"], 1, "The tag v0.0.99 is not v")],
)
def test_the_command_says_in_one_line_what_is_wrong(arguments: list[str], code: int, said: str) -> None:
    script = product.ROOT / "build" / "release_notes.py"
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_command_prints_the_section(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert release_notes.main(["Unreleased"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"### Added")
