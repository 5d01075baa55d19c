"""How the program looks: fonts, colours and icons by role, and one style sheet for each theme.

app.py makes one Style and the Context holds it; after a new theme or text size it is applied again and the window
rebuilds its screens.
"""

from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QScreen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from chapterdesk.paths import resources
from chapterdesk.ui.look.colours import colours, current_theme
from chapterdesk.ui.look.stylesheet import style_sheet

SIZES: Final[dict[str, float]] = {"figure": 2.1, "title": 1.75, "section": 1.3, "body": 1.0, "small": 0.9}
"""Font sizes by role, as multiples of the body size."""
SMALLEST_BODY: Final = 10.0
"""Points; a smaller system font (some Linux desktops: 9) is enlarged to it."""

SCHEMES: Final = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
"""Qt's names of the themes; any other theme is the system's."""


class Style(QObject):
    """The present look: theme, colours, fonts, icons."""

    changed = Signal()
    """The director or the system changed the look."""

    def __init__(self, theme: str = "system", text_size: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = theme
        self._text_size = text_size
        self._system_size = max(QGuiApplication.font().pointSizeF(), SMALLEST_BODY)
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float, int], QPixmap] = {}
        self._sources: dict[str, bytes] = {}
        self._drawn_ratios = self._ratios()
        self.theme = current_theme(theme)
        self._colours = colours(self.theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_added)

    def _system_changed(self) -> None:
        if self._choice == "system" and current_theme("system") != self.theme:
            self.apply()
            self.changed.emit()

    def choose(self, theme: str, text_size: int) -> None:
        """Set the theme ("system", "light" or "dark") and the text size in percent."""
        if (theme, text_size) == (self._choice, self._text_size):
            return
        self._choice, self._text_size = theme, text_size
        self.apply()
        self.changed.emit()

    def apply(self) -> None:
        """Set fonts, palette and style sheet of the application.

        Qt sets the colour scheme of the system's title bar and dialogs too, which would else keep the other theme.
        """
        QGuiApplication.styleHints().setColorScheme(SCHEMES.get(self._choice, Qt.ColorScheme.Unknown))
        self.theme = current_theme(self._choice)
        self._colours = colours(self.theme)
        self._icons.clear()
        self._pixmaps.clear()
        self._drawn_ratios = self._ratios()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setStyle("Fusion")
        app.setFont(self.font("body"))
        app.setPalette(self.palette())
        app.setStyleSheet(style_sheet(self._colours, self.points))

    def points(self, role: str = "body") -> float:
        """Return the size in points of a font role (SIZES)."""
        return round(self._system_size * self._text_size / 100 * SIZES[role], 1)

    def font(self, role: str = "body") -> QFont:
        """Return the font of a role, with figures of equal width."""
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(self.points(role))
        if role in ("title", "section", "figure"):
            font.setWeight(QFont.Weight.DemiBold)
        tag = QFont.Tag.fromString("tnum")
        if tag is not None:
            font.setFeature(tag, 1)
        return font

    def colour(self, role: str) -> QColor:
        """Return the colour of a role (colours.ROLES) in the present theme."""
        return QColor(self._colours[role])

    def palette(self) -> QPalette:
        """Return Qt's palette in the colours of the present theme."""
        palette = QPalette()
        role = QPalette.ColorRole
        for qt_role, name in (
            (role.Window, "ground"),
            (role.WindowText, "ink"),
            (role.Base, "raised"),
            (role.AlternateBase, "ground"),
            (role.Text, "ink"),
            (role.Button, "raised"),
            (role.ButtonText, "ink"),
            (role.BrightText, "bad"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on-accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.ToolTipBase, "ink"),
            (role.ToolTipText, "ground"),
            (role.PlaceholderText, "muted"),
            (role.Accent, "accent"),
            (role.Light, "raised"),
            (role.Midlight, "hover"),
            (role.Mid, "line"),
            (role.Dark, "edge"),
            (role.Shadow, "edge"),
        ):
            palette.setColor(qt_role, self.colour(name))
        for qt_role in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, qt_role, self.colour("muted"))
        return palette

    def icon(self, name: str, role: str = "ink", size: int = 20, *, gap: int = 0) -> QIcon:
        """Return a Lucide icon in the colour of a role, sharp on all screens, and pale when disabled.

        `gap` adds empty pixels at its right, because a style sheet cannot space icon and text.
        """
        key = (name, role, size, gap)
        if key not in self._icons:
            icon = QIcon()
            for ratio in self._ratios():
                enabled = self.pixmap(name, role, size, ratio, gap=gap)
                icon.addPixmap(enabled, QIcon.Mode.Normal)
                icon.addPixmap(enabled, QIcon.Mode.Selected)
                icon.addPixmap(self.pixmap(name, "edge", size, ratio, gap=gap), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    @staticmethod
    def _ratios() -> list[float]:
        return sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})

    def _screen_added(self, screen: QScreen) -> None:
        """Draw the icons again when a screen with another pixel ratio is connected."""
        if self._icons and screen.devicePixelRatio() not in self._drawn_ratios:
            self.apply()
            self.changed.emit()

    def pixmap(self, name: str, role: str = "ink", size: int = 20, ratio: float = 2.0, *, gap: int = 0) -> QPixmap:
        """Return a Lucide icon, `size` units wide, for a screen of a pixel ratio."""
        key = (name, role, size, ratio, gap)
        if key not in self._pixmaps:  # drawing one takes a millisecond, and lists paint many
            self._pixmaps[key] = self._draw(name, role, size, ratio, gap)
        return self._pixmaps[key]

    def _draw(self, name: str, role: str, size: int, ratio: float, gap: int) -> QPixmap:
        if name not in self._sources:
            self._sources[name] = (resources() / "icons" / f"{name}.svg").read_bytes()
        source = self._sources[name].replace(b"currentColor", self._colours[role].encode())
        source = source.replace(b'stroke-width="2"', b'stroke-width="1.75"')
        side = round(size * ratio)
        pixmap = QPixmap(side + round(gap * ratio), side)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
