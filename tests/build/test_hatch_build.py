"""What a wheel, and so a package, holds of the resources: all that the program reads, and nothing else."""

from typing import Any

import pytest

from build import product

hatch_build = pytest.importorskip("build.hatch_build", reason="hatchling is not here")


def shipped(tmp: str) -> dict[str, str]:
    """Each place inside the package, with the file that goes there."""
    data: dict[str, Any] = {"force_include": {}}
    hook = hatch_build.CompileCatalogues(str(product.ROOT), {}, None, None, tmp, "wheel")
    hook.initialize("standard", data)
    return {place: source for source, place in data["force_include"].items()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return shipped(str(tmp_path_factory.mktemp("wheel")))


def test_the_licence_of_the_program_ships_from_its_one_source(wheel: dict[str, str]) -> None:
    assert wheel["chapterdesk/resources/licences/chapterdesk.txt"] == str(product.ROOT / "LICENSE")
    assert not (product.RESOURCES / "licences" / "chapterdesk.txt").exists()


def test_the_mark_and_the_news_ship_in_every_language(wheel: dict[str, str]) -> None:
    for name in ("brand/icon.svg", "brand/icon-small.svg", "CHANGELOG.md", "CHANGELOG.es.md", "i18n/chapterdesk_es.qm"):
        assert f"chapterdesk/resources/{name}" in wheel


def test_files_for_packages_and_readme_are_not_shipped(wheel: dict[str, str]) -> None:
    folders = {place.split("/")[2] for place in wheel}
    assert folders >= {"fonts", "icons", "i18n", "licences", "brand"}
    assert [
        place for place in wheel if "/screenshots/" in place or "/packaging/" in place or place.endswith(".ts")
    ] == []
