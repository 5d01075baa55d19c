"""A key store in memory: the self-test stores nothing in that of the user."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_memory() -> Iterator[None]:
    """Make keyring use memory of this process, and restore its backend afterwards."""
    import keyring
    from keyring.backend import KeyringBackend

    class InMemory(KeyringBackend):
        """Stores passwords by service and name."""

        priority = 5

        def __init__(self) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self._kept: dict[tuple[str, str], str] = {}

        def set_password(self, service: str, username: str, password: str) -> None:
            """Keep it."""
            self._kept[service, username] = password

        def get_password(self, service: str, username: str) -> str | None:
            """Give it back."""
            return self._kept.get((service, username))

        def delete_password(self, service: str, username: str) -> None:
            """Forget it."""
            self._kept.pop((service, username), None)

    before = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    try:
        yield
    finally:
        keyring.set_keyring(before)
