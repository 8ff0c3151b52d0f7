"""A proxy in front of a real OPA that can be slow or talk nonsense, as a network between them may."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

from hubops import engines

Meddle = Callable[[str], bytes | None]
"""Is told each path that is asked for; may wait, and may give the answer in OPA's stead."""


@contextlib.contextmanager
def real_opa() -> Iterator[str]:
    """The URL of an OPA without policies."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    argv = [str(engines.ensure("opa")), "run", "--server", "--addr", address, "--log-level=error"]
    process = subprocess.Popen(argv)
    try:
        for _ in range(200):
            with contextlib.suppress(requests.ConnectionError):
                requests.get(f"http://{address}/health", timeout=5)
                break
            time.sleep(0.05)
        yield f"http://{address}"
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def proxy(meddle: Meddle) -> Iterator[str]:
    """The URL of a proxy in front of a real OPA."""

    with real_opa() as upstream:

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                instead = meddle(self.path)
                if instead is None:
                    said = requests.request(self.command, upstream + self.path, data=body, timeout=60)
                    code, content = said.status_code, said.content
                else:
                    code, content = 200, instead
                with contextlib.suppress(OSError):  # who asked may be gone
                    self.send_response(code)
                    if code != 204:
                        self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)

            do_GET = do_PUT = do_POST = do_DELETE = answer

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
