"""Where a desk file lies: in a folder that a service copies to other computers, on a network, or simply on the disk.

Two computers that write one file at once can spoil it, and a service that copies a file while it is written can, too.
Whole names of folders decide, and where the services say themselves that they are (environment, marks, mounts):
"Megan" is not MEGA, and a "Boxing Club" is not Box.
"""

import ctypes
import enum
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from chapterdesk import paths
from chapterdesk.domain.text import N_


class PlaceKind(enum.Enum):
    """Why a place is not a good one."""

    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is not a good one: the service that copies it, or the computer that it is on ("" when unknown)."""

    kind: PlaceKind
    name: str

    @property
    def advice(self) -> str:
        """What can happen there and what is better, to be translated; {service} stands for the name."""
        if self.kind is PlaceKind.SYNCED:
            return N_(
                "{service} copies this folder to other computers. If two computers write the file at once, or it is"
                " copied while it is being written, it can be spoilt. Keep the file itself elsewhere; backups may"
                " stay there."
            )
        if self.name:
            return N_(
                "This file lies on {service}, across the network. If the connection breaks, or two computers write at"
                " once, it can be spoilt. Keep the file itself on this computer; backups may stay there."
            )
        return N_(
            "This file lies on a network drive. If the connection breaks, or two computers write at once, it can"
            " be spoilt. Keep the file itself on this computer; backups may stay there."
        )


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system as the system has it: where it hangs, its type, what it is made from."""

    at: str
    type: str
    source: str


_ANYWHERE: tuple[tuple[str, str], ...] = (
    (r"onedrive( ?- ?.+)?", "OneDrive"),
    (r"dropbox( \(.+\)|-.+)?", "Dropbox"),
    (r"icloud ?drive|com~apple~clouddocs|icloud~.+", "iCloud Drive"),
    (r"google ?drive(-.+| \(.+\))?", "Google Drive"),
    (r"box sync|box-box", "Box"),
    (r"pcloud ?drive|pcloud sync", "pCloud"),
    (r"nextcloud\d?", "Nextcloud"),
    (r"owncloud\d?", "ownCloud"),
    (r"megasync|megadrive", "MEGA"),
    (r"proton ?drive(-.+)?", "Proton Drive"),
    (r"synologydrive|synology drive", "Synology Drive"),
    (r"kdrive", "kDrive"),
    (r"yandex\.disk", "Yandex Disk"),
    (r"syncthing", "Syncthing"),
)
"""Names of folders (in small letters) that nobody gives to anything else."""
_AT_HOME = {"Box": "Box", "MEGA": "MEGA", "pCloud": "pCloud", "Seafile": "Seafile", "Tresors": "Tresorit"}
"""Names that other folders have, too: only straight in the home folder, at the top of a drive, or where macOS puts
what is synced, and spelt like this."""
_DRIVE_TOPS = {"my drive", "mi unidad", "el meu disc", "nire unitatea", "a miña unidade", "shared drives"}
"""What Google Drive calls its top folder on a drive of its own."""
_ENVIRONMENT = {"OneDrive": "OneDrive", "OneDriveConsumer": "OneDrive", "OneDriveCommercial": "OneDrive"}
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".seafile-data": "Seafile",
    "com.apple.icloud.desktop": "iCloud Drive",
    "com.apple.file-provider-domain-id": "iCloud Drive",
}
"""What a service leaves in the folder that it copies. With com.apple it is no file but an attribute of macOS: iCloud
keeps the documents where they always were, and puts it on that folder (the second since macOS 15)."""
_NETWORK_TYPES = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|ncpfs|afs|ceph|glusterfs|lustre|sshfs|gvfsd-fuse|beegfs"
)
_SYNCED_TYPES = {
    "rclone": "rclone",
    "google-drive-ocamlfuse": "Google Drive",
    "pcloud": "pCloud",
    "onedriver": "OneDrive",
}


def place_of(
    path: PurePath,
    home: PurePath,
    environment: Mapping[str, str],
    mounts: Iterable[Mount] = (),
    has_mark: Callable[[PurePath, str], bool] = lambda _folder, _mark: False,
) -> Place | None:
    """Return what is the matter with the place of a file, None when it is a good one.

    `path` is absolute, of this system or of another (for tests); `has_mark(folder, name)` tells whether a folder holds
    a mark of a service.
    """
    service = _by_environment(path, environment) or _by_name(path, home) or _by_mark(path, has_mark)
    if service:
        return Place(PlaceKind.SYNCED, service)
    if isinstance(path, PureWindowsPath):
        return _windows_share(path)
    if (found := _gvfs(path)) is not None:
        return found
    return _by_mount(path, mounts)


def _by_environment(path: PurePath, environment: Mapping[str, str]) -> str:
    for variable, service in _ENVIRONMENT.items():
        folder = environment.get(variable, "")
        if folder and path.is_relative_to(type(path)(folder)):
            return service
    return ""


