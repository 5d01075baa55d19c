#!/bin/sh
# Installs ChapterDesk for the person who runs it, or for everybody when run by root; run again, it upgrades.
# A copy of it, uninstall.sh, lies with the installed program and removes it.
# Ends with 0 when done, 1 when it could not be done, which it says in a sentence.
set -eu

spanish=""
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in es*) spanish=yes ;; esac

# say ENGLISH SPANISH: a line in the language of the session.
say() {
    if [ -n "$spanish" ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# refuse ENGLISH SPANISH: why nothing is done, and the end.
refuse() {
    told=yes
    say "$1" "$2" >&2
    exit 1
}

usage() {
    say "Usage: ./install.sh [--prefix FOLDER] [--uninstall]
  without words       installs ChapterDesk into ~/.local, or into /usr/local when run by root
  --prefix FOLDER     somewhere else
  --uninstall         removes the program; desk files, backups and settings stay" \
        "Uso: ./install.sh [--prefix CARPETA] [--uninstall]
  sin más             instala ChapterDesk en ~/.local, o en /usr/local si lo ejecuta root
  --prefix CARPETA    en otro sitio
  --uninstall         desinstala el programa; los archivos, las copias de seguridad y los ajustes se quedan"
}

# Where

here=$(cd "$(dirname "$0")" && pwd)
home="${HOME:-}"
told=""
action=install
prefix=""
chosen=""
if [ "$(basename "$0")" = uninstall.sh ]; then
    action=uninstall
    prefix=$(cd "$here/../.." && pwd)
fi
while [ $# -gt 0 ]; do
    case "$1" in
        --uninstall) action=uninstall ;;
        --prefix)
            [ -n "${2:-}" ] || refuse "--prefix needs a folder." "--prefix necesita una carpeta."
            prefix=$2
            chosen=yes
            shift
            ;;
        -h | --help)
            usage
            exit 0
            ;;
        *)
            usage >&2
            refuse "Not known: '$1'" "No se conoce: '$1'"
            ;;
    esac
    shift
done
if [ -z "$prefix" ]; then
    if [ "$(id -u)" = 0 ]; then
        prefix=/usr/local
    else
        [ -n "$home" ] || refuse "There is no home folder (HOME): say where with --prefix." \
            "No hay carpeta personal (HOME): indica dónde con --prefix."
        prefix="$home/.local"
    fi
fi
case "$prefix" in /*) ;; *) prefix="$(pwd)/$prefix" ;; esac
case "$prefix" in
    *[\"\`\$%\\]* | *"
"*) refuse "The menu cannot start a program from a folder with such signs in its name: $prefix" \
        "El menú no puede abrir un programa desde una carpeta con esos signos en el nombre: $prefix" ;;
esac

# What belongs to one person lies where their desktop looks for it, unless a prefix was given.
data="$prefix/share"
if [ -z "$chosen" ] && [ "$prefix" = "$home/.local" ]; then data="${XDG_DATA_HOME:-$data}"; fi
program="$prefix/opt/chapterdesk"
command="$prefix/bin/chapterdesk"
entry="$data/applications/chapterdesk.desktop"
type="$data/mime/packages/chapterdesk.xml"
icons="$data/icons/hicolor"

# Parts

ending() {
    code=$?
    if [ -d "$program.new" ]; then rm -rf "$program.new"; fi
    if [ "$code" != 0 ] && [ -z "$told" ]; then
        say "This could not be finished; the reason stands above. Your files are as they were. Mend it, then run this again." \
            "No se ha podido terminar; el motivo está más arriba. Tus archivos están como estaban. Arréglalo y vuelve a ejecutar esto." >&2
    fi
}
trap ending EXIT

# close_program: a window that is open has files of the program in use. It is asked to close, and what is half typed
# holds it (2). Any other answer comes from a program that is broken, which is what installing it again is for.
closed=""
close_program() {
    [ -x "$program/chapterdesk" ] || return 0
    answer=0
    closed=$("$program/chapterdesk" --close 2>/dev/null) || answer=$?
    if [ "$answer" = 2 ]; then
        refuse "ChapterDesk is open, and its window says what keeps it so. See to that, then run this again; nothing was changed." \
            "ChapterDesk está abierto y su ventana dice por qué sigue así. Resuélvelo y vuelve a ejecutar esto; no se ha cambiado nada."
    fi
}

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

# drop FOLDER: removes the parts of a program from its folder, and nothing else; the folder goes when that is all.
drop() {
    chmod -R u+rwX "$1" 2>/dev/null || true # an older release kept the modes of what it was unpacked from
    rm -rf "$1/chapterdesk" "$1/_internal" "$1/uninstall.sh"
    rmdir "$1" 2>/dev/null
}

# drop_old: removes the program that was moved away; what else was in its folder goes into the new one.
drop_old() {
    find "$program.old" -mindepth 1 -maxdepth 1 ! -name chapterdesk ! -name _internal ! -name uninstall.sh \
        -exec mv -n {} "$program/" \;
    if [ -d "$program.old/_internal" ]; then save_desks "$program.old/_internal" "$program"; fi
    drop "$program.old" || true
}

refresh() {
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime" 2>/dev/null || true; fi
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$data/applications" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then
        gtk-update-icon-cache -q -t -f "$icons" 2>/dev/null || true
    fi
}

# mend: a run that was cut short: the old program is put back, or what is left of it goes.
mend() {
    if [ -d "$program.old" ]; then
        if [ -e "$program" ]; then drop_old; else mv "$program.old" "$program"; fi
    fi
}

uninstall() {
    if [ ! -e "$program" ] && [ ! -e "$program.old" ] && [ ! -e "$entry" ]; then
        refuse "There is no ChapterDesk in $prefix; if it is elsewhere, say where with --prefix." \
            "En $prefix no hay ningún ChapterDesk; si está en otro sitio, indícalo con --prefix."
    fi
    [ ! -e "$program" ] || [ -w "$prefix/opt" ] || refuse "You may not change $prefix: run this as its owner." \
        "No puedes cambiar $prefix: ejecútalo como su propietario."
    close_program
    mend
    if [ -d "$program/_internal" ]; then save_desks "$program/_internal" "$program"; fi
    if [ -d "$program" ] && ! drop "$program"; then
        say "This folder stays, for there is something in it that is not the program's: $program" \
            "Esta carpeta se queda, porque contiene algo que no es del programa: $program"
    fi
    rm -f "$command" "$entry" "$type"
    if [ -d "$icons" ]; then
        find "$icons" \( -path '*/apps/chapterdesk.*' -o -path '*/mimetypes/application-vnd.chapterdesk.*' \) -type f \
            -exec sh -c 'for file; do rm -f "$file"; rmdir -p "$(dirname "$file")" 2>/dev/null; done; exit 0' sh {} +
    fi
    rmdir "$prefix/opt" "$prefix/bin" 2>/dev/null || true
    refresh
    say "ChapterDesk is removed. Your desk files stay where you saved them; backups and settings stay in
