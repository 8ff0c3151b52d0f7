"""Tables as offices keep them: CSV and XLSX, read into plain rows of cells, nothing in them run or followed."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from hubops.errors import BrokenInput, UsageError
from hubops.model import Text
from hubops.reasons import reason

Advance = Callable[[str, int, int], None]
MAX_BYTES = 30_000_000
MAX_UNPACKED = 400_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 400


_NOTHING = Text(en="", zh="")


@dataclass(frozen=True)
class Unread:
    """A cell that has no value to take: `why` says so."""

    shown: str
    why: Text


@dataclass(frozen=True)
class Merged:
    """Cells that are one: first and last row and column, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A table: its rows, each a list of raw values; empty cells are None. `about` says how it was read."""

    path: Path
    name: str
    rows: Sequence[Sequence[Any]]
    merged: tuple[Merged, ...] = ()
    from_1904: bool = False
    about: Text = _NOTHING

    def reference(self, row: int, column: int) -> str:
        """A cell's name, counted from 0: `C5`."""
        return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The name of a column counted from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def read(path: Path, wanted: str, likely: Iterable[str], advance: Advance = lambda *_: None) -> Sheet:
    """The table in a file; of a workbook the sheet `wanted`, else the one of a `likely` name, else its only one.

    Raises UsageError for a file or sheet that is not there, BrokenInput for one that cannot be read.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such file", f"{path}：没有这个文件")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _refused(path, f"{size} bytes, more than {MAX_BYTES}", f"{size} 字节，超过 {MAX_BYTES}")
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, reason(error), reason(error)) from error
    if content.startswith(b"PK\x03\x04"):
        return _workbook(path, content, wanted, frozenset(likely), advance)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(
            path,
            "an old or encrypted workbook; save it as .xlsx without a password",
            "旧版或加密的工作簿；请另存为不带密码的 .xlsx",
        )
    if wanted:
        raise UsageError(
            f"{path} is no workbook, so it has no sheet {wanted!r}; leave out --sheet",
            f"{path} 不是工作簿，没有工作表 {wanted!r}；请去掉 --sheet",
        )
    return _csv(path, content)


def _csv(path: Path, content: bytes) -> Sheet:
    text, encoding = _decoded(path, content)
    delimiter = _delimiter(text)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = [[cell or None for cell in row] for row in islice(reader, MAX_ROWS + 1)]
    except csv.Error as error:
        raise _refused(path, f"no CSV: {reason(error)}", f"不是合法的 CSV：{reason(error)}") from error
    name = {"\t": ("tabs", "制表符"), ";": ("semicolons", "分号")}.get(delimiter, ("commas", "逗号"))
    about = Text(en=f"CSV, {encoding}, separated by {name[0]}", zh=f"CSV，{encoding} 编码，以{name[1]}分隔")
    return Sheet(path, path.stem, _limited(path, rows), about=about)


def _decoded(path: Path, content: bytes) -> tuple[str, str]:
    """The text, and what it was encoded in: a mark says it, else it is UTF-8, else what Chinese offices write."""
    marks = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    marked = [encoding for mark, encoding in marks if content.startswith(mark)]
    for encoding in marked or ["utf-8", "gb18030"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text, encoding.removesuffix("-sig").upper()
    raise _refused(
        path,
        "neither a workbook (.xlsx) nor text in UTF-8 or GB18030",
        "既不是工作簿（.xlsx），也不是 UTF-8 或 GB18030 编码的文本",
    )


def _delimiter(text: str) -> str:
    """What separates most cells in the first lines that hold something."""
    lines = [line for line in text.splitlines()[:200] if line.strip()][:20]
    counts = Counter({mark: sum(line.count(mark) for line in lines) for mark in ",\t;"})
    return counts.most_common(1)[0][0]


def _workbook(path: Path, content: bytes, wanted: str, likely: frozenset[str], advance: Advance) -> Sheet:
    _refuse_bombs(path, content)
    book = _opened(path, content, values=False)
    sheet = book[_chosen(path, book, wanted, likely)]
    if (sheet.max_row or 0) > 1_100_000 or (sheet.max_column or 0) > 20_000:
        raise _refused(path, "a sheet without an end", "工作表范围异常")
    cached: Any = None
    rows: list[list[Any]] = []
    cells = _by_row(sheet)
    for done, (number, row) in enumerate(sorted(cells.items())):
        if done % 500 == 0:
            advance("", done, len(cells))
        if number > MAX_ROWS * 4 or len(rows) > MAX_ROWS * 4:
            raise _too_long(path)
        rows += [[] for _ in range(number - 1 - len(rows))]
        line: list[Any] = []
        for column, cell in row:
            if cell.data_type == "f" and cached is None:
                cached = _opened(path, content, values=True)[sheet.title]
            if column > MAX_COLUMNS:
                raise _too_wide(path)
            line += [None] * (column - 1 - len(line))
            line.append(_value(cell, cached))
        rows.append(line)
    merged = tuple(Merged(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges)
    about = Text(en=f"XLSX, sheet {sheet.title}", zh=f"XLSX，工作表 {sheet.title}")
    return Sheet(path, sheet.title, _limited(path, rows), merged, book.epoch.year == 1904, about)


def _by_row(sheet: Any) -> dict[int, list[tuple[int, Any]]]:
    """The cells that hold something by row and column: a sheet may be formatted to its last row and hold little."""
    found: dict[int, list[tuple[int, Any]]] = {}
    for (row, column), cell in sheet._cells.items():
        if getattr(cell, "value", None) is not None:
            found.setdefault(row, []).append((column, cell))
    return {row: sorted(cells, key=lambda pair: pair[0]) for row, cells in found.items()}


def _value(cell: Any, cached: Any) -> Any:
    if cell.data_type == "e":
        why = Text(en="the sheet shows an error here", zh="此处在表中显示为错误值")
        return Unread(str(cell.value), why)
    if cell.data_type != "f":
        return cell.value
    stored = cached.cell(cell.row, cell.column)
    formula = str(getattr(cell.value, "text", cell.value))
    if stored.value is None or stored.data_type == "e":
        why = Text(
            en="a formula without a value that was saved with it; formulas are not computed: write the value",
            zh="公式未随文件保存计算结果；本程序不计算公式，请填写数值",
        )
        return Unread(formula, why)
    return stored.value


def _opened(path: Path, content: bytes, *, values: bool) -> Any:
    import openpyxl

    try:
        return openpyxl.load_workbook(io.BytesIO(content), data_only=values, keep_links=False)
    except MemoryError:
        raise
    except Exception as error:  # whatever a damaged workbook makes the library stumble over
        why = reason(error)
        raise _refused(path, f"no workbook that can be read: {why}", f"无法读取的工作簿：{why}") from error


def _refuse_bombs(path: Path, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        why = reason(error)
        raise _refused(path, f"no workbook that can be read: {why}", f"无法读取的工作簿：{why}") from error
    if unpacked > MAX_UNPACKED:
        raise _refused(
            path,
            f"{unpacked} bytes once unpacked, more than {MAX_UNPACKED}",
            f"解压后 {unpacked} 字节，超过 {MAX_UNPACKED}",
        )


def _chosen(path: Path, book: Any, wanted: str, likely: frozenset[str]) -> str:
    names = [sheet.title for sheet in book.worksheets]
    seen = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible" and _by_row(sheet)]
    if wanted:
        if wanted in names:
            return wanted
        raise UsageError(
            f"{path} has no sheet {wanted!r}; valid: {', '.join(names)}",
            f"{path} 中没有工作表 {wanted!r}；可用：{'、'.join(names)}",
        )
    named = [name for name in seen if name in likely]
    if len(named) == 1 or len(seen) == 1:
        return str((named or seen)[0])
    if not seen:
        raise _refused(path, "every sheet is empty", "所有工作表均为空")
    raise UsageError(
        f"{path} has several sheets; say which: --sheet {', '.join(seen)}",
        f"{path} 有多个工作表，请用 --sheet 指定：{'、'.join(seen)}",
    )


def _limited(path: Path, rows: list[list[Any]]) -> list[list[Any]]:
    """The rows without the empty ones at the end."""
    while rows and all(cell is None for cell in rows[-1]):
        rows.pop()
    if len(rows) > MAX_ROWS:
        raise _too_long(path)
    if any(len(row) > MAX_COLUMNS for row in rows):
        raise _too_wide(path)
    return rows


def _too_long(path: Path) -> BrokenInput:
    return _refused(
        path,
        f"more than {MAX_ROWS} rows; split it into several files",
        f"超过 {MAX_ROWS} 行；请拆分为多个文件",
    )


def _too_wide(path: Path) -> BrokenInput:
    return _refused(path, f"more than {MAX_COLUMNS} columns", f"超过 {MAX_COLUMNS} 列")


def _refused(path: Path, en: str, zh: str) -> BrokenInput:
    return BrokenInput(f"{path}: {en}", f"{path}：{zh}")
