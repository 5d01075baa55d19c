"""The start of the program: a known first word is a command of the command line, anything else opens the window."""

import sys

from chapterdesk import loading
from chapterdesk.cli import COMMANDS, answer, run
from chapterdesk.cli.console import prepare_streams, say


def main() -> int:
    """Run the program with the arguments of the process.

    Return its exit code: 0, 2 when the user can act, 1 for a fault.
    """
    loading.prepare()
    heard = prepare_streams()
    arguments = sys.argv[1:]
    if arguments[:1] == ["--self-test"]:
        from chapterdesk.self_test import main as test_itself

        return answer(lambda: test_itself(arguments[1:]), arguments)
    if arguments and arguments[0] in COMMANDS:
        code = run(arguments)
        loading.end_fast()
        return code
    return answer(lambda: _open_window(arguments, heard=heard), arguments)


def _open_window(arguments: list[str], *, heard: bool) -> int:
    from chapterdesk.cli.window import WindowArguments, refuse_without_display

    request = WindowArguments.read(arguments, heard=heard)
    if request.close:
        from chapterdesk.ui.session.remote_close import main as close_all

        if closed := close_all():
            from chapterdesk.cli.messages import message_language

            tr = message_language(arguments).tr
            say(tr("%n window(s) is closed", "", closed))
        return 0
    refuse_without_display()
    from chapterdesk.ui.startup import main as open_window

    return open_window(request.file, demo=request.demo, language=request.language or "")


if __name__ == "__main__":
    sys.exit(main())
