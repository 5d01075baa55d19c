"""Notarising: sent and stapled with keys, not at all without, refused with Apple's own log, no secret said."""

import base64
import sys
from pathlib import Path

import pytest

from build import product
from tests.build.macos.stand_ins import Mac

NOTARISE = product.ROOT / "build" / "macos" / "notarise.sh"
KEY = "-----BEGIN PRIVATE KEY----- invented"
KEYS = {
    "CHAPTERDESK_MAC_IDENTITY": "Developer ID Application: Invented Person (ABCDE12345)",
    "CHAPTERDESK_MAC_NOTARY_KEY_ID": "KEYID12345",
    "CHAPTERDESK_MAC_NOTARY_ISSUER": "11111111-2222-3333-4444-555555555555",
    "CHAPTERDESK_MAC_NOTARY_KEY": base64.b64encode(KEY.encode()).decode(),
}
SENT = "Successfully uploaded file\n  id: 0a1b2c3d\nCurrent status: In Progress.....\nProcessing complete\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts of macOS need a shell of Unix")


@pytest.fixture
def keys(mac: Mac) -> Mac:
    """A Mac with a key of App Store Connect; Apple accepts what it is sent."""
    mac.variables = dict(KEYS)
    mac.answer("xcrun", "notarytool", "submit", says=f"{SENT}  id: 0a1b2c3d\n  status: Accepted\n")
    return mac


def test_without_keys_nothing_is_sent_and_this_is_reported(mac: Mac, app: Path) -> None:
    done = mac.run(NOTARISE, app)
    assert (done.returncode, done.stdout) == (0, "notarise: no keys are given, Chapter Desk.app is not notarised\n")
    assert mac.calls == []


def test_an_application_is_sent_as_an_archive_stapled_and_shown_to_gatekeeper(keys: Mac, app: Path) -> None:
    done = keys.run(NOTARISE, app)
    assert done.returncode == 0, done.stderr
    packed, submitted, stapled, looked = keys.calls
    assert packed[:5] == ["ditto", "-c", "-k", "--keepParent", str(app)]
    assert submitted[:4] == ["xcrun", "notarytool", "submit", packed[-1]]
    assert "--wait" in submitted
    assert stapled == ["xcrun", "stapler", "staple", str(app)]
    assert looked == ["spctl", "--assess", "--type", "execute", "--verbose=2", str(app)]
    assert keys.left == []


def test_a_disk_image_is_sent_as_it_is(keys: Mac, image: Path) -> None:
    assert keys.run(NOTARISE, image).returncode == 0
    submitted, stapled, looked = keys.calls
    assert submitted[3] == str(image)
    assert stapled[-1] == str(image)
    assert looked[2:6] == ["--type", "open", "--context", "context:primary-signature"]


def test_the_key_is_in_a_file_only_while_sending_and_is_never_printed(keys: Mac, image: Path) -> None:
    done = keys.run(NOTARISE, image)
    (submitted,) = keys.calls_of("xcrun", "notarytool")
    assert submitted[submitted.index("--key-id") + 1] == "KEYID12345"
    assert not Path(submitted[submitted.index("--key") + 1]).exists()
    assert keys.left == []
    assert KEY not in done.stdout + done.stderr
    assert KEYS["CHAPTERDESK_MAC_NOTARY_KEY"] not in done.stdout + done.stderr + repr(keys.calls)


def test_a_keychain_profile_replaces_the_key(keys: Mac, image: Path) -> None:
    keys.variables = {"CHAPTERDESK_MAC_IDENTITY": "x", "CHAPTERDESK_MAC_NOTARY_PROFILE": "chapterdesk"}
    assert keys.run(NOTARISE, image).returncode == 0
    (submitted,) = keys.calls_of("xcrun", "notarytool")
    assert submitted[4:6] == ["--keychain-profile", "chapterdesk"]
    assert "--key" not in submitted


def test_a_key_may_be_a_file(keys: Mac, image: Path, tmp_path: Path) -> None:
    file = tmp_path / "AuthKey.p8"
    del keys.variables["CHAPTERDESK_MAC_NOTARY_KEY"]
    keys.variables["CHAPTERDESK_MAC_NOTARY_KEY_FILE"] = str(file)
    assert f"{file} is not there" in keys.run(NOTARISE, image).stderr
    file.write_text(KEY)
    assert keys.run(NOTARISE, image).returncode == 0
    assert file.read_text() == KEY


@pytest.mark.parametrize("code", [0, 65])
def test_a_refusal_by_apple_ends_with_its_log(keys: Mac, app: Path, code: int) -> None:
    """Some releases of notarytool end with 0 all the same."""
    keys.answer("xcrun", "notarytool", "submit", says=f"{SENT}  id: 0a1b2c3d\n  status: Invalid\n", code=code)
    keys.answer("xcrun", "notarytool", "log", says='"message": "The signature of the binary is invalid."\n')
    done = keys.run(NOTARISE, app)
    assert done.returncode == 1
    assert "The signature of the binary is invalid." in done.stderr
    assert "Apple did not notarise Chapter Desk.app: Invalid, submission 0a1b2c3d" in done.stderr
    assert keys.calls_of("xcrun", "notarytool", "log")[0][3] == "0a1b2c3d"
    assert keys.calls_of("xcrun", "stapler") == []
    assert keys.left == []


def test_a_missing_answer_is_reported_as_such(keys: Mac, app: Path) -> None:
    keys.answer(
        "xcrun", "notarytool", "submit", complains="Error: HTTP status code: 401. Invalid credentials\n", code=1
    )
    done = keys.run(NOTARISE, app)
    assert done.returncode == 1
    assert "401" in done.stdout
    assert "no answer" in done.stderr
    assert keys.calls_of("xcrun", "notarytool", "log") == []


def test_a_late_ticket_is_requested_again(keys: Mac, app: Path) -> None:
    keys.answer("xcrun", "stapler", code=65, times=2)
    assert keys.run(NOTARISE, app).returncode == 0
    assert len(keys.calls_of("xcrun", "stapler")) == 3


def test_a_ticket_that_never_comes_is_reported(keys: Mac, app: Path) -> None:
    keys.answer("xcrun", "stapler", code=65, complains="CloudKit query failed\n")
    done = keys.run(NOTARISE, app)
    assert done.returncode == 1
    assert "CloudKit query failed" in done.stderr
    assert len(keys.calls_of("xcrun", "stapler")) == 5


def test_a_refusal_by_gatekeeper_is_reported(keys: Mac, app: Path) -> None:
    keys.answer("spctl", code=3, complains="rejected\nsource=Unnotarized Developer ID\n")
    done = keys.run(NOTARISE, app)
    assert done.returncode == 1
    assert "Unnotarized" in done.stderr


@pytest.mark.parametrize("missing", list(KEYS))
def test_incomplete_keys_are_refused(keys: Mac, app: Path, missing: str) -> None:
    del keys.variables[missing]
    done = keys.run(NOTARISE, app)
    assert done.returncode == 2
    assert f"{missing.removesuffix('_KEY') if missing.endswith('Y_KEY') else missing}" in done.stderr
    assert "is missing" in done.stderr
    assert keys.calls == []


def test_a_key_that_is_not_base64_is_reported(keys: Mac, app: Path) -> None:
    keys.variables["CHAPTERDESK_MAC_NOTARY_KEY"] = "*** no base64 ***"
    done = keys.run(NOTARISE, app)
    assert (done.returncode, keys.calls, keys.left) == (2, [], [])
    assert "CHAPTERDESK_MAC_NOTARY_KEY is no base64" in done.stderr
