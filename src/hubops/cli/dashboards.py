"""`hubops dashboards`: what the monitoring measures, as Grafana shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hubops import dashboards as boards
from hubops.cli.console import LangOption, errors, t

EXAMPLES = (
    ("hubops dashboards", "", ""),
    ("hubops dashboards -o /var/lib/grafana/dashboards", "where Grafana looks", "写入 Grafana 读取的目录"),
)


def dashboards(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=t("Folder of the dashboards: en/ and zh/.", "仪表盘目录，其下为 en/ 与 zh/。"),
        ),
    ] = Path("build/dashboards"),
    lang: LangOption = "",
) -> None:
    for path in boards.write(output):
        errors.print(t(f"written: {path}", f"已写出：{path}"), markup=False)
