"""Signing the programs of Windows with whatever command the environment names.

`CHAPTERDESK_SIGN_COMMAND` is a command line in which {file} stands for the program to sign, without quotes around it:

    signtool sign /fd SHA256 /tr http://timestamp.example /td SHA256 /n "ChapterDesk maintainers" {file}
    osslsigncode sign -pkcs12 key.p12 -readpass pass.txt -in {file} -out {file}.signed

When it is unset or empty, nothing is signed, and this is printed. The command signs in place, or writes {file}.signed,
which then replaces the file. makensis calls this module as a script for the uninstaller and the installer.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from build.commands import BuildError

VARIABLE = "CHAPTERDESK_SIGN_COMMAND"


def command() -> str:
    """Return the command line that signs, "" when nothing is to be signed; raises BuildError without {file}."""
    found = os.environ.get(VARIABLE, "").strip()
    if found and "{file}" not in found:
        raise BuildError(f"{VARIABLE} has no {{file}} in it, which stands for the program to sign")
    return found


def sign(file: Path) -> None:
    """Sign a program in place, if anything is to be signed; raises BuildError when the command fails."""
    line = command()
    if not line:
        return
    if sys.platform == "win32":
        call: str | list[str] = line.replace("{file}", subprocess.list2cmdline([str(file)]))
    else:
        call = [word.replace("{file}", str(file)) for word in shlex.split(line)]
    try:
        done = subprocess.run(call, capture_output=True, text=True, errors="replace", check=False)
    except OSError as error:
        raise BuildError(f"{VARIABLE}: {error.filename or line.split()[0]}: {error.strerror}") from error
    if done.returncode:
        told = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()[-1]
        raise BuildError(f"{file.name} could not be signed, see {VARIABLE} (exit code {done.returncode}): {told}")
    signed = file.with_name(file.name + ".signed")
    if signed.exists():
        signed.replace(file)


def main(arguments: list[str]) -> int:
    """Sign each program that is named; return the exit code."""
    try:
        for name in arguments:
            sign(Path(name))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
