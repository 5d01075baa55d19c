"""The check of the catalogues finds what lupdate silently skips."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from chapterdesk.i18n import Language

ROOT = Path(__file__).resolve().parents[2]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "build" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module  # its dataclass looks its module up
    spec.loader.exec_module(module)
    return module


translations = _load()

NUMERUS = ' numerus="yes"'
GOOD = (
    ("Members", ("Miembros",)),
    ("Undo {what}", ("Deshacer: {what}",)),
    ("%n slip(s)", ("%n papeleta", "%n papeletas")),
)
SOURCE = """
a = tr("Members"); b = N_("Undo {what}")
c = tr("%n slip(s)", "", n)
d = tr(status.label)
"""


def _catalogue(messages: tuple[tuple[str, tuple[str, ...]], ...], state: str = "") -> str:
    rows = []
    for source, forms in messages:
        plural = source.startswith("%n")
        body = "".join(f"<numerusform>{form}</numerusform>" for form in forms) if plural else forms[0]
        rows.append(
            f"<message{NUMERUS if plural else ''}><source>{source}</source>"
            f"<translation{state}>{body}</translation></message>"
        )
    return f"<TS version='2.1' language='es_ES'><context><name></name>{''.join(rows)}</context></TS>"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small source tree whose translations are complete."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "one.py").write_text(SOURCE, "utf-8")
    folder = tmp_path / "resources" / "i18n"
    folder.mkdir(parents=True)
    (folder / "chapterdesk_es.ts").write_text(_catalogue(GOOD), "utf-8")
    (folder / "chapterdesk_en.ts").write_text(_catalogue((("%n slip(s)", ("%n slip", "%n slips")),)), "utf-8")
    return tmp_path


def test_complete_catalogues_have_no_fault(tree: Path) -> None:
    assert translations.check(tree) == []


def test_the_catalogues_of_the_program_are_complete() -> None:
    assert translations.check(ROOT) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('tr("New text")', "missing: 'New text'"),
        ('tr(f"Hello {name}")', "an f-string cannot be translated"),
        ('self.tr("Members")', "lupdate finds only the bare name tr()"),
        ('raise ChapterError("Members")', "the text of ChapterError() is not marked"),
        ('desk.change("Members")', "the text of change() is not marked"),
        ('Problem(1, "P", "Members")', "the text of Problem() is not marked"),
        ('tr("Members", "", 3)', "plural in only one"),
        ('tr("Members {0.name}")', "placeholders are plain names"),
    ],
)
def test_a_call_that_would_stay_untranslated_is_found(tree: Path, line: str, fault: str) -> None:
    with (tree / "src" / "one.py").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert any(fault in found for found in translations.check(tree))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Deshacer: {what}", "Deshacer: {que}", "other placeholders"),
        ("%n papeletas", "papeletas", "other placeholders"),
        ("Miembros", " Miembros", "other blanks"),
        ("<translation>Miembros", "<translation type='unfinished'>Miembros", "unfinished: 'Members'"),
        ("Miembros", "", "empty: 'Members'"),
        ("<source>Members", "<source>Membership", "no longer in the source: 'Membership'"),
    ],
)
def test_a_faulty_translation_is_found(tree: Path, old: str, new: str, fault: str) -> None:
    catalogue = tree / "resources" / "i18n" / "chapterdesk_es.ts"
    catalogue.write_text(catalogue.read_text("utf-8").replace(old, new), "utf-8")
    assert any(fault in found for found in translations.check(tree))


def test_a_singular_may_spell_out_the_number(tree: Path) -> None:
    catalogue = tree / "resources" / "i18n" / "chapterdesk_es.ts"
    catalogue.write_text(catalogue.read_text("utf-8").replace("%n papeleta<", "una papeleta<"), "utf-8")
    assert translations.check(tree) == []


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [("Gone", "Ya no", "not in chapterdesk_es.ts"), ("Members", "Miembros", "says the same")],
)
def test_an_overlay_holds_only_what_differs(tree: Path, source: str, target: str, fault: str) -> None:
    overlay = tree / "resources" / "i18n" / "chapterdesk_es_parents.ts"
    overlay.write_text(_catalogue(((source, (target,)),)), "utf-8")
    assert any(fault in found for found in translations.check(tree))


def test_update_collects_the_texts_of_the_source(tree: Path) -> None:
    with (tree / "src" / "one.py").open("a", encoding="utf-8") as file:
        file.write('tr("Added " "later", "button")\n')
    translations.update(tree)
    assert [fault for fault in translations.check(tree) if "missing" in fault] == []
    assert any("unfinished: 'Added later'" in fault for fault in translations.check(tree))


def test_update_keeps_texts_that_lupdate_would_put_into_a_context(tree: Path) -> None:
    """It takes `tr = context.tr` before `return tr(...)` for a call of context.tr."""
    with (tree / "src" / "one.py").open("a", encoding="utf-8") as file:
        file.write('def came(context):\n    tr = context.tr\n    return tr("Came")\n')
    catalogue = tree / "resources" / "i18n" / "chapterdesk_es.ts"
    translations.update(tree)
    assert translations.check(tree) == ["chapterdesk_es.ts: unfinished: 'Came'"]
    text = catalogue.read_text("utf-8")
    source = "<source>Came</source>"
    at = text.index('<translation type="unfinished">', text.index(source))
    catalogue.write_text(text[:at] + "<translation>Vino" + text[at + len('<translation type="unfinished">') :], "utf-8")
    assert translations.check(tree) == []
    translations.update(tree)
    assert translations.check(tree) == []


def test_texts_in_a_context_of_their_own_are_found(tree: Path) -> None:
    catalogue = tree / "resources" / "i18n" / "chapterdesk_es.ts"
    catalogue.write_text(catalogue.read_text("utf-8").replace("<name></name>", "<name>context</name>"), "utf-8")
    assert any("where nobody looks" in fault for fault in translations.check(tree))


@pytest.mark.parametrize("kind", ["parents", "cultural", "club"])
def test_associations_call_members_by_their_own_word(kind: str) -> None:
    assert Language("es").tr("Members") == "Miembros"
    assert Language("es", kind).tr("Members") == "Socios"
    assert Language("es", kind).tr("%n member(s)", "", 2) == "2 socios"
    assert Language("es", kind).tr("Present") == "Presente"
