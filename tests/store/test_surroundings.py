"""The surroundings of a desk file: synced folders and network shares are recognised, similar names are not."""

import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import platformdirs
import pytest

from chapterdesk.store.keeping import surroundings as module
from chapterdesk.store.keeping.surroundings import (
    Mount,
    Place,
    PlaceKind,
    own_folder,
    place_of,
    read_mounts,
    surroundings,
)

WINDOWS_HOME = PureWindowsPath("C:/Users") / "ana"
MAC_HOME = PurePosixPath("/Users") / "ana"
LINUX_HOME = PurePosixPath("/home") / "ana"
MOUNTS = (
    Mount("/", "ext4", "/dev/sda1"),
    Mount("/home", "btrfs", "/dev/sda2"),
    Mount("/srv/grupo", "nfs4", "almacen.local:/export/grupo"),
    Mount("/mnt/oficina", "cifs", "//servidor/datos"),
    Mount("/mnt/oficina/disco", "ext4", "/dev/sdb1"),
    Mount(str(LINUX_HOME / "remoto"), "fuse.sshfs", "ana@maquina:/casa"),
    Mount(str(LINUX_HOME / "nube"), "fuse.rclone", "gdrive:"),
    Mount("/mnt/c", "9p", "C:\\"),
    Mount("/media/ana/USB", "vfat", "/dev/sdc1"),
)

SYNCED = [
    ("~windows/OneDrive/Grupo.chapterdesk", "OneDrive"),
    ("~windows/OneDrive - Bufete García/Documentos/Grupo.chapterdesk", "OneDrive"),
    ("D:/onedrive/Grupo.chapterdesk", "OneDrive"),
    ("~mac/Library/CloudStorage/OneDrive-Personal/Grupo.chapterdesk", "OneDrive"),
    ("~mac/Library/CloudStorage/OneDrive-BufeteGarcía/x/Grupo.chapterdesk", "OneDrive"),
    ("~windows/Dropbox/Grupo.chapterdesk", "Dropbox"),
    ("~windows/Dropbox (Personal)/Grupo.chapterdesk", "Dropbox"),
    ("E:/Datos/Dropbox (Estudio Martín)/Grupo.chapterdesk", "Dropbox"),
    ("~linux/Dropbox/grupo/Grupo.chapterdesk", "Dropbox"),
    ("~mac/Library/CloudStorage/Dropbox/Grupo.chapterdesk", "Dropbox"),
    ("~mac/Library/Mobile Documents/com~apple~CloudDocs/Grupo.chapterdesk", "iCloud Drive"),
    ("~mac/Library/Mobile Documents/iCloud~com~app/Grupo.chapterdesk", "iCloud Drive"),
    ("~windows/iCloudDrive/Grupo.chapterdesk", "iCloud Drive"),
    ("~windows/iCloud Drive/Grupo.chapterdesk", "iCloud Drive"),
    ("~windows/Google Drive/Grupo.chapterdesk", "Google Drive"),
    ("G:/Mi unidad/Grupo.chapterdesk", "Google Drive"),
    ("G:/My Drive/Grupo/Grupo.chapterdesk", "Google Drive"),
    ("~mac/Library/CloudStorage/GoogleDrive-ana@example.org/Mi unidad/Grupo.chapterdesk", "Google Drive"),
    ("~windows/Box/Grupo.chapterdesk", "Box"),
    ("~windows/Box Sync/Grupo.chapterdesk", "Box"),
    ("~mac/Library/CloudStorage/Box-Box/Grupo.chapterdesk", "Box"),
    ("~linux/pCloudDrive/Grupo.chapterdesk", "pCloud"),
    ("~mac/Library/CloudStorage/Egnyte-bufete/Grupo.chapterdesk", "Egnyte"),
    ("~mac/pCloud Drive/Grupo.chapterdesk", "pCloud"),
    ("~linux/Nextcloud/Grupo.chapterdesk", "Nextcloud"),
    ("~windows/Nextcloud2/Grupo.chapterdesk", "Nextcloud"),
    ("~linux/ownCloud/Grupo.chapterdesk", "ownCloud"),
    ("~linux/MEGA/Grupo.chapterdesk", "MEGA"),
    ("~windows/MEGAsync/Grupo.chapterdesk", "MEGA"),
    ("~linux/Syncthing/Grupo.chapterdesk", "Syncthing"),
    ("~windows/Proton Drive/ana/My files/Grupo.chapterdesk", "Proton Drive"),
    ("~linux/SynologyDrive/Grupo.chapterdesk", "Synology Drive"),
    ("/run/user/1000/gvfs/google-drive:host=example.org,user=ana/x/Grupo.chapterdesk", "Google Drive"),
    ("~linux/nube/Grupo.chapterdesk", "rclone"),
]
NETWORK = [
    (r"\\servidor\grupo\Grupo.chapterdesk", "servidor"),
    ("//servidor/grupo/x/Grupo.chapterdesk|windows", "servidor"),
    (r"\\?\UNC\servidor\grupo\Grupo.chapterdesk", "servidor"),
    ("/srv/grupo/Grupo.chapterdesk", "almacen.local"),
    ("/mnt/oficina/x/Grupo.chapterdesk", "servidor"),
    ("~linux/remoto/Grupo.chapterdesk", "maquina"),
    ("/run/user/1000/gvfs/smb-share:server=servidor,share=grupo/Grupo.chapterdesk", "servidor"),
]
GOOD = [
    "~windows/Documents/ChapterDesk/Grupo.chapterdesk",
    "D:/megan/Grupo.chapterdesk",
    "~windows/Megan/Grupo.chapterdesk",
    "~windows/Mega eventos/Grupo.chapterdesk",
    "~linux/Mega/Grupo.chapterdesk",
    "~linux/Boxing Club/Grupo.chapterdesk",
    "~linux/Documentos/Box/Grupo.chapterdesk",
    "~linux/Documents/Dropbox mock-ups/Grupo.chapterdesk",
    "~linux/Documents/OneDriveless/Grupo.chapterdesk",
    "~linux/Documents/Dropbox.chapterdesk",
    "~windows/Documents/OneDrive",
    "~windows/Documents/Google Drive manual/Grupo.chapterdesk",
    "C:/My Drive/Grupo.chapterdesk",
    "~linux/Mi unidad/Grupo.chapterdesk",
    "~linux/Nextcloudy/Grupo.chapterdesk",
    "~linux/Sync/Grupo.chapterdesk",
    "/mnt/oficina/disco/Grupo.chapterdesk",
    "/mnt/c/Users/Grupo.chapterdesk",
    "/media/ana/USB/Grupo.chapterdesk",
    "/Volumes/USB/Grupo.chapterdesk",
    r"\\?\C:\Grupo.chapterdesk",
    "~linux/network/servidor/Grupo.chapterdesk",
]


