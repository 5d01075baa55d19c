#!/bin/bash
# Signs an application bundle (from the inside out) or a disk image:  sign.sh PATH
#
# Keys are given by the environment. Without any, the signature is ad hoc: the program runs where it was built, and
# elsewhere once Gatekeeper was told to let it.
#   CHAPTERDESK_MAC_IDENTITY               "Developer ID Application: NAME (TEAM)", in a keychain of this user, or in
#   CHAPTERDESK_MAC_CERTIFICATE            a .p12 file as base64, for a machine without such a keychain, with
#   CHAPTERDESK_MAC_CERTIFICATE_PASSWORD   its password; a keychain is made for it and removed again
# Exit codes: 0 signed and verified, 1 not, 2 something that is needed was not given. Runs with the bash 3.2 of macOS.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
identity=${CHAPTERDESK_MAC_IDENTITY:-}
certificate=${CHAPTERDESK_MAC_CERTIFICATE:-}
password=${CHAPTERDESK_MAC_CERTIFICATE_PASSWORD:-}
pause=${CHAPTERDESK_MAC_PAUSE:-20} # seconds between two tries; the tests do not wait
work=""
keychain=""
keychains=()

fail() {
    printf 'sign: %s\n' "$2" >&2
    exit "$1"
}

# The keychain of the certificate goes whatever happened, and the list of keychains is as it was.
clean() {
    if [ -n "$keychain" ]; then
        security list-keychains -d user -s ${keychains[@]+"${keychains[@]}"} >/dev/null 2>&1 || true
        security delete-keychain "$keychain" >/dev/null 2>&1 || true
    fi
    [ -z "$work" ] || rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

[ $# -eq 1 ] || fail 2 "usage: sign.sh PATH"
target=${1%/}
[ -e "$target" ] || fail 2 "$target is not there"

if [ -n "$certificate" ]; then
    [ -n "$password" ] || fail 2 "a certificate is given, CHAPTERDESK_MAC_CERTIFICATE_PASSWORD is missing"
    [ -n "$identity" ] || fail 2 "a certificate is given, CHAPTERDESK_MAC_IDENTITY is missing: which name is to sign"
elif [ -n "$password" ]; then
    fail 2 "the password of a certificate is given, CHAPTERDESK_MAC_CERTIFICATE is missing"
fi

umask 077
work=$(mktemp -d "${TMPDIR:-/tmp}/chapterdesk-sign.XXXXXX")

unpack_certificate() {
    case $certificate in # the base64 of macOS passes over what is none
        *[!A-Za-z0-9+/=[:space:]]*) fail 2 "CHAPTERDESK_MAC_CERTIFICATE is no base64" ;;
    esac
    printf '%s' "$certificate" | base64 --decode >"$work/certificate.p12" 2>/dev/null ||
        fail 2 "CHAPTERDESK_MAC_CERTIFICATE is no base64"
    # What was in the list before, one a line in quotation marks.
    while IFS= read -r line; do
        line=${line#"${line%%[! ]*}"}
        line=${line#\"}
        line=${line%\"}
        [ -z "$line" ] || keychains+=("$line")
    done < <(security list-keychains -d user)
    local secret path="$work/sign.keychain-db"
    secret=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
    keychain=$path
    {
        security create-keychain -p "$secret" "$path" &&
            security set-keychain-settings -lut 7200 "$path" &&
            security unlock-keychain -p "$secret" "$path" &&
            security import "$work/certificate.p12" -k "$path" -f pkcs12 -P "$password" -T /usr/bin/codesign &&
            security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$secret" "$path" &&
            security list-keychains -d user -s "$path" ${keychains[@]+"${keychains[@]}"}
    } >/dev/null 2>"$work/said" || {
        # What security says names no secret, but it repeats its arguments when it does not understand them.
        fail 1 "the certificate was not taken into a keychain: is CHAPTERDESK_MAC_CERTIFICATE_PASSWORD right?"
    }
    rm -f "$work/certificate.p12"
}

options=(--force)
library_options=()
program_options=()
if [ -n "$identity" ]; then
    [ -z "$certificate" ] || unpack_certificate
    security find-identity -v -p codesigning ${keychain:+"$keychain"} >"$work/identities" 2>/dev/null || true
    grep -qF -- "\"$identity\"" "$work/identities" ||
        fail 1 "no valid identity \"$identity\" in the keychain: CHAPTERDESK_MAC_IDENTITY is wrong, or it has expired"
    # codesign takes a property list without comments.
    plutil -convert xml1 -o "$work/entitlements.plist" "$here/entitlements.plist" >/dev/null ||
        fail 1 "entitlements.plist cannot be read"
    options+=(--sign "$identity" --timestamp)
    [ -z "$keychain" ] || options+=(--keychain "$keychain")
    library_options=(--options runtime)
    program_options=(--options runtime --entitlements "$work/entitlements.plist")
else
    # No hardened runtime: it takes libraries of the same team only, and an ad hoc signature has no team.
    printf 'sign: no keys are given, %s gets an ad hoc signature\n' "$(basename "$target")"
    options+=(--sign - --timestamp=none)
fi

# Apple's clock is asked once for each file, some hundred times, and is away for a moment now and then.
sign() {
    local tries=0
    until codesign "${options[@]}" "$@" >"$work/said" 2>&1; do
        tries=$((tries + 1))
        if [ "$tries" -ge 5 ] || ! grep -qi timestamp "$work/said"; then
            cat "$work/said" >&2
            fail 1 "codesign refused ${!#}"
        fi
        sleep "$pause"
    done
}

# Programs and libraries by their first four bytes: Mach-O of one processor, or of several.
is_code() {
    case $(od -An -N4 -tx1 "$1" | tr -d ' \n') in
        cffaedfe | cefaedfe | feedfacf | feedface | cafebabe | bebafeca) return 0 ;;
        *) return 1 ;;
    esac
}

sign_bundle() {
    local contents=$target/Contents main path name framework
    [ -d "$contents/MacOS" ] || fail 2 "$target has no programs"
    main=$(plutil -extract CFBundleExecutable raw -o - "$contents/Info.plist") ||
        fail 1 "$contents/Info.plist names no program"
    # 1. Every library; the one that a framework is named by belongs to the framework.
    find "$contents" -type f ! -path "$contents/MacOS/*" \
        \( -perm -u+x -o -name '*.dylib' -o -name '*.so' \) >"$work/files"
    while IFS= read -r path; do
        is_code "$path" || continue
        case $path in
            *.framework/*)
                framework=${path%.framework/*}
                [ "$(basename "$framework")" != "$(basename "$path")" ] || continue
                ;;
        esac
        sign ${library_options[@]+"${library_options[@]}"} "$path"
    done <"$work/files"
    # 2. The frameworks around them.
    find "$contents" -depth -type d -name '*.framework' >"$work/frameworks"
    while IFS= read -r path; do
        sign ${library_options[@]+"${library_options[@]}"} "$path"
    done <"$work/frameworks"
    # 3. The programs, which alone have entitlements; the main one is signed with the whole.
    for path in "$contents/MacOS"/*; do
        name=$(basename "$path")
        if [ "$name" != "$main" ] && [ -f "$path" ] && [ ! -L "$path" ]; then
            sign ${program_options[@]+"${program_options[@]}"} "$path"
        fi
    done
    sign ${program_options[@]+"${program_options[@]}"} "$target"
}

case $target in
    *.app)
        sign_bundle
        codesign --verify --deep --strict --verbose=2 "$target" >"$work/said" 2>&1 || {
            cat "$work/said" >&2
            fail 1 "the signature of $target does not hold"
        }
        ;;
    *.dmg)
        sign "$target"
        codesign --verify --strict "$target" >"$work/said" 2>&1 || {
            cat "$work/said" >&2
            fail 1 "the signature of $target does not hold"
        }
        ;;
    *) fail 2 "$target is neither an application nor a disk image" ;;
esac
printf 'sign: %s is signed%s\n' "$(basename "$target")" "${identity:+ by $identity}"
