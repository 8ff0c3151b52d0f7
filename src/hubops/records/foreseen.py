"""What checks will find in the records on a day to come, unless somebody acts before it.

Periods, terms and shares are in the controls and nowhere else: what falls due by them is asked of the controls,
each as of days to come, and the day is looked for on which each denial appears.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hubops.model import Control, Text
from hubops.records.due import Due, owners_by_id
from hubops.records.loader import Loaded

KIND = "control"
_LABEL = Text(en="Will fail", zh="将不通过")
_STEP = 7
_NAMED = 2

Denial = tuple[str, str]
"""A control and the item that it denies."""
Denied = Callable[[date], frozenset[Denial]]


def begins(denied: Denied, today: date, days: int) -> dict[Denial, date]:
    """The first day of the next `days` on which each denial is there that is not there today.

    Every week is looked at, and where a denial is new the days before it by halves. One that comes and goes
    between two looks is not seen.
    """
    known: dict[int, frozenset[Denial]] = {}
    found: dict[Denial, date] = {}

    def at(ahead: int) -> frozenset[Denial]:
        if ahead not in known:
            known[ahead] = denied(today + timedelta(days=ahead))
        return known[ahead]

    def narrow(low: int, high: int, new: frozenset[Denial]) -> None:
        """Those in `new` are not there at `low`, and are at `high`."""
        if not new:
            return
        if high - low == 1:
            found.update(dict.fromkeys(new, today + timedelta(days=high)))
            return
        middle = (low + high) // 2
        early = new & at(middle)
        narrow(low, middle, early)
        narrow(middle, high, new - early)

    looks = [*range(0, days, _STEP), days] if days else [0]
    for low, high in pairwise(looks):
        narrow(low, high, at(high) - at(low) - at(0) - found.keys())
    return found


def due(
    first: Mapping[Denial, date], controls: Mapping[str, Control], records: Iterable[Loaded]
) -> list[Due]:
    """What will be found as what falls due: by when, and who owes it, where its item begins with a record's id."""
    owners = owners_by_id(records)
    found = []
    for (control, item), day in sorted(first.items(), key=lambda one: (one[1], one[0])):
        title = {"en": controls[control].title, "zh": controls[control].title_zh}
        found.append(Due(KIND, item, control, _LABEL, title, day, owners.get(_record(item, owners), ())))
    return found


def together(found: Iterable[Due]) -> list[Due]:
    """What people read: a line for all that a control will deny from one day on, and one for what nobody owes."""
    groups: dict[tuple[str, date | None], list[Due]] = {}
    rest = []
    for one in found:
        if one.kind == KIND:
            groups.setdefault((one.field, one.day if one.owners else None), []).append(one)
        else:
            rest.append(one)
    for several in groups.values():
        first, more = several[0], len(several) - _NAMED
        items = ", ".join(one.id for one in several[:_NAMED]) + (f", +{more}" if more > 0 else "")
        owners = tuple(dict.fromkeys(owner for one in several for owner in one.owners))
        rest.append(replace(first, id=items, owners=owners))
    return sorted(rest, key=lambda one: one.day)


def _record(item: str, known: Iterable[str]) -> str:
    """The id that an item is of, `P-004` of `P-004.skills.POST-03`; the longest where several fit."""
    return max((id_ for id_ in known if item == id_ or item.startswith(f"{id_}.")), key=len, default="")
