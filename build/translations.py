"""The catalogues of resources/i18n: `update` brings them up to date with the source, `check` lists their faults.

    python build/translations.py update     collects the texts of src/ with lupdate
    python build/translations.py check      prints one line per fault; exit 1 when there is any

lupdate silently skips what it cannot read, so `check` reads the source on its own and compares. Overlays hold only
what differs for a kind of group; they are checked and never updated.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.etree.ElementTree import Element, indent, tostring

from defusedxml import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FULL, PLURALS = "es", "en"
MARKS = {"tr", "N_"}
# Calls whose text is shown later: a literal there must be marked with N_.
DEFERRED = {"ChapterError": 0, "Problem": 2, "change": 0}

Key: TypeAlias = tuple[str, str]  # source text, comment


@dataclass(frozen=True)
class Message:
    """One text of a catalogue: its translations (one, or a form per number) and whether they are finished."""

    source: str
    comment: str
    plural: bool
    state: str  # "" finished, else unfinished, obsolete, vanished
    forms: tuple[str, ...]


class Calls(ast.NodeVisitor):
    """Collects the texts of one module, and calls that lupdate or the translation cannot handle."""

    def __init__(self, path: Path, root: Path) -> None:
        self.where = path.relative_to(root).as_posix()
        self.texts: dict[Key, bool] = {}
        self.faults: list[str] = []
        self.visit(ast.parse(path.read_text("utf-8")))

    def visit_Call(self, node: ast.Call) -> None:
        """Collect the text of a call of tr() or N_(), or the reason why it cannot be translated."""
        self.generic_visit(node)
        bare = node.func.id if isinstance(node.func, ast.Name) else None
        name = bare or (node.func.attr if isinstance(node.func, ast.Attribute) else "")
        if name in DEFERRED and len(node.args) > DEFERRED[name] and _literal(node.args[DEFERRED[name]]):
            self._fault(node, f"the text of {name}() is not marked with N_()")
        if name not in MARKS or not node.args:
            return
        text = _literal(node.args[0])
        if isinstance(node.args[0], ast.JoinedStr):
            self._fault(node, "an f-string cannot be translated")
        elif text is not None and bare is None:
            self._fault(node, f"lupdate finds only the bare name {name}(), not x.{name}()")
        elif text is not None:
            comment = _literal(node.args[1]) if len(node.args) > 1 else ""
            if re.search(r"\{(?!\w+\})", text):
                self._fault(node, "placeholders are plain names in braces")
            self.texts[text, comment or ""] = len(node.args) > 2

    def _fault(self, node: ast.Call, text: str) -> None:
        self.faults.append(f"{self.where}:{node.lineno}: {text}")


def _literal(node: ast.expr) -> str | None:
    """Return the string literal of the source, or None when the text is made at run time."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else None


def calls(root: Path) -> tuple[dict[Key, bool], list[str]]:
    """Return the texts of src/, whether each is a plural, and the faults of the calls."""
    texts: dict[Key, bool] = {}
    faults: list[str] = []
    for path in sorted((root / "src").rglob("*.py")):
        module = Calls(path, root)
        texts.update(module.texts)
        faults.extend(module.faults)
    return texts, faults


def _root(catalogue: Path) -> Element:
    root = ElementTree.parse(catalogue).getroot()
    if root is None:
        raise ValueError(catalogue)
    return root


def messages(catalogue: Path) -> list[Message]:
    """Return the texts of a .ts file."""
    return [_message(node) for node in _root(catalogue).iter("message")]


def _message(node: Element) -> Message:
    found = node.find("translation")
    translation = Element("translation", type="unfinished") if found is None else found
    plural = node.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    comment = node.findtext("comment") or ""
    return Message(node.findtext("source") or "", comment, plural, translation.get("type", ""), tuple(forms))


def check(root: Path) -> list[str]:
    """Return one line for each fault of the calls in src/ and of the catalogues."""
    texts, faults = calls(root)
    folder = root / "resources" / "i18n"
    plurals: dict[Key, bool] = {key: plural for key, plural in texts.items() if plural}
    expected: dict[Key, bool]
    for code, expected in ((FULL, texts), (PLURALS, plurals)):
        base = folder / f"chapterdesk_{code}.ts"
        found = messages(base)
        faults.extend(_compare(base.name, expected, found))
        contexts = [node.text for node in _root(base).iter("name") if node.text]
        faults.extend(f"{base.name}: texts in the context {name}, where nobody looks" for name in contexts)
        for overlay in sorted(folder.glob(f"chapterdesk_{code}_*.ts")):
            words = messages(overlay)
            faults.extend(_faults_of(overlay.name, words))
            known = {(message.source, message.comment): message for message in found}
            for word in words:
                below = known.get((word.source, word.comment))
                if below is None:
                    faults.append(f"{overlay.name}: not in {base.name}: {word.source!r}")
                elif below.forms == word.forms:
                    faults.append(f"{overlay.name}: says the same as {base.name}: {word.source!r}")
    return faults


