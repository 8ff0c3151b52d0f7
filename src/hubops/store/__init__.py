"""What HubOps remembers: runs, findings, transitions, evidence and decisions, in one SQL database."""

from hubops.store.database import Store
from hubops.store.history import runs, standing, transitions
from hubops.store.opening import open_store

__all__ = ["Store", "open_store", "runs", "standing", "transitions"]
