"""What a hub is judged by: its profile and its waivers, held against the controls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hubops import catalog, documents, profile, standards
from hubops.bundle import Bundle
from hubops.findings.waivers import Exceptions, Relaxed
from hubops.findings.waivers import load as read_waivers
from hubops.hub import Hub
from hubops.model import Control, Json, Params, Text, params_of
from hubops.profile import Lax, Tailored


@dataclass(frozen=True)
class Rules:
    """What a hub is judged by: standards and controls as its profile makes them, and its waivers."""

    tailored: Tailored
    exceptions: Exceptions

    @property
    def controls(self) -> Mapping[str, Control]:
        return self.tailored.controls

    def judging(self, controls: Mapping[str, Control]) -> Rules:
        """The same with some of the controls only."""
        return replace(self, tailored=replace(self.tailored, controls=controls))

    @property
    def requirements_excluded(self) -> dict[str, Text]:
        """Why a requirement does not apply to this hub, by its id."""
        return {exclusion.requirement: exclusion.why for exclusion in self.tailored.exclusions}

    @property
    def relaxed_params(self) -> Params:
        """All params, those laxer than the standard's bounds included that waivers allow now."""
        laxer = {
            id_: control.with_params(self.exceptions.relaxed[id_].params)
            for id_, control in self.controls.items()
            if id_ in self.exceptions.relaxed
        }
        return params_of({**self.controls, **laxer})

    @property
    def variables(self) -> dict[str, Json]:
        """The profile's thresholds as variables of the roles, laxer ones included that waivers allow now."""
        found = dict(self.tailored.variables)
        for id_, relaxed in self.exceptions.relaxed.items():
            role = self.controls[id_].remedy.role
            found |= {f"{role}_{name}": value for name, value in relaxed.params.items() if role}
        return found


def load(bundle: Bundle, hub: Hub, as_of: datetime | None = None) -> Rules:
    """What a hub is judged by at a date (now): its profile and its waivers, held against the controls.

    A threshold laxer than the standard's bound counts while a waiver allows it, and falls back to the
    bound when that ends. Raises BrokenInput for one that no waiver ever allowed, and for broken files.
    """
    known = catalog.load(bundle)
    tailored = profile.load(hub.profile, standards.load(bundle), known)
    waivers = read_waivers(hub.waivers, known)
    relaxed: dict[str, Relaxed] = {}
    faults = []
    for lax in tailored.lax:
        control = tailored.controls[lax.control]
        allowing = [w for w in waivers if w.allows(control, lax.item, lax.value)]
        in_force = [w for w in allowing if w.in_force(as_of or datetime.now(UTC))]
        if not allowing:
            faults.append(_too_lax(lax, control))
        elif in_force:
            known_params = relaxed[lax.control].params if lax.control in relaxed else {}
            relaxed[lax.control] = Relaxed({**known_params, lax.param: lax.value}, tuple(in_force))
    if faults:
        raise documents.joined(faults)
    return Rules(tailored, Exceptions(waivers, relaxed))


def _too_lax(lax: Lax, control: Control) -> Text:
    allowed, value = control.params[lax.param].allowed or Text(en="", zh=""), documents.shown(lax.value)
    example = f"hubops waive add {lax.control} --item {lax.item} …"
    return Text(
        en=f"{lax.where}: {lax.control} {lax.param} is {value}, laxer than the standard allows ({allowed.en}); "
        f"make it stricter, or have it waived: {example}",
        zh=f"{lax.where}：{lax.control} 的 {lax.param} 为 {value}，宽于标准允许的范围（{allowed.zh}）；"
        f"请收紧，或申请豁免：{example}",
    )
