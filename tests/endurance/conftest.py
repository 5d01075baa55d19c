"""The requirements of the endurance tests; tests whose requirements are missing are not collected."""

import os
import shutil
import subprocess
import sys

collect_ignore = []


def can_mount() -> bool:
    """Whether a private file system can be mounted for one process: on Linux, as root, outside most containers."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    command = [unshare, "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if not hasattr(os, "fork"):
    collect_ignore += ["test_crash_points.py"]
if not sys.platform.startswith("linux") or shutil.which("cc") is None:
    collect_ignore += ["test_failing_disk.py"]
if sys.platform == "win32":
    collect_ignore += ["test_file_size_limit.py"]
if not can_mount():
    collect_ignore += ["test_full_disk.py"]
