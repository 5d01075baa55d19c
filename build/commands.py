"""Runs the commands of packaging; a failure is always one line that says what to do.

Only commands that sign receive the signing keys, since other tools are not ours.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

KEYS = ("CHAPTERDESK_MAC_", "CHAPTERDESK_SIGN_COMMAND")
"""The beginnings of the names of variables with keys."""


class BuildError(Exception):
    """Packaging cannot continue; the message says what the person who packages can do."""


def say(text: str) -> None:
    """Print what is being done, in one line."""
    print(f"== {text}", flush=True)


def run(
    command: Sequence[str | Path],
    remedy: str = "",
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    signs: bool = False,
) -> str:
    """Run a command and return what it wrote to standard output.

    `environment` is added to ours, which is passed without the keys unless the command `signs`. Raises BuildError with
    the end of the output and with `remedy`.
    """
    words = [str(word) for word in command]
    ours = {name: value for name, value in os.environ.items() if signs or not name.startswith(KEYS)}
    ours["PYTHONUTF8"] = "1"  # otherwise Python on Windows writes another encoding into a pipe
    try:
        done = subprocess.run(
            words,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            cwd=folder,
            env=ours | dict(environment or {}),
            check=False,
        )
    except FileNotFoundError:
        raise BuildError(f"There is no program “{words[0]}” here. {remedy}".strip()) from None
    if done.returncode:
        told = "\n".join((done.stdout + done.stderr).strip().splitlines()[-30:])
        raise BuildError(f"“{' '.join(words)}” failed ({done.returncode}). {remedy}\n{told}".strip())
    return done.stdout
