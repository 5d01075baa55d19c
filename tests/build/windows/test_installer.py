"""Compiling the installer: the same bytes each time, no warnings, nothing unknown, signed when a command is given."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from build.commands import BuildError

from build import product
from build.windows import installer, signing
from chapterdesk import paths
from tests.build.tools import needs
from tests.build.windows.conftest import OLD
from tests.build.windows.wine import Windows, native


@needs("makensis")
def test_the_same_programs_give_the_same_bytes_without_a_warning(
    bundles: dict[str, Path],
    icons: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(product, "version", lambda: OLD)
    first = installer.make(bundles[OLD], icons, tmp_path / "one")
    for file in bundles[OLD].rglob("*"):
        file.touch()  # another time
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    second = installer.make(bundles[OLD], icons, tmp_path / "two and ñ")
    assert first.name == f"ChapterDesk-{OLD}-windows-x86_64-setup.exe"
    assert first.read_bytes() == second.read_bytes()
    assert capsys.readouterr().out == f"== Not signed: {signing.VARIABLE} is not set\n" * 2
    assert [file.name for file in (tmp_path / "one").iterdir()] == [first.name]


@needs("makensis")
def test_a_file_that_uninstalling_would_leave_is_not_packed(
    bundles: dict[str, Path], icons: Path, tmp_path: Path
) -> None:
    (bundles[OLD] / "readme.txt").touch()
    try:
        with pytest.raises(BuildError, match=r"readme\.txt is unknown"):
            installer.make(bundles[OLD], icons, tmp_path)
    finally:
        (bundles[OLD] / "readme.txt").unlink()
    with pytest.raises(BuildError, match=r"_internal is missing"):
        installer.make(tmp_path, icons, tmp_path)


@needs("makensis")
def test_a_path_too_long_for_windows_is_reported(bundles: dict[str, Path], icons: Path, tmp_path: Path) -> None:
    file = bundles[OLD] / "_internal" / ("n" * installer.LONGEST_PATH)
    file.touch()
    try:
        with pytest.raises(BuildError, match="too long a path"):
            installer.make(bundles[OLD], icons, tmp_path)
    finally:
        file.unlink()


def test_without_nsis_the_error_says_where_to_get_it(
    icons: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATH", "ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.setenv(name, str(tmp_path))
    with pytest.raises(BuildError, match="apt install nsis"):
        installer.make(tmp_path, icons, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="the compiler is a script here")
def test_an_nsis_for_32_bits_only_makes_a_32_bit_installer(tmp_path: Path) -> None:
    home = tmp_path / "NSIS"
    (home / "Stubs").mkdir(parents=True)
    compiler = home / "makensis"
    compiler.write_text(f"#!/bin/sh\necho 'Defined symbols: A=1,NSISDIR={home}\n,B=2'\n")
    compiler.chmod(0o755)
    assert installer.target(compiler) == "x86-unicode"
    (home / "Stubs" / "lzma_solid-amd64-unicode").touch()
    assert installer.target(compiler) == "amd64-unicode"


def test_what_is_removed_with_the_data_is_what_the_program_keeps_there() -> None:
    script = (installer.HERE / "registration.nsh").read_text(encoding="utf-8")
    removed = set(re.findall(r'"\$\{DATA\}\\([^"*]+?)(?:\.\*)?"', script.split("Function un.RemoveData")[1]))
    kept = {place().name for place in (paths.backup_folder, paths.resting_folder, paths.running_folder)}
    assert removed == {*kept, paths.settings_file().name, paths.fault_log().name, "demo"}
    assert paths.erasure_ledger().name not in removed


def test_the_program_and_its_shortcut_have_the_same_identifier() -> None:
    assert paths.IDENTIFIER == product.IDENTIFIER


@needs("makensis")
def test_the_official_32_bit_nsis_compiles_the_script(
    bundles: dict[str, Path],
    icons: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(installer, "target", lambda _compiler: "x86-unicode")
    made = installer.make(bundles[OLD], icons, tmp_path).read_bytes()
    start = int.from_bytes(made[0x3C:0x40], "little")
    assert made[start : start + 6] == b"PE\0\0\x4c\x01"  # i386
    assert len(capsys.readouterr().out.splitlines()) == 1  # no warnings


# Signing


def test_a_command_that_names_no_file_signs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(signing.VARIABLE, "signtool sign")
    with pytest.raises(BuildError, match=r"\{file\}"):
        signing.sign(tmp_path / "a.exe")


def test_a_missing_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(signing.VARIABLE, f"{tmp_path}/signtool {{file}}")
    with pytest.raises(BuildError, match="signtool"):
        signing.sign(tmp_path / "a.exe")


@needs("makensis")
@pytest.mark.parametrize(("fails_at", "told"), [("ChapterDesk.exe", "ChapterDesk.exe"), ("setup.exe", "no key here")])
def test_a_signature_that_fails_ends_the_build(
    bundles: dict[str, Path],
    icons: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fails_at: str,
    told: str,
) -> None:
    signer = tmp_path / "a signer.py"
    signer.write_text(f"import sys\nif sys.argv[1].endswith({fails_at!r}): sys.exit('no key here')\n")
    monkeypatch.setenv(signing.VARIABLE, f'"{sys.executable}" "{signer}" {{file}}')
    with pytest.raises(BuildError, match=told) as failed:
        installer.make(bundles[OLD], icons, tmp_path / "out")
    assert "no key here" in str(failed.value)
    assert list((tmp_path / "out").glob("*.exe")) == []


@needs("makensis", "wine", "osslsigncode", "openssl")
def test_with_a_key_all_four_programs_are_signed_and_run(
    windows: Windows, bundles: dict[str, Path], icons: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=ChapterDesk test", "-addext", "extendedKeyUsage=codeSigning"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *files, *subject]
    subprocess.run(make, check=True, capture_output=True)
    monkeypatch.setenv(
        signing.VARIABLE, f"osslsigncode sign -certs '{certificate}' -key '{key}' -in {{file}} -out {{file}}.signed"
    )
    before = {name: (bundles[OLD] / name).read_bytes() for name in (installer.PROGRAM, installer.CONSOLE)}

    def is_signed(file: Path) -> bool:
        verify = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(file)]
        return subprocess.run(verify, capture_output=True, check=False).returncode == 0

    try:
        setup = installer.make(bundles[OLD], icons, tmp_path / "out")
        assert is_signed(setup)
        assert windows.run(setup, "/S") == 0
        assert not is_signed(icons / "chapterdesk.ico")
        for name in (installer.PROGRAM, installer.CONSOLE, installer.UNINSTALLER):
            assert is_signed(windows.place / name)
        assert windows.run(windows.place / installer.UNINSTALLER, f"/S _?={native(windows.place)}") == 0
        assert windows.registry() == {}
    finally:
        for name, data in before.items():
            (bundles[OLD] / name).write_bytes(data)
