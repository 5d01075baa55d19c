"""Libraries that import modules by name, which packaging cannot see: key store, holidays, ReportLab."""

import importlib
import sys
from importlib.metadata import entry_points
from typing import Any, Final

from chapterdesk.domain.countries import COUNTRIES
from chapterdesk.domain.progress import SILENT
from chapterdesk.self_test.bench import TODAY, Bench, expect
from chapterdesk.self_test.key_store import in_memory
from chapterdesk.store.calendar import public_holidays
from chapterdesk.store.keeping import keystore
from chapterdesk.store.sqlite import cipher
from chapterdesk.ui.app import warm_up

KEY_STORES: Final = {
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
    "linux": ("keyring.backends.SecretService", "secretstorage", "jeepney", "keyring.backends.kwallet"),
}
"""The backends of keyring for the key store of each system; they are loaded but not used here."""
QUICK_PAPER: Final = "_rl_accel"
"""The functions of ReportLab in C. It looks for them by name, and without them a PDF takes half as long again."""
REGIONS: Final = (("ES", "MD"), ("ES", "CT"), ("DE", "BY"), ("GB", "SCT"), ("US", "CA"), ("CA", "QC"), ("BR", "SP"))


def run(bench: Bench) -> dict[str, Any]:
    """Return the findings; fails at a missing module or country."""
    expect(warm_up(SILENT) == "warm", "what the window loads beside itself is not there")
    importlib.import_module(QUICK_PAPER)
    return {"key_store": _key_store(bench), "countries": _holidays()}


def _key_store(bench: Bench) -> list[str]:
    """Load the backends of this system by their entry points, as keyring does; store a key in memory."""
    modules = KEY_STORES.get(sys.platform, ())
    for name in modules:
        importlib.import_module(name)
    named = {point.value.partition(":")[0] for point in entry_points(group="keyring.backends")}
    expect(not modules or modules[0] in named, f"keyring finds only {sorted(named)}: its metadata are missing")
    path = bench.place("libraries") / "protected"
    key = cipher.new_key("any")
    path.write_bytes(keystore.salt_in(key))
    with in_memory():
        expect(keystore.can_remember(), "keyring does not take a key store")
        expect(keystore.remember(path, key), "a key is not kept")
        expect(keystore.recall(path) == key, "a key that was kept is another one")
        keystore.forget(path)
        expect(keystore.recall(path) is None, "a key is not forgotten")
    expect(not keystore.can_remember(), "the self-test would reach the key store of the person")
    return list(modules)


def _holidays() -> int:
    """Compute the public holidays of every country that can be chosen, and of some of their regions."""
    for country, part in (*((code, "") for code, _name in COUNTRIES), *REGIONS):
        found = public_holidays(country, part, {TODAY.year})
        expect(len(found) >= 3, f"{country} {part} has {len(found)} public holidays")
        expect(all(found.values()), f"a public holiday of {country} has no name")
    return len(COUNTRIES)
