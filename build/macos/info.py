"""The `Info.plist` of the application bundle, with the type of a desk file."""

from typing import Any

from build import product

OLDEST_SYSTEM = "14.0"
"""The oldest macOS that PySide6 6.12 runs on."""
LANGUAGES = ("en", "es")
"""Languages of the program, in which the dialogs of the system (open, save, print) can appear."""
APPLICATION_ICON, DOCUMENT_ICON = "chapterdesk.icns", "document.icns"
"""Files of Contents/Resources; the spec adds the first as the icon of BUNDLE, the second as data."""


def info_plist(version: str) -> dict[str, Any]:
    """Return the keys of Info.plist for a version of the product.

    Raises ValueError for a version that macOS cannot read. The result has only what the program needs: no camera,
    microphone, contacts or network addresses.
    """
    number = ".".join(map(str, product.numbers(version)))
    return {
        "CFBundleIdentifier": product.IDENTIFIER,
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        # PyInstaller would take both from the last program of the spec; the bundle has one program, with a window.
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
        "NSRequiresAquaSystemAppearance": False,  # the window follows the dark theme of the system
        "NSSupportsAutomaticGraphicsSwitching": True,  # a laptop keeps using the graphics that save its battery
    }
