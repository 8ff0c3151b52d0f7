"""Transitions, and the hub that a run looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column(
        "runs",
        sa.Column("hub", sa.String(255), nullable=False, server_default="", comment="what was looked at"),
    )
    op.create_index("runs_by_time", "runs", ["finished"])
    op.create_table(
        "transitions",
        sa.Column("run", sa.String(40), sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("control", sa.String(128), primary_key=True),
        sa.Column("subject", sa.String(255), primary_key=True),
        sa.Column("hub", sa.String(255), nullable=False),
        sa.Column("at", sa.String(20), nullable=False, comment="the run's end"),
        sa.Column("was", sa.String(16), comment="the status before, null where it was not judged before"),
        sa.Column("status", sa.String(16), nullable=False),
    )
    op.create_index("transitions_by_control_and_subject", "transitions", ["hub", "control", "subject", "at"])
    # A status that was first seen at its run's end is a transition; the one before it is what it was.
    op.execute(
        """
        INSERT INTO transitions (run, control, subject, hub, at, was, status)
        SELECT run, control, subject, '', finished, was, status FROM (
            SELECT f.run, f.control, f.subject, f.status, f.since, r.finished,
                   LAG(f.status) OVER (PARTITION BY f.control, f.subject ORDER BY r.finished, r.id) AS was
            FROM findings f JOIN runs r ON r.id = f.run
        ) AS judged WHERE since = finished
        """
    )


def downgrade() -> None:
    op.drop_table("transitions")
    op.drop_index("runs_by_time", "runs")
    op.drop_column("runs", "hub")
