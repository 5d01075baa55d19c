"""The bundle: what it is dated by, and how two of them are held against each other."""

import shutil
import subprocess
from pathlib import Path

import pytest
from build.commands import BuildError

from build import bundle, product
from tests.build.bundles import linux_bundle, put


def test_two_bundles_of_the_same_bytes_do_not_differ(tmp_path: Path) -> None:
    one = linux_bundle(tmp_path / "one")
    (one / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    shutil.copytree(one, tmp_path / "two", symlinks=True)
    assert bundle.differences(one, tmp_path / "two") == []


def test_every_way_to_differ_is_found(tmp_path: Path) -> None:
    one, two = linux_bundle(tmp_path / "one"), linux_bundle(tmp_path / "two")
    put(one / "more")
    put(two / "chapterdesk", "#!/bin/sh\nexit 1\n")
    for place, target in ((one, "more"), (two, "chapterdesk")):
        (place / "link").symlink_to(target)
    (one / "kind").symlink_to("more")
    put(two / "kind")
    assert bundle.differences(one, two) == ["chapterdesk", "kind", "link", "more"]


def test_built_files_have_the_date_of_the_commit_or_the_given_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert bundle.fixed()["SOURCE_DATE_EPOCH"] == "1700000000"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(product, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(BuildError, match="set SOURCE_DATE_EPOCH"):
        bundle.source_date()


def test_git_checks_out_the_same_bytes_on_every_system(tmp_path: Path) -> None:
    """Git of Windows gives lines another end unless it is told not to: then a script does not start there."""
    shutil.copy(product.ROOT / ".gitattributes", tmp_path)
    put(tmp_path / "run").write_bytes(b"#!/bin/sh\nexit 0\n")
    git = ["git", "-c", "core.autocrlf=true", "-C", str(tmp_path)]
    for words in (["init", "-q"], ["add", "."], ["checkout-index", "--all", "--prefix=again/"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    assert (tmp_path / "again" / "run").read_bytes() == b"#!/bin/sh\nexit 0\n"