def _by_name(path: PurePath, home: PurePath) -> str:
    folders = path.parts[:-1]
    for folder in folders:
        for pattern, service in _ANYWHERE:
            if re.fullmatch(pattern, folder.casefold()):
                return service
    tops = [folders[1:2]]
    if path.is_relative_to(home):
        inside = path.relative_to(home).parts[:-1]
        tops = [inside[:1]]
        if inside[:2] == ("Library", "CloudStorage"):
            service = "".join(inside[2:3]).split("-")[0]  # nothing but synced folders is there
            return _AT_HOME.get(service, service)
    for top in tops:
        for name in top:
            if name in _AT_HOME:
                return _AT_HOME[name]
    on_own_drive = isinstance(path, PureWindowsPath) and path.drive.endswith(":") and path.drive[0].upper() > "C"
    if on_own_drive and folders[1:2] and folders[1].casefold() in _DRIVE_TOPS:
        return "Google Drive"
    return ""


def _by_mark(path: PurePath, has_mark: Callable[[PurePath, str], bool]) -> str:
    for folder in path.parents:
        for mark, service in _MARKS.items():
            if has_mark(folder, mark):
                return service
    return ""


def _windows_share(path: PureWindowsPath) -> Place | None:
    drive = path.drive.replace("/", "\\")
    if re.match(r"(?i)\\\\[?.]\\UNC\\", drive):
        return Place(PlaceKind.NETWORK, drive.split("\\")[4])
    if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")):
        return Place(PlaceKind.NETWORK, drive.split("\\")[2])
    return None


def _gvfs(path: PurePath) -> Place | None:
    """The desktop of Linux shows shares below one folder of the user: gvfs/smb-share:server=…,share=…."""
    for before, name in zip(path.parts, path.parts[1:], strict=False):
        if before in ("gvfs", ".gvfs") and ":" in name:
            server = re.search(r"(?:server|host)=([^,]+)", name)
            if name.startswith("google-drive:"):
                return Place(PlaceKind.SYNCED, "Google Drive")
            return Place(PlaceKind.NETWORK, server[1] if server else "")
    return None


def _by_mount(path: PurePath, mounts: Iterable[Mount]) -> Place | None:
    here = [mount for mount in mounts if path.is_relative_to(mount.at)]
    if not here:
        return None
    nearest = max(here, key=lambda mount: len(mount.at))
    kind = nearest.type.removeprefix("fuse.").casefold()
    if kind in _SYNCED_TYPES:
        return Place(PlaceKind.SYNCED, _SYNCED_TYPES[kind])
    if _NETWORK_TYPES.fullmatch(kind):
        server = re.match(r"(?:\w+:)?/{0,2}(?:[^@/]*@)?([^:/]+)[:/]", nearest.source)
        return Place(PlaceKind.NETWORK, server[1] if server else "")
    return None


def surroundings(path: Path) -> Place | None:
    """Return what is the matter with the place of a file on this computer, None when it is a good one."""

    def has_mark(folder: PurePath, mark: str) -> bool:
        if mark.startswith("com.apple."):
            return sys.platform == "darwin" and has_attribute(folder, mark)
        with suppress(OSError):
            return (Path(folder) / mark).exists()
        return False

    where = path.absolute()
    with suppress(OSError):
        where = path.resolve()
    found = place_of(where, Path.home(), os.environ, _mounts(where), has_mark)
    if found is None and sys.platform == "win32" and _is_remote_drive(where):
        return Place(PlaceKind.NETWORK, "")
    return found


def own_folder() -> Path:
    """Return the folder in which new desk files are offered a place: in the documents, as far as that is a good one.

    Windows and macOS let OneDrive and iCloud copy the documents unless one says no; then it is in the home folder.
    """
    places = (paths.data_folder(), paths.home_folder())
    return next((place for place in places if surroundings(place / "any") is None), places[0])


def has_attribute(folder: PurePath, name: str) -> bool:
    """Tell whether a folder of macOS has an attribute, by getxattr(2)."""
    getxattr = ctypes.CDLL(None).getxattr
    getxattr.restype = ctypes.c_ssize_t
    return int(getxattr(os.fsencode(folder), name.encode(), None, ctypes.c_size_t(0), ctypes.c_uint32(0), 0)) >= 0


def _mounts(path: Path) -> list[Mount]:
    if sys.platform == "linux":
        with suppress(OSError):
            return read_mounts(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"))
    if sys.platform == "darwin":
        return mac_mounts(path)
    return []


def read_mounts(text: str) -> list[Mount]:
    """Return the mounts of Linux from the text of /proc/self/mounts; a blank in a name is written as 040 (octal)."""
    found = []
    for line in text.splitlines():
        parts = [re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), part) for part in line.split(" ")]
        if len(parts) >= 3:
            found.append(Mount(parts[1], parts[2], parts[0]))
    return found


def mac_mounts(path: Path) -> list[Mount]:
    """Return the mount of a path on macOS, from statfs(2): type at byte 72, where it hangs at 88, from what at 1112."""
    buffer = ctypes.create_string_buffer(4096)
    libc = ctypes.CDLL(None)
    statfs = getattr(libc, "statfs$INODE64", None) or libc.statfs
    if statfs(os.fsencode(path.parent), buffer) != 0:
        return []
    kind, at, source = (buffer.raw[start:end].split(b"\0")[0] for start, end in ((72, 88), (88, 1112), (1112, 2136)))
    return [Mount(os.fsdecode(at), os.fsdecode(kind), os.fsdecode(source))]


def _is_remote_drive(path: Path) -> bool:
    remote = 4  # DRIVE_REMOTE
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    return bool(path.drive) and kernel.GetDriveTypeW(path.drive + "\\") == remote
