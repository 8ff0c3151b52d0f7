"""platform.py PORT DATABASE DATABASE_PORT FOLDER: the platform's data over HTTPS.

/health     whether the database answers and the files are there
/districts  each district with its sensors, readings and open events
"""

from __future__ import annotations

import json
import os
import socket
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import psycopg2

PORT, DATABASE, DATABASE_PORT, FOLDER = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
CREDENTIALS = os.environ["CREDENTIALS_DIRECTORY"]
BUSY = threading.BoundedSemaphore(16)
"""Requests that are served at a time; more wait."""

DISTRICTS = """
SELECT d.id, d.name, d.population, count(s.id),
       (SELECT count(*) FROM readings r JOIN sensors x ON x.id = r.sensor_id WHERE x.district_id = d.id),
       (SELECT count(*) FROM events e WHERE e.district_id = d.id AND e.closed_at IS NULL)
FROM districts d LEFT JOIN sensors s ON s.district_id = d.id
GROUP BY d.id ORDER BY d.id
"""
NAMES = ("id", "name", "population", "sensors", "readings", "open_events")


def ask(query: str) -> list[tuple[Any, ...]]:
    """The rows; the account is known to the database by the socket, so there is no password."""
    connection = psycopg2.connect(
        host="/run/postgresql", port=DATABASE_PORT, dbname=DATABASE, connect_timeout=5
    )
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 10000")
            cursor.execute(query)
            return list(cursor.fetchall())
    finally:
        connection.close()


def health() -> dict[str, Any]:
    return {
        "status": "ok",
        "districts": ask("SELECT count(*) FROM districts")[0][0],
        "files": len(os.listdir(FOLDER)),
    }


def districts() -> list[dict[str, Any]]:
    return [dict(zip(NAMES, row, strict=True)) for row in ask(DISTRICTS)]


PAGES = {"/health": health, "/districts": districts}


class Handler(BaseHTTPRequestHandler):
    server_version = "hub"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        if page is None:
            self.answer(404, {"error": "valid: " + ", ".join(sorted(PAGES))})
            return
        with BUSY:
            try:
                self.answer(200, page())
            except (psycopg2.Error, OSError) as error:
                print(type(error).__name__, str(error).strip(), file=sys.stderr, flush=True)
                self.answer(503, {"status": "down"})

    def answer(self, status: int, said: Any) -> None:
        body = json.dumps(said, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        print(self.client_address[0], format % arguments, file=sys.stderr, flush=True)


class Server(ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True

    def server_bind(self) -> None:
        self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        super().server_bind()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """In the request's own thread, so that a client that is slow to greet holds up nobody else."""
        request.settimeout(Handler.timeout)
        try:
            wrapped = TLS.wrap_socket(request, server_side=True)
        except OSError:
            return
        try:
            super().finish_request(wrapped, client_address)
        finally:
            wrapped.close()


TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
TLS.minimum_version = ssl.TLSVersion.TLSv1_2
TLS.load_cert_chain(f"{CREDENTIALS}/host.crt", f"{CREDENTIALS}/host.key")

if __name__ == "__main__":
    Server(("::", PORT), Handler).serve_forever()
