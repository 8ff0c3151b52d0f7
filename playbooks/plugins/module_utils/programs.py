"""Runs other programs for modules, and keeps what they may read alone."""

from __future__ import annotations

import os
import subprocess


class Broken(Exception):
    """A data set did not come back."""


def run(argv, **options):
    """What a program prints; Broken where it fails, with the errors that it names, else with its last words."""
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, check=False, **options)
    if done.returncode:
        words = [line.strip() for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
        # Some print a trace and their surroundings after it.
        words = [line for line in dict.fromkeys(words) if "error:" in line.lower()] or words
        raise Broken(
            "%s ended with %s: %s" % (os.path.basename(argv[0]), done.returncode, " / ".join(words[-3:]))
        )
    return done.stdout.decode("utf-8", "replace")


def private(path, flags):
    return os.open(path, flags, 0o600)
