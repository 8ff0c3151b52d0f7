"""What holds for all tests: no property fails because a machine was busy."""

from hypothesis import HealthCheck, settings

settings.register_profile("hubops", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hubops")
