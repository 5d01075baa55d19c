"""Runs the checks one after the other; a failing check does not stop the others."""

import importlib
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from chapterdesk.self_test.bench import Bench
from chapterdesk.self_test.output_catcher import OutputCatcher
from chapterdesk.self_test.private_home import PrivateHome

CHECKS: Final = (
    *("versions", "fonts", "icons", "about", "catalogues", "qt_texts", "libraries"),
    *("passphrase", "imports", "migration", "backups", "pictures", "demo"),
    *("exports", "command_line", "reports", "screens"),
)
"""The modules of `checks`, in the order of running. Each has a `run(bench)` that returns details or raises."""
_LINES = 12
"""How many of the last lines of the traceback of a failed check are reported."""

Result = dict[str, Any]


def run(names: Sequence[str] = CHECKS) -> Result:
    """Run checks by name and return their results for JSON; `ok` says whether all have passed."""
    begun = time.perf_counter()
    results: list[Result] = []
    output = OutputCatcher()
    with output:
        with PrivateHome() as private_home:
            bench = Bench(private_home.folder, output)
            try:
                results += [_timed(name, output, partial(_run, name, bench)) for name in names]
            finally:
                results.append(_timed("end", output, bench.close))
        output.during = "end"
        output.written()
    results.append(_judged("silence", output.heard, "nothing may be said while all is well"))
    left = [] if private_home.is_gone else [str(private_home.folder)]
    results.append(_judged("tidy", left, "the folder of the self-test could not be removed"))
    facts: Result = next((one["detail"] for one in results if one["name"] == "versions" and one["ok"]), {})
    return {
        "ok": all(one["ok"] for one in results),
        **facts,
        "seconds": round(time.perf_counter() - begun, 2),
        "checks": results,
    }


def _run(name: str, bench: Bench) -> Result:
    """Run a check. Its module is imported only now, so that an import error is a failure of this check."""
    result: Result = importlib.import_module(f"chapterdesk.self_test.checks.{name}").run(bench)
    return result


def _timed(name: str, output: OutputCatcher, work: Callable[[], Any]) -> Result:
    output.during = name
    begun = time.perf_counter()
    result: Result = {"name": name.replace("_", "-"), "ok": True}
    try:
        result["detail"] = work() or {}
    except Exception as error:  # noqa: BLE001 - any exception is a failure of the check
        lines = "".join(traceback.format_tb(error.__traceback__)).splitlines()
        result |= {"ok": False, "error": f"{type(error).__name__}: {error}", "where": lines[-_LINES:]}
    output.written()
    return result | {"seconds": round(time.perf_counter() - begun, 2)}


def _judged(name: str, faults: list[str], text: str) -> Result:
    result: Result = {"name": name, "ok": not faults}
    told: Result = {"error": text, "where": faults} if faults else {"detail": {}}
    return result | told | {"seconds": 0.0}
