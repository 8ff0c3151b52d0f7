#!/usr/bin/python
"""Restores a host's newest copies from a repository into a folder of another host, and tells what came back."""

from __future__ import annotations

DOCUMENTATION = r"""
module: backup_restore
short_description: Restore a host's newest copies on another host, and tell what came back
description:
  - Takes each data set's newest archive from a Borg repository. Files are extracted, which verifies every chunk of them;
    a dump is read into a database of its own and compared, table by table, with what was there when it was made;
    a database's own backup is restored by pgBackRest up to the end of its archive, in which no segment may be missing.
  - Everything happens in one folder, which is empty before and gone afterwards. Secrets lie in memory only.
options:
  repository:
    description: The repository's address, as Borg takes it.
    type: str
    required: true
  repository_host:
    description: The name that its host key is known by.
    type: str
    required: true
  host_key:
    description: The host's public key.
    type: str
    required: true
  key:
    description: The private key that logs in there, from escrow.
    type: str
    required: true
  passphrase:
    description: What opens the repository, from escrow.
    type: str
    required: true
  cipher:
    description: What opens the database's own backup, from escrow.
    type: str
    default: ""
  sets:
    description: The data sets of the host, as its catalogue has them.
    type: list
    elements: dict
    required: true
  stanza:
    description: The name that pgBackRest knows the database by.
    type: str
    default: hub
  backrest_folder:
    description: Where the host keeps pgBackRest's backups.
    type: str
    default: /var/lib/pgbackrest
  folder:
    description: Where to restore to. It must not exist.
    type: path
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Restore
  backup_restore:
    repository: ssh://hub-backup@192.0.2.7:8022/srv/backup/hub-1
    repository_host: hub-2
    host_key: "{{ host_key }}"
    key: "{{ lookup('file', escrow ~ '/hub-1.key') }}"
    passphrase: "{{ lookup('file', escrow ~ '/hub-1.passphrase') }}"
    sets: "{{ catalogue.sets }}"
    folder: /var/lib/hubops-drill
"""

RETURN = r"""
problems:
  description: What did not come back as it was, a line each.
  type: list
  returned: always
sets:
  description: Of each data set its archive, the age of that in minutes, the minutes until it was restored, and what was in it.
  type: dict
  returned: always
"""

import glob
import json
import os
import re
import shutil
import signal
import subprocess
import time
from datetime import datetime, timezone

from ansible.module_utils.basic import AnsibleModule

SECRETS = "/run/hubops-drill"
SEGMENT = re.compile(r"^([0-9A-F]{24})-[0-9a-f]{40}")
SOCKET_WAIT_SECONDS = 300
# The same words as the dump's own, so that both give the same numbers.
TABLES = (
    "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'"
    " ORDER BY 1"
)
SUMS = (
    "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;"
    " SET bytea_output = 'hex'; SELECT json_build_object('rows', count(*),"
    " 'sum', coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text) FROM %s t"
)


class Broken(Exception):
    """A data set did not come back."""


def run(argv, **options):
    """What a program prints; Broken with its last words where it fails."""
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, check=False, **options)
    if done.returncode:
        words = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
        raise Broken(
            "%s ended with %s: %s" % (os.path.basename(argv[0]), done.returncode, " / ".join(words[-3:]))
        )
    return done.stdout.decode("utf-8", "replace")


