"""HubOps: makes a city intelligence hub compliant and keeps proving it."""

__version__ = "0.1.0"
