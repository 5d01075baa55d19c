"""Signing: from the inside out with keys, ad hoc without, a clear end when something is missing, no secret said."""

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build import product
from tests.build.macos.stand_ins import Mac
from tests.build.tools import needs

SIGN = product.ROOT / "build" / "macos" / "sign.sh"
NAME = "Developer ID Application: Invented Person (ABCDE12345)"
PASSWORD, P12 = "clave del certificado", b"the bytes of a certificate"
KEYS = {
    "CHAPTERDESK_MAC_IDENTITY": NAME,
    "CHAPTERDESK_MAC_CERTIFICATE": base64.b64encode(P12).decode(),
    "CHAPTERDESK_MAC_CERTIFICATE_PASSWORD": PASSWORD,
}
BEFORE = ["/Library/Keychains/login.keychain-db", "/Library/Keychains/con espacio.keychain-db"]
LISTED = "".join(f'    "{one}"\n' for one in BEFORE)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts of macOS need a shell of Unix")


@pytest.fixture
def keys(mac: Mac) -> Mac:
    """A Mac with a certificate in the environment, valid, and two keychains of its user."""
    mac.variables = dict(KEYS)
    mac.answer("security", "find-identity", says=f'  1) 0123ABCD "{NAME}"\n     1 valid identities found\n')
    mac.answer("security", "list-keychains", says=LISTED)
    return mac


def signed(mac: Mac) -> list[list[str]]:
    return mac.calls_of("codesign", "--force")


def nothing_is_left(mac: Mac) -> None:
    """The keychain is gone, the list of keychains as it was, and no certificate lies about."""
    (made,) = mac.calls_of("security", "create-keychain")
    path = made[-1]
    assert mac.calls_of("security", "delete-keychain") == [["security", "delete-keychain", path]]
    assert mac.calls_of("security", "list-keychains", "-d", "user", "-s")[-1][5:] == BEFORE
    assert mac.calls.index(["security", "delete-keychain", path]) == len(mac.calls) - 1
    assert mac.left == []


def no_secret_in(mac: Mac, said: str) -> None:
    (made,) = mac.calls_of("security", "create-keychain")
    for secret in (PASSWORD, KEYS["CHAPTERDESK_MAC_CERTIFICATE"], P12.decode(), made[3]):
        assert secret not in said


def test_without_keys_the_signature_is_ad_hoc_and_this_is_reported(mac: Mac, app: Path) -> None:
    done = mac.run(SIGN, app)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no keys are given, Chapter Desk.app gets an ad hoc signature" in done.stdout
    assert len(signed(mac)) == 6
    for call in signed(mac):
        assert call[1:5] == ["--force", "--sign", "-", "--timestamp=none"]
        assert "--entitlements" not in call
        assert "runtime" not in call  # with it, a program signed ad hoc finds none of its libraries
    assert mac.calls_of("security") == []
    assert mac.calls[-1][:4] == ["codesign", "--verify", "--deep", "--strict"]
    assert mac.left == []


def test_with_keys_everything_is_signed_from_the_inside_out(keys: Mac, app: Path) -> None:
    done = keys.run(SIGN, app)
    assert done.returncode == 0, done.stderr
    order = [str(Path(call[-1]).relative_to(app.parent)) for call in signed(keys)]
    inside = "Chapter Desk.app/Contents"
    framework = f"{inside}/Frameworks/PySide6/Qt/lib/QtCore.framework"
    assert set(order[:3]) == {
        f"{inside}/Frameworks/libsqlcipher.dylib",
        f"{inside}/Frameworks/rapidfuzz/fuzz.so",
        f"{framework}/Versions/A/Resources/loader",
    }
    assert order[3:] == [framework, f"{inside}/MacOS/chapterdesk-cli", "Chapter Desk.app"]
    assert keys.calls[-1][0] == "security"
    assert ["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)] in keys.calls


def test_the_hardened_runtime_is_everywhere_the_entitlements_at_the_programs(keys: Mac, app: Path) -> None:
    keys.run(SIGN, app)
    for call in signed(keys):
        assert call[1:5] == ["--force", "--sign", NAME, "--timestamp"]
        assert call[call.index("--options") + 1] == "runtime"
        program = call[-1].endswith(("chapterdesk-cli", ".app"))
        assert ("--entitlements" in call) is program, call[-1]
    assert keys.calls_of("plutil", "-convert", "xml1")  # codesign takes no comments


def test_a_temporary_keychain_is_used_and_removed(keys: Mac, app: Path) -> None:
    done = keys.run(SIGN, app)
    (made,) = keys.calls_of("security", "create-keychain")
    for call in signed(keys):
        assert call[call.index("--keychain") + 1] == made[-1]
    assert keys.calls_of("security", "list-keychains", "-d", "user", "-s")[0][5:] == [made[-1], *BEFORE]
    nothing_is_left(keys)
    no_secret_in(keys, done.stdout + done.stderr)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (("codesign", "--force"), "codesign refused"),
        (("codesign", "--verify"), "does not hold"),
        (("security", "import"), "is CHAPTERDESK_MAC_CERTIFICATE_PASSWORD right?"),
        (("security", "set-key-partition-list"), "was not taken into a keychain"),
    ],
)
def test_after_any_failure_the_keychain_is_removed_and_no_secret_was_printed(
    keys: Mac, app: Path, program: tuple[str, ...], said: str
) -> None:
    keys.answer(
        *program, code=7, complains=f"usage: import {PASSWORD} errSecInternalComponent\n" * (program[0] == "security")
    )
    done = keys.run(SIGN, app)
    assert done.returncode == 1
    assert said in done.stderr
    nothing_is_left(keys)
    no_secret_in(keys, done.stdout + done.stderr)


