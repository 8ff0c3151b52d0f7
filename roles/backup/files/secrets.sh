#!/bin/sh
# secrets.sh DIR HOST...: makes what is missing of each host's backup secrets, and prints what it made.
# HOST.key(.pub) logs in at a repository, HOST.passphrase opens its repositories, HOST.cipher its database's.
set -eu
umask 077
mkdir -p "$1"
chmod 0700 "$1"
cd "$1"
shift
for host in "$@"; do
    for kind in passphrase cipher; do
        [ -s "$host.$kind" ] && continue
        head -c 32 /dev/urandom | base64 >".$host.$kind"
        mv ".$host.$kind" "$host.$kind"
        echo "$host.$kind"
    done
    [ -s "$host.key" ] && [ -s "$host.key.pub" ] && continue
    rm -f "$host.key" "$host.key.pub"
    ssh-keygen -q -t ed25519 -N "" -C "backup of $host" -f "$host.key"
    echo "$host.key"
done
