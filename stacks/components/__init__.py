"""What stacks are made of; each component is one kind of thing a stack declares."""

from components.lab import Host, Network, Place, SshKey, placed

__all__ = ["Host", "Network", "Place", "SshKey", "placed"]
