"""The command line: each command is a module of `commands`; exit codes and error messages are handled here.

Exit 0: done. Exit 2: the user can act, and one line on standard error says how. Exit 1: a fault of the program, with
its traceback. It does not load the window, only QtCore for the languages.
"""

import importlib
import sys
from collections.abc import Callable, Sequence

from chapterdesk.cli.console import complain
from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.progress import Cancelled
from chapterdesk.domain.system_reasons import reason_of
from chapterdesk.domain.text import N_

# The commands and their modules.
COMMANDS = {
    "new": "new",
    "import": "import_files",
    "export": "export",
    "report": "report",
    "reports": "reports",
    "demo": "demo",
    "check": "check",
    "passphrase": "passphrase",
}


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` begin with; return the exit code."""
    command = importlib.import_module(f"chapterdesk.cli.commands.{COMMANDS[arguments[0]]}")
    return answer(lambda: int(command.run(arguments[1:])), arguments)


def answer(work: Callable[[], int], arguments: Sequence[str]) -> int:
    """Run `work` and return its exit code; a ChapterError becomes one line and exit 2."""
    try:
        return work()
    except ChapterError as error:
        return _refuse(error, arguments)
    except (Cancelled, KeyboardInterrupt):
        return _refuse(ChapterError(N_("Cancelled; nothing was stored")), arguments)
    except BrokenPipeError:  # the reader closed the pipe
        sys.stderr.close()
        return 0
    except OSError as error:
        if error.filename is None:
            raise
        problem = ChapterError(N_("{file}: {reason}"), file=error.filename, reason=reason_of(error))
        return _refuse(problem, arguments)
    except SystemExit as done:  # argparse, after --help and --version
        return int(done.code or 0)


def _refuse(error: ChapterError, arguments: Sequence[str]) -> int:
    from chapterdesk.cli.messages import message_language

    complain(message_language(arguments).error(error))
    return 2
