"""Help answers at once, in both languages, for every command that there is."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
import typer
from rich.cells import cell_len

from hubops import __version__
from hubops.cli.app import COMMANDS, app

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def paths(command, path: tuple[str, ...] = ()):
    """The path of every command, groups too, as a walker of Click's tree finds them."""
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from paths(child, (*path, name))


EVERY = list(paths(typer.main.get_command(app)))
LEAVES = [path for path in EVERY if path not in {other[:-1] for other in EVERY}]


def test_the_whole_tree_can_be_walked() -> None:
    assert {path[0] for path in EVERY if path} == set(COMMANDS)
    assert {("provision", "up"), ("engines", "list"), ("check",)} <= set(LEAVES)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_fits_eighty_columns_in_its_language(hubops, path, language: str) -> None:
    code, out, err = hubops(*path, "--help", HUBOPS_LANG=language)
    assert (code, err) == (0, "")
    assert max(map(cell_len, out.splitlines())) <= 80
    assert bool(CHINESE.search(out)) == (language == "zh")
    if language == "zh":
        assert not re.search("Usage|Options|Arguments|Commands|default|env var|Show|Install", out)
    if len(path) == 1:
        assert COMMANDS[path[0]][language == "zh"] in out
    if language == "en":
        assert hubops(*path, "-h") == (0, out, "")


def test_the_commands_are_listed_with_their_help_in_the_order_of_the_loop(hubops) -> None:
    for language, place in (("en", 0), ("zh", 1)):
        _, out, _ = hubops("--help", HUBOPS_LANG=language)
        commands = re.split(r"^(?:Commands|命令):\n", out, flags=re.MULTILINE)[1]
        listed = re.findall(r"^  ([a-z]+)  +(.+)$", commands, re.MULTILINE)
        assert listed == [(name, texts[place]) for name, texts in COMMANDS.items()]


def test_the_language_can_be_asked_for_anywhere(hubops) -> None:
    chinese = hubops("--help", HUBOPS_LANG="zh")
    assert hubops("--lang", "zh", "--help") == hubops("--help", "--lang=zh") == chinese
    assert hubops("--lang", "zh", "controls") == hubops("controls", "--lang", "zh")
    assert hubops("controls", LANG="zh_CN.UTF-8") == hubops("controls", "--lang", "zh")


def loaded_by(environment: dict[str, str], *arguments: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    code = f"""
import json, sys
from hubops.cli import main
sys.argv = ["hubops", *{arguments!r}]
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout
    return set(json.loads(done.stderr))


@pytest.mark.parametrize("option", ["--version", "--help", "-h"])
def test_what_answers_at_once_loads_no_command_and_nothing_heavy(environment, option: str) -> None:
    loaded = loaded_by(environment, option)
    assert "hubops.cli.app" in loaded
    assert not loaded & {f"hubops.cli.{name}" for name in COMMANDS}
    assert not loaded & {"pydantic", "rich", "yaml", "sqlalchemy", "pulumi", "jinja2", "ansible_runner"}


def test_the_version_is_told(hubops) -> None:
    assert hubops("--version") == (0, f"hubops {__version__}\n", "")


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_of_a_command_does_not_wait_for_the_store_or_opa(environment, path: tuple[str, ...]) -> None:
    loaded = loaded_by(environment, *path, "--help")
    assert not loaded & {"sqlalchemy", "alembic", "opa_client", "pulumi"}


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("hubops ", list(COMMANDS)),
        ("hubops co", ["collect", "controls", "coverage"]),
        ("hubops provision ", ["preview", "up", "refresh", "destroy"]),
        ("hubops coverage --req", ["--requirements"]),
        ("hubops --vers", ["--version"]),
    ],
)
def test_the_shell_completes_commands_and_options(hubops, words: str, completed: list[str]) -> None:
    asked = {"_HUBOPS_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    _, out, _ = hubops(**asked)
    assert out.split() == completed