${XDG_DATA_HOME:-$home/.local/share}/ChapterDesk and ${XDG_CONFIG_HOME:-$home/.config}/ChapterDesk." \
        "ChapterDesk se ha desinstalado. Tus archivos se quedan donde los guardaste; las copias de seguridad y los ajustes, en
${XDG_DATA_HOME:-$home/.local/share}/ChapterDesk y ${XDG_CONFIG_HOME:-$home/.config}/ChapterDesk."
}

install_program() {
    for folder in "$prefix/opt" "$prefix/bin" "$data/applications" "$data/mime/packages" "$icons"; do
        mkdir -p "$folder" 2>/dev/null || true
        [ -w "$folder" ] ||
            refuse "Nothing can be written in $folder: choose another folder with --prefix. Nothing was changed." \
                "No se puede escribir en $folder: elige otra carpeta con --prefix. No se ha cambiado nada."
    done
    new=$("$here/chapterdesk" --version)
    old=""
    if [ -x "$program/chapterdesk" ]; then old=$("$program/chapterdesk" --version 2>/dev/null) || old=""; fi
    close_program
    mend

    # The new program is whole before the old one goes: a failure up to there leaves the old one in place.
    rm -rf "$program.new"
    mkdir "$program.new"
    cp -R "$here/chapterdesk" "$here/_internal" "$program.new/"
    cp "$here/install.sh" "$program.new/uninstall.sh"
    chmod -R u+rwX,go+rX "$program.new" # whatever the folder is like that it comes from
    chmod +x "$program.new/uninstall.sh"
    if [ -e "$program" ]; then mv "$program" "$program.old"; fi
    mv "$program.new" "$program" || {
        if [ -e "$program.old" ]; then mv "$program.old" "$program"; fi
        exit 1
    }
    if [ -e "$program.old" ]; then drop_old; fi
    ln -sf "$program/chapterdesk" "$command"
    cp -R "$here/share/icons/hicolor/." "$icons/"
    cp "$here/share/mime/packages/chapterdesk.xml" "$type"
    # The menu starts the program by its whole path: ~/.local/bin is not on every path.
    while IFS= read -r line; do
        case "$line" in
            Exec=chapterdesk*) printf 'Exec="%s"%s\n' "$program/chapterdesk" "${line#Exec=chapterdesk}" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$here/share/applications/chapterdesk.desktop" >"$entry"
    refresh

    if [ -z "$old" ] || [ "$old" = "$new" ]; then
        say "$new is installed: in the menu of programs, and as $command" \
            "$new está instalado: en el menú de aplicaciones y como $command"
    else
        say "$new takes the place of $old: in the menu of programs, and as $command" \
            "$new sustituye a $old: en el menú de aplicaciones y como $command"
    fi
    if [ -n "$closed" ]; then
        say "It was open and has closed itself; everything in it is stored. Open it again from the menu." \
            "Estaba abierto y se ha cerrado; todo lo que tenías está guardado. Ábrelo de nuevo desde el menú."
    fi
    say "To remove it one day: \"$program/uninstall.sh\"" "Para desinstalarlo algún día: \"$program/uninstall.sh\""
}

if [ "$action" = uninstall ]; then uninstall; else install_program; fi
