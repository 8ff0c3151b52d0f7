"""What each control demands, said once more and in another language: a second opinion on what may pass.

Each predicate follows from its control's title, description and params, not from its Rego, and is stricter
where a value is nonsense: what raises an error is not shown to comply. Evidence that breaks its schema never
comes here. Where several lines may hold, all must comply.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from importlib import import_module
from pkgutil import iter_modules

from demands.values import Demand
from spoiling import PARAMS

from hubops.model import Control, Json, moment

_SHARED = ("registers", "values")
_PARTS = [
    import_module(f"{__name__}.{module.name}")
    for module in iter_modules(__path__)
    if module.name not in _SHARED
]
DEMANDS: dict[str, Demand] = {id_: demand for part in _PARTS for id_, demand in part.DEMANDS.items()}
COMPLIES: dict[str, dict[str, str]] = {
    id_: places for part in _PARTS for id_, places in getattr(part, "COMPLIES", {}).items()
}
IRRELEVANT: dict[str, Demand] = {id_: demand for part in _PARTS for id_, demand in part.IRRELEVANT.items()}


def complies(control: Control, sections: dict[str, Json], as_of: str) -> bool:
    """Whether the evidence shows what the control demands."""
    return _holds(DEMANDS[control.id], control, sections, as_of)


def irrelevant(control: Control, sections: dict[str, Json], as_of: str) -> bool:
    """Whether the evidence shows that there is nothing for the control to judge."""
    return control.id in IRRELEVANT and _holds(IRRELEVANT[control.id], control, sections, as_of)


def _holds(demand: Demand, control: Control, sections: dict[str, Json], as_of: str) -> bool:
    domain, _, name = control.id.partition("/")
    today = moment(as_of).astimezone(timezone(timedelta(hours=8))).date()
    try:
        return bool(demand({**sections, "today": today}, PARAMS[domain][name]))
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError):
        return False
