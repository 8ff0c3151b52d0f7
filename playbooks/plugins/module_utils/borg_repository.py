"""A Borg repository that is read with what was kept in escrow."""

from __future__ import annotations

import json
import os
from datetime import datetime, timezone

from ansible.module_utils.programs import Broken, private, run

SECRETS = "/run/hubops-drill"
"""Lies in memory, and goes with the drill."""


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

    def extract(self, archive, folder, owners_by_name=False):
        """How many files there were; every chunk of them is verified on the way.

        A host that is built anew may number its accounts otherwise: what is to stay there belongs to names.
        """
        os.makedirs(folder)
        ids = [] if owners_by_name else ["--numeric-ids"]
        self.borg("extract", *ids, "%s::%s" % (self.address, archive), cwd=folder)
        expected = int(
            json.loads(self.borg("info", "--json", "%s::%s" % (self.address, archive)))["archives"][0][
                "stats"
            ]["nfiles"]
        )
        there = sum(len(files) for _, _, files in os.walk(folder))
        if there < expected:
            raise Broken("%s has %d files, %d came back" % (archive, expected, there))
        return there
