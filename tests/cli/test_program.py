"""The program as a process: what the first word means, exit codes, streams, and a system without a window."""

import ctypes
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chapterdesk import __main__, __version__
from chapterdesk.cli import answer, console, display
from chapterdesk.cli.window import WindowArguments, refuse_without_display
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import SILENT, Cancelled


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, with bytes in and out."""
    return subprocess.run(
        [sys.executable, "-m", "chapterdesk", *words],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


def test_help_lists_the_commands_and_needs_no_window() -> None:
    done = program("--help")
    assert done.returncode == 0
    for word in ("new FILE", "import PATH", "export WHAT", "report NAME", "reports", "demo FILE", "check FILE"):
        assert word in done.stdout.decode()
    assert program("--version").stdout.decode().split() == ["ChapterDesk", __version__]


def test_output_is_utf_8_whatever_the_encoding_of_the_console(tmp_path: Path) -> None:
    done = program(
        "new", str(tmp_path / "a.chapterdesk"), "--chapter", "Peña Ñandú Ζωή", PYTHONIOENCODING="cp1252", LC_ALL="C"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Peña Ñandú Ζωή" in done.stdout.decode("utf-8")


def test_a_word_that_is_neither_a_command_nor_a_file_is_refused_in_one_line() -> None:
    done = program("reprot", "--language", "es")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "chapterdesk: «reprot» no es un archivo ni una orden; chapterdesk --help muestra las órdenes\n"
    )
    assert done.stdout == b""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system always has a display")
@pytest.mark.parametrize("platform", ["", "xcb", "wayland"])
@pytest.mark.parametrize("server", ["", ":987"])
def test_without_a_display_one_line_says_so(platform: str, server: str) -> None:
    """Also when an X server is named that does not answer."""
    done = program("--demo", DISPLAY=server, WAYLAND_DISPLAY="", QT_QPA_PLATFORM=platform)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("chapterdesk: There is no display")
    assert len(done.stderr.decode().splitlines()) == 1


def test_the_arguments_of_the_window_are_a_file_the_demo_and_a_language(tmp_path: Path) -> None:
    path = tmp_path / "check"
    path.touch()
    assert WindowArguments.read([str(path), "--language", "es"]) == WindowArguments(path, demo=False, language="es")
    assert WindowArguments.read(["--demo"]) == WindowArguments(None, demo=True, language=None)
    with pytest.raises(ChapterError, match="--colour"):
        WindowArguments.read(["--colour", "red"])


def test_missing_libraries_are_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibEGL and xcb-cursor are the two that bare systems lack most often."""
    real = ctypes.CDLL

    def load(name: str) -> ctypes.CDLL:
        if name.endswith("libQt6Widgets.so.6") or name == "libEGL.so.1":
            raise OSError("libEGL.so.1: cannot open shared object file: No such file or directory")
        if name.endswith("libqxcb.so") or name == "libxcb-cursor.so.0":
            raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
        return real(None)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setattr(Path, "is_file", lambda path: True)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(display, "has_display", lambda: True)
    with pytest.raises(ChapterError) as told:
        refuse_without_display()
    assert str(told.value) == (
        "The window needs libEGL.so.1, libxcb-cursor.so.0 of the system; "
        "install with: sudo apt install libegl1 libxcb-cursor0"
    )


def test_a_complete_system_is_not_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    refuse_without_display()


def test_a_known_first_word_is_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["chapterdesk", "reports"])
    assert __main__.main() == 0
    assert "summary" in capsys.readouterr().out


def fail(error: BaseException) -> int:
    """Raise it."""
    raise error


def test_a_chapter_error_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(lambda: fail(ChapterError("first\nsecond {x}", x="{y}")), []) == 2
    assert answer(lambda: fail(Cancelled()), ["--language=es"]) == 2
    assert answer(lambda: fail(KeyboardInterrupt()), []) == 2
    assert answer(lambda: fail(FileNotFoundError(2, "No such file or directory", "a.xls")), []) == 2
    assert answer(lambda: fail(FileNotFoundError(2, "No such file or directory", "a.xls")), ["--language=es"]) == 2
    assert answer(lambda: fail(OSError(26, "Text file busy", "a.xls")), ["--language", "es"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "chapterdesk: first second {y}",
        "chapterdesk: Cancelado; no se ha guardado nada",
        "chapterdesk: Cancelled; nothing was stored",
        "chapterdesk: a.xls: No such file or directory",
        "chapterdesk: a.xls: No existe el archivo o la carpeta",
        "chapterdesk: a.xls: Text file busy",
    ]


def test_a_closed_pipe_is_not_an_error() -> None:
    """`chapterdesk reports | head -1` closes the pipe."""
    code = "import sys; from chapterdesk.cli import answer\nclass Pipe:\n def __call__(self): raise BrokenPipeError\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "sys.exit(answer(Pipe(), []))"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_fault_of_the_program_is_loud() -> None:
    with pytest.raises(ZeroDivisionError):
        answer(lambda: 1 // 0, [])
    with pytest.raises(OSError, match="bug"):
        answer(lambda: fail(OSError("bug")), [])


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_progress_is_a_bar_on_a_terminal_and_silent_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with console.progress_bar(str) as progress:
        progress.step(1, 2, "Reading")
    assert "Reading" in terminal.getvalue()
    assert "50 %" in terminal.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with console.progress_bar(str) as progress:
        assert progress is SILENT


def test_without_a_terminal_the_window_reports_a_missing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def open_window(file: Path | None, **_: object) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr("chapterdesk.ui.startup.main", open_window)
    monkeypatch.setattr(__main__, "prepare_streams", lambda: False)
    monkeypatch.setattr(sys, "argv", ["chapterdesk", str(tmp_path / "gone.chapterdesk")])
    assert __main__.main() == 0
    assert opened == [tmp_path / "gone.chapterdesk"]


def test_a_windowed_program_has_streams_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdin", None)
    assert not console.prepare_streams(), "nobody can read the output"
    assert sys.stdout is not None
    with sys.stdout, sys.stderr, sys.stdin:
        assert not sys.stdin.isatty()
        console.say("nobody reads this")
        console.complain("nor this")