def put(text: str) -> tuple[PurePath, PurePath]:
    """The path and the home folder of the system that it is of."""
    for mark, home in (("~windows", WINDOWS_HOME), ("~mac", MAC_HOME), ("~linux", LINUX_HOME)):
        if text.startswith(mark):
            return home / text.removeprefix(mark + "/"), home
    plain = text.removesuffix("|windows")
    if plain != text or plain[1:2] == ":" or plain.startswith("\\\\"):
        return PureWindowsPath(plain), WINDOWS_HOME
    return PurePosixPath(plain), LINUX_HOME


@pytest.mark.parametrize(("text", "service"), SYNCED)
def test_a_synced_folder_is_known_by_its_service(text: str, service: str) -> None:
    path, home = put(text)
    assert place_of(path, home, {}, MOUNTS) == Place(PlaceKind.SYNCED, service)


@pytest.mark.parametrize(("text", "server"), NETWORK)
def test_a_network_share_is_known_by_its_computer(text: str, server: str) -> None:
    path, home = put(text)
    assert place_of(path, home, {}, MOUNTS) == Place(PlaceKind.NETWORK, server)


@pytest.mark.parametrize("text", GOOD)
def test_a_folder_with_a_similar_name_is_not_taken_for_synced(text: str) -> None:
    path, home = put(text)
    assert place_of(path, home, {}, MOUNTS) is None


def test_the_folder_that_onedrive_reports_is_synced_whatever_its_name() -> None:
    environment = {"OneDriveCommercial": r"E:\Nube de la oficina", "OneDrive": ""}
    inside = PureWindowsPath(r"E:\Nube de la oficina\Grupo\Grupo.chapterdesk")
    assert place_of(inside, WINDOWS_HOME, environment) == Place(PlaceKind.SYNCED, "OneDrive")
    beside = PureWindowsPath(r"E:\Nube de la oficina 2\Grupo.chapterdesk")
    assert place_of(beside, WINDOWS_HOME, environment) is None


def test_the_marker_file_of_a_service_shows_a_synced_folder(tmp_path: Path) -> None:
    folder = tmp_path / "compartida" / "grupo"
    folder.mkdir(parents=True)
    assert surroundings(folder / "Grupo.chapterdesk") is None
    (tmp_path / "compartida" / ".stfolder").mkdir()
    assert surroundings(folder / "Grupo.chapterdesk") == Place(PlaceKind.SYNCED, "Syncthing")


def test_documents_in_icloud_are_recognised_by_the_attribute_of_macos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    path = documents / "ChapterDesk" / "Grupo.chapterdesk"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(module, "mac_mounts", lambda _path: [])
    for attribute in ("com.apple.icloud.desktop", "com.apple.file-provider-domain-id"):
        there = {(documents, attribute)}
        monkeypatch.setattr(module, "has_attribute", lambda folder, name, there=there: (folder, name) in there)
        assert surroundings(path) == Place(PlaceKind.SYNCED, "iCloud Drive")
        assert surroundings(tmp_path / "ChapterDesk" / "Grupo.chapterdesk") is None


def test_a_new_file_is_offered_a_place_that_no_service_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, cloud = tmp_path / "ana", tmp_path / "OneDrive"
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(home / "Documents"))
    assert own_folder() == home / "Documents" / "ChapterDesk"
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(cloud / "Documents"))
    assert own_folder() == home / "ChapterDesk", "like Windows when OneDrive copies the documents"
    monkeypatch.setattr(Path, "home", lambda: cloud)
    assert own_folder() == cloud / "Documents" / "ChapterDesk", "there is no better one"


def test_blanks_in_the_names_of_mounts_are_decoded() -> None:
    text = "//srv/x /mnt/la\\040oficina cifs rw 0 0\nproc /proc proc rw 0 0\nbroken\n"
    mounts = read_mounts(text)
    assert mounts[0] == Mount("/mnt/la oficina", "cifs", "//srv/x")
    path = PurePosixPath("/mnt/la oficina/Grupo.chapterdesk")
    assert place_of(path, LINUX_HOME, {}, mounts) == Place(PlaceKind.NETWORK, "srv")
