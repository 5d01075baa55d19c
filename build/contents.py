"""The parts of the libraries that ship: only those that the program uses.

PySide6 contains plugins of Qt for phones, frame buffers and databases; PyInstaller adds everything that a library could
import. `prune` removes the plugins from the environment before PyInstaller runs, so that it does not find their
libraries; the spec leaves out EXCLUDED. `surprises` checks the bundle: a new module or plugin of Qt stops packaging
until it is listed here.
"""

import fnmatch
import re
import shutil
import sys
from pathlib import Path

KEPT_PLUGINS: dict[str, set[str]] = {
    "platforms": {"qxcb", "qwayland", "qwindows", "qcocoa", "qoffscreen"},  # the last one is for the self-test
    "iconengines": {"qsvgicon"},
    "imageformats": {"qjpeg", "qwebp", "qsvg"},  # photos and logos, our icons; PNG is in QtGui
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},  # accents
    "platformthemes": {"qxdgdesktopportal"},  # the file dialogs of the desktop
    "printsupport": {"cupsprintersupport"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}
"""Plugins of Qt that ship, by folder, if a system has them; all others are removed."""

NEEDED_PLUGINS = {
    "linux": {"qxcb", "qwayland", "qoffscreen", "qsvgicon", "qjpeg", "qwebp", "qsvg", "qxdgdesktopportal",
              "composeplatforminputcontextplugin", "ibusplatforminputcontextplugin", "cupsprintersupport"},
    "win32": {"qwindows", "qoffscreen", "qsvgicon", "qjpeg", "qwebp", "qsvg"},
    "darwin": {"qcocoa", "qoffscreen", "qsvgicon", "qjpeg", "qwebp", "qsvg"},
}  # fmt: skip
"""Required plugins of each system."""

KEPT_MODULES = {"Core", "Gui", "Widgets", "Svg", "Pdf", "PdfWidgets", "PrintSupport", "Network"} | {
    "DBus", "XcbQpa", "WaylandClient",  # needed by the plugins of Linux
}  # fmt: skip
"""Modules of Qt that ship. Network has the local socket by which a second window finds the first."""

SOFTWARE_DRAWING = ("opengl32sw.dll", "d3dcompiler_*.dll")
"""20 MB on Windows for programs that use OpenGL on computers without it; ours does not use it."""

KEPT_TRANSLATIONS = {"qtbase_es.qm"}
"""Catalogues of Qt that ship; English is in Qt itself."""

EXCLUDED = [
    # modules of Python that a library imports only if they exist
    "tkinter", "sqlite3", "ssl", "readline", "curses", "pydoc", "doctest", "unittest", "test", "lib2to3", "pdb",
    "distutils", "setuptools", "pkg_resources", "_distutils_hack", "ensurepip", "venv", "idlelib", "turtle",
    # other database drivers: a desk file is opened through sqlcipher3
    "pysqlite2", "MySQLdb", "psycopg", "psycopg2", "asyncpg", "aiosqlite", "greenlet", "cx_Oracle", "oracledb",
    "pymysql", "pyodbc", "pymssql", "aioodbc", "aiomysql", "asyncmy",
    # The dialects of SQLAlchemy stay, 0.6 MB: Alembic imports all of them, whichever is used
    "sqlalchemy.testing",
    # other ways of drawing and reading that ReportLab, Pillow and the tables offer
    "numpy", "pandas", "matplotlib", "lxml", "rlPyCairo", "renderPM", "PIL.ImageTk", "PIL.ImageQt", "PIL.ImageShow",
    "alembic.testing", "holidays.financial",
    # ReportLab reads PNG and JPEG through Pillow, which the window has made
    "PIL._avif", "PIL._webp", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk",
    # the same functions for some processors; the general ones are fast enough
    "rapidfuzz.fuzz_cpp_avx2", "rapidfuzz.distance.metrics_cpp_avx2",
    "rapidfuzz.fuzz_cpp_sse2", "rapidfuzz.distance.metrics_cpp_sse2",
]  # fmt: skip
"""Modules that PyInstaller leaves out."""

