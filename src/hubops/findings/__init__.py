"""Decisions → findings: who is judged, how fresh the evidence is, what is waived, and what the status is."""

from hubops.findings.judge import excluded, judge
from hubops.findings.rules import Rules
from hubops.findings.rules import load as load_rules
from hubops.findings.waivers import Exceptions, Waiver

__all__ = ["Exceptions", "Rules", "Waiver", "excluded", "judge", "load_rules"]