class Repository:
    """A Borg repository, opened with what was kept in escrow."""

    def __init__(self, given):
        self.address = given["repository"]
        os.makedirs(SECRETS, mode=0o700)
        for name in ("key", "passphrase"):
            with open(os.path.join(SECRETS, name), "w", encoding="utf-8", opener=private) as file:
                file.write(given[name].rstrip("\n") + "\n")
        with open(os.path.join(SECRETS, "known_hosts"), "w", encoding="utf-8", opener=private) as file:
            file.write("%s %s\n" % (given["repository_host"], given["host_key"]))
        login = (
            "ssh -i {0}/key -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=20"
            " -o UserKnownHostsFile={0}/known_hosts -o GlobalKnownHostsFile=/dev/null -o HostKeyAlias={1}"
        )
        self.environ = {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "BORG_BASE_DIR": os.path.join(SECRETS, "borg"),
            "BORG_PASSCOMMAND": "cat %s/passphrase" % SECRETS,
            "BORG_RSH": login.format(SECRETS, given["repository_host"]),
            "BORG_RELOCATED_REPO_ACCESS_IS_OK": "yes",
            "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "no",
        }

    def borg(self, *arguments, **options):
        return run(["borg", *arguments], env=self.environ, **options)

    def archives(self):
        """(name, Unix time) of every archive, the newest first."""
        told = json.loads(self.borg("list", "--json", self.address))["archives"]
        found = [
            (one["archive"], datetime.fromisoformat(one["time"]).astimezone(timezone.utc)) for one in told
        ]
        return sorted(((name, when.timestamp()) for name, when in found), key=lambda one: -one[1])

    def extract(self, archive, folder):
        """How many files there were; every chunk of them is verified on the way."""
        os.makedirs(folder)
        self.borg("extract", "--numeric-ids", "%s::%s" % (self.address, archive), cwd=folder)
        expected = int(
            json.loads(self.borg("info", "--json", "%s::%s" % (self.address, archive)))["archives"][0][
                "stats"
            ]["nfiles"]
        )
        there = sum(len(files) for _, _, files in os.walk(folder))
        if there < expected:
            raise Broken("%s has %d files, %d came back" % (archive, expected, there))
        return there


def private(path, flags):
    return os.open(path, flags, 0o600)


class Cluster:
    """A PostgreSQL of the drill's own, reached over a socket in its folder and by nobody else."""

    def __init__(self, folder):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        if not found:
            raise Broken("PostgreSQL is not installed here")
        self.programs, self.folder, self.data = found[-1], folder, os.path.join(folder, "data")
        os.makedirs(folder)
        shutil.chown(folder, "postgres", "postgres")

    def postgres(self, program, *arguments):
        path = os.path.join(self.programs, program)
        argv = [path if os.path.exists(path) else program, *arguments]
        return run(["runuser", "-u", "postgres", "--", *argv], cwd="/")

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

    def start(self, **settings):
        given = {"listen_addresses": "", "unix_socket_directories": self.folder, "port": "5432", "ssl": "off",
                 "archive_mode": "off", "logging_collector": "off", **settings}  # fmt: skip
        options = " ".join("-c %s='%s'" % (name, value) for name, value in given.items())
        log = os.path.join(self.folder, "log")
        try:
            self.postgres("pg_ctl", "--pgdata", self.data, "--log", log, "--options", options, "--wait",
                          "--timeout", str(SOCKET_WAIT_SECONDS), "start")  # fmt: skip
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

    def ask(self, database, query):
        return self.postgres("psql", "-XAtq", "-h", self.folder, "-d", database, "-c", query).strip()

    def tables(self, database):
        """Of each table the number of rows and a sum over all of them that their order does not change."""
        names = self.ask(database, TABLES).splitlines()
        return {name: json.loads(self.ask(database, SUMS % name)) for name in names}

    def stop(self):
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            try:
                self.postgres("pg_ctl", "--pgdata", self.data, "--mode", "immediate", "--wait", "stop")
            except Broken:
                with open(os.path.join(self.data, "postmaster.pid"), encoding="utf-8") as file:
                    os.kill(int(file.readline()), signal.SIGKILL)


def give(place, folder):
    """Make what was extracted PostgreSQL's own, and the way there open; Borg leaves it to root alone."""
    for path, folders, files in os.walk(folder):
        for name in ["", *folders, *files]:
            shutil.chown(os.path.join(path, name), "postgres", "postgres")
    while folder != place:
        folder = os.path.dirname(folder)
        os.chmod(folder, 0o711)  # noqa: S103


