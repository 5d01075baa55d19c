"""Key stores for tests: one in memory, one that refuses, one that protects nothing."""

from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class InMemory(KeyringBackend):
    """Keeps passphrases in a dict, and counts as secure."""

    priority: ClassVar[float] = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


class Refusing(InMemory):
    """A store that is locked."""

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002 - keyring's own names
        raise PermissionError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002 - keyring's own names
        raise PermissionError("locked")


class PlainText(InMemory):
    """A store that protects nothing."""

    priority: ClassVar[float] = 0.5
