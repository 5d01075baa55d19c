"""The changelog as the window reads it, with the same content in both languages."""

import datetime as dt

import pytest

from chapterdesk.domain.changelog import ChangelogEntry, Group, Release, numbers, parse
from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.paths import resources
from chapterdesk.ui.shell.whats_new import changelog

TEXT = """# Changelog

Something about the form.
- no entry, for no release has begun

## [Unreleased]

## [1.10.0] - 2026-11-25

Words before the first group.

### Added

- **Backups.** Made when a changed file
  is closed, in `any` folder.
- One without a lead, see [the page](https://example.org/x).

    code that belongs to no entry

### Fixed

### Changed

- **What is bold** goes on **in** one line.

## [1.9.2] - 2026-10-01

### Added

- **First.**
"""


def test_releases_have_days_groups_and_entries() -> None:
    assert parse(TEXT) == (
        Release(
            "1.10.0",
            dt.date(2026, 11, 25),
            (
                Group(
                    "Added",
                    (
                        ChangelogEntry("Backups", "Made when a changed file is closed, in any folder."),
                        ChangelogEntry("", "One without a lead, see the page."),
                    ),
                ),
                Group("Changed", (ChangelogEntry("What is bold", "goes on in one line."),)),
            ),
        ),
        Release("1.9.2", dt.date(2026, 10, 1), (Group("Added", (ChangelogEntry("First", ""),)),)),
    )


@pytest.mark.parametrize("name", ["Unreleased", "Sin publicar"])
def test_an_unreleased_section_has_neither_version_nor_day(name: str) -> None:
    assert parse(f"## [{name}]\n\n### Added\n\n- **New.** Thing.\n") == (
        Release("", None, (Group("Added", (ChangelogEntry("New", "Thing."),)),)),
    )


@pytest.mark.parametrize("text", ["", "## [1.0.0]", "- alone", "### Added\n- alone", "  indented"])
def test_a_text_without_entries_has_no_releases(text: str) -> None:
    assert parse(text) == ()


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_language_has_the_same_news_as_english(code: str) -> None:
    assert (resources() / f"CHANGELOG.{code}.md").is_file()
    english, other = changelog("en"), changelog(code)

    def shape(releases: tuple[Release, ...]) -> list[tuple[str, dt.date | None, list[int]]]:
        return [(one.version, one.date, [len(group.entries) for group in one.groups]) for one in releases]

    assert shape(english) == shape(other)
    for release, same in zip(english, other, strict=True):
        for group, twin in zip(release.groups, same.groups, strict=True):
            assert group.heading != twin.heading
            assert [entry.text for entry in group.entries if entry in twin.entries] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_begins_with_what_it_is_about(code: str) -> None:
    entries = [entry for release in changelog(code) for group in release.groups for entry in group.entries]
    assert len(entries) >= 10
    assert [entry for entry in entries if not entry.title or not entry.text] == []
    assert [entry for entry in entries if set("*`[]_") & set(entry.title + entry.text)] == []


def test_a_language_without_a_changelog_reads_the_english_one() -> None:
    assert changelog("fr") == changelog("en")


def test_versions_are_compared_as_numbers() -> None:
    assert numbers("1.9.2") < numbers("1.10.0") < numbers("1.10.1")
    assert numbers("1.10.0rc1") == (1, 10, 0)
    assert numbers("") == numbers("unknown") == ()
