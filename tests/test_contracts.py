"""Every reference between controls, requirements, evidence, roles and layers is derived or holds."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from e2e import breakages
from examples import example

from hubops import apply, bundle, catalog, engines, standards
from hubops.breakages import Breakage, load, on_hosts
from hubops.decisions import OpaServer, connect
from hubops.errors import HubopsError
from hubops.evidence.host import COLLECTORS
from hubops.evidence.schema import sections, validate
from hubops.findings.waivers import fingerprint
from hubops.model import Control, SubjectKind, moment, params_of, timestamp
from hubops.profile import fits, within
from hubops.reports import words

BUNDLE = bundle.find()
CONTROLS = catalog.load(BUNDLE)
SOURCES = BUNDLE.root / "src/hubops"
OTHER_SECTIONS = {
    "estate": SubjectKind.HUB,
    "improvements": SubjectKind.HUB,
    "plan": SubjectKind.STACK,
    "records": SubjectKind.HUB,
    "waivers": SubjectKind.HUB,
}
PUBLIC = {"deny", "not_applicable"}
TAGS = apply.tags_of(BUNDLE)

BREAKAGES = load(BUNDLE)
ON_HOSTS = on_hosts(BUNDLE)
BREAKABLE = {"platform": ("container", "vm"), "role": ("hub", "operations")}
every_breakage = pytest.mark.parametrize("one", BREAKAGES, ids=[one.name for one in BREAKAGES])
every_control = pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS.keys())


def folder(control: Control) -> Path:
    return BUNDLE.policies / "controls" / control.id


def rego(control: Control) -> Path:
    return folder(control) / f"{control.id.partition('/')[2]}.rego"


@cache
def opa(*arguments: str) -> Any:
    """What an OPA command prints as JSON."""
    done = subprocess.run([engines.ensure("opa"), *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        running.tell("params", params_of(CONTROLS))
        yield running


def test_there_are_controls_of_every_kind() -> None:
    counts = {kind: sum(c.subject is kind for c in CONTROLS.values()) for kind in SubjectKind}
    assert counts[SubjectKind.HOST] >= 30
    assert counts[SubjectKind.STACK] >= 5
    assert counts[SubjectKind.HUB] >= 5


def test_every_folder_is_a_control_and_nothing_else() -> None:
    folders = {
        str(p.relative_to(BUNDLE.policies / "controls")) for p in (BUNDLE.policies / "controls").glob("*/*")
    }
    assert folders == set(CONTROLS)


@every_control
def test_the_package_is_the_path(control: Control) -> None:
    package = re.search(r"^package (.*)$", rego(control).read_text(), re.MULTILINE)
    assert package
    assert package[1] == f"controls.{control.id.replace('/', '.')}"


@every_control
def test_the_folder_holds_rule_test_and_examples(control: Control) -> None:
    name = control.id.partition("/")[2]
    broken = {"breakage.yml"} if control.remedy.role or "records" in control.evidence else set()
    assert {p.name for p in folder(control).iterdir()} == {
        f"{name}.rego",
        f"{name}_test.rego",
        "examples",
        *broken,
    }
    kinds = {path.name.split(".", 1)[1] for path in (folder(control) / "examples").iterdir()}
    assert kinds == {"pass.json", "fail.json"}


@every_control
def test_only_deny_and_not_applicable_are_public(control: Control) -> None:
    rules = {
        rule["head"]["ref"][0]["value"] for rule in opa("parse", "--format=json", str(rego(control)))["rules"]
    }
    assert "deny" in rules
    assert {name for name in rules if not name.startswith("_")} <= PUBLIC


@cache
def coverage() -> dict[str, float]:
    """How much of each control its tests reach, in percent, by the control's id."""
    files = opa("test", "-b", str(BUNDLE.policies), "--coverage", "--format=json")["files"]
    reached: dict[str, float] = {}
    for path, entry in files.items():
        *_, domain, name, _ = Path(path).parts
        if not path.endswith(
            "_test.rego"
        ):  # OPA lists a file once more, under another path and as not reached
            reached[f"{domain}/{name}"] = max(entry.get("coverage", 0), reached.get(f"{domain}/{name}", 0))
    return reached


@every_control
def test_every_line_is_reached_by_its_tests(control: Control) -> None:
    assert coverage()[control.id] == 100


@every_control
def test_no_literal_is_repeated_that_the_path_says(control: Control) -> None:
    assert control.id not in rego(control).read_text()


