"""The one command: it stops at the first thing that is not as it should be, and nothing of before is taken for new."""

from pathlib import Path

import pytest
from build.commands import BuildError

from build import environments, package
from tests.build.bundles import put


def test_after_a_failure_no_older_package_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_name: str, _work: Path) -> Path:
        raise BuildError("no network")

    monkeypatch.setattr(environments, "refuse_static_python", lambda: None)
    monkeypatch.setattr(environments, "environment", fail)
    old = put(tmp_path / "packages" / "ChapterDesk-0.0.1.tar.xz")
    with pytest.raises(BuildError, match="no network"):
        package.package(tmp_path / "work", old.parent)
    assert not old.exists()
