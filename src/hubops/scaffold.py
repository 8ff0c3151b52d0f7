"""Writes the beginning of a control, a kind of record or a role: whole in shape, and failing until it is written."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from jsonschema import Draft7Validator

from hubops import catalog
from hubops.bundle import Bundle
from hubops.errors import BrokenInput, UsageError, unknown_name
from hubops.files import write_whole
from hubops.model import Json, SubjectKind, Text

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)
# Each fits one of the patterns that the schemas have: a name, a mode, a day, a path.
_TEXTS = ("TODO", "0600", "2026-03-01", "/etc/passwd")


@dataclass(frozen=True)
class Scaffold:
    """Files to be made and files to be changed, by their path, and what their author does next."""

    made: Mapping[Path, str]
    next: tuple[Text, ...]
    changed: Mapping[Path, str] = field(default_factory=dict)


def control(bundle: Bundle, id_: str, sections: Sequence[str], subject: SubjectKind | None) -> Scaffold:
    """A control that reads these sections; its subject is that of the sections unless it is named.

    Raises UsageError for a name, a section or a subject that cannot be.
    """
    root = _checkout(bundle)
    domain, slash, name = id_.partition("/")
    if not slash or not (_NAME.fullmatch(domain) and _NAME.fullmatch(name)) or name.endswith("_test"):
        raise UsageError(
            f"{id_!r} names no control; valid: DOMAIN/NAME, for example ssh/banner_shown, in small letters, "
            "digits and _, not ending in _test",
            f"{id_!r} 不是有效的控制项名称；应为 领域/名称，例如 ssh/banner_shown，"
            "只用小写字母、数字和 _，且不以 _test 结尾",
        )
    schemas = _schemas(bundle, sections)
    kind = _subject(bundle, sections, subject)
    folder = bundle.policies / "controls" / domain / name
    example = json.dumps({key: sample(schema) for key, schema in schemas.items()}, indent=2) + "\n"
    values = {
        "domain": domain,
        "name": name,
        "subject": kind.value,
        "evidence": ", ".join(schemas),
        "schemas": "\n".join(f"#   - input.{key}: schema.{key}" for key in schemas),
        "conditions": "\n".join(f"\tcount(input.{key}.unreadable) < 0" for key in schemas),
        "input": ", ".join(f'"{key}": {{"unreadable": []}}' for key in schemas),
    }
    made = {
        folder / f"{name}.rego": _filled("control/rule.rego", values),
        folder / f"{name}_test.rego": _filled("control/rule_test.rego", values),
        folder / "examples/todo.fail.json": example,
        folder / "examples/todo.pass.json": example,
    }
    if "records" in schemas:
        made[folder / "breakage.yml"] = _filled("control/breakage.yml", values)
    title = Text(
        en=f"Name the domain {domain} in DOMAIN of src/hubops/reports/words.py.",
        zh=f"在 src/hubops/reports/words.py 的 DOMAIN 中为领域 {domain} 命名。",
    )
    return Scaffold(
        made,
        (
            *(() if folder.parent.is_dir() else (title,)),
            _write_what_is_left(f"{folder.relative_to(root)}/"),
            Text(
                en="Rename the examples for what they show; examples that fail must be denied.",
                zh="按内容重命名示例；fail 示例必须被判为违规。",
            ),
            _run("hubops engines run opa -- test -b policies"),
            _DOCS,
        ),
    )


def record(bundle: Bundle, kind: str) -> Scaffold:
    """A kind of record: its model, its line in KINDS, and a test."""
    root = _checkout(bundle)
    if not _valid(kind):
        raise _ill_named(kind, Text(en="kind of record", zh="记录种类"), "meeting")
    if kind in json.loads((bundle.schemas / "records.json").read_text(encoding="utf-8"))["properties"]:
        raise UsageError(
            f"the records section already has {kind}, so it exists; choose another name",
            f"记录类证据中已有 {kind}；请换一个名称",
        )
    model = "".join(part.capitalize() for part in kind.split("_"))
    records = root / "src/hubops/records"
    made = {
        records / f"{kind}.py": _filled("record/model.py", {"kind": kind, "model": model}),
        root / f"tests/records/test_{kind}.py": _filled("record/test.py", {"kind": kind}),
    }
    changed = {records / "kinds.py": _with_kind(records / "kinds.py", kind, model)}
    lab = Text(
        en=f"Give the lab some: inventories/lab/records/{kind}.yaml.",
        zh=f"在实验环境中登记一些：inventories/lab/records/{kind}.yaml。",
    )
    test = _run(f"pytest tests/records/test_{kind}.py")
    return Scaffold(made, (_write_what_is_left(f"src/hubops/records/{kind}.py"), _DOCS, lab, test), changed)


def role(bundle: Bundle, name: str) -> Scaffold:
    """A role with its molecule scenario, and its line in the baseline's playbook."""
    root = _checkout(bundle)
    if not _valid(name):
        raise _ill_named(name, Text(en="role", zh="角色"), "audit_log")
    folder = bundle.roles / name
    parts = {
        "defaults/main.yml": "defaults.yml",
        "meta/argument_specs.yml": "argument_specs.yml",
        "meta/main.yml": "dependencies.yml",
        "tasks/main.yml": "tasks.yml",
        "molecule/default/molecule.yml": "molecule.yml",
        "molecule/default/drift.yml": "drift.yml",
        f"molecule/default/tests/test_{name}.py": "test.py",
    }
    made = {folder / path: _filled(f"role/{template}", {"role": name}) for path, template in parts.items()}
    site = bundle.playbooks / "site.yml"
    place = Text(
        en="Move its line in playbooks/site.yml where its order matters.",
        zh="如对顺序有要求，调整它在 playbooks/site.yml 中的位置。",
    )
    written = _write_what_is_left(f"{folder.relative_to(root)}/")
    return Scaffold(made, (written, place, _run(f"make molecule-{name}")), {site: _with_role(site, name)})


