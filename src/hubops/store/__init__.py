"""What HubOps remembers: runs, findings, evidence and decisions, in one SQL database."""

from hubops.store.database import Store, open_store

__all__ = ["Store", "open_store"]
