"""Runs, findings, evidence and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("started", sa.String(20), nullable=False),
        sa.Column("finished", sa.String(20), nullable=False),
        sa.Column("bundle", sa.String(71), nullable=False),
        sa.Column("as_of", sa.String(20), nullable=False),
        sa.Column("subjects", sa.Text, nullable=False, comment="JSON list of subjects"),
    )
    op.create_table(
        "findings",
        sa.Column("run", sa.String(40), sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("control", sa.String(128), primary_key=True),
        sa.Column("subject", sa.String(255), primary_key=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("since", sa.String(20), nullable=False),
        sa.Column("body", sa.Text, nullable=False, comment="the finding as JSON"),
    )
    op.create_index("findings_by_control_and_subject", "findings", ["control", "subject"])
    op.create_table(
        "evidence",
        sa.Column("digest", sa.String(71), primary_key=True),
        sa.Column("data", sa.Text, nullable=False, comment="canonical JSON; its SHA-256 is the key"),
    )
    op.create_table(
        "sightings",
        sa.Column("run", sa.String(40), sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("subject", sa.String(255), primary_key=True),
        sa.Column("section", sa.String(64), primary_key=True),
        sa.Column("digest", sa.String(71), sa.ForeignKey("evidence.digest"), nullable=False),
        sa.Column("collected_at", sa.String(20), nullable=False),
        sa.Column("collector", sa.String(64), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("violation", sa.Text),
    )
    op.create_table(
        "decisions",
        sa.Column(
            "key", sa.String(71), primary_key=True, comment="digest of control, params, evidence and date"
        ),
        sa.Column("body", sa.Text, nullable=False, comment="the decision as JSON"),
    )


def downgrade() -> None:
    for table in ("decisions", "sightings", "evidence", "findings", "runs"):
        op.drop_table(table)
