#!/bin/bash
# Has Apple notarise a signed application bundle or disk image and staples the ticket to it:  notarise.sh PATH
#
# Keys are given by the environment; without any nothing is sent anywhere. Either
#   CHAPTERDESK_MAC_NOTARY_PROFILE     what "xcrun notarytool store-credentials" was told to call them in the keychain
# or a key of App Store Connect:
#   CHAPTERDESK_MAC_NOTARY_KEY_ID      its id
#   CHAPTERDESK_MAC_NOTARY_ISSUER      its issuer
#   CHAPTERDESK_MAC_NOTARY_KEY_FILE    the file AuthKey_….p8, or CHAPTERDESK_MAC_NOTARY_KEY with that file as base64
# Exit codes: 0 notarised or no keys given, 1 refused or failed, 2 something that is needed was not given.
set -euo pipefail

profile=${CHAPTERDESK_MAC_NOTARY_PROFILE:-}
key_id=${CHAPTERDESK_MAC_NOTARY_KEY_ID:-}
issuer=${CHAPTERDESK_MAC_NOTARY_ISSUER:-}
key_file=${CHAPTERDESK_MAC_NOTARY_KEY_FILE:-}
key=${CHAPTERDESK_MAC_NOTARY_KEY:-}
pause=${CHAPTERDESK_MAC_PAUSE:-20} # seconds between two tries; the tests do not wait
work=""

fail() {
    printf 'notarise: %s\n' "$2" >&2
    exit "$1"
}

clean() { [ -z "$work" ] || rm -rf "$work"; }
trap clean EXIT
trap 'exit 1' HUP INT TERM

[ $# -eq 1 ] || fail 2 "usage: notarise.sh PATH"
target=${1%/}
name=$(basename "$target")
[ -e "$target" ] || fail 2 "$target is not there"

if [ -z "$profile$key_id$issuer$key_file$key" ]; then
    printf 'notarise: no keys are given, %s is not notarised\n' "$name"
    exit 0
fi
[ -n "${CHAPTERDESK_MAC_IDENTITY:-}" ] ||
    fail 2 "keys are given, CHAPTERDESK_MAC_IDENTITY is missing: Apple takes only what a Developer ID signed"

umask 077
work=$(mktemp -d "${TMPDIR:-/tmp}/chapterdesk-notarise.XXXXXX")

if [ -n "$profile" ]; then
    who=(--keychain-profile "$profile")
else
    [ -n "$key_id" ] || fail 2 "a key is given, CHAPTERDESK_MAC_NOTARY_KEY_ID is missing"
    [ -n "$issuer" ] || fail 2 "a key is given, CHAPTERDESK_MAC_NOTARY_ISSUER is missing"
    if [ -n "$key" ]; then
        case $key in # the base64 of macOS passes over what is none
            *[!A-Za-z0-9+/=[:space:]]*) fail 2 "CHAPTERDESK_MAC_NOTARY_KEY is no base64" ;;
        esac
        key_file=$work/key.p8
        printf '%s' "$key" | base64 --decode >"$key_file" 2>/dev/null ||
            fail 2 "CHAPTERDESK_MAC_NOTARY_KEY is no base64"
    fi
    [ -n "$key_file" ] || fail 2 "a key is given, CHAPTERDESK_MAC_NOTARY_KEY_FILE or …_KEY is missing"
    [ -f "$key_file" ] || fail 2 "the key $key_file is not there"
    who=(--key "$key_file" --key-id "$key_id" --issuer "$issuer")
fi

case $target in
    *.app)
        sent=$work/${name%.app}.zip
        ditto -c -k --keepParent "$target" "$sent" || fail 1 "$name could not be packed for sending"
        look=(--type execute)
        ;;
    *.dmg)
        sent=$target
        look=(--type open --context context:primary-signature)
        ;;
    *) fail 2 "$target is neither an application nor a disk image" ;;
esac

code=0
xcrun notarytool submit "$sent" "${who[@]}" --wait --timeout 45m >"$work/said" 2>&1 || code=$?
cat "$work/said"
id=$(sed -n 's/^ *id: *//p' "$work/said" | sed -n 1p)
status=$(sed -n 's/^ *status: *//p' "$work/said" | sed -n '$p')
if [ "$code" != 0 ] || [ "$status" != Accepted ]; then
    [ -z "$id" ] || xcrun notarytool log "$id" "${who[@]}" >&2 || true
    fail 1 "Apple did not notarise $name: ${status:-no answer}${id:+, submission $id}"
fi

# The ticket can take a moment until it is at hand.
tries=0
until xcrun stapler staple "$target" >"$work/said" 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -ge 5 ]; then
        cat "$work/said" >&2
        fail 1 "the ticket of $name could not be stapled"
    fi
    sleep "$pause"
done
spctl --assess "${look[@]}" --verbose=2 "$target" >"$work/said" 2>&1 || {
    cat "$work/said" >&2
    fail 1 "Gatekeeper would not open $name"
}
printf 'notarise: %s is notarised and its ticket stapled\n' "$name"
