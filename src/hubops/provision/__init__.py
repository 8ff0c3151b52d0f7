"""Makes the hosts: drives the Pulumi engine over the stacks and builds what the lab's hosts start from."""

from hubops.provision.stack import Event, Outcome, destroy, outputs, preview, refresh, stacks, up

__all__ = ["Event", "Outcome", "destroy", "outputs", "preview", "refresh", "stacks", "up"]
