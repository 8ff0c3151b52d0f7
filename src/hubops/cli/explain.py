"""`hubops explain`: a control, a requirement, a subject or a finding, whole."""

from __future__ import annotations

from typing import Annotated

import typer

from hubops import bundle, catalog, hub, settings, standards
from hubops.cli.console import Format, FormatOption, HubOption, LangOption, console, emit, t
from hubops.errors import unknown_name
from hubops.findings import load_rules

EXAMPLES = (
    ("hubops explain ssh/root_login_denied", "a control, and how it stands", "控制项及其当前状态"),
    ("hubops explain ssh/root_login_denied@hub-1", "a finding, with its evidence", "某项结果及其证据"),
    ("hubops explain GBT22239-8.1.4.1.b", "a requirement, and what shows it", "某条要求及其证明"),
    ("hubops explain hub-1", "a host, and what is wrong", "某主机及其问题"),
)


def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help=t(
                "A control's id, a requirement's id, a host, stack or hub, or a finding: CONTROL@SUBJECT.",
                "控制项编号、要求编号、主机（资源栈、中枢）名称，或结果：控制项@对象。",
            ),
        ),
    ],
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli import explained, work  # heavy: --help does not wait for them

    here = bundle.find()
    found = hub.find(here, inventory)
    controls = catalog.load(here)
    known = {id_: (s, r) for s in standards.load(here).values() for id_, r in s.requirements.items()}
    with work.store() as store:
        memory = explained.Memory(here, store, found.name, load_rules(here, found))
        control, at, subject = what.partition("@")
        if at and control in controls:
            answer: explained.Answer = explained.finding(memory, controls[control], subject)
        elif what in controls:
            answer = explained.control(memory, controls[what])
        elif what in known:
            answer = explained.requirement(memory, *known[what])
        elif what in memory.subjects:
            answer = explained.subject(memory, what)
        elif at:
            raise unknown_name("control", control, controls)
        else:
            raise unknown_name("control", what, [*controls, *known, *memory.subjects])
    if format is Format.JSON:
        emit(answer.data)
    else:
        answer.show(console, settings.language(lang))
