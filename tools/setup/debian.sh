#!/bin/sh
# Installs Debian packages for the Makefile, or says what to install where it cannot.
set -eu
if ! command -v apt-get >/dev/null; then
    echo "Puuttuu: $*. Asenna se järjestelmäsi omalla tavalla ja yritä uudelleen." >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Puuttuu: $*. Asenna se komennolla: sudo apt-get install $*" >&2
        exit 1
    fi
    as_root=sudo
fi
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
