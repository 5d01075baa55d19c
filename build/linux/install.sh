#!/bin/sh
# Installs ChapterDesk for the person who runs it, or for everybody when run by root; run again, it upgrades.
#   ./install.sh              into ~/.local (root: /usr/local)
#   ./install.sh --uninstall  removes the program; desk files, backups and preferences stay
#   ./install.sh --prefix DIR somewhere else
# Ends with 0 when done, 1 when it could not be done and nothing was changed.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
action=install
if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix="$HOME/.local"; fi
data="${XDG_DATA_HOME:-}"

# say ENGLISH SPANISH: a line in the language of the session.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        es*) printf '%s\n' "$2" ;;
        *) printf '%s\n' "$1" ;;
    esac
}

while [ $# -gt 0 ]; do
    case "$1" in
        --uninstall) action=uninstall ;;
        --prefix)
            [ $# -gt 1 ] || { say "--prefix needs a folder" "--prefix necesita una carpeta" >&2; exit 1; }
            prefix=$2
            data=""
            shift
            ;;
        *)
            say "Unknown word: $1 (known: --uninstall, --prefix DIR)" \
                "Palabra desconocida: $1 (se admiten: --uninstall, --prefix CARPETA)" >&2
            exit 1
            ;;
    esac
    shift
done

# What belongs to one person lies where their desktop looks for it, unless a prefix was given.
if [ "$prefix" != "$HOME/.local" ] || [ -z "$data" ]; then data="$prefix/share"; fi
program="$prefix/opt/chapterdesk"
command="$prefix/bin/chapterdesk"
entry="$data/applications/chapterdesk.desktop"
type="$data/mime/packages/chapterdesk.xml"

refresh() {
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime" || true; fi
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$data/applications" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then
        gtk-update-icon-cache -q -t -f "$data/icons/hicolor" 2>/dev/null || true
    fi
}

# A window that is open has files of the program in use: it is asked to close, and what is half typed holds it (2).
# Any other answer comes from a program that is broken, which is what installing it again is for.
answer=0
if [ -x "$program/chapterdesk" ]; then "$program/chapterdesk" --close || answer=$?; fi
if [ "$answer" = 2 ]; then
    say "ChapterDesk is open. Finish what is half typed there and close it, then run this again; nothing was changed." \
        "ChapterDesk está abierto. Termina lo que esté a medias y ciérralo; luego vuelve a ejecutar esto. No se ha cambiado nada." >&2
    exit 1
fi

if [ "$action" = uninstall ]; then
    rm -rf "$program"
    rm -f "$command" "$entry" "$type"
    if [ -d "$data/icons/hicolor" ]; then
        find "$data/icons/hicolor" \( -path '*/apps/chapterdesk.*' -o -path '*/mimetypes/application-vnd.chapterdesk.*' \) \
            -type f -exec rm -f {} +
    fi
    refresh
    say "ChapterDesk is removed. Your desk files, backups and preferences are where they were." \
        "ChapterDesk se ha desinstalado. Tus archivos, copias de seguridad y preferencias siguen donde estaban."
    exit 0
fi

# The new program is whole before the old one goes: a failure up to there leaves the old one in place.
mkdir -p "$prefix/opt" "$prefix/bin" "$data/applications" "$data/mime/packages" "$data/icons"
rm -rf "$program.new" "$program.old"
trap 'rm -rf "$program.new"' EXIT
mkdir "$program.new"
cp -R "$here/chapterdesk" "$here/_internal" "$program.new/"
if [ -e "$program" ]; then mv "$program" "$program.old"; fi
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/chapterdesk" "$command"
cp -R "$here/share/icons/hicolor" "$data/icons/"
cp "$here/share/mime/packages/chapterdesk.xml" "$type"
# The menu starts the program by its whole path: ~/.local/bin is not on every path.
sed "s|^Exec=chapterdesk|Exec=\"$program/chapterdesk\"|" "$here/share/applications/chapterdesk.desktop" >"$entry"
refresh
say "ChapterDesk is installed: in the menu of programs, and as $command" \
    "ChapterDesk está instalado: en el menú de aplicaciones y como $command"
