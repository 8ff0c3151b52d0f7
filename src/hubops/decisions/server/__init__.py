"""A real OPA server: started as a child on loopback with a random token, or one named by a URL."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from opa_client.errors import ConnectionsError, RegoParseError
from opa_client.opa import OpaClient

from hubops.bundle import Bundle
from hubops.children import dies_with_parent
from hubops.errors import BrokenInput, DecisionFailed, UsageError
from hubops.model import Json, Text

ANSWER_SECONDS = 60.0
_START_SECONDS = 30.0
_TRIES_FOR_A_PORT = 5
# Go clears up at four times of what is in use, and not at twice, up to a bound: a quarter less work to read the policies.
_MEMORY = {"GOGC": "400", "GOMEMLIMIT": "1GiB"}
_IMPORTED = re.compile(r"^import data\.lib\.(\w+)", re.MULTILINE)
# Where a policy is broken, in OPA's words, which go on with the line itself and a mark below it.
_RULE_FAULT = re.compile(r"(\S+\.rego:\d+: rego_\w+: .+)")


class ServerGone(DecisionFailed):
    """OPA was there and is no longer; another one may answer."""


class Refused(DecisionFailed):
    """OPA could not evaluate what it was asked; other questions it may answer."""


@dataclass(frozen=True)
class OpaServer:
    """An OPA that holds this bundle's policies and answers queries, each within `seconds`."""

    client: OpaClient
    whence: str
    seconds: float = ANSWER_SECONDS

    def query(self, path: str, value: Json) -> Json:
        """The result at a data path such as `lib/batch/verdicts`, None where it is undefined.

        A built-in function that fails makes the query fail: by default OPA would leave the rule
        undefined, and a control whose `deny` is undefined would look satisfied.
        Raises Refused when OPA reports an error, ServerGone when it is gone, DecisionFailed when it
        is too slow or its answer is none.
        """
        try:
            answer = self.client.query_rule(value, path, query_params={"strict-builtin-errors": True})
        except requests.exceptions.HTTPError as error:
            raise Refused(
                f"OPA at {self.whence} refused {path}: {_reason(error)}",
                f"{self.whence} 的 OPA 拒绝了 {path}：{_reason(error)}",
            ) from error
        except requests.exceptions.RequestException as error:
            raise _failure(self.whence, self.seconds, error) from error
        if not isinstance(answer, dict):
            raise _rubbish(self.whence, answer)
        return answer.get("result")

    def tell(self, path: str, value: Mapping[str, Any]) -> None:
        """Sets the data at `path`; raises DecisionFailed when OPA refuses it, ServerGone when it is gone."""
        try:
            self.client.update_or_create_data(dict(value), path)
        except requests.exceptions.RequestException as error:
            raise _failure(self.whence, self.seconds, error) from error
        except (RegoParseError, AttributeError) as error:  # the client takes any JSON for OPA's
            raise DecisionFailed(
                f"OPA at {self.whence} refused data/{path}: {error}",
                f"{self.whence} 的 OPA 拒绝了 data/{path}：{error}",
            ) from error


@contextlib.contextmanager
def connect(
    bundle: Bundle, program: Path | None, url: str = "", token: str = "", seconds: float = ANSWER_SECONDS
) -> Iterator[OpaServer]:
    """A server with the bundle's policies: the one at `url`, else `program` started as a child.

    Raises BrokenInput where OPA cannot read the policies, DecisionFailed where there is no OPA.
    """
    if url:
        with _remote(bundle, url, token, seconds) as server:
            yield server
        return
    if program is None:
        raise DecisionFailed(
            "no OPA to ask",
            "没有可用的 OPA",
            Text(
                en="Run `hubops engines ensure opa`, or set HUBOPS_OPA_URL.",
                zh="请运行 hubops engines ensure opa，或设置 HUBOPS_OPA_URL。",
            ),
        )
    with _child(bundle, program, seconds) as server:
        yield server


@contextlib.contextmanager
def _child(bundle: Bundle, program: Path, seconds: float) -> Iterator[OpaServer]:
    token = secrets.token_urlsafe(32)
    with tempfile.TemporaryFile() as log:
        for attempt in range(_TRIES_FOR_A_PORT):
            port = _free_port()
            process = _start(bundle, program, port, token, log.fileno())
            client = OpaClient(host="127.0.0.1", port=port, token=token, timeout=seconds, retries=0)
            client._session.trust_env = False  # no proxy of the environment stands between us and our child
            try:
                if _ready(process, client):
                    yield OpaServer(client, f"127.0.0.1:{port}", seconds)
                    return
                complaint = _tail(log)
                if "address already in use" not in complaint or attempt + 1 == _TRIES_FOR_A_PORT:
                    raise _not_started(complaint, f"{program} check -b {bundle.policies}")
            finally:
                client.close_connection()
                process.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(5)
                process.kill()
                process.wait()


def _start(bundle: Bundle, program: Path, port: int, token: str, log: int) -> subprocess.Popen[bytes]:
    """OPA with the bundle's policies; tests and examples stay out, so they can never be asked."""
    command = [*dies_with_parent(), str(program), "run", "--server", "--addr", f"127.0.0.1:{port}"]
    command += ["--authentication=token", "--authorization=basic", "--disable-telemetry", "--log-level=error"]
    command += ["--ignore", "*_test.rego", "-b", str(bundle.policies), "-b", str(Path(__file__).parent)]
    environment = {"PATH": os.environ.get("PATH", ""), "HUBOPS_OPA_TOKEN": token, **_MEMORY}
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
    )


