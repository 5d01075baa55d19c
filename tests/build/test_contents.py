"""What ships of Qt is decided, plugin by plugin: anything new stops packaging."""

from pathlib import Path

import pytest

from build import contents
from tests.build.bundles import linux_bundle, put


def test_a_bundle_as_it_was_decided_has_no_surprises(tmp_path: Path) -> None:
    assert contents.surprises(linux_bundle(tmp_path), "linux") == []


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Qml.so.6", "the module QtQml is new"),
        ("_internal/libQt6Quick.so.6", "the module QtQuick is new"),
        ("_internal/PySide6/QtSql.abi3.so", "the module QtSql is new"),
        ("_internal/PySide6/QtCharts.pyd", "the module QtCharts is new"),
        ("_internal/PySide6/Qt6Qml.dll", "the module QtQml is new"),
        ("_internal/PySide6/Qt/lib/QtQuick.framework/QtQuick", "the module QtQuick is new"),
        ("_internal/PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "the plugin sqldrivers/qsqlite is new"),
        ("_internal/PySide6/plugins/imageformats/qtiff.dll", "the plugin imageformats/qtiff is new"),
        ("_internal/PySide6/Qt/translations/qt_de.qm", "the catalogue qt_de.qm is new"),
    ],
)
def test_anything_new_of_qt_is_named(tmp_path: Path, file: str, told: str) -> None:
    put(linux_bundle(tmp_path) / file)
    assert contents.surprises(tmp_path, "linux") == [told]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("plugins/platforms/libqxcb.so", "the plugin qxcb is missing"),
        ("translations/qtbase_es.qm", "the catalogue qtbase_es.qm is missing"),
    ],
)
def test_a_missing_necessary_file_is_reported(tmp_path: Path, file: str, told: str) -> None:
    (linux_bundle(tmp_path) / "_internal" / "PySide6" / "Qt" / file).unlink()
    assert contents.surprises(tmp_path, "linux") == [told]


def test_unused_files_are_removed_before_the_check(tmp_path: Path) -> None:
    qt = tmp_path / "PySide6" / "Qt"
    kept = [
        put(qt / "plugins" / "platforms" / "libqxcb.so"),
        put(qt / "translations" / "qtbase_es.qm"),
        put(tmp_path / "PySide6" / "QtCore.abi3.so"),
    ]
    put(qt / "plugins" / "platforms" / "libqvnc.so")
    put(qt / "plugins" / "sqldrivers" / "libqsqlmysql.so")
    put(qt / "translations" / "qt_de.qm")
    put(qt / "translations" / "qtwebengine_locales" / "de.pak")
    put(tmp_path / "PySide6" / "opengl32sw.dll")
    removed = contents.prune(tmp_path)
    assert sorted(file for file in tmp_path.rglob("*") if file.is_file()) == sorted(kept)
    assert "PySide6/Qt/plugins/sqldrivers/libqsqlmysql.so" in removed
    assert contents.prune(tmp_path) == []


def test_only_system_libraries_that_a_plain_desktop_may_lack_are_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert contents.ships("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert not contents.ships("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6")
    assert not contents.ships("libgtk-3.so.0", "/usr/lib64/libgtk-3.so.0")
    assert contents.ships("PySide6/Qt/lib/libQt6Core.so.6", "/somewhere/site-packages/PySide6/Qt/lib/libQt6Core.so.6")
    assert contents.ships("x.so", "/usr/lib/python3/dist-packages/x.so")
    monkeypatch.setattr("sys.platform", "win32")
    assert contents.ships("KERNEL32.dll", "/usr/lib/KERNEL32.dll")
