#!/bin/sh
# state.sh PORT DATABASE: what there is of the database, as JSON.
version=$(find /etc/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' 2>/dev/null | sort -n | tail -n 1)
data=/var/lib/postgresql/$version/main
controldata=/usr/lib/postgresql/$version/bin/pg_controldata
checksums=no loaded=no database=no role=no running=no
if [ -n "$version" ] && [ -d "$data" ]; then
    [ "$(LC_ALL=C "$controldata" "$data" | sed -n 's/^Data page checksum version: *//p')" = 0 ] || checksums=yes
    ask() { runuser -u postgres -- psql -X -A -t -p "$1" -d "$2" -c "$3" 2>/dev/null; }
    if [ "$(ask "$1" postgres 'SELECT 1')" = 1 ]; then
        running=yes
        [ "$(ask "$1" postgres "SELECT 1 FROM pg_roles WHERE rolname = '$3'")" = 1 ] && role=yes
        [ "$(ask "$1" postgres "SELECT 1 FROM pg_database WHERE datname = '$2'")" = 1 ] && database=yes
        [ "$(ask "$1" "$2" "SELECT to_regclass('loaded') IS NOT NULL")" = t ] && loaded=yes
    fi
fi
printf '{"version": "%s", "checksums": "%s", "running": "%s", "role": "%s", "database": "%s", "loaded": "%s"}\n' \
    "$version" "$checksums" "$running" "$role" "$database" "$loaded"
