"""What holds for all tests: no property fails because a machine was busy."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from hubops import bundle, engines
from hubops.decisions import OpaServer, connect

settings.register_profile("hubops", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hubops")


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    """OPA with the policies."""
    with connect(bundle.find(), engines.ensure("opa")) as running:
        yield running
