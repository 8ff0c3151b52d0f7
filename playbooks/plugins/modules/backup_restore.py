#!/usr/bin/python
"""Restores a host's newest copies from a repository, into a folder or in their place, and tells what came back."""

from __future__ import annotations

DOCUMENTATION = r"""
module: backup_restore
short_description: Restore a host's newest copies, and tell what came back
description:
  - Takes each data set's newest archive from a Borg repository. Files are extracted, which verifies every chunk of them;
    a dump is read into a database of its own and compared, table by table, with what was there when it was made;
    a database's own backup is restored by pgBackRest up to the end of its archive, in which no segment may be missing.
  - Everything happens in one folder, which is empty before and gone afterwards, unless it is to be put back in its place.
    Secrets lie in memory only.
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
    description: Where to restore to, or to work in. Nothing else may use it; what is there is removed.
    type: path
    required: true
  in_place:
    description:
      - Whether to put everything where the data sets have it, and to leave it there. What was there before is lost.
      - Dumps are put back as files; the database itself comes back as pgBackRest has it.
    type: bool
    default: false
  lost_at:
    description: Unix time of the loss, for the age of the copies; else that of the run.
    type: float
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

import fcntl
import glob
import json
import os
import re
import shutil
import time

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.borg_repository import SECRETS, Repository
from ansible.module_utils.postgres_cluster import DrillCluster, HostCluster
from ansible.module_utils.programs import Broken, private, run

LOCK = "/run/lock/hubops-drill"
SEGMENT = re.compile(r"^([0-9A-F]{24})-[0-9a-f]{40}")


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
    cluster = DrillCluster(scratch)
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


def restore_backrest(repository, given, cluster, scratch):
    """Restore the database up to the end of its archive, and see that nothing is missing on the way."""
    config = os.path.join(SECRETS, "pgbackrest.conf")
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
        archive = os.path.join(repository, "archive", given["stanza"])
        missing, newest = gaps(archive, backups[-1]["archive"]["start"])
        if missing:
            raise Broken("the archive lacks segments: %s" % ", ".join(missing))
        cluster.ready()
        cluster.postgres("pgbackrest", *options, "--type=default", *cluster.backrest, "restore")
        cluster.start()
        cluster.recovered()
        cluster.settle()
        return {
            "backup": backups[-1]["label"],
            "newest_segment": newest,
            "last_transaction": cluster.ask("postgres", "SELECT pg_last_xact_replay_timestamp()"),
            "databases": cluster.databases(),
        }
    finally:
        cluster.stop()


def restore_database(place, given, scratch):
    """On the host itself where that is wanted, else in a cluster of the drill's own."""
    if given["in_place"]:
        os.makedirs(scratch)
        shutil.chown(scratch, "postgres", "postgres")
        return restore_backrest(given["backrest_folder"], given, HostCluster(), scratch)
    repository = place + given["backrest_folder"]
    cluster = DrillCluster(scratch)
    give(place, repository)
    return restore_backrest(repository, given, cluster, scratch)


def put_back(place, paths):
    """Make each path hold what was extracted, and nothing else."""
    for path in paths:
        came = place + path
        if not os.path.lexists(came):
            raise Broken("the archive has no %s" % path)
        if os.path.isdir(path):
            for old in os.scandir(path):
                shutil.rmtree(old) if old.is_dir(follow_symlinks=False) else os.unlink(old)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        run(["cp", "--archive", "--no-target-directory", came, path])


def restored(module):
    """(problems, what is told of each data set)"""
    given = module.params
    lost = given["lost_at"] or time.time()
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
            "rpo_minutes": round((lost - newest[1]) / 60, 1),
            "rto_minutes": None,
        }
        try:
            scratch = os.path.join(given["folder"], "pg-" + name)
            if source not in places:
                places[source] = os.path.join(given["folder"], source)
                about["files"] = repository.extract(newest[0], places[source], given["in_place"])
                if given["in_place"]:
                    (holding,) = (each for each in given["sets"] if each["name"] == source)
                    put_back(places[source], holding["paths"])
            if one["way"] == "dump" and not given["in_place"]:
                about["databases"] = restore_dump(places[source], one["paths"], scratch)
            elif one["way"] == "postgres":
                about.update(restore_database(places[source], given, scratch))
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


def clear(folder):
    for path in (SECRETS, folder):
        shutil.rmtree(path, ignore_errors=True)


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
            "in_place": {"type": "bool", "default": False},
            "lost_at": {"type": "float"},
        },
        supports_check_mode=True,
    )
    folder = module.params["folder"]
    if module.check_mode:
        module.exit_json(changed=True, problems=[], sets={})
    lock = os.open(LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        module.fail_json(msg="another drill restores here; wait for it")
    # What a drill that was cut off has left.
    DrillCluster.end_all(folder)
    clear(folder)
    try:
        os.makedirs(folder)
        os.chmod(folder, 0o711)  # noqa: S103 PostgreSQL's account passes through, whatever the umask here
        problems, told = restored(module)
    finally:
        clear(folder)
    module.exit_json(changed=True, problems=problems, sets=told)


if __name__ == "__main__":
    main()
