"""The host's part of the catalogue, and secrets that only the controller keeps."""

import json
import os
import stat
from pathlib import Path


def test_the_host_knows_its_part_and_no_secret(host):
    text = host.file("/etc/hubops/backup.json").content_string
    part = json.loads(text)
    assert [one["name"] for one in part["sets"]] == ["configuration"]
    assert part["keeps"] == [
        {
            "client": "bare",
            "repository": "main",
            "sets": [
                {
                    "name": "configuration",
                    "way": "files",
                    "rpo_hours": 26,
                    "retention": {"daily": 7, "weekly": 4, "monthly": 6},
                }
            ],
        }
    ]
    escrow = Path(os.environ["MOLECULE_EPHEMERAL_DIRECTORY"]) / "backup"
    for path in escrow.iterdir():
        assert path.read_text().strip() not in text


def test_secrets_are_private_and_strong(host):
    escrow = Path(os.environ["MOLECULE_EPHEMERAL_DIRECTORY"]) / "backup"
    assert stat.S_IMODE(escrow.stat().st_mode) == 0o700
    assert sorted(path.name for path in escrow.iterdir()) == [
        "bare.cipher",
        "bare.key",
        "bare.key.pub",
        "bare.passphrase",
    ]
    assert all(
        stat.S_IMODE(path.stat().st_mode) == 0o600 for path in escrow.iterdir() if path.suffix != ".pub"
    )
    passphrase, cipher = ((escrow / f"bare.{kind}").read_text() for kind in ("passphrase", "cipher"))
    assert len(passphrase.strip()) >= 43
    assert passphrase != cipher
