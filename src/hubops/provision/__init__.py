"""Makes the hosts: drives the Pulumi engine over the stacks and builds what the lab's hosts start from."""

import os

# Pulumi's SDK talks gRPC, whose threads come back to life in a forked child and abort it before it
# becomes the program it was forked for (Ansible, on a terminal of its own). Must be said before gRPC is loaded.
os.environ["GRPC_ENABLE_FORK_SUPPORT"] = "false"

from hubops.provision.stack import (
    Event,
    Outcome,
    destroy,
    history,
    outputs,
    preview,
    refresh,
    replace,
    stacks,
    up,
)

__all__ = [
    "Event",
    "Outcome",
    "destroy",
    "history",
    "outputs",
    "preview",
    "refresh",
    "replace",
    "stacks",
    "up",
]
