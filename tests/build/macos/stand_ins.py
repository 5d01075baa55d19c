"""Programs of macOS that are not on this system, put first on the path: they write down what they are asked.

They answer as told; what a script goes on with (a converted property list, a copy) is really made.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PROGRAM = """\
#!{python} -SE
import json, os, plistlib, shutil, sys
from pathlib import Path
name, arguments, home = Path(sys.argv[0]).name, sys.argv[1:], Path({home!r})
if name == "python" and arguments[:2] == ["-m", "dmgbuild"]:
    name, arguments = "dmgbuild", arguments[2:]
    (home / "settings").write_text(Path(arguments[1]).read_text())
with (home / "calls").open("a") as file:
    file.write(json.dumps([name, *arguments]) + "\\n")
answers = json.loads((home / "answers").read_text())
for answer in answers:
    if [name, *arguments][: len(answer["to"])] == answer["to"] and answer["times"] != 0:
        answer["times"] -= 1
        (home / "answers").write_text(json.dumps(answers))
        sys.stdout.write(answer["says"])
        sys.stderr.write(answer["complains"])
        if answer["code"]:
            if name == "dmgbuild":
                Path(arguments[-1]).write_bytes(b"half")
            sys.exit(answer["code"])
        break
if name == "dmgbuild":
    Path(arguments[-1]).write_bytes(b"koly")
if name == "plutil" and arguments[0] == "-convert":
    Path(arguments[3]).write_bytes(plistlib.dumps(plistlib.loads(Path(arguments[4]).read_bytes())))
if name == "plutil" and arguments[0] == "-extract":
    print(plistlib.loads(Path(arguments[5]).read_bytes())[arguments[1]])
if name == "ditto" and arguments[0] == "-c":
    Path(arguments[-1]).write_bytes(b"PK")
elif name == "ditto":
    shutil.copytree(arguments[0], arguments[1], symlinks=True)
if name == "hdiutil" and arguments[0] == "attach":
    mount = arguments[arguments.index("-mountpoint") + 1]
    shutil.copytree(arguments[1] + ".content", mount, dirs_exist_ok=True, symlinks=True)
if name == "hdiutil" and arguments[0] == "detach":
    for one in Path(arguments[1]).iterdir():
        shutil.rmtree(one)
"""
NAMES = ("codesign", "security", "xcrun", "spctl", "plutil", "ditto", "hdiutil", "python")


@dataclass
class Mac:
    """A folder with the stand-ins, what they were asked, and a place for temporary files of the scripts."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for folder in ("bin", "tmp"):
            (self.home / folder).mkdir(parents=True)
        (self.home / "answers").write_text("[]")
        (self.home / "calls").write_text("")
        for name in NAMES:
            program = self.home / "bin" / name
            program.write_text(PROGRAM.format(python=sys.executable, home=str(self.home)))
            program.chmod(0o755)

    def answer(self, *to: str, says: str = "", complains: str = "", code: int = 0, times: int = -1) -> None:
        """Set the answer of a program with this name and these first arguments; the latest answer takes precedence."""
        answers = json.loads((self.home / "answers").read_text())
        new = {"to": to, "says": says, "complains": complains, "code": code, "times": times}
        (self.home / "answers").write_text(json.dumps([new, *answers]))

    @property
    def calls(self) -> list[list[str]]:
        """The calls, program and arguments, in order."""
        return [json.loads(line) for line in (self.home / "calls").read_text().splitlines()]

    def calls_of(self, *to: str) -> list[list[str]]:
        """Those calls whose name and first arguments are these."""
        return [call for call in self.calls if call[: len(to)] == list(to)]

    @property
    def environment(self) -> dict[str, str]:
        """The path with the stand-ins first, temporary files here, and no key but those of `variables`."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("CHAPTERDESK_MAC_")}
        path = f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return {**kept, "PATH": path, "TMPDIR": str(self.home / "tmp"), "CHAPTERDESK_MAC_PAUSE": "0", **self.variables}

    def run(self, script: Path, target: Path) -> subprocess.CompletedProcess[str]:
        """Run a script of the packaging on a file."""
        return subprocess.run(
            ["/bin/bash", str(script), str(target)], env=self.environment, capture_output=True, text=True, check=False
        )

    @property
    def left(self) -> list[Path]:
        """What a script left in the folder of temporary files."""
        return list((self.home / "tmp").iterdir())
