"""Commands that packaging runs, and the one way in which it fails: a line that says what to do."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


class BuildError(Exception):
    """Packaging cannot go on; the message is one that the person who packages can act on."""


def say(text: str) -> None:
    """Tell what is being done, as one line."""
    print(f"== {text}", flush=True)


def run(
    command: Sequence[str | Path],
    remedy: str = "",
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a command and return what it wrote to standard output.

    `environment` is added to ours. Raises BuildError with the end of what the command wrote, and with `remedy`.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            cwd=folder,
            env=os.environ | dict(environment or {}),
            check=False,
        )
    except FileNotFoundError:
        raise BuildError(f"There is no program “{words[0]}” here. {remedy}".strip()) from None
    if done.returncode:
        told = "\n".join((done.stdout + done.stderr).strip().splitlines()[-30:])
        raise BuildError(f"“{' '.join(words)}” failed ({done.returncode}). {remedy}\n{told}".strip())
    return done.stdout