@every_control
def test_it_fits_on_a_page(control: Control) -> None:
    assert len(rego(control).read_text().splitlines()) <= 70


@every_control
def test_requirements_exist(control: Control) -> None:
    assert control.requirements
    assert [r for r in control.requirements if r not in standards.requirement_ids(BUNDLE)] == []


@every_control
def test_evidence_has_a_collector_and_a_schema_and_fits_the_subject(control: Control) -> None:
    for section in control.evidence:
        assert section in sections(BUNDLE.schemas)
        kind = SubjectKind.HOST if section in COLLECTORS else OTHER_SECTIONS[section]
        assert kind is control.subject


@every_control
def test_only_declared_evidence_is_read(control: Control) -> None:
    read: set[str] = set()
    for rule in sorted(PUBLIC):
        if re.search(rf"^{rule}\b", rego(control).read_text(), re.MULTILINE):
            query = f"data.controls.{control.id.replace('/', '.')}.{rule}"
            # Of all policies, only what a control may rest on: compiling the rest each time takes minutes.
            own = ("-d", str(BUNDLE.policies / "lib"), "-d", str(rego(control)))
            base = opa("deps", "--format=json", "--ignore=*_test.rego", *own, query)["base"]
            refs = [[part["value"] for part in ref] for ref in base]
            inputs = [ref for ref in refs if ref[0] == "input"]
            assert all(ref[:2] == ["data", "params"] for ref in refs if ref not in inputs)
            assert ["input"] not in inputs, "it reads all of the input"
            read |= {ref[1] for ref in inputs}
    assert read - {"as_of"} == set(control.evidence)
    assert ("as_of" in read) == control.dated


@every_control
def test_the_remedy_exists(control: Control) -> None:
    remedy = control.remedy
    if remedy.manual:
        assert (remedy.role, remedy.tag) == (None, None)
        for told in (remedy.manual.en, remedy.manual.zh):
            prose = told.split("`")
            assert len(prose) % 2 == 1, "a backtick is not closed"
            assert not re.search(r"\bhubops \w", "".join(prose[::2])), "commands stand between backticks"
            assert told
    else:
        assert remedy.tag in TAGS, f"no role has the tag {remedy.tag}"
        assert TAGS[remedy.tag] == remedy.role


