"""The report as PDF, made of its page by WeasyPrint with the machine's own fonts."""

from __future__ import annotations

from hubops.errors import ToolMissing
from hubops.model import Text
from hubops.reporting import html
from hubops.reporting.content import Compiled


def render(report: Compiled, lang: str) -> bytes:
    """Raises ToolMissing where WeasyPrint or the libraries that it draws with are not there."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: Pango's library could not be loaded
        raise ToolMissing(
            f"PDF needs WeasyPrint and Pango: {error}",
            f"生成 PDF 需要 WeasyPrint 和 Pango：{error}",
            Text(
                en="Run `make setup`, or leave pdf out of --format.",
                zh="请执行 make setup，或从 --format 中去掉 pdf。",
            ),
        ) from error

    page = html.render(report, lang).decode("utf-8")
    made: bytes = weasyprint.HTML(string=page, url_fetcher=_refuse).write_pdf()
    return made


def _refuse(url: str, *_: object, **__: object) -> None:
    """Nothing that a record holds makes this machine fetch something."""
    raise ValueError(f"not fetched: {url}")