def _ready(process: subprocess.Popen[bytes], client: OpaClient) -> bool:
    """True once OPA answers; False when it ended instead. Raises DecisionFailed after a while."""
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            return False
        with contextlib.suppress(ConnectionsError):
            client.check_connection()
            return True
        time.sleep(0.05)
    raise DecisionFailed(
        f"OPA did not start within {_START_SECONDS:.0f} s", f"OPA 在 {_START_SECONDS:.0f} 秒内未能启动"
    )


def _not_started(complaint: str, again: str) -> DecisionFailed | BrokenInput:
    fault = _RULE_FAULT.search(complaint)
    if fault:
        return BrokenInput(f"the policies are broken: {fault[1]}", f"策略有误：{fault[1]}")
    last = complaint.rpartition("\n")[2]
    return DecisionFailed(
        f"OPA did not start: {last or 'it said nothing'}",
        f"OPA 未能启动：{last or '没有任何输出'}",
        Text(en=f"Try `{again}`.", zh=f"可运行 {again} 查找原因。"),
    )


@contextlib.contextmanager
def _remote(bundle: Bundle, url: str, token: str, seconds: float) -> Iterator[OpaServer]:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            f"HUBOPS_OPA_URL is {url!r}; valid: http://HOST:PORT or https://HOST:PORT",
            f"HUBOPS_OPA_URL 为 {url!r}；应为 http://HOST:PORT 或 https://HOST:PORT",
        )
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 8181)
    client = OpaClient(
        host=parts.hostname, port=port, ssl=secure, token=token or None, timeout=seconds, retries=0
    )
    try:
        _upload(bundle, client, url, seconds)
        yield OpaServer(client, url, seconds)
    finally:
        client.close_connection()


def _upload(bundle: Bundle, client: OpaClient, url: str, seconds: float) -> None:
    """Sends the bundle's policies to a server that is not ours."""
    try:
        client.check_connection()
        # The library first: a rule is refused whose functions are not there yet.
        for path in (*_library(bundle.policies / "lib"), *_policies(bundle.policies / "controls")):
            name = "hubops/" + path.relative_to(bundle.policies).with_suffix("").as_posix()
            client.update_policy_from_string(path.read_text(encoding="utf-8"), name, rego_compat=False)
    except ConnectionsError as error:
        raise _failure(url, seconds, error.__cause__ or error) from error
    except requests.exceptions.RequestException as error:
        raise _failure(url, seconds, error) from error
    except (RegoParseError, AttributeError) as error:  # the client takes any JSON for OPA's
        if getattr(error, "errors", None):
            fault = _place(path, error)
            raise BrokenInput(f"the policies are broken: {fault}", f"策略有误：{fault}") from error
        raise DecisionFailed(
            f"OPA at {url} refused the policies: {error}", f"{url} 的 OPA 拒绝了策略：{error}"
        ) from error


def _library(folder: Path) -> list[Path]:
    """The shared rules, each after those that it imports. Raises BrokenInput where they import each other."""
    by_name = {path.stem: path for path in _policies(folder)}
    imports = {
        name: set(_IMPORTED.findall(path.read_text(encoding="utf-8"))) & by_name.keys()
        for name, path in by_name.items()
    }
    try:
        return [by_name[name] for name in TopologicalSorter(imports).static_order()]
    except CycleError as error:
        ring = " → ".join(error.args[1])
        raise BrokenInput(
            f"{folder}: shared rules import each other: {ring}", f"{folder}：公共规则相互导入：{ring}"
        ) from error


def _policies(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.rego") if not path.name.endswith("_test.rego"))


def _place(path: Path, error: Any) -> str:
    """Where a policy is broken that a server refused, in the form that OPA gives where it reads files itself."""
    first = error.errors[0]
    row = (first.get("location") or {}).get("row", 1)
    return f"{path}:{row}: {first.get('code')}: {first.get('message')}"


def _failure(whence: str, seconds: float, error: BaseException) -> DecisionFailed:
    """What the lack of an answer means: too slow, no OPA at all, or gone."""
    inner = error.args[0] if error.args else error
    aborted = isinstance(inner, urllib3.exceptions.ProtocolError)
    cause = inner.args[-1] if aborted else getattr(inner, "reason", error)
    if isinstance(error, requests.exceptions.Timeout) or isinstance(
        cause, urllib3.exceptions.ReadTimeoutError
    ):
        return DecisionFailed(
            f"OPA at {whence} gave no answer within {seconds:g} s",
            f"{whence} 的 OPA 在 {seconds:g} 秒内没有应答",
            Text(
                en="HUBOPS_OPA_SECONDS sets how long an answer may take.",
                zh="可用 HUBOPS_OPA_SECONDS 设定等待应答的最长时间。",
            ),
        )
    if isinstance(error, requests.exceptions.JSONDecodeError):
        return _rubbish(whence, error.doc)
    if isinstance(error, requests.exceptions.ConnectionError):
        return ServerGone(f"OPA at {whence} does not answer: {cause}", f"{whence} 的 OPA 没有应答：{cause}")
    return DecisionFailed(f"OPA at {whence} failed: {error}", f"{whence} 的 OPA 出错：{error}")


def _rubbish(whence: str, answer: Any) -> DecisionFailed:
    begin = " ".join(str(answer)[:80].split())
    return DecisionFailed(
        f"what answers at {whence} is not OPA: it says {begin!r}", f"{whence} 的应答不是来自 OPA：{begin!r}"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _tail(log: Any) -> str:
    log.seek(0)
    return str(log.read()[-2000:].decode(errors="replace").strip())


def _reason(error: requests.exceptions.HTTPError) -> str:
    """Why OPA refused, in its own words on one line."""
    if error.response is None:
        return str(error)
    try:
        body = error.response.json()
        details = "; ".join(str(entry.get("message")) for entry in body.get("errors", []))
        said = details or str(body.get("message") or error)
    except (ValueError, AttributeError):
        said = str(error)
    return " ".join(said.split())
