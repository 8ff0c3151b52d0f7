"""What `collect`, `check` and `demo` have in common: the scope, the store, OPA."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from hubops import engines, hub, pipeline, provision, settings
from hubops.bundle import Bundle
from hubops.decisions import OpaServer, connect
from hubops.errors import UsageError
from hubops.model import Text
from hubops.store import Store, open_store


def scope_of(
    bundle: Bundle, inventory: str, host: str, stack: str, limit: str, as_of: datetime | None = None
) -> pipeline.Scope:
    """What the options ask to look at: all of the hub unless a host or a stack is named.

    As of another date only records can be looked at: what hosts show, they show now.
    """
    found = hub.find(bundle, inventory)
    if as_of and (host or stack or limit):
        raise UsageError(
            "--as-of judges records, or evidence from a folder; leave out --host, --stack and --limit",
            "--as-of 只评判记录或目录中的证据；请去掉 --host、--stack 和 --limit",
        )
    if as_of:
        return pipeline.Scope(found, hosts=False, as_of=as_of)
    if host and (stack or limit):
        raise UsageError(
            "--host looks at this machine alone; leave out --stack and --limit",
            "--host 只检查本机；请去掉 --stack 和 --limit",
        )
    if host and host != pipeline.LOCAL:
        raise UsageError(
            f"--host {host!r}: only {pipeline.LOCAL} is looked at without an inventory",
            f"--host {host!r}：不经主机清单只能检查 {pipeline.LOCAL}",
            Text(
                en=f"For a host of the hub: --inventory {found.name} --limit {host}",
                zh=f"检查中枢的主机请用：--inventory {found.name} --limit {host}",
            ),
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