def _compare(name: str, expected: dict[Key, bool], found: list[Message]) -> Iterator[str]:
    """Yield the differences between the texts of the source and of a catalogue, and the faults of the catalogue."""
    have = {(message.source, message.comment): message.plural for message in found}
    for key in sorted(expected.keys() - have.keys()):
        yield f"{name}: missing: {key[0]!r}" + (f" ({key[1]})" if key[1] else "")
    for key in sorted(have.keys() - expected.keys()):
        yield f"{name}: no longer in the source: {key[0]!r}"
    for key in sorted(have.keys() & expected.keys()):
        if have[key] != expected[key]:
            yield f"{name}: plural in only one of source and catalogue: {key[0]!r}"
    yield from _faults_of(name, found)


def _faults_of(name: str, found: list[Message]) -> Iterator[str]:
    """Yield the faults of translations: unfinished, empty, twice, other placeholders, other blanks at the ends."""
    seen: set[Key] = set()
    for message in found:
        key = (message.source, message.comment)
        if key in seen:
            yield f"{name}: twice: {message.source!r}"
        seen.add(key)
        if message.state or not all(message.forms):
            yield f"{name}: {message.state or 'empty'}: {message.source!r}"
            continue
        for form in message.forms:
            if _placeholders(form) != _placeholders(message.source) and not _number_in_words(message, form):
                yield f"{name}: other placeholders: {message.source!r} → {form!r}"
            if _outer_blanks(form) != _outer_blanks(message.source):
                yield f"{name}: other blanks at the ends: {message.source!r} → {form!r}"


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%n", text))


def _outer_blanks(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def _number_in_words(message: Message, form: str) -> bool:
    """Return whether `form` is the singular of a plural that spells out "one" instead of %n."""
    return message.plural and form == message.forms[0] and _placeholders(message.source) - _placeholders(form) == {"%n"}


def update(root: Path) -> None:
    """Update the two catalogues from the source; texts that are no longer there are removed."""
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    flags = ["-silent", "-no-obsolete", "-sort-messages", "-locations", "none", "-extensions", "py"]
    flags += ["-disable-heuristic", "similartext", "-tr-function-alias", "tr+=N_"]
    for code, more in ((FULL, []), (PLURALS, ["-pluralonly"])):
        catalogue = root / "resources" / "i18n" / f"chapterdesk_{code}.ts"
        before = _translations(_root(catalogue)) if catalogue.exists() else {}
        subprocess.run([tool, *flags, *more, root / "src", "-ts", catalogue], check=True)
        _into_one_context(catalogue, before)


def _into_one_context(catalogue: Path, before: dict[Key, Element]) -> None:
    """Move all texts into the unnamed context, with their translations of `before`.

    The program uses only this context. lupdate takes `tr = context.tr` followed by `return tr("…")` for a call of
    context.tr, and makes a context for it.
    """
    root = _root(catalogue)
    contexts = list(root.iter("context"))
    if len(contexts) < 2:
        return
    texts: dict[Key, Element] = {}
    for message in root.iter("message"):
        known = before.get(_key(message))
        translation = message.find("translation")
        if known is not None and translation is not None and translation.get("type"):
            message.remove(translation)
            message.append(known)
        texts.setdefault(_key(message), message)
    for context in contexts[1:]:
        root.remove(context)
    for message in contexts[0].findall("message"):
        contexts[0].remove(message)
    contexts[0].extend(texts[key] for key in sorted(texts))
    indent(root, "    ")
    body = tostring(root, encoding="unicode", short_empty_elements=False)
    body = re.sub("^    ", "", body, flags=re.MULTILINE)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    catalogue.write_text(head + body + "\n", "utf-8", newline="\n")


def _translations(root: Element) -> dict[Key, Element]:
    """Return the finished translations of a catalogue."""
    found: dict[Key, Element] = {}
    for message in root.iter("message"):
        translation = message.find("translation")
        if translation is not None and not translation.get("type"):
            found[_key(message)] = translation
    return found


def _key(message: Element) -> Key:
    return message.findtext("source") or "", message.findtext("comment") or ""


def main(arguments: list[str]) -> int:
    """Run one of the two commands; return the exit code."""
    if arguments == ["update"]:
        update(ROOT)
        return 0
    if arguments == ["check"]:
        faults = check(ROOT)
        print(*faults, sep="\n", end="\n" if faults else "")
        print(f"{len(faults)} faults in the translations" if faults else "The translations are complete.")
        return 1 if faults else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
