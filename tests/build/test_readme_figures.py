"""The figures of packages in build/README.md are the measured ones."""

import hashlib
from pathlib import Path

import pytest
from build.readme_figures import Figures

from build import package, product, readme_figures, sizes, version_resource
from tests.build.bundles import linux_bundle, put

START = {"bundle": 0.9, "source": 0.75, "ratio": 1.2}


def test_every_byte_of_a_bundle_belongs_to_a_part(tmp_path: Path) -> None:
    bundle = linux_bundle(tmp_path)
    put(bundle / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6", "12345")
    put(bundle / "_internal" / "PySide6" / "Qt" / "lib" / "libicudata.so.73", "123")
    put(bundle / "_internal" / "libz.so.1", "1")
    (bundle / "_internal" / "libQt6Core.so.6").symlink_to(bundle / "_internal" / "libz.so.1")
    found = sizes.sizes(bundle)
    assert found["Qt"] == 5
    assert found["ICU, the languages of the world in Qt"] == 3
    assert found["other libraries"] == 1
    files = [file for file in bundle.rglob("*") if file.is_file() and not file.is_symlink()]
    assert found.total() == sum(file.stat().st_size for file in files)
    assert sizes.megabytes(12_345_678) == "12.3 MB"


def test_the_largest_parts_are_named_and_the_others_added_up() -> None:
    parts = {f"part {number}": number * 1_000_000 for number in range(1, 9)}
    text = readme_figures.table([Figures("linux-x86_64", parts, 20_000_000, START)])
    assert "| linux-x86_64 | 20.0 MB | 36.0 MB | 900 ms : 750 ms = 1.20 × | 1.5 × | yes |" in text
    assert "part 8 8.0 MB; part 7 7.0 MB" in text
    assert text.endswith("part 3 3.0 MB; all else 3.0 MB.")


def test_a_slow_start_is_reported() -> None:
    slow = Figures("linux-x86_64", {}, 0, START | {"ratio": 1.51})
    assert not slow.quick
    assert "**no**" in readme_figures.table([slow])


def test_new_figures_replace_the_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = put(tmp_path / "README.md", f"a\n{readme_figures.BEGIN}\nold\n{readme_figures.END}\nb\n")
    monkeypatch.setattr(readme_figures, "README", readme)
    readme_figures.write(Figures("linux-x86_64", {"Qt": 1}, 1, START))
    text = readme.read_text("utf-8")
    assert text.startswith(f"a\n{readme_figures.BEGIN}\nMeasured on ")
    assert text.endswith(f"{readme_figures.END}\nb\n")
    assert "old" not in text


def test_readme_has_the_place_for_them() -> None:
    text = readme_figures.README.read_text("utf-8")
    assert text.count(readme_figures.BEGIN) == text.count(readme_figures.END) == 1


def test_checksums_are_those_of_the_packages(tmp_path: Path) -> None:
    put(tmp_path / "b.tar", "two")
    put(tmp_path / "a.json", "one")
    text = package.checksums(tmp_path).read_text("utf-8")
    one, two = (hashlib.sha256(data).hexdigest() for data in (b"one", b"two"))
    assert text == f"{one}  a.json\n{two}  b.tar\n"
    assert package.checksums(tmp_path).read_text("utf-8") == text


@pytest.mark.parametrize("version", ["1.20.3", "1.20.3rc1"])
def test_windows_gets_the_version_as_four_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr(product, "version", lambda: version)
    text = version_resource.write(tmp_path / "version.txt").read_text("utf-8")
    compile(text, "version.txt", "eval")
    assert "filevers=(1, 20, 3, 0)" in text
    assert f'StringStruct("ProductVersion", "{version}")' in text
