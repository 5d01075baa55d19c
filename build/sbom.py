"""The bill of materials (CycloneDX, JSON) of everything that ships, made by cyclonedx-py and completed here.

cyclonedx-py lists the libraries of an environment. Packaging tools are removed; libraries inside other libraries
(SQLite in sqlcipher3) are added, with the versions that the packaged program reports.
"""

import json
import platform
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build import product
from build.bundle import fixed
from build.commands import run, say
from build.licences import normal, refuse_untold, shipped

NATIVE = {
    "python": ("cpe:2.3:a:python:python:{}:*:*:*:*:*:*:*", "PSF-2.0"),
    "qt": ("cpe:2.3:a:qt:qt:{}:*:*:*:*:*:*:*", "LGPL-3.0-only"),
    "sqlite": ("cpe:2.3:a:sqlite:sqlite:{}:*:*:*:*:*:*:*", "blessing"),
    "openssl": ("cpe:2.3:a:openssl:openssl:{}:*:*:*:*:*:*:*", "Apache-2.0"),
    "sqlcipher": ("cpe:2.3:a:zetetic:sqlcipher:{}:*:*:*:*:*:*:*", "BSD-3-Clause"),
}
"""What ships but is not on PyPI: the name under which its vulnerabilities are published, and its licence."""


def write(program: Path, tools: Path, versions: Mapping[str, str], of_system: Mapping[str, str], file: Path) -> Path:
    """Write the bill of materials into `file` and return it.

    `program` and `tools` are the Pythons of the two environments; `versions` are those of the self-test, `of_system`
    the system packages of which libraries ship.
    """
    say("Bill of materials")
    project = product.ROOT / "pyproject.toml"
    command: list[str | Path] = [tools, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--sv", "1.6"]
    told = run([*command, "--of", "JSON", "--pyproject", project, program], environment=fixed())
    bill = completed(json.loads(told), versions, of_system)
    refuse_untold((entry["name"] for entry in bill["components"]), "cyclonedx-py")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(bill, indent=2, sort_keys=True, ensure_ascii=False) + "\n", "utf-8", newline="\n")
    return file


def completed(bill: dict[str, Any], versions: Mapping[str, str], of_system: Mapping[str, str]) -> dict[str, Any]:
    """Convert the bill of an environment to one of the product: without packaging tools, with inner libraries."""
    names = shipped()
    libraries = [entry for entry in bill["components"] if normal(entry["name"]) in names]
    inside = dict(versions)
    name, _, number = inside["cryptography"].partition(" ")  # "OpenSSL 3.6.0 1 Oct 2025", which SQLCipher uses
    if name == "OpenSSL":
        inside["openssl"] = number
    native = [_native(name, inside[name]) for name in NATIVE if name in inside]
    native += [_of_system(name, number) for name, number in of_system.items()]
    kept = {entry["bom-ref"] for entry in libraries}
    root = dict(bill["metadata"]["component"], version=product.version(), name=product.NAME)
    needed = [
        {"ref": entry["ref"], "dependsOn": sorted(kept.intersection(entry.get("dependsOn", [])))}
        for entry in bill["dependencies"]
        if entry["ref"] in kept
    ]
    everything = sorted(kept | {entry["bom-ref"] for entry in native})
    needed.append({"ref": root["bom-ref"], "dependsOn": everything})
    return bill | {
        "metadata": bill["metadata"] | {"component": root},
        "components": sorted(libraries + native, key=lambda entry: str(entry["bom-ref"]).lower()),
        "dependencies": sorted(needed, key=lambda entry: str(entry["ref"]).lower()),
    }


def _native(name: str, version: str) -> dict[str, Any]:
    cpe, licence = NATIVE[name]
    plain = re.match(r"[\d.]+", version)
    number = plain[0] if plain else version
    return {
        "type": "library",
        "bom-ref": f"native:{name}=={number}",
        "name": name,
        "version": number,
        "cpe": cpe.format(number),
        "purl": f"pkg:generic/{name}@{number}",
        "licenses": [{"license": {"id": licence}}],
    }


def _of_system(name: str, version: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"system:{name}=={version}",
        "name": name,
        "version": version,
        "purl": f"pkg:deb/{platform.freedesktop_os_release()['ID']}/{name}@{version}",
    }
