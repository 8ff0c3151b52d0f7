"""How satisfied the users of the hub are, computed from what is recorded: per group, for a period.

The index runs from 0 to 100. Three sources tell of it:

- surveys, 50 %: S = Σ 25 (k - 1) n(k) / n over the n answers of the group, n(k) of which are k on the scale of
  1 to 5; the answers of all surveys whose period ends in the period count alike;
- third-party evaluations, 30 %: E = the mean of the indexes that were found on periods that end in the period;
- complaints, 20 %: C = 100 x answered in time / all that had to be answered, of those received in the period.

index = (0.5 S + 0.3 E + 0.2 C) / (0.5 + 0.3 + 0.2); a source that told nothing is left out above and below.

Only the surveys are samples, so the 95 % interval is theirs: index ± 1.96 w s / √n, where w is the weight that the
surveys have in the index and s the standard deviation of the answers, with one more answer at either end of the
scale, so that a few who agree do not look certain. It is cut at 0 and 100. It says nothing of who did not answer;
the rate of answers is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt
from statistics import fmean
from typing import get_args

from hubops.model import Frozen, Json
from hubops.records.survey import Group, Scores

WEIGHTS = {"surveys": 0.5, "evaluations": 0.3, "complaints": 0.2}
_STEP = 25  # from one answer of the scale to the next
_Z = 1.96


class Figures(Frozen):
    """What is known of one group's satisfaction in a period; None where nothing told it."""

    group: str
    index: float | None
    low: float | None
    high: float | None
    surveys: float | None
    evaluations: float | None
    complaints: float | None
    asked: int
    answered: int
    methods: tuple[str, ...]
    evaluated: int
    received: int
    in_time: int
    justified: int

    @property
    def rate(self) -> float | None:
        """Of a hundred who were asked, how many answered."""
        return 100 * self.answered / self.asked if self.asked else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The sources that told nothing."""
        return tuple(source for source in WEIGHTS if getattr(self, source) is None)


def figures(records: Iterable[Mapping[str, Json]], starts: date, ends: date, today: date) -> list[Figures]:
    """The figures of every group for a period, from records as `load` gives them; `today` decides what is overdue."""
    listed = list(records)
    return [_of_group(group, listed, starts, ends, today) for group in get_args(Group)]


def survey_index(counts: Sequence[int]) -> float | None:
    """The index of a distribution of answers, from the worst to the best; None where nobody answered."""
    answers = sum(counts)
    return sum(_STEP * step * n for step, n in enumerate(counts)) / answers if answers else None


def half_width(counts: Sequence[int]) -> float:
    """How far the index of a sample may be from that of all, with a confidence of 95 %."""
    widened = [n + (step in (0, len(counts) - 1)) for step, n in enumerate(counts)]
    mean = survey_index(widened) or 0.0
    squares = sum(n * (_STEP * step - mean) ** 2 for step, n in enumerate(widened))
    return _Z * sqrt(squares / (sum(widened) - 1)) / sqrt(max(sum(counts), 1))


def _of_group(
    group: str, records: list[Mapping[str, Json]], starts: date, ends: date, today: date
) -> Figures:
    def of(kind: str, day: str) -> list[Mapping[str, Json]]:
        mine = [one for one in records if one["kind"] == kind and one["group"] == group]
        return [one for one in mine if starts <= date.fromisoformat(one[day]) <= min(ends, today)]

    surveys, evaluations, complaints = (
        of("survey", "ends"),
        of("third_party_evaluation", "ends"),
        of("complaint", "received"),
    )
    answers = [Scores(**survey["scores"]).counts for survey in surveys]
    counts = [sum(column) for column in zip(*answers, strict=True)]
    judged = [one for one in complaints if _answered(one, today) or one["due"] < today.isoformat()]
    in_time = [one for one in judged if _answered(one, today) and one["answered"] <= one["due"]]
    found = {
        "surveys": survey_index(counts),
        "evaluations": fmean(one["index"] for one in evaluations) if evaluations else None,
        "complaints": 100 * len(in_time) / len(judged) if judged else None,
    }
    weight = sum(WEIGHTS[source] for source, value in found.items() if value is not None)
    index = (
        sum(WEIGHTS[s] * value for s, value in found.items() if value is not None) / weight
        if weight
        else None
    )
    low = high = None
    if index is not None and found["surveys"] is not None:
        half = half_width(counts) * WEIGHTS["surveys"] / weight
        low, high = max(0.0, index - half), min(100.0, index + half)
    return Figures(
        group=group,
        index=index,
        low=low,
        high=high,
        **found,
        asked=sum(survey["asked"] for survey in surveys),
        answered=sum(counts),
        methods=tuple(sorted({survey["method"] for survey in surveys})),
        evaluated=len(evaluations),
        received=len(complaints),
        in_time=len(in_time),
        justified=sum(one["outcome"] in ("justified", "partly_justified") for one in complaints),
    )


def _answered(complaint: Mapping[str, Json], today: date) -> bool:
    return complaint["answered"] is not None and complaint["answered"] <= today.isoformat()
