"""PostgreSQL clusters as drills use them: one of the drill's own, and the one that the host has."""

from __future__ import annotations

import glob
import json
import os
import shutil
import signal
import time

from ansible.module_utils.programs import Broken, private, run

START_SECONDS = 300
# The same words as the dump's own, so that both give the same numbers.
TABLES = (
    "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'"
    " ORDER BY 1"
)
DATABASES = "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1"
SUMS = (
    "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;"
    " SET bytea_output = 'hex'; SELECT json_build_object('rows', count(*),"
    " 'sum', coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text) FROM %s t"
)


class Cluster:
    """A PostgreSQL: `folder` has its socket, `data` its files; `backrest` is what pgBackRest must be told to restore it."""

    folder = data = ""
    backrest = ()

    @staticmethod
    def postgres(program, *arguments):
        return run(["runuser", "-u", "postgres", "--", program, *arguments], cwd="/")

    def ask(self, database, query):
        return self.postgres("psql", "-XAtq", "-h", self.folder, "-d", database, "-c", query).strip()

    def databases(self):
        """Of each database its tables, see `tables`."""
        return {name: self.tables(name) for name in self.ask("postgres", DATABASES).splitlines()}

    def tables(self, database):
        """Of each table the number of rows and a sum over all of them that their order does not change."""
        names = self.ask(database, TABLES).splitlines()
        return {name: json.loads(self.ask(database, SUMS % name)) for name in names}

    def recovered(self):
        """Returns once the end of the archive is reached and the database can be written to."""
        until = time.monotonic() + START_SECONDS
        while self.ask("postgres", "SELECT pg_is_in_recovery()") != "f":
            if time.monotonic() > until:
                raise Broken("recovery does not come to its end")
            time.sleep(1)


class HostCluster(Cluster):
    """The one that the host has by its distribution, whose settings are in /etc."""

    folder = "/run/postgresql"
    backrest = ("--delta",)

    def __init__(self):
        found = sorted(glob.glob("/etc/postgresql/*/main"), key=lambda path: int(path.split("/")[3]))
        if not found:
            raise Broken("this host has no cluster of PostgreSQL")
        version = found[-1].split("/")[3]
        self.data = "/var/lib/postgresql/%s/main" % version
        self.unit = "postgresql@%s-main.service" % version

    def ready(self):
        """Its files may be replaced."""
        run(["systemctl", "stop", self.unit])

    def start(self):
        run(["systemctl", "start", self.unit])

    def settle(self):
        """It has what it was restored from no longer in its settings."""
        self.ask("postgres", "ALTER SYSTEM RESET restore_command")
        self.ask("postgres", "SELECT pg_reload_conf()")

    def stop(self):
        """It stays up: it is what the host is there for."""


class DrillCluster(Cluster):
    """One of the drill's own, reached over a socket in its folder and by nobody else."""

    # It is to archive nothing into the repository that it comes from.
    backrest = ("--archive-mode=off",)

    def __init__(self, folder):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        if not found:
            raise Broken("PostgreSQL is not installed here")
        self.programs, self.folder, self.data = found[-1], folder, os.path.join(folder, "data")
        os.makedirs(folder)
        shutil.chown(folder, "postgres", "postgres")

    def postgres(self, program, *arguments):
        path = os.path.join(self.programs, program)
        return super().postgres(path if os.path.exists(path) else program, *arguments)

    def make(self):
        self.postgres(
            "initdb",
            "--pgdata",
            self.data,
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--auth=peer",
            "--data-checksums",
        )

    def ready(self):
        """It is new: there is nothing to stop."""

    def settle(self):
        """It goes with the drill."""

    def start(self):
        # The backup's own settings are of another host, and some packages keep them in /etc.
        for name in ("postgresql.conf", "pg_hba.conf", "pg_ident.conf"):
            path = os.path.join(self.data, name)
            with open(path, "w", encoding="utf-8", opener=private) as file:
                file.write("local all all peer\n" if name == "pg_hba.conf" else "")
            shutil.chown(path, "postgres", "postgres")
        given = {"listen_addresses": "", "unix_socket_directories": self.folder, "port": "5432", "ssl": "off",
                 "archive_mode": "off", "logging_collector": "off"}  # fmt: skip
        options = " ".join("-c %s='%s'" % (name, value) for name, value in given.items())
        log = os.path.join(self.folder, "log")
        try:
            self.postgres("pg_ctl", "--pgdata", self.data, "--log", log, "--options", options, "--wait",
                          "--timeout", str(START_SECONDS), "start")  # fmt: skip
        except Broken:
            raise Broken("the restored database does not start: %s" % self.last_words(log)) from None

    @staticmethod
    def last_words(log):
        try:
            with open(log, encoding="utf-8", errors="replace") as file:
                lines = [
                    line.strip() for line in file if "FATAL" in line or "PANIC" in line or "ERROR" in line
                ]
        except OSError:
            return "it wrote no log"
        return " / ".join(lines[-2:]) or "its log tells no error"

    def stop(self):
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            try:
                self.postgres("pg_ctl", "--pgdata", self.data, "--mode", "immediate", "--wait", "stop")
            except Broken:
                with open(os.path.join(self.data, "postmaster.pid"), encoding="utf-8") as file:
                    os.kill(int(file.readline()), signal.SIGKILL)

    @staticmethod
    def end_all(folder):
        """Whatever runs in a folder from a drill that was cut off."""
        for path in glob.glob(os.path.join(folder, "*", "data", "postmaster.pid")):
            with open(path, encoding="utf-8") as file:
                number = int(file.readline())
            try:
                with open("/proc/%d/cmdline" % number, "rb") as file:
                    if folder.encode() in file.read():
                        os.kill(number, signal.SIGKILL)
            except OSError:
                pass  # it has ended
