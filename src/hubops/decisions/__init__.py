"""Evidence → decisions: asks OPA, and nobody else, what each control says."""

from hubops.decisions.decide import Cache, Question, decide, decide_with
from hubops.decisions.server import OpaServer, connect

__all__ = ["Cache", "OpaServer", "Question", "connect", "decide", "decide_with"]
