"""README.md says which test keeps which promise: each of them is there."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
README = (TESTS.parent / "README.md").read_text("utf-8")
NAMED = re.findall(r"^\| .* \| `([a-z_/]+\.py)(?:::(test_\w+))?` \|$", README, re.MULTILINE)


def test_every_test_that_readme_names_is_there() -> None:
    assert len(NAMED) > 20
    missing = [
        (file, name)
        for file, name in NAMED
        if not (TESTS / file).is_file() or f"def {name}(" not in (TESTS / file).read_text("utf-8")
    ]
    assert missing == []
