"""What compliance runs found in the period, and what changed since it began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hubops.model import Severity, Standing, Status, Text
from hubops.reporting.content import Bar, Bars, Block, Cell, Data, Lines, Note, Table
from hubops.reporting.listed import both
from hubops.reporting.period import day_of
from hubops.reporting.words import SEVERITY, STATUS, WORD

UNSURE = frozenset({Status.UNKNOWN, Status.STALE, Status.ERROR})
_MOST = 40


@dataclass(frozen=True)
class History:
    """The findings of a period; what was not judged in it is left out, and never taken for good."""

    data: Data

    @cached_property
    def at_end(self) -> dict[tuple[str, str], Standing]:
        begins = self.data.period.begins
        return {_key(one): one for one in self.data.after if one.judged >= begins}

    @cached_property
    def at_begin(self) -> dict[tuple[str, str], Standing]:
        return {_key(one): one for one in self.data.before}

    @cached_property
    def failing(self) -> list[Standing]:
        """What failed at the end, the worst first."""
        found = [one for one in self.at_end.values() if one.finding.status is Status.FAIL]
        return sorted(
            found, key=lambda one: (one.finding.severity.rank, one.finding.control, one.finding.subject)
        )

    @cached_property
    def new(self) -> list[Standing]:
        return [one for one in self.failing if not _failed(self.at_begin.get(_key(one)))]

    @cached_property
    def still(self) -> list[Standing]:
        return [one for one in self.failing if _failed(self.at_begin.get(_key(one)))]

    @cached_property
    def mended(self) -> list[Standing]:
        """What failed when the period began and passed at its end."""
        good = {Status.PASS, Status.NOT_APPLICABLE}
        return [
            one
            for key, one in sorted(self.at_begin.items())
            if _failed(one) and key in self.at_end and self.at_end[key].finding.status in good
        ]

    @cached_property
    def lost(self) -> list[Standing]:
        """What failed when the period began and was not judged again."""
        return [one for key, one in sorted(self.at_begin.items()) if _failed(one) and key not in self.at_end]

    @cached_property
    def unsure(self) -> int:
        return sum(one.finding.status in UNSURE for one in self.at_end.values())

    @cached_property
    def days(self) -> list[str]:
        """The days on which something was checked."""
        return sorted({day_of(run.finished) for run, _ in self.data.runs})

    @cached_property
    def domains(self) -> list[tuple[str, int]]:
        """How many findings fail in each domain, the most first."""
        counts = Counter(one.finding.control.partition("/")[0] for one in self.failing)
        return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))

    def rate(self, standings: Iterable[Standing]) -> int | None:
        """How many percent of what applies pass, rounded down so that 100 is nothing less; None where nothing applies."""
        counts = Counter(one.finding.status for one in standings)
        applying = sum(n for status, n in counts.items() if status is not Status.NOT_APPLICABLE)
        return counts[Status.PASS] * 100 // applying if applying else None

    def blocks(self) -> Iterator[Block]:
        if not self.data.runs:
            text = Text(
                en="No compliance run is stored of this period: nothing is known of findings.",
                zh="本期没有保存的合规检查运行，检查结果未知。",
            )
            yield Note(text)
            return
        yield self._counts()
        yield self._over_time()
        if self.domains:
            yield self.by_domain()
        for title, listed in (
            (WORD["new"], self.new),
            (WORD["still"], self.still),
            (WORD["mended"], self.mended),
        ):
            yield from self._listed(title, listed)
        if self.lost:
            text = Text(
                en=f"{len(self.lost)} findings that failed before were not judged again in this period.",
                zh=f"另有 {len(self.lost)} 项此前不通过的结果本期未再检查。",
            )
            yield Note(text)

    def by_domain(self) -> Bars:
        return Bars(
            Text(en="Failing findings by domain, at the end of the period", zh="期末不通过结果（按领域）"),
            tuple(
                Bar(self.data.domains.get(name, both(name)), count, both(str(count)), "bad")
                for name, count in self.domains
            ),
        )

    def _counts(self) -> Table:
        begin = Counter(one.finding.status for one in self.at_begin.values())
        end = Counter(one.finding.status for one in self.at_end.values())
        headings = (
            WORD["result"],
            Text(en="When it began", zh="期初"),
            Text(en="At its end", zh="期末"),
            WORD["changed"],
        )
        rows = [
            (
                Cell(STATUS[status]),
                Cell(both(str(begin[status]))),
                Cell(both(str(end[status]))),
                Cell(both(f"{end[status] - begin[status]:+d}" if end[status] != begin[status] else "0")),
            )
            for status in Status
        ]
        return Table(headings, tuple(rows))

    def _over_time(self) -> Lines:
        """Of each day the last run that looked at most: a run of a part of the hub would look like a recovery."""
        best: dict[str, tuple[int, int, int]] = {}
        for run, counts in self.data.runs:
            day, judged = day_of(run.finished), sum(counts.values())
            if judged >= best.get(day, (0, 0, 0))[0]:
                best[day] = (judged, counts[Status.FAIL], sum(counts[status] for status in UNSURE))
        days = sorted(best)
        return Lines(
            Text(en="Findings day by day", zh="每日检查结果"),
            tuple(days),
            (
                (WORD["failing"], "bad", tuple(float(best[day][1]) for day in days)),
                (WORD["unsure"], "missing", tuple(float(best[day][2]) for day in days)),
            ),
        )

    def _listed(self, title: Text, listed: Sequence[Standing]) -> Iterator[Block]:
        if not listed:
            yield Note(Text(en=f"{title.en}: none.", zh=f"{title.zh}：无。"), quiet=True)
            return
        headings = (
            Text(en=f"{title.en} ({len(listed)})", zh=f"{title.zh}（{len(listed)} 项）"),
            WORD["on"],
            WORD["severity"],
            WORD["since"],
        )
        rows = []
        for one in listed[:_MOST]:
            control = self.data.controls.get(one.finding.control)
            named = Text(en=control.title, zh=control.title_zh) if control else both(one.finding.control)
            since = day_of(one.finding.since) if one.finding.since else "—"
            severity = one.finding.severity
            mark: Cell = Cell(SEVERITY[severity], "bad" if severity.rank <= Severity.HIGH.rank else "")
            rows.append((Cell(named), Cell(both(one.finding.subject)), mark, Cell(both(since))))
        yield Table(headings, tuple(rows))
        if len(listed) > _MOST:
            left = len(listed) - _MOST
            yield Note(Text(en=f"… and {left} more.", zh=f"……另有 {left} 项。"))


def _key(one: Standing) -> tuple[str, str]:
    return one.finding.control, one.finding.subject


def _failed(one: Standing | None) -> bool:
    return one is not None and one.finding.status is Status.FAIL
