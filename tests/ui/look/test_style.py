"""The look: contrast of the colours of the table, both themes, icons that exist and are used."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from chapterdesk.paths import resources
from chapterdesk.ui.look.colours import GROUNDS, TEXTS, Theme, colours
from chapterdesk.ui.look.style import SIZES, Style
from chapterdesk.ui.look.stylesheet import style_sheet
from chapterdesk.ui.widgets import Button, DateEdit, LineEdit, PrimaryButton
from chapterdesk.ui.widgets.context import Context

THEMES: tuple[Theme, ...] = ("light", "dark")


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of "#RRGGBB", as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(theme: Theme, ground: str, text: str) -> None:
    table = colours(theme)
    assert contrast(table[text], table[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on-accent", "accent"),
        ("on-accent", "accent-strong"),
        ("good", "good-soft"),
        ("warning", "warning-soft"),
        ("bad", "bad-soft"),
        ("ink", "neutral-soft"),
        ("accent", "accent-soft"),
        ("ground", "ink"),
        ("muted", "line"),
    ],
)
def test_words_on_coloured_grounds_can_be_read(theme: Theme, text: str, ground: str) -> None:
    table = colours(theme)
    assert contrast(table[text], table[ground]) >= 4.5


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_uses_only_roles_of_the_colour_table(theme: Theme) -> None:
    text = style_sheet(colours(theme), lambda role: SIZES[role] * 10)
    assert not re.findall(r"\{[a-z-]+\}|@\w+", text)


def test_the_title_bar_and_the_dialogs_of_the_system_are_of_the_theme(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Qt.ColorScheme] = []
    monkeypatch.setattr(QStyleHints, "setColorScheme", lambda _hints, scheme: told.append(scheme))
    style = Style("light")
    for theme in ("light", "dark", "system"):
        style.choose(theme, 100)
        style.apply()
    style.choose("light", 100)
    style.deleteLater()
    assert list(dict.fromkeys(told)) == [Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown]


def test_no_colour_is_defined_outside_the_table() -> None:
    folder = Path(__file__).parents[3] / "src" / "chapterdesk" / "ui"
    found = [
        f"{path.name}: {hit}"
        for path in folder.rglob("*.py")
        if path.name != "colours.py"
        for hit in re.findall(r"#[0-9A-Fa-f]{6}\b|QColor\(\d|GlobalColor\.(?!transparent)\w+", path.read_text("utf-8"))
    ]
    assert found == []


def test_every_icon_named_in_code_exists_and_none_is_unused() -> None:
    source = Path(__file__).parents[3] / "src" / "chapterdesk"
    code = "\n".join(path.read_text("utf-8") for path in source.rglob("*.py"))
    words = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', code))
    shipped = {path.stem for path in (resources() / "icons").glob("*.svg")}
    generic = {"light-check", "dark-check", "light-chevron-down", "dark-chevron-down", "chapterdesk"}
    named = set(re.findall(r'(?:icon\(|pixmap\(|icon=|icon = )\s*"([a-z0-9-]+)"', code))
    assert named <= shipped, "a named icon does not exist"
    assert shipped - generic <= words, "a shipped icon is unused"


def test_the_size_of_the_text_follows_the_preference(qapp: QApplication) -> None:
    style = Style("light", 100)
    before = style.points("body")
    style.choose("light", 130)
    assert style.points("body") == pytest.approx(before * 1.3, abs=0.06)
    assert style.points("title") > style.points("section") > style.points("body") > style.points("small")
    style.choose("light", 100)


def test_a_theme_applies_to_the_whole_program(qapp: QApplication) -> None:
    style = Style("dark")
    style.apply()
    told: list[int] = []
    style.changed.connect(lambda: told.append(1))
    assert qapp.palette().window().color() == style.colour("ground")
    dark = style.colour("ground").name()
    style.choose("light", 100)
    assert told == [1]
    assert qapp.palette().window().color().name() == style.colour("ground").name() != dark
    style.choose("light", 100)
    assert told == [1]


def test_icons_take_the_colour_of_their_role_and_are_sharp(style: Style) -> None:
    for ratio in (1.0, 1.5, 2.0):
        picture = style.pixmap("plus", "accent", 20, ratio)
        assert picture.width() == round(20 * ratio)
        image = picture.toImage()
        middle = image.pixelColor(image.width() // 2, image.height() // 2)
        wanted = style.colour("accent")
        assert abs(middle.red() - wanted.red()) + abs(middle.green() - wanted.green()) < 6
        assert abs(middle.blue() - wanted.blue()) < 6


def test_controls_are_high_enough_to_be_hit(style: Style, qtbot: QtBot, context: Context) -> None:
    for widget in (Button("Uno"), PrimaryButton("Dos"), LineEdit(), DateEdit(context), QPushButton("Tres")):
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() >= 32