SYSTEM_LIBRARIES = (
    "libxcb-*", "libxkbcommon*",  # a plain desktop lacks some of them
    "libcrypto.so*", "libffi.so*", "libbz2.so*",  # linked with Python, under names that differ between systems
    "libbrotli*",  # linked with QtNetwork
    "libpython*",
)  # fmt: skip
"""Libraries of the Linux that packages which ship; all others are the desktop's own: X11's, and
Kerberos, which CUPS was linked with there, perhaps with a newer one than ours."""

_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")


def ships(name: str, source: str) -> bool:
    """Return whether a library that PyInstaller found ships: `name` in the bundle, `source` its file."""
    if sys.platform != "linux" or not source.startswith(_SYSTEM_FOLDERS):
        return True
    if ("python" in source and "-packages" in source) or "/lib-dynload/" in source:
        return True  # for a Python of the system
    return any(fnmatch.fnmatch(Path(name).name, pattern) for pattern in SYSTEM_LIBRARIES)


def plugin_name(file: Path) -> str:
    """Return the system-independent name of a plugin of Qt: libqxcb.so, qxcb.dll -> qxcb."""
    return re.sub(r"^lib", "", file.name).partition(".")[0]


def qt_folder(packages: Path) -> Path:
    """Return the folder of Qt's plugins and translations below the packages of an environment."""
    inside = packages / "PySide6" / "Qt"
    return inside if (inside / "plugins").is_dir() else packages / "PySide6"


def prune(packages: Path) -> list[str]:
    """Remove what does not ship from our own environment; return the names of what was removed."""
    qt = qt_folder(packages)
    doomed = [
        file
        for file in (qt / "plugins").rglob("*")
        if file.is_file() and plugin_name(file) not in KEPT_PLUGINS.get(file.parent.name, set())
    ]
    doomed += [file for file in (qt / "translations").iterdir() if file.name not in KEPT_TRANSLATIONS]
    doomed += [file for pattern in SOFTWARE_DRAWING for file in (packages / "PySide6").glob(pattern)]
    for file in doomed:
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    return sorted(file.relative_to(packages).as_posix() for file in doomed)


def modules(bundle: Path) -> set[str]:
    """Return the modules of Qt in a bundle, libraries and their Python sides, without the “Qt”: Core, Gui."""
    found = set()
    for file in bundle.rglob("*"):
        library = re.match(r"(?:lib)?Qt6?([A-Z]\w*?)(?:\.so\.6.*|\.dll|\.framework)$", file.name)
        binding = re.match(r"Qt([A-Z]\w*)(?:\.abi3)?\.(?:so|pyd)$", file.name)
        if hit := library or binding:
            found.add(hit[1])
    return found


def plugins(bundle: Path) -> set[tuple[str, str]]:
    """Return the plugins of Qt in a bundle, each with its folder: ("platforms", "qxcb")."""
    return {
        (file.parent.name, plugin_name(file))
        for file in bundle.rglob("plugins/*/*")
        if "PySide6" in file.parts and file.is_file() and not file.is_symlink()
    }


def surprises(bundle: Path, system: str = sys.platform) -> list[str]:
    """Return unexpected and missing parts of Qt in a bundle; empty when all is well."""
    found = [f"the module Qt{name} is new" for name in sorted(modules(bundle) - KEPT_MODULES)]
    there = plugins(bundle)
    found += [
        f"the plugin {folder}/{name} is new"
        for folder, name in sorted(there)
        if name not in KEPT_PLUGINS.get(folder, set())
    ]
    missing = NEEDED_PLUGINS[system] - {name for _, name in there}
    found += [f"the plugin {name} is missing" for name in sorted(missing)]
    catalogues = {file.name for file in bundle.rglob("translations/*.qm") if "PySide6" in file.parts}
    found += [f"the catalogue {name} is new" for name in sorted(catalogues - KEPT_TRANSLATIONS)]
    found += [f"the catalogue {name} is missing" for name in sorted(KEPT_TRANSLATIONS - catalogues)]
    return found
