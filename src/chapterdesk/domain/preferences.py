"""The preferences of the director: language, theme, text size, and the idle time before the window locks.

A preference is a field of Settings made with `preference`; the Settings screen is made from these fields.
"""

from dataclasses import dataclass, field
from typing import Any

from chapterdesk.domain.text import N_


def preference(label: str, default: Any, choices: tuple[tuple[Any, str], ...]) -> Any:
    """Return a dataclass field that the Settings screen shows with `label` and the choices (value, label)."""
    return field(default=default, metadata={"label": label, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """The current preferences. `language` "" means that of the system."""

    language: str = preference(
        N_("Language"), "", (("", N_("As the system")), ("es", N_("Español")), ("en", N_("English")))
    )
    theme: str = preference(
        N_("Theme"),
        "system",
        (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
    )
    text_size: int = preference(
        N_("Text size"),
        100,
        ((90, N_("Small")), (100, N_("Normal")), (115, N_("Large")), (130, N_("Very large"))),
    )
    lock_after: int = preference(
        N_("Lock after a pause of"),
        10,
        (
            (0, N_("Never")),
            (2, N_("2 minutes")),
            (5, N_("5 minutes")),
            (10, N_("10 minutes")),
            (30, N_("30 minutes")),
        ),
    )