def test_the_time_server_of_apple_is_asked_again(keys: Mac, app: Path) -> None:
    away = "The timestamp service is not available.\n"
    keys.answer("codesign", "--force", code=1, complains=away, times=2)
    assert keys.run(SIGN, app).returncode == 0
    assert len(signed(keys)) == 8
    keys.answer("codesign", "--force", code=1, complains=away)
    done = keys.run(SIGN, app)
    assert done.returncode == 1
    assert away in done.stderr
    assert len(signed(keys)) == 8 + 5


def test_the_output_of_codesign_is_shown(keys: Mac, app: Path) -> None:
    keys.answer("codesign", "--force", code=1, complains="bundle format is ambiguous\n")
    assert "bundle format is ambiguous" in keys.run(SIGN, app).stderr


@pytest.mark.parametrize("certificate", [True, False])
def test_an_identity_missing_in_the_keychain_is_reported_and_nothing_signed(
    keys: Mac, app: Path, certificate: bool
) -> None:
    """Also a name that is only the beginning of the one that is there."""
    keys.variables["CHAPTERDESK_MAC_IDENTITY"] = NAME.removesuffix(" (ABCDE12345)")
    if not certificate:
        del keys.variables["CHAPTERDESK_MAC_CERTIFICATE"], keys.variables["CHAPTERDESK_MAC_CERTIFICATE_PASSWORD"]
    done = keys.run(SIGN, app)
    assert done.returncode == 1
    assert "CHAPTERDESK_MAC_IDENTITY is wrong, or it has expired" in done.stderr
    assert signed(keys) == []
    assert keys.left == []


@pytest.mark.parametrize("missing", list(KEYS))
def test_a_certificate_needs_its_password_and_a_name(keys: Mac, app: Path, missing: str) -> None:
    del keys.variables[missing]
    done = keys.run(SIGN, app)
    assert done.returncode == 2
    assert f"{missing} is missing" in done.stderr
    assert keys.calls == []


def test_a_certificate_that_is_not_base64_is_reported(keys: Mac, app: Path) -> None:
    keys.variables["CHAPTERDESK_MAC_CERTIFICATE"] = "*** no base64 ***"
    done = keys.run(SIGN, app)
    assert done.returncode == 2
    assert "CHAPTERDESK_MAC_CERTIFICATE is no base64" in done.stderr
    assert signed(keys) == []
    assert keys.left == []


def test_a_disk_image_is_signed_as_one(keys: Mac, image: Path) -> None:
    assert keys.run(SIGN, image).returncode == 0
    (call,) = signed(keys)
    assert call[-1] == str(image)
    assert "--options" not in call
    assert ["codesign", "--verify", "--strict", str(image)] in keys.calls


@pytest.mark.parametrize("name", ["missing.app", "notes.txt"])
def test_a_file_that_cannot_be_signed_is_reported(mac: Mac, tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("words")
    done = mac.run(SIGN, tmp_path / name)
    assert done.returncode == 2
    assert name in done.stderr


@needs("shellcheck")
@pytest.mark.parametrize("script", ["sign.sh", "notarise.sh"])
def test_shellcheck_finds_nothing(script: str) -> None:
    path = product.ROOT / "build" / "macos" / script
    done = subprocess.run([str(shutil.which("shellcheck")), str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
