"""The module that enrols people for one-time passwords."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from loading import module_at

PATH = Path(__file__).parents[1] / "roles/ssh_server/library/otp_users.py"
BASE32, HEX = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "3132333435363738393031323334353637383930"


@pytest.fixture(scope="module")
def otp_users() -> ModuleType:
    return module_at(PATH)


@pytest.mark.parametrize("text", [BASE32, BASE32.lower(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ=="])
def test_secrets_as_apps_show_them(otp_users: ModuleType, text: str) -> None:
    assert otp_users.hexadecimal(text, 128) == HEX


@pytest.mark.parametrize(
    ("text", "why"), [("GEZDGNBV", "fewer than 128 bits"), ("01189998819991197253", "not base32")]
)
def test_secrets_that_are_none(otp_users: ModuleType, text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        otp_users.hexadecimal(text, 128)


def test_what_pam_oath_noted_stays_with_the_same_secret_only(otp_users: ModuleType) -> None:
    used = f"HOTP/T30/6\tann\t-\t{HEX}\t0\t123456\t2026-01-01T00:00:00L"
    wanted = {"ben": ["HOTP/T30/6", "ben", "-", HEX], "ann": ["HOTP/T30/6", "ann", "-", HEX]}
    lines = [used, "# note", "HOTP/T30/6 eve - 00", f"HOTP/T30/8 ben - {HEX}"]
    assert otp_users.merged(lines, wanted) == [used, f"HOTP/T30/6\tben\t-\t{HEX}"]
    assert otp_users.merged([used], {"ann": ["HOTP/T30/6", "ann", "-", "00"]}) == ["HOTP/T30/6\tann\t-\t00"]
