"""Commands that packaging runs: what they say comes back whole, a failure says what to do, keys stay where they are."""

import json
import sys

import pytest
from build.commands import BuildError, run


def test_a_command_that_fails_says_which_and_what_to_do() -> None:
    with pytest.raises(BuildError, match=r"There is no program “no-such-program” here\. Install it\."):
        run(["no-such-program"], "Install it.")
    with pytest.raises(BuildError, match=r"failed \(3\)(?s:.*)told"):
        run([sys.executable, "-c", "import sys; print('told'); sys.exit(3)"])
    assert run([sys.executable, "-c", "import os; print(os.environ['A'])"], environment={"A": "ñ"}) == "ñ\n"


def test_only_signing_programs_receive_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {"CHAPTERDESK_MAC_CERTIFICATE": "secret", "CHAPTERDESK_SIGN_COMMAND": "secret {file}"}
    for name, value in keys.items():
        monkeypatch.setenv(name, value)
    tell = [sys.executable, "-c", "import json, os; print(json.dumps(dict(os.environ)))"]
    assert keys.items().isdisjoint(json.loads(run(tell)).items())
    assert keys.items() <= json.loads(run(tell, signs=True)).items()


def test_output_of_python_is_decoded_correctly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "")
    assert run([sys.executable, "-c", "import sys; print(sys.flags.utf8_mode)"]) == "1\n"
