"""The application's style sheet, made from the colours of one theme and the font sizes.

Controls are at least 32 px high, distances are multiples of 4 px, the focus is a ring of 2 px in the accent colour.
Widgets choose their look by dynamic properties: `role` (labels: title, section, strong, small, figure, eyebrow;
buttons: primary, quiet, link, danger, choice), `tone` (muted, neutral, good, warning, bad, accent), and others such as
`card`.
"""

from collections.abc import Callable, Mapping

from chapterdesk.paths import resources

_SHEET = """
* { outline: 0; }
QWidget { font-size: @body; color: {ink}; }
QMainWindow, QDialog, QWidget#screen, QWidget#ground { background: {ground}; }
QToolTip { background: {ink}; color: {ground}; border: 0; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: @title; font-weight: 600; }
QLabel[role="section"] { font-size: @section; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="small"] { font-size: @small; color: {muted}; }
QLabel[role="figure"] { font-size: @figure; font-weight: 600; }
QLabel[role="eyebrow"] { font-size: @small; font-weight: 600; color: {muted}; }
QLabel[tone="muted"] { color: {muted}; }
QLabel[tone="good"] { color: {good}; }
QLabel[tone="warning"] { color: {warning}; }
QLabel[tone="bad"] { color: {bad}; }
QLabel[tone="accent"] { color: {accent}; }
QLabel[tone="neutral"] { color: {neutral}; }
QLabel[badge="true"] { border-radius: 10px; padding: 2px 8px; font-size: @small; font-weight: 600;
    background: {neutral-soft}; color: {ink}; }
QLabel[badge="true"][tone="good"] { background: {good-soft}; color: {good}; }
QLabel[badge="true"][tone="warning"] { background: {warning-soft}; color: {warning}; }
QLabel[badge="true"][tone="bad"] { background: {bad-soft}; color: {bad}; }
QLabel[badge="true"][tone="accent"] { background: {accent-soft}; color: {accent}; }

QFrame[card="true"] { background: {raised}; border: 1px solid {line}; border-radius: 10px; }
QFrame[card="plain"] { background: {raised}; border: 0; border-radius: 10px; }
QFrame[rule="true"] { background: {line}; border: 0; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton { background: {raised}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
    padding: 0 13px; min-height: 30px; }
QPushButton:hover, QToolButton:hover { background: {hover}; }
QPushButton:pressed, QToolButton:pressed { background: {line}; }
QPushButton:focus, QToolButton:focus { border: 2px solid {accent}; padding: 0 12px; min-height: 28px; }
QPushButton:disabled, QToolButton:disabled { color: {muted}; background: {ground}; border-color: {line}; }
QPushButton:checked, QToolButton:checked { background: {accent-soft}; border-color: {accent}; color: {ink}; }
QPushButton[role="primary"] { background: {accent}; color: {on-accent}; border: 1px solid {accent}; font-weight: 600; }
QPushButton[role="primary"]:hover { background: {accent-strong}; border-color: {accent-strong}; }
QPushButton[role="primary"]:focus { border: 2px solid {ink}; }
QPushButton[role="primary"]:disabled { background: {line}; color: {muted}; border-color: {line}; }
QPushButton[role="quiet"], QToolButton { background: transparent; border: 1px solid transparent; padding: 0 9px; }
QToolButton { padding: 0 5px; }
QToolButton:disabled, QPushButton[role="quiet"]:disabled { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QToolButton:hover { background: {hover}; }
QPushButton[role="quiet"]:focus { border: 2px solid {accent}; padding: 0 8px; }
QToolButton:focus { border: 2px solid {accent}; padding: 0 4px; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: {accent}; padding: 0 5px;
    font-weight: 600; text-align: left; }
QPushButton[role="link"]:hover { color: {accent-strong}; background: {hover}; }
QPushButton[role="link"]:focus { border: 2px solid {accent}; padding: 0 4px; }
QPushButton[role="danger"] { color: {bad}; }
QPushButton[role="choice"] { background: {raised}; border: 1px solid {line}; border-radius: 10px; padding: 15px;
    text-align: left; }
QPushButton[role="choice"]:hover { border-color: {accent}; }
QPushButton[role="choice"]:focus { border: 2px solid {accent}; padding: 14px; }
QPushButton[role="quiet"]:checked, QToolButton:checked { background: {accent-soft}; border: 1px solid {accent-soft};
    font-weight: 600; }
QPushButton[role="quiet"]:checked:focus { border: 2px solid {accent}; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QComboBox {
    background: {raised}; color: {ink}; border: 1px solid {edge}; border-radius: 6px; padding: 0 9px;
    min-height: 30px; selection-background-color: {accent}; selection-color: {on-accent}; }
QLineEdit QToolButton, QLineEdit QToolButton:hover { min-height: 0; padding: 0; border: 0; background: transparent; }
QPlainTextEdit, QTextEdit { padding: 5px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QComboBox:focus {
    border: 2px solid {accent}; padding: 0 8px; min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid {accent}; padding: 4px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid {bad}; padding: 0 8px; min-height: 28px; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QTimeEdit:disabled {
    background: {ground}; color: {muted}; border-color: {line}; }
QLineEdit[bare="true"] { background: transparent; border: 1px solid transparent; }
QLineEdit[bare="true"]:hover { border-color: {edge}; }
QLineEdit[bare="true"]:focus { background: {raised}; border: 2px solid {accent}; }
QComboBox[bare="true"] { background: transparent; border: 1px solid transparent; }
QComboBox[bare="true"]:hover { border-color: {edge}; }
QComboBox[bare="true"]:focus { background: {raised}; border: 2px solid {accent}; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("@icons/@chevron-down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: {raised}; border: 1px solid {line}; padding: 4px;
    selection-background-color: {accent-soft}; selection-color: {ink}; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; border-radius: 4px; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button,
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: 0; width: 0; }

QPushButton[tall="true"], QToolButton[tall="true"], QLineEdit[tall="true"], QComboBox[tall="true"] { min-height: 38px; }
QPushButton[tall="true"]:focus, QToolButton[tall="true"]:focus, QLineEdit[tall="true"]:focus,
QComboBox[tall="true"]:focus, QLineEdit[tall="true"][wrong="true"] { min-height: 36px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; padding: 2px 4px; border: 2px solid transparent;
    border-radius: 6px; background: transparent; }
QCheckBox[tall="true"] { min-height: 32px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid {accent}; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator { width: 18px; height: 18px;
    border: 1px solid {edge}; background: {raised}; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: {accent}; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: {accent};
    border-color: {accent}; image: url("@icons/@check"); }
QRadioButton::indicator:checked { background: {accent}; border: 5px solid {accent-soft}; width: 10px; height: 10px; }

QTableView, QListView, QTreeView { background: {raised}; alternate-background-color: {raised}; border: 0;
    border-radius: 10px; selection-background-color: {accent-soft}; selection-color: {ink}; gridline-color: {line}; }
QTableView::item { border: 0; border-bottom: 1px solid {line}; padding: 0 10px; }
QTableView::item:selected { background: {accent-soft}; color: {ink}; }
QTableView::item:focus { background: {accent-soft}; color: {ink}; border: 2px solid {accent}; border-radius: 4px;
    padding: 0 8px; }
QListView::item { min-height: 36px; padding: 0 10px; border-radius: 6px; }
QListView::item:hover { background: {hover}; }
QListView::item:selected { background: {accent-soft}; color: {ink}; }
QHeaderView { background: {raised}; border: 0; border-top-left-radius: 10px; border-top-right-radius: 10px; }
QHeaderView::section { background: {raised}; color: {muted}; font-size: @small; font-weight: 600; border: 0;
    border-bottom: 1px solid {edge}; padding: 0 13px; min-height: 34px; }
QHeaderView::section:hover { color: {ink}; }
QTableCornerButton::section { background: {raised}; border: 0; }

QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: {edge}; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: {raised}; border: 1px solid {line}; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: {accent-soft}; color: {ink}; }
QMenu::item:disabled { color: {muted}; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }

QProgressBar { background: {line}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QSplitter::handle { background: transparent; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent; padding: 6px 12px;
    color: {muted}; }
QTabBar::tab:selected { color: {ink}; border-bottom: 2px solid {accent}; font-weight: 600; }
QTabBar::tab:focus { color: {accent}; }
QTabWidget::pane { border: 0; }

QWidget#sidebar { background: {sunken}; border-right: 1px solid {line}; }
QWidget#sidebar QPushButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
    text-align: left; padding: 0 9px; min-height: 34px; color: {ink}; }
QWidget#sidebar QPushButton:hover { background: {hover}; }
QWidget#sidebar QPushButton:focus { border: 2px solid {accent}; padding: 0 8px; min-height: 32px; }
QWidget#sidebar QPushButton[foot="true"] { color: {muted}; min-height: 30px; }
QWidget#sidebar QPushButton[foot="true"]:focus { min-height: 28px; }
QWidget#sidebar QPushButton:checked { background: {accent-soft}; font-weight: 600; color: {ink}; }
QWidget#sidebar QPushButton#chapter { font-weight: 600; min-height: 42px; }
QWidget#sidebar QPushButton#read-only { background: {warning-soft}; color: {warning}; font-weight: 600;
    min-height: 30px; }
QWidget#sidebar QPushButton#demo { background: {neutral-soft}; color: {ink}; min-height: 30px; }
QFrame#notice { background: {ink}; border-radius: 10px; }
QFrame#notice QLabel { color: {ground}; }
QFrame#notice QPushButton { background: transparent; color: {ground}; border: 1px solid {muted}; font-weight: 600; }
QFrame#notice QPushButton:hover { border-color: {ground}; }
QFrame#notice QPushButton:focus { border: 2px solid {ground}; padding: 0 12px; }
QFrame#standing { border: 0; border-bottom: 1px solid {line}; background: {warning-soft}; }
QFrame#standing[tone="bad"] { background: {bad-soft}; }
QFrame#standing[tone="accent"] { background: {accent-soft}; }
QFrame#popup { background: {raised}; border: 1px solid {edge}; border-radius: 12px; }
QFrame#popup QListView { background: transparent; }
QFrame#drop { border: 2px dashed {edge}; border-radius: 12px; background: {raised}; }
QFrame#drop[over="true"] { border-color: {accent}; background: {accent-soft}; }
QWidget#veil { background: rgba(0, 0, 0, 90); }
"""


def style_sheet(colours: Mapping[str, str], points: Callable[[str], float]) -> str:
    """Return the style sheet. `colours` gives the colour of each role; `points` gives its font size."""
    text = _SHEET
    for role, colour in colours.items():
        text = text.replace("{" + role + "}", colour)
    for role in ("figure", "title", "section", "body", "small"):
        text = text.replace(f"@{role}", f"{points(role)}pt")
    is_dark = colours["ground"] < "#8"  # #rrggbb with less than half of the red
    theme = "dark" if is_dark else "light"
    return (
        text.replace("@icons", (resources() / "icons").as_posix())
        .replace("@chevron-down", f"{theme}-chevron-down.svg")
        .replace("@check", f"{theme}-check.svg")
    )
