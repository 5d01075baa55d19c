"""The parts of screens, such as fields, buttons and cards: `from chapterdesk.ui.widgets import Card, PersonEdit`."""

from chapterdesk.ui.widgets.buttons import (
    BoxWords,
    Button,
    DangerButton,
    FittingButton,
    FittingPrimaryButton,
    FittingQuietButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    TickBox,
)
from chapterdesk.ui.widgets.cards import Card, DetailCard, EmptyState, Rule, TallColumn, scrolled
from chapterdesk.ui.widgets.choices import Choice, Segments
from chapterdesk.ui.widgets.fields import DateEdit, FieldError, LineEdit, SearchEdit, TextArea, TimeEdit
from chapterdesk.ui.widgets.labels import FittingLabel, badge, label, lines_of, picture, set_tone
from chapterdesk.ui.widgets.passphrases import NewPassphrase, PassphraseEdit
from chapterdesk.ui.widgets.person_field import PersonEdit

__all__ = [
    "BoxWords",
    "Button",
    "Card",
    "Choice",
    "DangerButton",
    "DateEdit",
    "DetailCard",
    "EmptyState",
    "FieldError",
    "FittingButton",
    "FittingLabel",
    "FittingPrimaryButton",
    "FittingQuietButton",
    "IconButton",
    "LineEdit",
    "LinkButton",
    "NewPassphrase",
    "PassphraseEdit",
    "PersonEdit",
    "PrimaryButton",
    "QuietButton",
    "Rule",
    "SearchEdit",
    "Segments",
    "TallColumn",
    "TextArea",
    "TickBox",
    "TimeEdit",
    "badge",
    "label",
    "lines_of",
    "picture",
    "scrolled",
    "set_tone",
]
