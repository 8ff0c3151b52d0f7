"""The tables; the migrations in `migrations/versions` make exactly these, and a test says so."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, MetaData, String, Table, Text

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("started", String(20), nullable=False),
    Column("finished", String(20), nullable=False),
    Column("bundle", String(71), nullable=False),
    Column("as_of", String(20), nullable=False),
    Column("subjects", Text, nullable=False, comment="JSON list of subjects"),
    Column("hub", String(255), nullable=False, server_default="", comment="what was looked at"),
    Index("runs_by_time", "finished"),
)

findings = Table(
    "findings",
    metadata,
    Column("run", String(40), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("control", String(128), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("status", String(16), nullable=False),
    Column("since", String(20), nullable=False),
    Column("body", Text, nullable=False, comment="the finding as JSON"),
    Index("findings_by_control_and_subject", "control", "subject"),
)

transitions = Table(
    "transitions",
    metadata,
    Column("run", String(40), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("control", String(128), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("hub", String(255), nullable=False),
    Column("at", String(20), nullable=False, comment="the run's end"),
    Column("was", String(16), comment="the status before, null where it was not judged before"),
    Column("status", String(16), nullable=False),
    Index("transitions_by_control_and_subject", "hub", "control", "subject", "at"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("digest", String(71), primary_key=True),
    Column("data", Text, nullable=False, comment="canonical JSON; its SHA-256 is the key"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("run", String(40), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("section", String(64), primary_key=True),
    Column("digest", String(71), ForeignKey("evidence.digest"), nullable=False),
    Column("collected_at", String(20), nullable=False),
    Column("collector", String(64), nullable=False),
    Column("source", String(64), nullable=False),
    Column("error", Text),
    Column("violation", Text),
)

decisions = Table(
    "decisions",
    metadata,
    Column("key", String(71), primary_key=True, comment="digest of control, params, evidence and date"),
    Column("body", Text, nullable=False, comment="the decision as JSON"),
)
