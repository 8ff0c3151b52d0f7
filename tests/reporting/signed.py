"""People with keys, and a report that they carry through its steps, as tests need them."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

from hubops.model import Text
from hubops.reporting import archive, life, signing

COMPILER, APPROVER = "P-008", "P-001"


def key(folder: Path, person: str) -> Path:
    """A new key of a person."""
    path = folder / person
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", str(path)],
        check=True,
        capture_output=True,
    )
    return path


def archived(folder: Path, keys: Path, day: date) -> tuple[Path, dict[str, Any]]:
    """A report that went through all steps, and its record; people's keys are made in `keys`."""
    signers = folder / signing.SIGNERS
    for person in (COMPILER, APPROVER):
        signing.enrol(signers, person, key(keys, person).with_suffix(".pub"))
    report = folder / "RPT-1"
    archive.put(report, {"report.html": b"<p>July</p>", "report.json": b"{}"})
    record: dict[str, Any] = {"id": "RPT-1", "period": "2026-07"}
    for step in life.STEPS:
        by = APPROVER if step == "approved" else COMPILER
        record |= {step: day.isoformat(), f"{step}_by": by}
        if step == life.STEPS[-1]:
            (report / archive.README).write_text(archive.readme(record, Text(en="Monthly report", zh="月报")))
        said = {"report": "RPT-1", "person": by, "day": day.isoformat()}
        archive.take(report, step, said, keys / by, signers)
    record["digest"] = archive.digest(report)
    archive.seal(report)
    return report, record
