"""The rules that no linter checks: names, content and imports of modules, and what must have tests."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import grimp
import pytest

import chapterdesk

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(chapterdesk.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = Path(__file__).parent

LIMIT = 400
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|raise NotImplementedError|To be described|pragma: no cover)\b")
SAYS_LITTLE = re.compile(r"(Manager|Helper|Helpers|Utils|Util|Common|Handler)$|^_?Base[A-Z]")
DOCUMENTED = ("_exit", "_current_frames")
"""Names of os and sys that begin with an underscore but are documented."""
HEAVY = ("alembic", "reportlab", "xlsxwriter", "python_calamine", "xlrd", "rapidfuzz", "holidays")
HEAVY_TOO = ("keyring", "tqdm", "zxcvbn")


def names_of(module: Path) -> set[str]:
    """The names of the classes and functions that a module defines."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, kinds)}


def short(path: Path) -> str:
    """A path as the messages show it."""
    return path.relative_to(ROOT).as_posix()


def modules_of(package: str) -> list[str]:
    """The modules of a package that the registry discovers."""
    if package == "ui/screens":
        return sorted(path.parent.name for path in (PACKAGE / package).glob("*/__init__.py"))
    found = [path.stem for path in (PACKAGE / package).glob("*.py") if not path.stem.startswith("_")]
    attribute = {"reports": "REPORT", "importers": "IMPORTER", "exporters": "EXPORTER"}[package]
    return sorted(
        name
        for name in found
        if re.search(rf"^{attribute}\b.*=", (PACKAGE / package / f"{name}.py").read_text("utf-8"), re.MULTILINE)
    )


def loaded_by(code: str, watched: tuple[str, ...]) -> list[str]:
    """Run code in a fresh interpreter and return which of the watched modules it has loaded."""
    program = f"import sys\n{code}\nprint(*[name for name in {watched!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


def imports_of(*packages: str) -> str:
    """Code that imports every module of the packages."""
    files = [file for package in packages for file in sorted((PACKAGE / package).rglob("*.py"))]
    return "\n".join(
        "import " + ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for file in files
        if {"migrations", "paper"}.isdisjoint(file.parts)  # ReportLab is loaded by what draws with it
    )


def private_names(code: str) -> list[str]:
    """The private names of other objects that a test uses: as an attribute, in an import, or as a text."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                pass  # its own
            case ast.Attribute(attr=name):
                found.append((node.lineno, name))
            case ast.ImportFrom(names=names):
                found += [(node.lineno, one.name) for one in names]
            case ast.Call(func=ast.Name(id=by) | ast.Attribute(attr=by), args=args) if by.endswith("attr"):
                texts = [arg.value for arg in args[:2] if isinstance(arg, ast.Constant)]
                found += [(node.lineno, text.rpartition(".")[2]) for text in texts if isinstance(text, str)]
    private = re.compile("_(?!_)")
    return [f"{line}: {name}" for line, name in found if private.match(name) and name not in DOCUMENTED]


def test_a_module_holds_one_idea_in_at_most_400_lines() -> None:
    lengths = {short(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {name: length for name, length in lengths.items() if length > LIMIT} == {}


def test_nothing_is_left_unfinished() -> None:
    found = {short(module): UNFINISHED.findall(module.read_text("utf-8")) for module in MODULES}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_name_is_empty_of_meaning() -> None:
    named = {short(module): {*names_of(module), module.stem.title().replace("_", "")} for module in MODULES}
    assert {name: words for name, words in named.items() if any(map(SAYS_LITTLE.search, words))} == {}


def is_of_qt(name: str) -> bool:
    """Whether a method overrides one of Qt: it is in camelCase, or one of Qt's names with one word."""
    return name != name.lower() or name in {
        "data",
        "event",
        "flags",
        "paint",
        "sort",
        "validate",
        "fixup",
        "run",
        "index",
    }


