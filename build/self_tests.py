"""The self-test of a packaged program: it runs as on the computer of a user, and anything unusual is a failure."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from build import product
from build.commands import BuildError, say

LONGEST = 600
"""Seconds after which a self-test is cancelled."""


def self_test(programs: Path, what: str) -> dict[str, Any]:
    """Run `--self-test` of the program in a folder and return its result.

    It runs with a private home and without variables of a Python environment. `what` names the program in messages.
    Raises BuildError when a check fails, when anything is written to standard error, or when it takes too long.
    """
    say(f"Self-test of {what}")
    with tempfile.TemporaryDirectory(prefix="chapterdesk-self-test-") as home:
        lent = {name for name in os.environ if name.startswith(("PYTHON", "QT_", "VIRTUAL_ENV", "CHAPTERDESK"))}
        environment = {name: value for name, value in os.environ.items() if name not in lent}
        environment |= {"HOME": home, "USERPROFILE": home}
        try:
            done = subprocess.run(
                [programs / product.CONSOLE_PROGRAM, "--self-test"],
                capture_output=True,
                text=True,
                encoding="utf-8",
                env=environment,
                cwd=home,
                timeout=LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise BuildError(f"The self-test of {what} did not end in {LONGEST} seconds") from None
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise BuildError(f"The self-test of {what} told nothing. {done.stdout}{done.stderr}".strip()) from None
    failed = [
        "\n    ".join([f"{check['name']}: {check.get('error')}", *check.get("where", [])])
        for check in told["checks"]
        if not check["ok"]
    ]
    if done.returncode or failed or not told["ok"]:
        raise BuildError(f"The self-test of {what} failed ({done.returncode}):\n" + "\n".join(failed))
    if done.stderr:
        raise BuildError(f"The self-test of {what} passed, but was not silent:\n{done.stderr}")
    say(f"{len(told['checks'])} checks passed in {sum(check['seconds'] for check in told['checks']):.0f} s")
    return told
