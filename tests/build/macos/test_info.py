"""The Info.plist of the bundle: the types that Apple documents, the same product everywhere, nothing unnecessary."""

import plistlib
from typing import Any

import pytest

from build import product
from build.macos import info

TYPES: dict[str, type] = {
    "CFBundleAllowMixedLocalizations": bool,
    "CFBundleDevelopmentRegion": str,
    "CFBundleDisplayName": str,
    "CFBundleDocumentTypes": list,
    "CFBundleExecutable": str,
    "CFBundleIconFile": str,
    "CFBundleIdentifier": str,
    "CFBundleInfoDictionaryVersion": str,
    "CFBundleLocalizations": list,
    "CFBundleName": str,
    "CFBundlePackageType": str,
    "CFBundleShortVersionString": str,
    "CFBundleSupportedPlatforms": list,
    "CFBundleVersion": str,
    "LSApplicationCategoryType": str,
    "LSBackgroundOnly": bool,
    "LSMinimumSystemVersion": str,
    "NSHighResolutionCapable": bool,
    "NSHumanReadableCopyright": str,
    "NSPrincipalClass": str,
    "NSRequiresAquaSystemAppearance": bool,
    "NSSupportsAutomaticGraphicsSwitching": bool,
    "UTExportedTypeDeclarations": list,
}
"""Apple's type of each key (Bundle Resources, Information Property List). A new key needs a line here."""


@pytest.fixture
def plist() -> dict[str, Any]:
    """What macOS reads, not what was written."""
    read: dict[str, Any] = plistlib.loads(plistlib.dumps(info.info_plist("1.2.3")))
    return read


def test_each_key_has_the_type_that_apple_documents_and_no_other_key_is_there(plist: dict[str, Any]) -> None:
    assert {key: type(value) for key, value in plist.items()} == TYPES
    assert plist == info.info_plist("1.2.3")


def test_the_bundle_is_the_product(plist: dict[str, Any]) -> None:
    assert plist["CFBundleIdentifier"] == product.IDENTIFIER
    assert plist["CFBundleExecutable"] == product.NAME
    assert (plist["CFBundleShortVersionString"], plist["CFBundleVersion"]) == ("1.2.3", "1.2.3")
    assert plist["LSMinimumSystemVersion"] == "14.0"
    assert plist["LSBackgroundOnly"] is False
    assert plist["CFBundleLocalizations"] == ["en", "es"]


def test_the_document_type_and_its_declaration_agree(plist: dict[str, Any]) -> None:
    (document,), (declared,) = plist["CFBundleDocumentTypes"], plist["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]] == [product.TYPE_IDENTIFIER]
    assert (document["CFBundleTypeRole"], document["LSHandlerRank"]) == ("Editor", "Owner")
    assert document["CFBundleTypeIconFile"] == declared["UTTypeIconFile"] == "document.icns"
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": ["chapterdesk"],
        "public.mime-type": [product.MIME_TYPE],
    }
    assert set(declared["UTTypeConformsTo"]) == {"public.data", "public.database"}


def test_no_permission_is_asked_for(plist: dict[str, Any]) -> None:
    """A text of why the camera, the microphone or the like is used is what makes macOS ask for it."""
    assert [key for key in plist if key.endswith("UsageDescription") or key == "NSAppTransportSecurity"] == []


@pytest.mark.parametrize(
    ("version", "number"), [("0.1.0", "0.1.0"), ("1.2.0rc1", "1.2.0"), ("10.20.30.dev4", "10.20.30")]
)
def test_a_version_is_three_numbers_on_macos(version: str, number: str) -> None:
    assert info.info_plist(version)["CFBundleVersion"] == number


@pytest.mark.parametrize("version", ["1.2", "", "v1.2.3", "1.x.3"])
def test_an_invalid_version_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match="three numbers"):
        info.info_plist(version)


def test_the_version_of_the_product_is_one_that_macos_reads() -> None:
    assert info.info_plist(product.version())


def test_the_icons_it_names_are_made_and_put_into_the_bundle() -> None:
    from build import icons

    spec = (product.ROOT / "build" / "chapterdesk.spec").read_text("utf-8")
    for name in (info.APPLICATION_ICON, info.DOCUMENT_ICON):
        assert f'given.icons / "{name}"' in spec
        assert name.removesuffix(".icns") in icons.DRAWINGS