def restore_dump(place, paths, scratch):
    """Read each dump into a database, and compare its tables with those that it was made of."""
    folder = place + paths[0]
    made = [name[: -len(".dump")] for name in sorted(os.listdir(folder)) if name.endswith(".dump")]
    if not made:
        raise Broken("there is no dump in %s" % paths[0])
    give(place, folder)
    cluster = Cluster(scratch)
    try:
        cluster.make()
        cluster.start()
        # Roles that a fresh cluster has already are no fault.
        cluster.postgres(
            "psql", "-XAtq", "-h", scratch, "-d", "postgres", "-f", os.path.join(folder, "roles.sql")
        )
        found = {}
        for name in made:
            with open(os.path.join(folder, name + ".tables.json"), encoding="utf-8") as file:
                before = json.load(file)
            if name != "postgres":
                cluster.postgres("createdb", "-h", scratch, name)
            cluster.postgres(
                "pg_restore",
                "-h",
                scratch,
                "--dbname",
                name,
                "--exit-on-error",
                os.path.join(folder, name + ".dump"),
            )
            after = cluster.tables(name)
            wrong = sorted(table for table in {*before, *after} if before.get(table) != after.get(table))
            if wrong:
                told = ["%s: %s, restored %s" % (one, before.get(one), after.get(one)) for one in wrong]
                raise Broken("database %s differs from what was dumped: %s" % (name, "; ".join(told)))
            found[name] = after
        return found
    finally:
        cluster.stop()


def gaps(folder, first):
    """The segments that are missing between the one at which a backup begins and the newest in the archive."""
    there = sorted(
        match.group(1)
        for path in glob.glob(os.path.join(folder, "**", "*"), recursive=True)
        if (match := SEGMENT.match(os.path.basename(path)))
    )
    wanted, missing = first, []
    while there and wanted <= there[-1]:
        # Those of another timeline begin anew; they are a matter of pgBackRest.
        if wanted[:8] == there[-1][:8] and wanted not in there:
            missing.append(wanted)
        number = int(wanted[8:16], 16) * 256 + int(wanted[16:], 16) + 1
        wanted = wanted[:8] + "%08X%08X" % divmod(number, 256)
        if len(missing) > 20:
            break
    return missing, there[-1] if there else ""


def restore_backrest(place, given, scratch):
    """Restore the database up to the end of its archive, and see that nothing is missing on the way."""
    repository = place + given["backrest_folder"]
    config = os.path.join(SECRETS, "pgbackrest.conf")
    cluster = Cluster(scratch)
    give(place, repository)
    os.chmod(SECRETS, 0o711)  # noqa: S103 PostgreSQL's account reaches its own file in it
    with open(config, "w", encoding="utf-8", opener=private) as file:
        file.write(
            "[global]\nrepo1-path={0}\nrepo1-cipher-type={1}\nrepo1-cipher-pass={2}\nlog-level-file=off\n"
            "log-level-console=warn\nlock-path={3}/lock\nspool-path={3}/spool\n[{4}]\npg1-path={5}\n".format(
                repository, "aes-256-cbc" if given["cipher"] else "none", given["cipher"].strip(), scratch,
                given["stanza"], cluster.data,
            )
        )  # fmt: skip
    shutil.chown(config, "postgres", "postgres")
    options = ["--config", config, "--stanza", given["stanza"]]
    try:
        (told,) = json.loads(cluster.postgres("pgbackrest", *options, "--output=json", "info"))
        backups = [one for one in told.get("backup", []) if not one.get("error")]
        if not backups:
            raise Broken("pgBackRest finds no backup: %s" % told.get("status", {}).get("message"))
        missing, newest = gaps(
            os.path.join(repository, "archive", given["stanza"]), backups[-1]["archive"]["start"]
        )
        if missing:
            raise Broken("the archive lacks segments: %s" % ", ".join(missing))
        cluster.postgres(
            "pgbackrest",
            *options,
            "--type=default",
            "--archive-mode=off",
            "restore",
        )
        for name in ("postgresql.conf", "pg_hba.conf", "pg_ident.conf"):
            with open(os.path.join(cluster.data, name), "w", encoding="utf-8", opener=private) as file:
                file.write("local all all peer\n" if name == "pg_hba.conf" else "")
            shutil.chown(os.path.join(cluster.data, name), "postgres", "postgres")
        cluster.start(hot_standby="on")
        until = time.monotonic() + SOCKET_WAIT_SECONDS
        while cluster.ask("postgres", "SELECT pg_is_in_recovery()") != "f":
            if time.monotonic() > until:
                raise Broken("recovery does not come to its end")
            time.sleep(1)
        names = cluster.ask(
            "postgres", "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1"
        )
        tables = {name: cluster.tables(name) for name in names.splitlines()}
        last = cluster.ask("postgres", "SELECT pg_last_xact_replay_timestamp()")
        return {
            "backup": backups[-1]["label"],
            "newest_segment": newest,
            "last_transaction": last,
            "databases": tables,
        }
    finally:
        cluster.stop()


