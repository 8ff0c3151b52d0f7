"""A real OPA server: started as a child on loopback with a random token, or one named by a URL."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from opa_client.errors import ConnectionsError, RegoParseError
from opa_client.opa import OpaClient

from hubops.bundle import Bundle
from hubops.errors import DecisionFailed, UsageError
from hubops.model import Json, Text

_START_SECONDS = 30.0
_ANSWER_SECONDS = 60.0
_TRIES_FOR_A_PORT = 5


@dataclass(frozen=True)
class OpaServer:
    """An OPA that holds this bundle's policies and answers queries."""

    client: OpaClient
    whence: str

    def query(self, path: str, value: Json) -> Json:
        """The result at a data path such as `lib/batch/verdicts`, None where it is undefined.

        A built-in function that fails makes the query fail: by default OPA would leave the rule
        undefined, and a control whose `deny` is undefined would look satisfied.
        Raises DecisionFailed when OPA is gone, too slow, or reports an error.
        """
        try:
            answer = self.client.query_rule(value, path, query_params={"strict-builtin-errors": True})
        except requests.exceptions.HTTPError as error:
            raise DecisionFailed(
                f"OPA at {self.whence} refused {path}: {_reason(error)}",
                f"{self.whence} 的 OPA 拒绝了 {path}：{_reason(error)}",
            ) from error
        except requests.exceptions.Timeout as error:
            raise DecisionFailed(
                f"OPA at {self.whence} gave no answer within {_ANSWER_SECONDS:.0f} s",
                f"{self.whence} 的 OPA 在 {_ANSWER_SECONDS:.0f} 秒内没有应答",
            ) from error
        except requests.exceptions.RequestException as error:
            raise self._silent(error) from error
        return answer.get("result") if isinstance(answer, dict) else None

    def tell(self, path: str, value: Mapping[str, Any]) -> None:
        """Sets the data at `path`; raises DecisionFailed when OPA refuses it."""
        try:
            self.client.update_or_create_data(dict(value), path)
        except requests.exceptions.RequestException as error:
            raise self._silent(error) from error
        except RegoParseError as error:
            raise DecisionFailed(
                f"OPA at {self.whence} refused data/{path}: {error}",
                f"{self.whence} 的 OPA 拒绝了 data/{path}：{error}",
            ) from error

    def _silent(self, error: requests.exceptions.RequestException) -> DecisionFailed:
        return DecisionFailed(
            f"OPA at {self.whence} does not answer: {error}", f"{self.whence} 的 OPA 没有应答：{error}"
        )


@contextlib.contextmanager
def connect(bundle: Bundle, program: Path | None, url: str = "", token: str = "") -> Iterator[OpaServer]:
    """A server with the bundle's policies: the one at `url`, else `program` started as a child."""
    if url:
        with _remote(bundle, url, token) as server:
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
    with _child(bundle, program) as server:
        yield server


@contextlib.contextmanager
def _child(bundle: Bundle, program: Path) -> Iterator[OpaServer]:
    token = secrets.token_urlsafe(32)
    with tempfile.TemporaryFile() as log:
        for attempt in range(_TRIES_FOR_A_PORT):
            port = _free_port()
            process = _start(bundle, program, port, token, log.fileno())
            client = OpaClient(host="127.0.0.1", port=port, token=token, timeout=_ANSWER_SECONDS)
            try:
                if _ready(process, client):
                    yield OpaServer(client, f"127.0.0.1:{port}")
                    return
                complaint = _tail(log)
                if "address already in use" not in complaint or attempt + 1 == _TRIES_FOR_A_PORT:
                    raise DecisionFailed(
                        "OPA did not start: " + (complaint or "it said nothing"),
                        "OPA 未能启动：" + (complaint or "没有任何输出"),
                        Text(
                            en=f"Try `{program} check -b policies`.",
                            zh=f"可运行 {program} check -b policies 查找原因。",
                        ),
                    )
            finally:
                client.close_connection()
                process.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(5)
                process.kill()
                process.wait()


def _start(bundle: Bundle, program: Path, port: int, token: str, log: int) -> subprocess.Popen[bytes]:
    """OPA with the bundle's policies; tests and examples stay out, so they can never be asked."""
    command = [str(program), "run", "--server", "--addr", f"127.0.0.1:{port}"]
    command += ["--authentication=token", "--authorization=basic", "--disable-telemetry", "--log-level=error"]
    command += ["--ignore", "*_test.rego", "-b", str(bundle.policies), "-b", str(Path(__file__).parent)]
    environment = {"PATH": os.environ.get("PATH", ""), "HUBOPS_OPA_TOKEN": token}
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


@contextlib.contextmanager
def _remote(bundle: Bundle, url: str, token: str) -> Iterator[OpaServer]:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            f"HUBOPS_OPA_URL is {url!r}; valid: http://HOST:PORT or https://HOST:PORT",
            f"HUBOPS_OPA_URL 为 {url!r}；应为 http://HOST:PORT 或 https://HOST:PORT",
        )
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 8181)
    client = OpaClient(
        host=parts.hostname, port=port, ssl=secure, token=token or None, timeout=_ANSWER_SECONDS
    )
    try:
        client.check_connection()
        for path in sorted(bundle.policies.rglob("*.rego")):
            if not path.name.endswith("_test.rego"):
                name = "hubops/" + path.relative_to(bundle.policies).with_suffix("").as_posix()
                client.update_policy_from_string(path.read_text(encoding="utf-8"), name, rego_compat=False)
        yield OpaServer(client, url)
    except ConnectionsError as error:
        raise DecisionFailed(
            f"OPA at {url} cannot be reached: {error.__cause__}", f"无法连接 {url} 的 OPA：{error.__cause__}"
        ) from error
    except (requests.exceptions.RequestException, RegoParseError) as error:
        raise DecisionFailed(
            f"OPA at {url} refused the policies: {error}", f"{url} 的 OPA 拒绝了策略：{error}"
        ) from error
    finally:
        client.close_connection()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _tail(log: Any) -> str:
    log.seek(0)
    return str(log.read()[-2000:].decode(errors="replace").strip())


def _reason(error: requests.exceptions.HTTPError) -> str:
    if error.response is None:
        return str(error)
    try:
        body = error.response.json()
    except ValueError:
        return str(error)
    details = "; ".join(str(entry.get("message")) for entry in body.get("errors", []))
    return details or str(body.get("message") or error)
