"""Headers are read as they are written, and what a rule may not read is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from hubops import bundle, catalog
from hubops.errors import BrokenInput

RULE = bundle.find().policies / "controls/ssh/root_login_denied/root_login_denied.rego"


def read(folder: Path, old: str, new: str) -> str:
    """What is said of the control with something else in it."""
    text = RULE.read_text(encoding="utf-8")
    assert old in text
    path = folder / "ssh/root_login_denied/root_login_denied.rego"
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenInput) as caught:
        catalog.read_control(path)
    assert str(caught.value).startswith(f"{path}:")
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("if not input.sshd.installed", "if input.accounts.users", "it reads input.accounts, and declares"),
        ("if not input.sshd.installed", 'if input["accounts"].users', "it reads all of the input"),
        ("if not input.sshd.installed", "if count(input) == 0", "it reads all of the input"),
        ("import data.lib.sshd", "import data.lib.sshd\nimport input.accounts", "it reads input.accounts"),
        ("evidence: [sshd]", "evidence: [sshd, os]", "differ"),
        ("severity: high", "severity: awful", "severity"),
    ],
)
def test_a_control_that_is_not_what_it_says_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in read(tmp_path, old, new)


def test_what_a_comment_says_is_not_read(tmp_path: Path) -> None:
    text = RULE.read_text(encoding="utf-8")
    path = tmp_path / "ssh/root_login_denied/root_login_denied.rego"
    path.parent.mkdir(parents=True)
    path.write_text(text + "\n# as input.accounts would\n", encoding="utf-8")
    assert catalog.read_control(path).evidence == ("sshd",)


@pytest.mark.parametrize(("text", "seconds"), [("30m", 1800), ("26h", 93600), ("7d", 604800)])
def test_a_span_is_read(text: str, seconds: int) -> None:
    assert catalog.seconds(text) == seconds


@pytest.mark.parametrize("text", ["", "0h", "1", "h", "1w", "-1h", "1.5h"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no span of time"):
        catalog.seconds(text)
