"""A key store that forgets everything: the self-test keeps nothing in the one of the person."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_memory() -> Iterator[None]:
    """Let keyring keep what it is given in this process, and be as it was afterwards."""
    import keyring
    from keyring.backend import KeyringBackend

    class InMemory(KeyringBackend):
        """What is kept, by service and name."""

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