def write(scaffold: Scaffold) -> list[Path]:
    """Writes all of it, or nothing; gives the paths.

    Raises UsageError where a file exists that would be made, or where one cannot be written.
    """
    for path in scaffold.made:
        if path.exists():
            raise UsageError(f"{path} exists; choose another name", f"{path} 已存在；请换一个名称")
    before: dict[Path, str | None] = dict.fromkeys(scaffold.made)
    before |= {path: path.read_text(encoding="utf-8") for path in scaffold.changed}
    wanted = {**scaffold.made, **scaffold.changed}
    done: list[Path] = []
    try:
        for path, text in wanted.items():
            done.append(path)
            write_whole(path, text)
    except BaseException as error:
        for path in done:
            _restore(path, before[path])
        if isinstance(error, OSError):
            raise UsageError(
                f"{done[-1]} cannot be written, so nothing was: {error.strerror}",
                f"无法写入 {done[-1]}，因此未作任何改动：{error.strerror}",
            ) from error
        raise
    return list(wanted)


_SEES_ALL = "firewall"


def sample(schema: Mapping[str, Any]) -> Json:
    """A small value that this schema allows: every field, one of a list where that is easy, null for choice."""
    if "enum" in schema:
        return schema["enum"][0]
    given = schema.get("type", [one.get("type") for one in schema.get("anyOf", [])])
    if "null" in given:
        return None
    if "anyOf" in schema:
        return sample(schema["anyOf"][0])
    if given == "object":
        # Where a schema demands more of some values, the more is given at once.
        more = schema.get("then", {}).get("properties", {})
        fields = schema.get("properties", {}).items()
        return {
            name: [] if name == "unreadable" else sample(_stricter(node, more.get(name, {})))
            for name, node in fields
        }
    if given == "array":
        one = sample(schema["items"])
        many = max(schema.get("minItems", 1), 1)
        return [one] * many if Draft7Validator(schema["items"]).is_valid(one) else []
    if given == "string":
        return next((text for text in _TEXTS if re.search(schema.get("pattern", ""), text)), "TODO")
    return False if given == "boolean" else schema.get("minimum", 0)


