"""Decisions → findings: who is judged, how fresh the evidence is, and what the status is."""

from hubops.findings.judge import judge

__all__ = ["judge"]
