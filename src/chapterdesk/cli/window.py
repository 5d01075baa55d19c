"""The arguments that open the window, read without Qt."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from chapterdesk.cli import display
from chapterdesk.cli.parser import overview
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """What the window opens. `language` None means that of the settings; `close` closes all windows and opens none."""

    file: Path | None
    demo: bool
    language: str | None
    close: bool = False

    @classmethod
    def read(cls, arguments: list[str], *, heard: bool = True) -> Self:
        """Read `[FILE] [--demo] [--language es|en] [--close]`; raises ChapterError when FILE does not exist.

        Where nobody would hear that (`heard`), as after a click on a link to a file that is gone, the window says it.
        """
        options = overview(arguments).parse_args(arguments)
        file = Path(options.file) if options.file else None
        if heard and file is not None and not file.exists():
            raise ChapterError(
                N_("“{word}” is neither a file nor a command; chapterdesk --help lists the commands"), word=options.file
            )
        return cls(file, options.demo, options.language, options.close)


def refuse_without_display() -> None:
    """Raise ChapterError, saying what to install, when the system cannot show a window."""
    if not display.has_display():
        raise ChapterError(
            N_("There is no display to open a window on; the commands listed by chapterdesk --help need none")
        )
    if missing := display.missing_libraries():
        raise ChapterError(
            N_("The window needs {libraries} of the system; install with: sudo apt install {packages}"),
            libraries=", ".join(missing),
            packages=display.packages_of(missing),
        )
