"""What `collect`, `check` and `demo` have in common: the scope, the store, OPA."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial

from hubops import engines, hub, pipeline, provision, settings
from hubops.bundle import Bundle
from hubops.decisions import OpaServer, connect
from hubops.errors import UsageError
from hubops.model import Text
from hubops.store import Store, open_store

LOCALHOST = "localhost"


def scope_of(bundle: Bundle, inventory: str, host: str, stack: str, limit: str) -> pipeline.Scope:
    """What the options ask to look at: all of the hub unless a host or a stack is named."""
    found = hub.find(bundle, inventory)
    if host and (stack or limit):
        raise UsageError("--host looks at this machine alone; leave out --stack and --limit")
    if host and host != LOCALHOST:
        raise UsageError(
            f"--host {host!r}: only {LOCALHOST} is looked at without an inventory",
            f"For a host of the hub: --inventory {found.name} --limit {host}",
        )
    if host:
        return pipeline.Scope(found, local=True, hosts=False, records=False)
    if stack:
        return pipeline.Scope(found, hosts=False, stack=stack, records=False)
    if limit:
        return pipeline.Scope(found, limit=limit, records=False)
    return pipeline.Scope(found, stack=found.stack)


@contextlib.contextmanager
def store() -> Iterator[Store]:
    """The results database of this hub's state folder."""
    opened = open_store(f"sqlite:///{settings.state() / 'results.db'}")
    try:
        yield opened
    finally:
        opened.close()


def opa(bundle: Bundle) -> Callable[[], contextlib.AbstractContextManager[OpaServer]]:
    """How to reach OPA when there is something to ask: the server that is set, else one of our own."""
    url = settings.get("opa_url")
    program = None if url else engines.ensure("opa")
    limit = settings.seconds("opa_seconds")
    return partial(connect, bundle, program, url, settings.get("opa_token"), limit)


def not_shown(bundle: Bundle, scope: pipeline.Scope) -> tuple[Text, ...]:
    """What the hub's stack says its hosts cannot show, for the head of the report."""
    if not scope.hosts or not scope.hub.stack:
        return ()
    gaps = provision.outputs(bundle, scope.hub.stack).get("not_shown") or []
    return tuple(
        Text(
            en=f"{gap['host']} is a container ({gap['why']['en']}): what only a virtual machine has is not shown.",
            zh=f"{gap['host']} 是容器（{gap['why']['zh']}），仅虚拟机才具备的内容未予展示。",
        )
        for gap in gaps
    )
