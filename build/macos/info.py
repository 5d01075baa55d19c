"""What the application bundle tells macOS of itself: `Info.plist`, with the type of a desk file."""

from typing import Any

from build import product

OLDEST_SYSTEM = "14.0"
"""The oldest macOS that PySide6 6.12 runs on."""
LANGUAGES = ("en", "es")
"""Languages of the program: in these the system's own dialogs (open, save, print) speak when the director uses them."""
APPLICATION_ICON, DOCUMENT_ICON = "chapterdesk.icns", "document.icns"
"""Files of Contents/Resources; the spec puts the first there as the icon of BUNDLE, the second as data."""


def info_plist(version: str) -> dict[str, Any]:
    """Return the keys of Info.plist for a version of the product; raises ValueError for one that macOS cannot read.

    Only what the program needs: no camera, no microphone, no contacts, no address of the network.
    """
    number = ".".join(map(str, product.numbers(version)))
    return {
        "CFBundleIdentifier": product.IDENTIFIER,
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        # PyInstaller would take both from the last program of the spec; the bundle has one, and it has a window.
        "CFBundleExecutable": product.NAME,
        "LSBackgroundOnly": False,
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": number,
        "CFBundleVersion": number,
        "CFBundleIconFile": APPLICATION_ICON,
        "CFBundleDevelopmentRegion": LANGUAGES[0],
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleAllowMixedLocalizations": True,
        "CFBundleSupportedPlatforms": ["MacOSX"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": product.NAME,
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": DOCUMENT_ICON,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [product.TYPE_IDENTIFIER],
                "LSTypeIsPackage": False,
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": product.TYPE_IDENTIFIER,
                "UTTypeDescription": product.NAME,  # the Finder's column Kind; a name needs no translation
                "UTTypeConformsTo": ["public.data", "public.database"],
                "UTTypeIconFile": DOCUMENT_ICON,
                "UTTypeTagSpecification": {
                    "public.filename-extension": [product.SUFFIX.removeprefix(".")],
                    "public.mime-type": [product.MIME_TYPE],
                },
            }
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"© {product.PUBLISHER}. MIT licence.",
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # the window follows the system's dark look
        "NSSupportsAutomaticGraphicsSwitching": True,  # a laptop stays on the graphics that save its battery
    }
