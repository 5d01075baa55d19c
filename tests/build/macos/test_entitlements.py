"""What the signed program may do beyond the hardened runtime: this, for its reason, and nothing more."""

import plistlib

from build import product

FILE = product.ROOT / "build" / "macos" / "entitlements.plist"


def test_the_entitlements_are_exactly_the_allowed_ones() -> None:
    with FILE.open("rb") as file:
        assert plistlib.load(file) == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_every_exclusion_has_its_reason() -> None:
    text = FILE.read_text(encoding="utf-8")
    for one in (
        "disable-library-validation",
        "allow-jit",
        "allow-dyld-environment-variables",
        "network.client",
        "app-sandbox",
    ):
        assert f"{one} " in text or f"{one}," in text, one
