"""The table of the long runs in tests/README.md: a run replaces its own lines and no others."""

from pathlib import Path

from tests.endurance import __main__ as endurance
from tests.endurance.figures import Line


def test_a_run_replaces_its_own_lines_and_no_others(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# A\n\n<!-- endurance -->\n<!-- /endurance -->\n\n## B\n", "utf-8")
    endurance.write([Line("faults", "Faults", 1, 0, "2026-03-05")], readme)
    endurance.write(
        [Line("kills", "Kills", 12_345, 0, "2026-03-05"), Line("kills", "More", 7, 0, "2026-03-05")], readme
    )
    endurance.write([Line("faults", "Faults", 2, 1, "2026-03-06")], readme)
    text = readme.read_text("utf-8")
    assert text.startswith("# A\n\n<!-- endurance -->\n| what |")
    assert text.endswith(
        "| Kills | 12,345 | 0 | `python -m tests.endurance kills` | 2026-03-05 |\n"
        "| More | 7 | 0 | `python -m tests.endurance kills` | 2026-03-05 |\n"
        "| Faults | 2 | 1 | `python -m tests.endurance faults` | 2026-03-06 |\n<!-- /endurance -->\n\n## B\n"
    )