@every_breakage
def test_a_way_to_break_a_control_is_whole(one: Breakage) -> None:
    assert one.way.strip() == one.way != ""
    assert (one.run is None) == bool(one.records), "either `run` or `records`"
    assert set(one.host) <= set(BREAKABLE)
    assert all(one.host[key] in BREAKABLE[key] for key in one.host)
    assert isinstance(one.batch, int)
    assert one.batch >= 1
    assert {"item"} <= set(one.denies) <= {"item", "expected", "actual"}
    assert one.denies.get("expected", "?") != one.denies.get("actual", "!")
    done = subprocess.run(["sh", "-n"], input=one.run or "", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_two_ways_to_break_are_called_alike() -> None:
    names = [one.name for one in BREAKAGES]
    assert sorted(set(names)) == sorted(names)


def test_breakages_spread_over_the_hosts_that_can_show_them() -> None:
    hosts = {
        "a": {"hub_platform": "container", "hub_role": "operations"},
        "b": {"hub_platform": "vm", "hub_role": "hub"},
    }
    placed = breakages.spread(ON_HOSTS, hosts)
    names = sorted(one.name for ones in placed.values() for one in ones)
    assert names == sorted(one.name for one in ON_HOSTS)
    assert placed[""] == [], "some can be shown on no host"
    assert all(one.fits(hosts[name]) for name, ones in placed.items() for one in ones)


@every_control
def test_a_threshold_is_the_role_s_default(control: Control) -> None:
    if control.remedy.role:
        defaults = yaml.safe_load((BUNDLE.roles / control.remedy.role / "defaults/main.yml").read_text())
        for name, parameter in control.params.items():
            assert defaults[f"{control.remedy.role}_{name}"] == parameter.default


@every_control
def test_both_languages_are_whole(control: Control) -> None:
    for english, chinese in (
        (control.title, control.title_zh),
        (control.description, control.description_zh),
    ):
        assert english.strip()
        assert re.search(r"[\u4e00-\u9fff]", chinese)
        assert not re.search(r"[\u4e00-\u9fff]", english)


@every_control
def test_examples_show_what_their_names_say(control: Control, server: OpaServer) -> None:
    for path in sorted((folder(control) / "examples").iterdir()):
        evidence = example(path)
        assert set(evidence) - {"as_of"} == set(control.evidence), path.name
        for section in control.evidence:
            assert validate(section, evidence[section], BUNDLE.schemas) == [], path.name
        asked = {"controls": [control.id], "evidence": evidence}
        verdict = server.query("lib/batch/verdicts", asked)[control.id]
        denied = bool(verdict["denials"]) and verdict["not_applicable"] is None
        assert denied == path.name.endswith(".fail.json"), f"{path.name}: {verdict}"


@every_control
def test_a_threshold_is_within_its_own_bound(control: Control) -> None:
    for name, parameter in control.params.items():
        assert fits(parameter, parameter.default), name
        assert within(parameter, parameter.default), name


@every_control
def test_what_changes_by_itself_is_no_part_of_a_fingerprint(control: Control, server: OpaServer) -> None:
    """A day later the same evidence shows the same violations, so a waiver must know them again."""
    for path in sorted((folder(control) / "examples").glob("*.fail.json")):
        evidence = example(path)
        seen = []
        for later in range(2 if control.dated else 0):
            as_of = timestamp(moment(evidence["as_of"]) + timedelta(days=later))
            asked = {"controls": [control.id], "evidence": {**evidence, "as_of": as_of}}
            denials = server.query("lib/batch/verdicts", asked)[control.id]["denials"]
            seen.append({d["item"]: fingerprint(control, d["item"], d["actual"]) for d in denials})
        for item in set(seen[0]) & set(seen[1]) if seen else ():
            assert seen[0][item] == seen[1][item], f"{path.name}: {item}: is the control `measured`?"


def left_to_write(*paths: Path) -> list[str]:
    """The files that still hold what `hubops new` left for their author."""
    return [
        str(path.relative_to(BUNDLE.root))
        for path in paths
        if path.is_file()
        if path.name.startswith("todo.") or re.search(r"\bTODO\b|待写", path.read_text(errors="replace"))
    ]


@every_control
def test_no_control_is_left_to_write(control: Control) -> None:
    assert left_to_write(*folder(control).rglob("*")) == []


def test_headers_read_as_opa_reads_them() -> None:
    inspected = opa("inspect", "-a", "--format=json", str(BUNDLE.policies))
    packages = {
        ".".join(part["value"] for part in entry["path"][2:]): entry["annotations"]
        for entry in inspected["annotations"]
        if entry["annotations"]["scope"] == "package"
    }
    for control in CONTROLS.values():
        ours = catalog.read_header(rego(control).read_text())
        theirs = packages[control.id.replace("/", ".")]
        for field in ("title", "description", "custom"):
            assert ours[field] == theirs[field], control.id


def test_every_domain_has_its_word() -> None:
    assert {control.id.partition("/")[0] for control in CONTROLS.values()} == set(words.DOMAIN)


def test_every_section_is_read_by_some_control() -> None:
    used = {section for control in CONTROLS.values() for section in control.evidence}
    assert used == set(COLLECTORS) | set(OTHER_SECTIONS) == set(sections(BUNDLE.schemas))


def test_one_param_of_a_role_has_one_default() -> None:
    seen: dict[str, Any] = {}
    for control in CONTROLS.values():
        for name, parameter in control.params.items():
            if control.remedy.role:
                variable = f"{control.remedy.role}_{name}"
                assert seen.setdefault(variable, parameter) == parameter, f"{control.id}: {variable}"


ROLES = sorted(path.name for path in BUNDLE.roles.iterdir() if (path / "tasks").is_dir())


@pytest.mark.parametrize("role", ROLES)
def test_a_role_documents_its_defaults(role: str) -> None:
    specs = BUNDLE.roles / role / "meta/argument_specs.yml"
    defaults = BUNDLE.roles / role / "defaults/main.yml"
    declared = (
        yaml.safe_load(specs.read_text())["argument_specs"]["main"].get("options", {})
        if specs.exists()
        else {}
    )
    given = yaml.safe_load(defaults.read_text()) or {} if defaults.exists() else {}
    documented = {
        name: option.get("default") for name, option in declared.items() if not option.get("required")
    }
    assert documented == given
    assert all(name.startswith((f"{role}_", "hub_")) for name in declared)
    assert all(option.get("description") for option in declared.values())


@pytest.mark.parametrize("role", ROLES)
def test_no_role_is_left_to_write(role: str) -> None:
    assert left_to_write(*(BUNDLE.roles / role).rglob("*")) == []


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_mends_is_seen_in_full(role: str) -> None:
    """`set -e` overlooks a line that begins with ! and is not the last, so such a line has to end the check itself."""
    drift = BUNDLE.roles / role / "molecule/default/drift.yml"
    for one in yaml.safe_load(drift.read_text()) or [] if drift.exists() else []:
        for part in one.get("together", [one]):
            *lines, _last = part["check"].strip().splitlines()
            overlooked = [line for line in lines if line.startswith("! ") and not line.endswith("|| exit 1")]
            assert not overlooked, part["tag"]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_renders_its_templates_without_a_copy_of_all_variables(role: str) -> None:
    """Which Ansible's own lookup makes for each file, on each host: a third of the time of an apply."""
    texts = [path for path in (BUNDLE.roles / role).rglob("*") if path.suffix in {".yml", ".j2"}]
    files = [path for path in texts if "builtin.template'" in path.read_text()]
    assert files == [], "lookup('rendered', …) takes the same files"


def test_no_record_is_left_to_write() -> None:
    places = (SOURCES / "records", BUNDLE.root / "tests/records")
    assert left_to_write(*(path for place in places for path in place.glob("*.py"))) == []


STAGES = {
    "provision",
    "apply",
    "evidence",
    "decisions",
    "findings",
    "records",
    "store",
    "reports",
    "reporting",
    "drills",
}
MODULES = sorted(SOURCES.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(SOURCES)) for p in MODULES])
def test_a_stage_imports_no_other_stage(path: Path) -> None:
    stage = path.relative_to(SOURCES).parts[0]
    imported: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module == "hubops":
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hubops."):
            imported.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            imported |= {a.name.split(".")[1] for a in node.names if a.name.startswith("hubops.")}
    if stage in STAGES:
        assert imported & STAGES <= {stage}
        assert not imported & {"pipeline", "cli"}
    elif stage not in {"pipeline.py", "rebuild.py", "cli", "__main__.py"}:
        assert not imported & (STAGES | {"pipeline", "cli"}), "a base module imports a stage"


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(SOURCES)) for p in MODULES])
def test_a_module_is_not_too_long(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 500


ERRORS = {error.__name__ for error in HubopsError.__subclasses__()}
HAN = re.compile(r"[\u4e00-\u9fff]")


def written(node: ast.expr | None) -> str:
    """The text that an expression spells out; "" for names, calls and whatever else is computed."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            return "".join(map(written, parts))
        case ast.BinOp(left=first, right=second) | ast.IfExp(body=first, orelse=second):
            return written(first) + written(second)
    return ""


def faulty(call: ast.Call) -> str:
    """What is wrong with the two texts of a call of `t`, `Text` or an error; "" where nothing is."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    unpacked = any(isinstance(arg, ast.Starred) for arg in call.args) or any(
        word.arg is None for word in call.keywords
    )
    if name not in {"t", "Text", *ERRORS} or unpacked:
        return ""
    given = dict(zip(("en", "zh", "hint"), call.args, strict=False))
    given |= {str(word.arg): word.value for word in call.keywords}
    if not {"en", "zh"} <= set(given):
        return "" if name == "Text" else "lacks a language"  # Rich has a Text too; of ours, mypy sees to it
    if HAN.search(written(given["en"])):
        return "its English is Chinese"
    same = ast.dump(given["en"]) == ast.dump(given["zh"])
    if re.search(r"[A-Za-z]", written(given["en"])) and not same and not HAN.search(written(given["zh"])):
        return "its Chinese is not Chinese"
    return "its hint is no Text" if written(given.get("hint")) else ""


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(SOURCES)) for p in MODULES])
def test_what_a_person_reads_is_there_in_both_languages(path: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    name = path.relative_to(BUNDLE.root)
    assert [f"{name}:{call.lineno}: {wrong}" for call in calls if (wrong := faulty(call))] == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("t('yes', '是')", ""),
        ("t('OPA', 'OPA')", ""),
        ("Text(en=a, zh=b)", ""),
        ("t('yes', 'oui')", "its Chinese is not Chinese"),
        ("Text(en=f'{n} left', zh=rest)", "its Chinese is not Chinese"),
        ("Text(en='是' if a else 'no', zh='是')", "its English is Chinese"),
        ("UsageError('no')", "lacks a language"),
        ("BrokenInput('no', '否', 'do this')", "its hint is no Text"),
    ],
)
def test_a_missing_language_would_be_found(code: str, wrong: str) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert faulty(call) == wrong
