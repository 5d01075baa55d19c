#!/bin/sh
# Installs ChapterDesk for the person who runs it, or for everybody when run by root; run again, it upgrades.
#   ./install.sh              into ~/.local (root: /usr/local)
#   ./install.sh --uninstall  removes the program; desk files, backups and preferences stay
#   ./install.sh --prefix DIR somewhere else
# What somebody keeps in the folder of the program stays there.
# Ends with 0 when done, 1 when it could not be done; a program that was there before works still.
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

# save_desks FROM TO: desk files that somebody keeps among the program's own go to TO, each under a free name with what
# a killed program left beside it.
save_desks() {
    # shellcheck disable=SC2016 # the inner shell's
    find "$1" -type f -name '*.chapterdesk' -exec sh -c '
        set -eu
        to=$1
        shift
        for file; do
            name=$(basename "$file")
            at="$to/$name"
            number=2
            while [ -e "$at" ] || [ -e "$at-wal" ] || [ -e "$at-journal" ]; do
                at="$to/$number $name"
                number=$((number + 1))
            done
            for end in "" -wal -journal; do [ ! -e "$file$end" ] || mv "$file$end" "$at$end"; done
        done' sh "$2" {} +
}

# drop_old: removes the program that was moved away, and nothing else that was in its folder.
drop_old() {
    find "$program.old" -mindepth 1 -maxdepth 1 ! -name chapterdesk ! -name _internal -exec mv -n {} "$program/" \;
    if [ -d "$program.old/_internal" ]; then save_desks "$program.old/_internal" "$program"; fi
    rm -rf "$program.old/chapterdesk" "$program.old/_internal"
    rmdir "$program.old"
}

# A run that was cut short: the old program is put back, or what is left of it goes.
if [ -d "$program.old" ]; then
    if [ -e "$program" ]; then drop_old; else mv "$program.old" "$program"; fi
fi

if [ "$action" = uninstall ]; then
    if [ -d "$program/_internal" ]; then save_desks "$program/_internal" "$program"; fi
    rm -rf "$program/chapterdesk" "$program/_internal"
    if [ -d "$program" ] && ! rmdir "$program" 2>/dev/null; then
        say "This folder stays, for there is something in it that is not the program's: $program" \
            "Esta carpeta se queda, porque contiene algo que no es del programa: $program"
    fi
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
rm -rf "$program.new"
trap 'rm -rf "$program.new"' EXIT
mkdir "$program.new"
cp -R "$here/chapterdesk" "$here/_internal" "$program.new/"
if [ -e "$program" ]; then mv "$program" "$program.old"; fi
mv "$program.new" "$program" || {
    if [ -e "$program.old" ]; then mv "$program.old" "$program"; fi
    exit 1
}
if [ -e "$program.old" ]; then drop_old; fi
ln -sf "$program/chapterdesk" "$command"
cp -R "$here/share/icons/hicolor" "$data/icons/"
cp "$here/share/mime/packages/chapterdesk.xml" "$type"
# The menu starts the program by its whole path: ~/.local/bin is not on every path.
sed "s|^Exec=chapterdesk|Exec=\"$program/chapterdesk\"|" "$here/share/applications/chapterdesk.desktop" >"$entry"
refresh
say "ChapterDesk is installed: in the menu of programs, and as $command" \
    "ChapterDesk está instalado: en el menú de aplicaciones y como $command"
