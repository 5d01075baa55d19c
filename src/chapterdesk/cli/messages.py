"""The language of the command line: which one a run asks for, and argparse's own messages in it.

argparse writes its messages in English and has no public way to translate them. They are recognised here by their
form; a message that is not recognised is shown as it is.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.text import N_
from chapterdesk.i18n import Language

_FORMS: tuple[tuple[str, str], ...] = (
    (r"argument (?P<name>\S+): (?P<problem>.+)", N_("argument {name}: {problem}")),
    (r"the following arguments are required: (?P<names>.+)", N_("the following arguments are required: {names}")),
    (r"unrecognized arguments: (?P<names>.+)", N_("unrecognized arguments: {names}")),
    (r"expected one argument", N_("expected one argument")),
    (r"expected at least one argument", N_("expected at least one argument")),
    (
        r"invalid choice: (?P<word>.+) \(choose from (?P<choices>.+)\)",
        N_("invalid choice: {word} (choose from {choices})"),
    ),
    (r"invalid int value: (?P<word>.+)", N_("invalid int value: {word}")),
    (r"ignored explicit argument (?P<word>.+)", N_("ignored explicit argument {word}")),
)


def message_language(arguments: Sequence[str]) -> Language:
    """Return the language that --language asks for among `arguments`; English when there is none or an unknown one."""
    words = [part for word in arguments for part in word.split("=", 1)]
    asked = next((after for word, after in pairwise(words) if word == "--language"), "en")
    return Language(asked if asked in LANGUAGES else "en")


def translated(message: str, language: Language) -> str:
    """Return a message of argparse in a language; the problem inside it is translated too."""
    for form, text in _FORMS:
        if (found := re.fullmatch(form, message, re.DOTALL)) is not None:
            params = found.groupdict()
            if "problem" in params:
                params["problem"] = translated(params["problem"], language)
            return language.tr(text, **params)
    return message