def restored(module):
    """(problems, what is told of each data set)"""
    given, began = module.params, time.time()
    problems, told = [], {}
    repository = Repository(given)
    try:
        archives = repository.archives()
    except Broken as error:
        return ["the repository cannot be read: %s" % error], told
    places = {}
    for one in sorted(given["sets"], key=lambda one: one["way"] == "postgres"):
        name, started = one["name"], time.monotonic()
        # The database's own backup is among the files of another set.
        source = name if one["way"] != "postgres" else holder(given["sets"], given["backrest_folder"])
        newest = next(
            (each for each in archives if re.fullmatch(re.escape(source or "") + r"-\d{4}-.*", each[0])), None
        )
        if newest is None:
            problems.append("%s: the repository has no copy of it" % name)
            continue
        about = told[name] = {
            "archive": newest[0],
            "rpo_minutes": round((began - newest[1]) / 60, 1),
            "rto_minutes": None,
        }
        try:
            if source not in places:
                places[source] = os.path.join(given["folder"], source)
                about["files"] = repository.extract(newest[0], places[source])
            if one["way"] == "dump":
                about["databases"] = restore_dump(
                    places[source], one["paths"], os.path.join(given["folder"], "pg-" + name)
                )
            elif one["way"] == "postgres":
                about.update(
                    restore_backrest(places[source], given, os.path.join(given["folder"], "pg-" + name))
                )
            about["rto_minutes"] = round((time.monotonic() - started) / 60, 2)
        except (Broken, OSError, ValueError, KeyError, LookupError) as error:
            problems.append("%s: %s" % (name, error))
    return problems, told


def holder(sets, folder):
    """The data set whose files hold a folder."""
    for one in sets:
        if one["way"] == "files" and any(
            folder == path or folder.startswith(path + "/") for path in one["paths"]
        ):
            return one["name"]
    return None


def main():
    module = AnsibleModule(
        argument_spec={
            "repository": {"type": "str", "required": True},
            "repository_host": {"type": "str", "required": True},
            "host_key": {"type": "str", "required": True, "no_log": False},
            "key": {"type": "str", "required": True, "no_log": True},
            "passphrase": {"type": "str", "required": True, "no_log": True},
            "cipher": {"type": "str", "default": "", "no_log": True},
            "sets": {"type": "list", "elements": "dict", "required": True},
            "stanza": {"type": "str", "default": "hub"},
            "backrest_folder": {"type": "str", "default": "/var/lib/pgbackrest"},
            "folder": {"type": "path", "required": True},
        },
        supports_check_mode=True,
    )
    folder = module.params["folder"]
    if module.check_mode:
        module.exit_json(changed=True, problems=[], sets={})
    if os.path.exists(folder) or os.path.exists(SECRETS):
        module.fail_json(
            msg="%s or %s exists: another drill runs here, or one was cut off; remove them"
            % (folder, SECRETS)
        )
    try:
        os.makedirs(folder, mode=0o711)
        problems, told = restored(module)
    finally:
        shutil.rmtree(SECRETS, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
    module.exit_json(changed=True, problems=problems, sets=told)


if __name__ == "__main__":
    main()
