"""The changelog of the product, read from its text, in the form of Keep a Changelog.

`## [1.2.0] - 2026-11-25`, `### Added`, `- **What it is about.** What it does.`
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_RELEASE = re.compile(r"## \[(?P<name>[^\]]+)\](?:\s+-\s+(?P<date>\d{4}-\d\d-\d\d))?\s*")
_VERSION = re.compile(r"\d+(\.\d+)+")
_LEAD = re.compile(r"\*\*(?P<title>[^*]+?)\.?\*\*\s*(?P<text>.*)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class ChangelogEntry:
    """One change: its subject ("" when the entry has none) and its description."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind, under the heading of the file, such as "Added"."""

    heading: str
    entries: tuple[ChangelogEntry, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One version and its day. The unreleased section has neither; it describes the running program."""

    version: str
    date: dt.date | None
    groups: tuple[Group, ...]


def parse(text: str) -> tuple[Release, ...]:
    """Return the releases of a changelog in order; text outside of entries is ignored."""
    releases: list[tuple[str, dt.date | None, list[tuple[str, list[str]]]]] = []
    open_entry = False
    for line in text.splitlines():
        groups = releases[-1][2] if releases else []
        if found := _RELEASE.fullmatch(line):
            date = dt.date.fromisoformat(found["date"]) if found["date"] else None
            releases.append((found["name"] if _VERSION.match(found["name"]) else "", date, []))
        elif line.startswith("### ") and releases:
            groups.append((line.removeprefix("### ").strip(), []))
        elif line.startswith("- ") and groups:
            groups[-1][1].append(line.removeprefix("- ").strip())
        elif line.startswith("  ") and open_entry:
            groups[-1][1][-1] += " " + line.strip()
            continue
        open_entry = line.startswith("- ") and bool(groups)
    read = (Release(version, date, _filled(groups)) for version, date, groups in releases)
    return tuple(release for release in read if release.groups)


def _filled(groups: list[tuple[str, list[str]]]) -> tuple[Group, ...]:
    return tuple(Group(heading, tuple(map(_entry, entries))) for heading, entries in groups if entries)


def _entry(line: str) -> ChangelogEntry:
    lead = _LEAD.fullmatch(line)
    return ChangelogEntry(_plain(lead["title"]), _plain(lead["text"])) if lead else ChangelogEntry("", _plain(line))


def _plain(text: str) -> str:
    return _LINK.sub(r"\1", text).replace("**", "").replace("`", "")


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared: "1.10.0rc1" is (1, 10, 0); () when it contains no number."""
    return tuple(_numbers(version))


def _numbers(version: str) -> Iterator[int]:
    for part in version.split("."):
        found = re.match(r"\d+", part)
        if found is None:
            return
        yield int(found[0])
        if found[0] != part:
            return