def test_every_public_method_has_a_docstring() -> None:
    """Overrides of Qt do what Qt documents and need no docstring."""
    silent = {
        f"{short(module)}: {cls.name}.{method.name}"
        for module in MODULES
        for cls in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(cls, ast.ClassDef) and not cls.name.startswith("_")
        for method in cls.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
        if not is_of_qt(method.name) and ast.get_docstring(method) is None
        if not any(isinstance(one, ast.Name) and one.id == "overload" for one in method.decorator_list)
        if not any(isinstance(one, ast.Attribute) and one.attr == "setter" for one in method.decorator_list)
    }
    assert silent == set()


def circles() -> list[set[str]]:
    """The sets of modules that import each other in a circle, including imports for types and inside functions."""
    graph = grimp.build_graph("chapterdesk", exclude_type_checking_imports=False)
    below = {one: graph.find_downstream_modules(one) for one in graph.modules}  # who imports it, directly or indirectly
    found = {frozenset({one, *(other for other in below[one] if one in below[other])}) for one in graph.modules}
    return [{name.removeprefix("chapterdesk.") for name in one} for one in found if len(one) > 1]


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles() == []


def test_no_public_class_has_the_name_of_another() -> None:
    """Except for the Options of reports."""
    named = Counter(
        node.name
        for module in MODULES
        for node in ast.parse(module.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in named.items() if times > 1 and name != "Options"] == []


@pytest.mark.parametrize("package", ["ui", "store"])
def test_no_module_has_the_name_of_another_in_its_package(package: str) -> None:
    names = Counter(path.stem for path in (PACKAGE / package).rglob("*.py") if path.stem != "__init__")
    assert [name for name, count in names.items() if count > 1] == []


def test_no_table_widgets_and_no_designer_files() -> None:
    assert [short(module) for module in MODULES if "QTableWidget" in module.read_text("utf-8")] == []
    assert [short(path) for path in ROOT.glob("src/**/*.ui")] == []


def test_no_test_uses_a_private_name_of_another_object() -> None:
    found = {short(file): private_names(file.read_text("utf-8")) for file in TESTS.rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    [
        "desk._undo",
        "self.screen._meeting_id",
        "screen.strip()._recent.x",
        "from chapterdesk.i18n import _catalogue",
        "getattr(desk, '_undo')",
        "patch.setattr(desk, '_undo', 1)",
        "monkeypatch.setattr('chapterdesk.i18n._catalogue', 1)",
    ],
)
def test_the_use_of_a_private_name_is_noticed(code: str) -> None:
    assert len(private_names(code)) == 1
    assert private_names("self._x; cls._y; x.__class__; os._exit(1); x.y_; setattr(x, 'y', 1)") == []


def test_no_file_names_a_computer_or_a_private_address() -> None:
    """The repository is public, so it contains no paths of computers and no private addresses."""
    texts = [*MODULES, *TESTS.rglob("*.py"), *ROOT.glob("*/README.md"), ROOT / "README.md", ROOT / "pyproject.toml"]
    odd = re.compile(r"/(?:home|root|Users)/\w+/|https?://(?:localhost|10\.|192\.168\.)")
    assert [short(path) for path in texts if path != Path(__file__) and odd.search(path.read_text("utf-8"))] == []


def test_the_splash_stands_before_the_store_is_loaded() -> None:
    assert loaded_by("import chapterdesk.ui.startup", ("sqlalchemy", "sqlcipher3", "chapterdesk.store.tables")) == []


def test_the_command_line_loads_no_window() -> None:
    code = "import chapterdesk.__main__\n" + imports_of("cli")
    assert loaded_by(code, ("PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtPdf", "chapterdesk.ui")) == []


def test_packages_below_the_window_load_no_qt() -> None:
    code = imports_of("domain", "document", "store", "actions", "reports", "importers", "exporters")
    assert loaded_by(code, ("PySide6", "PySide6.QtCore")) == []


def test_the_session_knows_no_widget() -> None:
    watched = ("PySide6.QtGui", "PySide6.QtWidgets", "chapterdesk.ui.look", "chapterdesk.ui.widgets")
    assert loaded_by(imports_of("ui/session"), watched) == []


def test_heavy_libraries_are_loaded_only_when_used() -> None:
    code = imports_of("domain", "document", "store", "actions", "reports", "importers", "exporters", "cli")
    assert loaded_by(code, (*HEAVY, *HEAVY_TOO)) == []


def has_test(folder: str, package: str, name: str) -> bool:
    """Whether a test in a folder is named after a module or imports it."""
    files = list((TESTS / folder).rglob("test_*.py"))
    dotted = "chapterdesk." + package.replace("/", r"\.")
    imported = re.compile(rf"{dotted}(\.{name}\b| import [^\n]*\b{name}\b)")
    return any(file.stem == f"test_{name}" or imported.search(file.read_text("utf-8")) for file in files)


def opens_changes(module: str) -> int:
    """How often a module opens a change of a desk file: `desk.change(…)`, wherever the desk comes from."""
    return sum(
        isinstance(node, ast.Attribute) and node.attr in ("change", "change_unlogged")
        for node in ast.walk(ast.parse(module))
    )


NAMES_KINDS = {
    "domain/slips.py": "the kinds are defined there, each with all that sets it apart",
    "demo/exchange.py": "members of the demo do each kind for a reason of its own",
    "ui/screens/today/today_cards.py": "Today shows the figures of three kinds and leads to them",
}
"""The modules that name single kinds of slip, with the reason; every other one reads their definitions."""


def names_a_kind(module: str) -> bool:
    """Tell whether the text of a module names one kind of slip, as `SlipKind.REFERRAL`."""
    return any(
        isinstance(node, ast.Attribute) and node.attr.isupper() and ast.unparse(node.value).endswith("SlipKind")
        for node in ast.walk(ast.parse(module))
    )


def test_a_kind_of_slip_is_told_by_its_definition_and_not_by_its_name() -> None:
    """The definition says all of a kind; besides, only the choices of two reports have a line for each kind."""
    assert names_a_kind("if row.kind is slips.SlipKind.REFERRAL:\n    pass\n")
    assert not names_a_kind("found = [SlipKind(kind) for kind in SlipKind]\n")
    found = {path.relative_to(PACKAGE).as_posix() for path in MODULES if names_a_kind(path.read_text("utf-8"))}
    assert found == set(NAMES_KINDS)


def test_the_edges_change_a_desk_file_by_actions_alone() -> None:
    """One function of actions/ is one change with its label; window, command line and self-test call it."""
    assert opens_changes('def act():\n    with context.desk.change(N_("Mark")) as s:\n        mark(s)\n') == 1
    edges = [path for edge in ("ui", "cli", "self_test") for path in (PACKAGE / edge).rglob("*.py")]
    found = {short(path): opens_changes(path.read_text("utf-8")) for path in edges}
    assert {name: count for name, count in found.items() if count} == {}


def asks_for_the_file(module: str) -> list[str]:
    """What the text of a module asks of the file behind a desk, such as `desk.path` or `session.file.key`."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(module))
        if isinstance(node, ast.Attribute)
        and node.attr in ("path", "key", "source")
        and ast.unparse(node.value).rpartition(".")[2] in ("desk", "_desk", "file", "_file")
    ]


def test_only_who_looks_after_the_file_asks_for_its_place_and_its_key() -> None:
    """Everything else works with a Desk, which a database on a server could be as well (see the contract desk-file)."""
    assert asks_for_the_file("a = context.desk.path.stem\nb = path.key") == ["context.desk.path"]
    knows = ("store/sqlite", "store/keeping", "ui/session", "self_test")
    others = [path for path in MODULES if not path.relative_to(PACKAGE).as_posix().startswith(knows)]
    found = {short(path): asks_for_the_file(path.read_text("utf-8")) for path in others}
    assert {name: asked for name, asked in found.items() if asked} == {}


def test_every_painter_is_a_context_manager() -> None:
    """A painter that something still refers to, such as a traceback, would paint later and crash."""
    kept = re.compile(r"= QPainter\([^)]|^\s*QPainter\([^)]", re.MULTILINE)
    assert [short(path) for path in (PACKAGE / "ui").rglob("*.py") if kept.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("package", ["reports", "exporters", "importers", "ui/screens"])
def test_every_discovered_module_has_a_test(package: str) -> None:
    """Besides the tests that take all of them from the registry."""
    folder = package.partition("/")[0]
    assert [name for name in modules_of(package) if not has_test(folder, package, name)] == []


def test_every_report_is_tested_in_both_languages() -> None:
    """One test takes the reports from the registry and runs for es and en."""
    texts = [path.read_text("utf-8") for path in (TESTS / "reports").glob("test_*.py")]
    assert any("reports()" in text and '"es"' in text and '"en"' in text for text in texts)


def test_every_importer_has_tests_of_a_good_and_a_broken_file() -> None:
    tests = {path.stem: names_of(path) for path in (TESTS / "importers").glob("test_*.py")}
    for word in ("good", "broken"):
        without = [
            name
            for name in modules_of("importers")
            if not any(
                word in test and (stem == f"test_{name}" or name in test) for stem in tests for test in tests[stem]
            )
        ]
        assert without == [], f"no test of a {word} file"


@pytest.mark.parametrize(
    "revision", sorted((PACKAGE / "store" / "sqlite" / "migrations" / "versions").glob("[!_]*.py")), ids=short
)
def test_every_migration_has_a_test_of_its_name(revision: Path) -> None:
    tests = {name for path in (TESTS / "store").glob("test_*.py") for name in names_of(path)}
    number = re.search(r'^revision\b.*"(\w+)"', revision.read_text("utf-8"), re.MULTILINE)
    assert number is not None
    assert any(name.startswith(f"test_{number[1]}_{revision.stem}_") for name in tests)


OF_SQLITE = re.compile(
    r"\bPRAGMA\b|sqlite_(master|schema|sequence)|group_concat|julianday|randomblob|\browid\b|INSERT OR|"
    r"exec_driver_sql|func\.(date|datetime|strftime|ifnull|iif|instr|glob|total)\b|sqlalchemy\.dialects",
    re.IGNORECASE,
)
"""What SQLite has and other databases do not have, or have under another name."""


def test_only_the_file_and_its_keeping_speak_the_sql_of_sqlite() -> None:
    """A server can take the place of the file: everywhere else SQL is made of what every database has."""
    exempt = {PACKAGE / "store" / name for name in ("sqlite", "keeping")}
    elsewhere = [module for module in MODULES if not exempt & set(module.parents) and "self_test" not in module.parts]
    found = {
        short(module): [hit.group() for hit in OF_SQLITE.finditer(module.read_text("utf-8"))] for module in elsewhere
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_the_store_writes_by_statements_and_never_by_objects() -> None:
    """store/rows.py and store/writing.py pass the session by: they would not see an object that waits in it."""
    waiting = re.compile(r"\b(?:session|s)\.(?:add|add_all|merge|delete|bulk_\w+)\(")
    found = {short(module): waiting.findall(module.read_text("utf-8")) for module in MODULES}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_no_signal_of_the_window_cuts_an_id() -> None:
    """Signal(int) has 32 bits and an id of a server 64: an id goes through a signal as an object."""
    cut = re.compile(r"Signal\([^)]*\bint\b")
    found = {short(module): cut.findall(module.read_text("utf-8")) for module in MODULES if "ui" in module.parts}
    assert {name: words for name, words in found.items() if words} == {}