def _stricter(node: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a field with what is demanded besides, of its own fields as well."""
    inner = {
        name: _stricter(field, more.get("properties", {}).get(name, {}))
        for name, field in node.get("properties", {}).items()
    }
    return {**node, **more, **({"properties": inner} if inner else {})}


def _checkout(bundle: Bundle) -> Path:
    """The checkout's root; UsageError in an installation, which has no sources to add to."""
    if not (bundle.root / "pyproject.toml").is_file():
        raise UsageError(
            f"{bundle.root} is an installation without sources; valid: run it from a checkout",
            f"{bundle.root} 是不含源代码的安装；请在检出目录中运行",
            Text(
                en="In a checkout: make setup, then .venv/bin/hubops new ...",
                zh="在检出目录中：先 make setup，再运行 .venv/bin/hubops new ...",
            ),
        )
    return bundle.root


def _valid(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not keyword.iskeyword(name)


def _ill_named(name: str, what: Text, example: str) -> UsageError:
    return UsageError(
        f"{name!r} names no {what.en}; valid: small letters, digits and _, a letter first, "
        f"no keyword of Python, for example {example}",
        f"{name!r} 不是有效的{what.zh}名称；只用小写字母、数字和 _，以字母开头，且不是 Python 关键字，例如 {example}",
    )


def _schemas(bundle: Bundle, sections: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The schemas of these sections, each of which a sample can be made of."""
    paths = {path.stem: path for path in bundle.schemas.glob("*.json")}
    found = {}
    for section in sections:
        if section not in paths:
            raise unknown_name("section", section, paths)
        found[section] = json.loads(paths[section].read_text(encoding="utf-8"))
        for fault in Draft7Validator(found[section]).iter_errors(sample(found[section])):
            raise BrokenInput(
                f"{paths[section]}: no example can be made of it: {fault.json_path}: {fault.message}",
                f"{paths[section]}：无法由它生成示例：{fault.json_path}：{fault.message}",
            )
    return dict(sorted(found.items()))


def _subject(bundle: Bundle, sections: Sequence[str], wanted: SubjectKind | None) -> SubjectKind:
    """What the sections are about, as the controls that read them say."""
    controls = catalog.load(bundle).values()
    about = {control.subject for section in sections for control in controls if section in control.evidence}
    if wanted:
        about.add(wanted)
    if len(about) == 1:
        return about.pop()
    names = ", ".join(sections)
    if not about:
        raise UsageError(
            f"no control reads {names} yet; say --subject", f"尚无控制项读取 {names}；请给出 --subject"
        )
    kinds = ", ".join(sorted(about))
    raise UsageError(
        f"a control has one subject, but {names} and --subject speak of {kinds}",
        f"一个控制项只有一种检查对象，而 {names} 与 --subject 涉及 {kinds}",
    )


def _filled(template: str, values: Mapping[str, str]) -> str:
    text = (files("hubops") / "scaffolds" / f"{template}.tmpl").read_text(encoding="utf-8")
    return Template(text).substitute(values)


def _with_kind(path: Path, kind: str, model: str) -> str:
    """The table of kinds with one more, in the order of the alphabet."""
    text = path.read_text(encoding="utf-8")
    text = _inserted(
        path,
        text,
        r"from hubops\.records\.(\w+) import \w+",
        kind,
        f"from hubops.records.{kind} import {model}",
    )
    return _inserted(path, text, r'    "(\w+)": \w+,', kind, f'    "{kind}": {model},')


def _inserted(path: Path, text: str, pattern: str, name: str, line: str) -> str:
    """The text with a line more, before the first of its like whose name is greater, else after the last."""
    alike = list(re.finditer(rf"^{pattern}$", text, re.MULTILINE))
    if not alike:
        raise BrokenInput(
            f"{path} has no line like {line!r} to put it beside", f"{path} 中没有与 {line!r} 同类的行"
        )
    after = next((match for match in alike if match[1] > name), None)
    place, addition = (after.start(), f"{line}\n") if after else (alike[-1].end(), f"\n{line}")
    return text[:place] + addition + text[place:]


def _with_role(path: Path, name: str) -> str:
    """The playbook with one role more, before those that must see what all others have made."""
    text = path.read_text(encoding="utf-8")
    roles = {
        found[1]: found.start()
        for found in re.finditer(r"^(?:    #.*\n)*    - \{?role: (\w+)", text, re.MULTILINE)
    }
    if not roles:
        raise BrokenInput(f"{path} lists no roles", f"{path} 未列出任何角色")
    place = roles.get(_SEES_ALL, max(roles.values()))
    return f"{text[:place]}    - {{role: {name}}}\n{text[place:]}"


def _restore(path: Path, text: str | None) -> None:
    """Puts a file back, or away together with the folders that were made for it."""
    if text is not None:
        write_whole(path, text)
        return
    if path.exists():
        path.unlink()
    for folder in path.parents:
        try:
            folder.rmdir()
        except OSError:
            return


def _write_what_is_left(where: str) -> Text:
    return Text(
        en=f"Write what says TODO in {where}, in both languages; a test refuses it.",
        zh=f"填写 {where} 中标有 TODO 或 待写 的内容；有测试拒绝这两种占位。",
    )


def _run(command: str) -> Text:
    return Text(en=f"Run {command}: it fails until then.", zh=f"运行 {command}：写完之前不会通过。")


_DOCS = Text(en="Run make docs.", zh="运行 make docs。")
