"""The version resource of the programs on Windows, which the properties of a file show, as text for PyInstaller."""

from pathlib import Path

from build import product

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "{publisher}"),
      StringStruct("FileDescription", "{name}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "{publisher}, MIT licence"),
      StringStruct("ProductName", "{name}"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])])
  ]
)
"""


def write(file: Path) -> Path:
    """Write the version resource and return its file."""
    version = product.version()
    told = _TEXT.format(
        numbers=(*product.numbers(version), 0), publisher=product.PUBLISHER, name=product.NAME, version=version
    )
    file.write_text(told, encoding="utf-8")
    return file
