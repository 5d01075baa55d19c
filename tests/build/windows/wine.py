"""A Windows for installing: a private Wine prefix without a screen, and stand-ins for our programs."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
WINE, WINESERVER, MAKENSIS = (shutil.which(tool) or tool for tool in ("wine", "wineserver", "makensis"))
SILENT: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
TOUCHED = (
    r"Software\ChapterDesk",
    r"Software\Classes\.chapterdesk",
    r"Software\Classes\ChapterDesk.DeskFile",
    r"Software\Classes\Applications\ChapterDesk.exe",
    r"Software\Microsoft\Windows\CurrentVersion\App Paths\ChapterDesk.exe",
    r"Software\Microsoft\Windows\CurrentVersion\Uninstall\ChapterDesk",
)
"""Keys of the user that the installer makes."""
Registry = dict[str, dict[str, str]]
Tree = dict[str, bytes]


class Windows:
    """One user's computer below a folder: `run` starts programs, `registry` and `tree` tell what is there."""

    def __init__(self, folder: Path) -> None:
        self.prefix = folder / "prefix"
        self.notes = folder / "notes"
        self.notes.mkdir()
        self._begun: list[subprocess.Popen[bytes]] = []
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}},
            "HOME": str(folder),
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            "LC_ALL": "C.UTF-8",
            "STAND_IN_FOLDER": native(self.notes),
        }
        self.prefix.mkdir()
        subprocess.run([WINESERVER, "-p"], env=self.environment, check=True)  # it stays, which makes all else quicker
        self._wine("wineboot", "-i")
        self._wine("reg", "add", r"HKCU\Software\Wine\Drivers", "/v", "Graphics", "/d", "null", "/f")  # no screen
        self.become("win10")
        self.user = next(one for one in (self.prefix / "drive_c" / "users").iterdir() if one.name != "Public")
        self.local = self.user / "AppData" / "Local"
        self.place = self.local / "Programs" / "ChapterDesk"
        self.data = self.local / "ChapterDesk"
        self.shortcut = self.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/ChapterDesk.lnk"
        self.desktop = self.user / "Desktop" / "ChapterDesk.lnk"

    def _wine(self, *words: str | Path) -> int:
        # No pipes: the services of Wine that are started along would keep them open.
        return subprocess.run(
            [WINE, *words], cwd=self.prefix, env=self.environment, timeout=60, check=False, **SILENT
        ).returncode

    def become(self, version: str) -> None:
        """Set the version of Windows."""
        assert self._wine("winecfg", "/v", version) == 0

    def shut_down(self) -> None:
        """End all programs of this prefix."""
        subprocess.run([WINESERVER, "-k"], env=self.environment, check=False)

    def run(self, program: Path, arguments: str = "") -> int:
        """Run a program with a command line that reaches it as it is, wait for its end and return its exit code."""
        return self._wine(program, *arguments.split(" ")) if arguments else self._wine(program)

    def begin(self, program: Path, *arguments: str) -> None:
        """Start a stand-in that runs until it is asked to close."""
        self._begun.append(subprocess.Popen([WINE, program, *arguments], env=self.environment, **SILENT))
        wait_until((self.notes / "running").exists)

    def end(self) -> None:
        """End the started stand-ins."""
        (self.notes / "ask").touch()
        while self._begun:
            self._begun.pop().wait(20)
        (self.notes / "ask").unlink(missing_ok=True)

    def open(self, document: Path, starter: Path) -> None:
        """Open a document as a double click does: by the command of its kind, which a stand-in (`starter`) runs.

        `start` of Wine 8 does not do, for it looks at what belongs to all users only.
        """
        known = self.registry()
        kind = known[rf"Software\Classes\{document.suffix}"][""]
        command = known[rf"Software\Classes\{kind}\shell\open\command"][""].replace("%1", native(document))
        (self.notes / "command.txt").write_bytes(command.encode("utf-16"))
        assert self.run(starter, "--exec") == 0

    def uninstall(self, arguments: str = "/S", place: Path | None = None) -> None:
        """Run the uninstaller as the list of programs of Windows does, and wait for the copy of itself that does it."""
        folder = place or self.place
        assert self.run(folder / "Uninstall.exe", arguments) == 0
        wait_until(lambda: not (folder / "Uninstall.exe").exists())
        time.sleep(0.3)  # removing the folder and data comes after

    def calls(self) -> list[str]:
        """Return how the stand-ins were called since the last time: number of arguments and the first of them."""
        file = self.notes / "calls.txt"
        lines = file.read_text("utf-16-le").splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines

    def registry(self) -> Registry:
        """Return the keys below HKEY_CURRENT_USER that the installer may make, with their values; "" is the default."""
        file = self.notes / "export.reg"
        assert self._wine("reg", "export", r"HKCU\Software", native(file), "/y") == 0
        found: Registry = {}
        key = ""
        for line in file.read_text("utf-16").splitlines():
            if line.startswith("["):
                key = line.strip("[]").removeprefix("HKEY_CURRENT_USER\\")
                if key.startswith(TOUCHED):
                    found[key] = {}
            elif key in found and "=" in line:
                name, value = line.split("=", 1)
                plain = value.removeprefix('"').removesuffix('"').replace('\\"', '"').replace("\\\\", "\\")
                found[key][name.strip('"').replace("@", "", 1)] = plain
        return found

    def write(self, key: str, name: str, value: str) -> None:
        """Write a value of the registry; the name "" is the default."""
        which = ["/v", name] if name else ["/ve"]
        assert self._wine("reg", "add", f"HKCU\\{key}", *which, "/d", value, "/f") == 0

    def clean(self) -> None:
        """Restore the state before the first installation."""
        for folder in (self.place, self.data):
            shutil.rmtree(folder, ignore_errors=True)
        for file in (self.shortcut, self.desktop, *self.notes.iterdir()):
            file.unlink(missing_ok=True)
        script = self.notes / "clean.reg"
        script.write_text("\r\n".join(["REGEDIT4", *(f"[-HKEY_CURRENT_USER\\{key}]" for key in TOUCHED), ""]))
        assert self._wine("reg", "import", native(script)) == 0


def native(path: Path) -> str:
    """Return a path as programs under Wine see it."""
    text = str(path)
    inside = text.partition("/drive_c/")[2]
    return ("C:\\" + inside if inside else "Z:" + text).replace("/", "\\")


def tree(folder: Path) -> Tree:
    """Return all files below a folder with what is in them."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until a condition holds."""
    until = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < until, "it did not happen in 20 seconds"
        time.sleep(0.02)


def make_bundle(folder: Path, version: str, files: dict[str, str]) -> Path:
    """Make programs of a version that stand in for ours, with `files` in _internal."""
    folder.mkdir(parents=True)
    program = folder / "ChapterDesk.exe"
    options = [f"-DOUT={program}", f"-DVERSION={version}", str(HERE / "stub.nsi")]
    subprocess.run([MAKENSIS, "-V1", *options], check=True)
    shutil.copy(program, folder / "chapterdesk-cli.exe")
    for name, text in files.items():
        file = folder / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
