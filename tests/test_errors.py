"""An error says in both languages what is wrong and what would be right."""

import re
from typing import get_args

import pytest

from hubops.errors import ExitCode, Kind, unknown_name


@pytest.mark.parametrize("kind", get_args(Kind))
def test_an_unknown_name_is_answered_with_the_nearest_and_the_valid_ones(kind: Kind) -> None:
    error = unknown_name(kind, "opaa", ["pulumi", "opa"])
    assert str(error) == error.text.en == f"unknown {kind} 'opaa'; valid: opa, pulumi"
    assert re.fullmatch(r"未知的[\u4e00-\u9fff]+ 'opaa'；可用：opa、pulumi", error.text.zh)
    assert error.hint
    assert "'opa'" in error.hint.en
    assert "'opa'" in error.hint.zh
    assert error.exit_code is ExitCode.USAGE


def test_of_many_valid_names_only_the_number_is_said() -> None:
    error = unknown_name("control", "zzz", map(str, range(41)))
    assert error.text.en.endswith("valid: 41 names, see the list command")
    assert error.text.zh.endswith("可用：共 41 个，请用列表命令查看")
    assert error.hint is None
