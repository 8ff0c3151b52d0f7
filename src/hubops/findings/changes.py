"""What is another between two runs."""

from __future__ import annotations

from typing import Literal

from hubops.model import Finding, Frozen, Item, Results, Status

_GOOD = {Status.PASS, Status.NOT_APPLICABLE, Status.WAIVED}
Direction = Literal["worse", "better", "other", "new", "gone"]


class Change(Frozen):
    """One control and subject whose status or violations differ; `was` or `status` is None where it was not judged."""

    control: str
    subject: str
    was: Status | None
    status: Status | None
    direction: Direction
    appeared: tuple[Item, ...] = ()
    went: tuple[Item, ...] = ()


def changes(before: Results, after: Results) -> list[Change]:
    """All that differs between two runs, sorted by control and subject."""
    old = {(f.control, f.subject): f for f in before.findings}
    new = {(f.control, f.subject): f for f in after.findings}
    found = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        appeared, went = _items(now, was), _items(was, now)
        if was is None or now is None or was.status is not now.status or appeared or went:
            found.append(
                Change(
                    control=key[0],
                    subject=key[1],
                    was=was.status if was else None,
                    status=now.status if now else None,
                    direction=_direction(was, now, appeared),
                    appeared=appeared,
                    went=went,
                )
            )
    return found


def _direction(was: Finding | None, now: Finding | None, appeared: tuple[Item, ...]) -> Direction:
    """What is first judged and not good is worse: it was not known before that it fails."""
    if now is None:
        return "gone"
    good = now.status in _GOOD
    if was is None:
        return "new" if good else "worse"
    if (was.status in _GOOD) != good:
        return "better" if good else "worse"
    if now.status is was.status is Status.FAIL:
        return "worse" if appeared else "better"
    return "other"


def _items(own: Finding | None, other: Finding | None) -> tuple[Item, ...]:
    """The violations that the one has and the other has not."""
    known = {(i.item, repr(i.actual)) for i in other.items} if other else set()
    return tuple(i for i in own.items if (i.item, repr(i.actual)) not in known) if own else ()
