"""Where a desk file lies: synced folders and network shares are told by name, their false friends are not."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from chapterdesk.store.surroundings import Mount, Place, PlaceKind, place_of, read_mounts, surroundings

WINDOWS_HOME = PureWindowsPath("C:/Users/ana")
MAC_HOME = PurePosixPath("/Users/ana")
LINUX_HOME = PurePosixPath("/home/ana")
MOUNTS = (
    Mount("/", "ext4", "/dev/sda1"),
    Mount("/home", "btrfs", "/dev/sda2"),
    Mount("/srv/grupo", "nfs4", "almacen.local:/export/grupo"),
    Mount("/mnt/oficina", "cifs", "//servidor/datos"),
    Mount("/mnt/oficina/disco", "ext4", "/dev/sdb1"),
    Mount("/home/ana/remoto", "fuse.sshfs", "ana@maquina:/casa"),
    Mount("/home/ana/nube", "fuse.rclone", "gdrive:"),
    Mount("/mnt/c", "9p", "C:\\"),
    Mount("/media/ana/USB", "vfat", "/dev/sdc1"),
)

SYNCED = [
    ("C:/Users/ana/OneDrive/Grupo.chapterdesk", "OneDrive"),
    ("C:/Users/ana/OneDrive - Bufete García/Documentos/Grupo.chapterdesk", "OneDrive"),
    ("D:/onedrive/Grupo.chapterdesk", "OneDrive"),
    ("/Users/ana/Library/CloudStorage/OneDrive-Personal/Grupo.chapterdesk", "OneDrive"),
    ("/Users/ana/Library/CloudStorage/OneDrive-BufeteGarcía/x/Grupo.chapterdesk", "OneDrive"),
    ("C:/Users/ana/Dropbox/Grupo.chapterdesk", "Dropbox"),
    ("C:/Users/ana/Dropbox (Personal)/Grupo.chapterdesk", "Dropbox"),
    ("E:/Datos/Dropbox (Estudio Martín)/Grupo.chapterdesk", "Dropbox"),
    ("/home/ana/Dropbox/grupo/Grupo.chapterdesk", "Dropbox"),
    ("/Users/ana/Library/CloudStorage/Dropbox/Grupo.chapterdesk", "Dropbox"),
    ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Grupo.chapterdesk", "iCloud Drive"),
    ("/Users/ana/Library/Mobile Documents/iCloud~com~app/Grupo.chapterdesk", "iCloud Drive"),
    ("C:/Users/ana/iCloudDrive/Grupo.chapterdesk", "iCloud Drive"),
    ("C:/Users/ana/iCloud Drive/Grupo.chapterdesk", "iCloud Drive"),
    ("C:/Users/ana/Google Drive/Grupo.chapterdesk", "Google Drive"),
    ("G:/Mi unidad/Grupo.chapterdesk", "Google Drive"),
    ("G:/My Drive/Grupo/Grupo.chapterdesk", "Google Drive"),
    ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/Mi unidad/Grupo.chapterdesk", "Google Drive"),
    ("C:/Users/ana/Box/Grupo.chapterdesk", "Box"),
    ("C:/Users/ana/Box Sync/Grupo.chapterdesk", "Box"),
    ("/Users/ana/Library/CloudStorage/Box-Box/Grupo.chapterdesk", "Box"),
    ("/home/ana/pCloudDrive/Grupo.chapterdesk", "pCloud"),
    ("/Users/ana/pCloud Drive/Grupo.chapterdesk", "pCloud"),
    ("/home/ana/Nextcloud/Grupo.chapterdesk", "Nextcloud"),
    ("C:/Users/ana/Nextcloud2/Grupo.chapterdesk", "Nextcloud"),
    ("/home/ana/ownCloud/Grupo.chapterdesk", "ownCloud"),
    ("/home/ana/MEGA/Grupo.chapterdesk", "MEGA"),
    ("C:/Users/ana/MEGAsync/Grupo.chapterdesk", "MEGA"),
    ("/home/ana/Syncthing/Grupo.chapterdesk", "Syncthing"),
    ("C:/Users/ana/Proton Drive/ana/My files/Grupo.chapterdesk", "Proton Drive"),
    ("/home/ana/SynologyDrive/Grupo.chapterdesk", "Synology Drive"),
    ("/run/user/1000/gvfs/google-drive:host=example.org,user=ana/x/Grupo.chapterdesk", "Google Drive"),
    ("/home/ana/nube/Grupo.chapterdesk", "rclone"),
]
NETWORK = [
    (r"\\servidor\grupo\Grupo.chapterdesk", "servidor"),
    ("//servidor/grupo/x/Grupo.chapterdesk|windows", "servidor"),
    (r"\\?\UNC\servidor\grupo\Grupo.chapterdesk", "servidor"),
    ("/srv/grupo/Grupo.chapterdesk", "almacen.local"),
    ("/mnt/oficina/x/Grupo.chapterdesk", "servidor"),
    ("/home/ana/remoto/Grupo.chapterdesk", "maquina"),
    ("/run/user/1000/gvfs/smb-share:server=servidor,share=grupo/Grupo.chapterdesk", "servidor"),
]
GOOD = [
    "C:/Users/ana/Documents/ChapterDesk/Grupo.chapterdesk",
    "C:/Users/megan/Documents/Grupo.chapterdesk",
    "C:/Users/ana/Megan/Grupo.chapterdesk",
    "C:/Users/ana/Mega eventos/Grupo.chapterdesk",
    "/home/ana/Mega/Grupo.chapterdesk",
    "/home/ana/Boxing Club/Grupo.chapterdesk",
    "/home/ana/Documentos/Box/Grupo.chapterdesk",
    "/home/ana/Documents/Dropbox mock-ups/Grupo.chapterdesk",
    "/home/ana/Documents/OneDriveless/Grupo.chapterdesk",
    "/home/ana/Documents/Dropbox.chapterdesk",
    "C:/Users/ana/Documents/OneDrive",
    "C:/Users/ana/Documents/Google Drive manual/Grupo.chapterdesk",
    "C:/My Drive/Grupo.chapterdesk",
    "/home/ana/Mi unidad/Grupo.chapterdesk",
    "/home/ana/Nextcloudy/Grupo.chapterdesk",
    "/home/ana/Sync/Grupo.chapterdesk",
    "/mnt/oficina/disco/Grupo.chapterdesk",
    "/mnt/c/Users/ana/Grupo.chapterdesk",
    "/media/ana/USB/Grupo.chapterdesk",
    "/Volumes/USB/Grupo.chapterdesk",
    r"\\?\C:\Users\ana\Grupo.chapterdesk",
    "/home/ana/network/servidor/Grupo.chapterdesk",
]


def put(text: str) -> tuple[PurePath, PurePath]:
    """The path and the home folder of the system that it is of."""
    plain = text.removesuffix("|windows")
    if plain != text or plain[1:2] == ":" or plain.startswith("\\\\"):
        return PureWindowsPath(plain), WINDOWS_HOME
    return PurePosixPath(plain), MAC_HOME if plain.startswith("/Users") else LINUX_HOME


@pytest.mark.parametrize(("text", "service"), SYNCED)
def test_a_synced_folder_is_known_by_its_service(text: str, service: str) -> None:
    path, home = put(text)
    assert place_of(path, home, {}, MOUNTS) == Place(PlaceKind.SYNCED, service)


@pytest.mark.parametrize(("text", "server"), NETWORK)
def test_a_network_share_is_known_by_its_computer(text: str, server: str) -> None:
    path, home = put(text)
    assert place_of(path, home, {}, MOUNTS) == Place(PlaceKind.NETWORK, server)


@pytest.mark.parametrize("text", GOOD)
def test_a_false_friend_is_no_synced_folder(text: str) -> None:
    path, home = put(text)
    assert place_of(path, home, {}, MOUNTS) is None


def test_where_onedrive_says_that_it_is_it_is_whatever_the_folder_is_called() -> None:
    environment = {"OneDriveCommercial": r"E:\Nube de la oficina", "OneDrive": ""}
    inside = PureWindowsPath(r"E:\Nube de la oficina\Grupo\Grupo.chapterdesk")
    assert place_of(inside, WINDOWS_HOME, environment) == Place(PlaceKind.SYNCED, "OneDrive")
    beside = PureWindowsPath(r"E:\Nube de la oficina 2\Grupo.chapterdesk")
    assert place_of(beside, WINDOWS_HOME, environment) is None


def test_the_mark_that_a_service_leaves_in_a_folder_tells_it(tmp_path: Path) -> None:
    folder = tmp_path / "compartida" / "grupo"
    folder.mkdir(parents=True)
    assert surroundings(folder / "Grupo.chapterdesk") is None
    (tmp_path / "compartida" / ".stfolder").mkdir()
    assert surroundings(folder / "Grupo.chapterdesk") == Place(PlaceKind.SYNCED, "Syncthing")


def test_blanks_in_the_names_of_mounts_are_understood() -> None:
    text = "//srv/x /mnt/la\\040oficina cifs rw 0 0\nproc /proc proc rw 0 0\nbroken\n"
    mounts = read_mounts(text)
    assert mounts[0] == Mount("/mnt/la oficina", "cifs", "//srv/x")
    path = PurePosixPath("/mnt/la oficina/Grupo.chapterdesk")
    assert place_of(path, LINUX_HOME, {}, mounts) == Place(PlaceKind.NETWORK, "srv")
