"""Records: what only people know, kept as YAML beside the inventory and read into typed values."""

from hubops.records.kinds import KINDS
from hubops.records.loader import load

__all__ = ["KINDS", "load"]
