"""A really full disk: a private file system of some megabytes."""

import subprocess
import sys
from pathlib import Path

from tests.endurance.children import ROOT

PROGRAM = """
import sys
from pathlib import Path
from tests.endurance.children import fill
from tests.endurance.desks import new_desk, whole_groups, leftovers
path = Path(sys.argv[1])
new_desk(path, None, groups=1)
fill(path)
print(whole_groups(path, None), leftovers(path.parent))
"""


def test_a_full_disk_refuses_the_whole_change_and_stores_it_when_there_is_room(tmp_path: Path) -> None:
    script = 'mount -t tmpfs -o size=3m tmpfs "$1" && exec "$2" -c "$3" "$1/desk.chapterdesk"'
    command = ["unshare", "-m", "sh", "-c", script, "sh", str(tmp_path), sys.executable, PROGRAM]
    environment = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    stored, found = done.stdout.splitlines()
    assert int(stored) > 1
    assert found == f"{stored} []"
