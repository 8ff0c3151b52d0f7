"""Runs other programs for modules, and keeps what they may read alone."""

from __future__ import annotations

import os
import subprocess


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


def private(path, flags):
    return os.open(path, flags, 0o600)
