"""Builds the packages of the system it runs on: `python build/package.py`, on Windows, macOS and Linux.

Translations, icons and licences; PyInstaller; the self-test of what was built; the installer; the self-test of what
that installs; bill of materials and checksums. The results are in `dist/packages`. It needs Python and a network for
the locked libraries, and makes its own environments; Windows also needs NSIS, Linux dpkg.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from build import bundle, contents, environments, licences, product, readme_figures, sbom, self_tests, sizes
from build.commands import BuildError, run, say
from build.linux import system_libraries


def installer() -> ModuleType:
    """Return the module that makes and tests the installer of this system: it has `make` and `installed`."""
    if sys.platform == "win32":
        from build.windows import installer as windows

        return windows
    if sys.platform == "darwin":
        from build.macos import disk_image

        return disk_image
    from build.linux import tarball

    return tarball


def package(work: Path, out: Path, *, twice: bool = False) -> readme_figures.Figures:
    """Make all packages of this system in `out`, with intermediate files in `work`; return their figures.

    `twice` freezes the program again in another folder and compares the results. Raises BuildError at the first step
    that fails. `out` is emptied first, and stays empty until the installed program has passed its self-test.
    """
    environments.refuse_static_python()
    shutil.rmtree(out, ignore_errors=True)
    program = environments.environment("program", work)
    tools = environments.environment("tools", work)
    say("Translations")
    run([program, product.ROOT / "build" / "translations.py", "check"], environment=bundle.fixed())
    bundle.install_program(program)
    icons = work / "icons"
    say("Icons")
    run([program, product.ROOT / "build" / "icons.py", icons], environment=bundle.fixed())
    told_licences = licences.write(program, tools, work / "third-party.txt")
    built = bundle.freeze(program, icons, told_licences, work)
    if surprises := contents.surprises(built):
        raise BuildError("The bundle is not what build/contents.py says: " + "; ".join(surprises))
    licences.refuse_unlisted(program, bundle.programs(built) / product.WINDOW_PROGRAM)
    told = self_tests.self_test(bundle.programs(built), "the bundle")

    if twice:
        with tempfile.TemporaryDirectory(prefix="chapterdesk-again-") as place:
            again = bundle.freeze(program, icons, told_licences, Path(place))
            if different := bundle.differences(built, again):
                raise BuildError(f"Frozen twice, these differ: {', '.join(different)}")
        say("Frozen twice: the same bytes")

    making = work / "packages"
    shutil.rmtree(making, ignore_errors=True)
    name = f"{product.NAME}-{product.version()}"
    system = installer()
    packed: Path = system.make(built, icons, making)
    with (
        tempfile.TemporaryDirectory(prefix="chapterdesk-installed-") as place,
        system.installed(packed, Path(place)) as at,
    ):
        self_tests.self_test(at, "the installed program")
    of_system = system_libraries.packages(built) if sys.platform == "linux" else {}
    sbom.write(program, tools, told, of_system, making / f"{name}-{product.system()}.cdx.json")
    shutil.copy(bundle.third_party(built), making / f"{name}-{product.system()}-licences.txt")
    checksums(making)
    shutil.copytree(making, out)
    say("Start-up, in turns with the program from source")
    start = json.loads(
        run([program, product.ROOT / "build" / "start.py", bundle.programs(built) / product.WINDOW_PROGRAM])
    )
    return readme_figures.Figures(product.system(), sizes.sizes(built), packed.stat().st_size, start)


def checksums(folder: Path) -> Path:
    """Write SHA256SUMS of the files in a folder, in the form that `sha256sum --check` reads, and return it."""
    file = folder / f"SHA256SUMS-{product.system()}"
    lines = [
        f"{hashlib.sha256(made.read_bytes()).hexdigest()}  {made.name}\n"
        for made in sorted(folder.iterdir())
        if not made.name.startswith("SHA256SUMS")
    ]
    file.write_text("".join(lines), "utf-8", newline="\n")
    return file


def main() -> int:
    """Make the packages.

    Returns 0 when they are made and start fast enough, or else 1 with a line that says what to do.
    """
    parser = argparse.ArgumentParser(prog="python build/package.py", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--write", action="store_true", help="put size and start-up of this system into build/README.md"
    )
    parser.add_argument("--twice", action="store_true", help="freeze twice and compare: same input, same bytes")
    given = parser.parse_args()
    out = product.DIST / "packages"
    try:
        figures = package(product.DIST / "work", out, twice=given.twice)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    print(readme_figures.table([figures]))
    if given.write:
        readme_figures.write(figures)
    for made in sorted(out.iterdir()):
        say(f"{made.relative_to(product.ROOT).as_posix()}, {sizes.megabytes(made.stat().st_size)}")
    if not figures.quick:
        sys.stderr.write("The bundle starts too slowly; see build/start.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
