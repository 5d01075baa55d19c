"""Build hook of hatchling: compiles the catalogues and puts the resources into the wheel.

Git does not know the compiled .qm files, so they are made here, for a wheel and for an editable install alike. The
wheel gets the .qm instead of the .ts, but no screenshots and no drawings for packages. The licence of the program,
which is at the root of the tree, is added to the other licences.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NOT_SHIPPED = ("screenshots/", "brand/packaging/")
"""Folders of resources/ that the program does not read."""


class CompileCatalogues(BuildHookInterface[Any]):
    """Runs before every build of the project."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile resources/i18n/*.ts; in a wheel, ship resources/ beside the package."""
        import PySide6

        root = Path(self.root)
        resources = root / "resources"
        tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
        for source in sorted((resources / "i18n").glob("*.ts")):
            subprocess.run([tool, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)
        if self.target_name != "wheel" or version == "editable":
            return
        for file in sorted(resources.rglob("*")):
            inside = file.relative_to(resources).as_posix()
            ships = file.suffix != ".ts" and file.name != ".gitkeep" and not inside.startswith(NOT_SHIPPED)
            if file.is_file() and ships:
                build_data["force_include"][str(file)] = f"chapterdesk/resources/{inside}"
        build_data["force_include"][str(root / "LICENSE")] = "chapterdesk/resources/licences/chapterdesk.txt"
