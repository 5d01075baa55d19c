"""The texts of the program: both languages, and the overlays of the kinds of group."""

from typing import Any, Final

from chapterdesk.domain.countries import LANGUAGES
from chapterdesk.domain.groups import GroupKind
from chapterdesk.i18n import Language, overlays
from chapterdesk.reports import reports
from chapterdesk.self_test.bench import TODAY, Bench, expect
from chapterdesk.ui.shell.window import screen_entries

SPANISH: Final = {"Members": "Miembros", "Settings": "Ajustes", "Reports": "Informes", "Undo": "Deshacer"}
OVERLAYS: Final = ("club", "cultural", "parents")
PLURAL: Final = "%n person(s) who had been erased stood in this file again; erased once more."


def run(_bench: Bench) -> dict[str, Any]:
    """Return the languages and the number of compared titles; fails when a Spanish text is still English."""
    languages = {
        code: {kind: Language(code, str(kind) if kind else None) for kind in (None, *GroupKind)} for code in LANGUAGES
    }
    spanish, english = languages["es"][None], languages["en"][None]
    for text, wanted in SPANISH.items():
        expect(spanish.tr(text) == wanted, f"“{text}” is “{spanish.tr(text)}” in Spanish")
        expect(english.tr(text) == text, f"“{text}” is “{english.tr(text)}” in English")
    titles = [one.title for one in screen_entries()] + [one.title for one in reports().values()]
    same = [title for title in titles if spanish.tr(title) == title]
    expect(not same, f"not in Spanish: {same}")
    expect("1 person " in english.tr(PLURAL, "", 1), "the plurals of English are missing")
    expect(overlays("es") == OVERLAYS, f"the kinds of group with words of their own are {overlays('es')}")
    for kind in OVERLAYS:
        word = languages["es"][GroupKind(kind)].tr(next(iter(SPANISH)))
        expect(word == "Socios", f"members of a {kind} are called {word}")
    expect(spanish.date(TODAY) == "5 de marzo de 2026", f"a day is {spanish.date(TODAY)} in Spanish")
    expect(english.date(TODAY) == "5 March 2026", f"a day is {english.date(TODAY)} in English")
    return {"languages": list(LANGUAGES), "kinds": len(GroupKind), "titles": len(titles)}
