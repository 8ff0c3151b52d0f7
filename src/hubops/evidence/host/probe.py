"""All of a collector's contact with the host: files and commands, bounded in time and size.

What exists but cannot be read is noted in `unreadable`, never left out; what is absent
is None, which is a fact.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import grp
import os
import pwd
import selectors
import signal
import stat
import subprocess
import time
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_BYTES = 4 * 1024 * 1024
"""The most that is read of one file or one command."""

_ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": "C",
    "LANG": "C",
    "HOME": "/",
    "SYSTEMD_COLORS": "0",
    "SYSTEMD_PAGER": "",
}


class Outcome(NamedTuple):
    """How a command ended: its exit code, what it printed, and why it was stopped (or None)."""

    code: int
    out: str
    err: str
    stopped: str | None = None


class Probe:
    """Reads one host; `root` is `/` but in tests, `timeout` the longest a command may take (s).

    One probe serves one section and gathers its `unreadable`; `commands` may be shared between
    probes so that no command runs twice in a collection.
    """

    def __init__(
        self,
        root: str = "/",
        timeout: float = 10.0,
        commands: dict[tuple[str, ...], Outcome | None] | None = None,
    ) -> None:
        self.root = root
        self.timeout = timeout
        self._commands = {} if commands is None else commands
        self._notes: set[tuple[str, str]] = set()

    @property
    def unreadable(self) -> list[dict[str, str]]:
        """What exists but could not be read: [{"what": path or command, "why": reason}], sorted."""
        return [{"what": what, "why": why} for what, why in sorted(self._notes)]

    def note(self, what: str, why: str) -> None:
        """Say that a fact exists but could not be read."""
        self._notes.add((what, why[:300]))

    def path(self, path: str) -> str:
        """Where a host's absolute path is on this file system."""
        return path if self.root == "/" else os.path.join(self.root, path.lstrip("/"))

    def read(self, path: str) -> str | None:
        """The text of a file; None where it is absent, or noted as unreadable.

        Bytes that are no UTF-8 become U+FFFD.
        """
        content = self._content(path, MAX_BYTES)
        if content is not None and len(content) > MAX_BYTES:
            self.note(path, f"larger than {MAX_BYTES} bytes")
            return None
        return None if content is None else content.decode("utf-8", "replace")

    def head(self, path: str, size: int) -> bytes | None:
        """The first `size` bytes of a file; None where it is absent, or noted as unreadable."""
        content = self._content(path, size)
        return None if content is None else content[:size]

    def _content(self, path: str, size: int) -> bytes | None:
        """A file's bytes, until there are more than `size`.

        Nothing but a regular file is opened, so that a pipe or a device cannot hold the collection up.
        """
        try:
            handle = os.open(self.path(path), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            self._refused(path, error)
            return None
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                self.note(path, "not a regular file")
                return None
            content = bytearray()
            # In pieces, because the files of /proc/sys refuse to fill a large buffer.
            while len(content) <= size:
                piece = os.read(handle, 65536)
                if not piece:
                    break
                content += piece
            return bytes(content)
        except OSError as error:
            self._refused(path, error)
            return None
        finally:
            os.close(handle)

    def lines(self, path: str) -> list[str]:
        """The lines of a file without comments (`#`) and blank ones, stripped; [] where it is absent."""
        stripped = (line.strip() for line in (self.read(path) or "").splitlines())
        return [line for line in stripped if line and not line.startswith("#")]

    def run(self, argv: Sequence[str], timeout: float | None = None, ok: Iterable[int] = (0,)) -> str | None:
        """What a command prints on standard output.

        None where the program is absent, and where it fails (an exit code not in `ok`, too slow,
        too much output), which is noted as unreadable.
        """
        key = tuple(argv)
        if key not in self._commands:
            self._commands[key] = self._execute(key, self.timeout if timeout is None else timeout)
        outcome = self._commands[key]
        if outcome is None:
            return None
        if outcome.stopped is None and outcome.code in tuple(ok):
            return outcome.out
        said = (outcome.err.strip() or outcome.out.strip()).split("\n")[0]
        self.note(" ".join(key), outcome.stopped or f"exit {outcome.code}: {said}"[:200])
        return None

    def exit_code(self, argv: Sequence[str], timeout: float | None = None) -> int | None:
        """With which code a command ends; None where the program is absent, or (noted) stopped."""
        if self.run(argv, timeout, ok=range(-64, 256)) is None:
            return None
        outcome = self._commands[tuple(argv)]
        return None if outcome is None else outcome.code

    def has(self, program: str) -> bool:
        """Whether a program is on the host's search path."""
        return any(
            os.access(self.path(os.path.join(folder, program)), os.X_OK)
            for folder in _ENVIRONMENT["PATH"].split(":")
        )

    def glob(self, pattern: str) -> list[str]:
        """The host's paths that match a shell pattern, sorted."""
        prefix = len(self.root.rstrip("/"))
        return sorted(found[prefix:] for found in glob.glob(self.path(pattern)))

    def exists(self, path: str) -> bool:
        """Whether a path names something (a dangling link does not)."""
        return os.path.exists(self.path(path))

    def is_folder(self, path: str) -> bool:
        """Whether there is a folder, or a link to one."""
        return os.path.isdir(self.path(path))

    def link(self, path: str) -> str | None:
        """Where a symbolic link points; None where there is none."""
        try:
            return os.readlink(self.path(path))
        except OSError as error:
            if error.errno != errno.EINVAL:
                self._refused(path, error)
            return None

    def stat(self, path: str, follow: bool = True) -> dict[str, Any] | None:
        """{"path", "mode" "0644", "owner", "group", "size" (bytes), "mtime" (Unix s)}; None where absent.

        An owner or group without a name is its decimal number.
        """
        try:
            status = os.stat(self.path(path), follow_symlinks=follow)
        except OSError as error:
            self._refused(path, error)
            return None
        return {
            "path": path,
            "mode": f"{stat.S_IMODE(status.st_mode):04o}",
            "owner": self.owner(status.st_uid),
            "group": self.group(status.st_gid),
            "size": status.st_size,
            "mtime": int(status.st_mtime),
        }

    def owner(self, uid: int) -> str:
        """The name of a user id, or the number where it has none."""
        try:
            return pwd.getpwuid(uid).pw_name
        except KeyError:
            return str(uid)

    def group(self, gid: int) -> str:
        """The name of a group id, or the number where it has none."""
        try:
            return grp.getgrgid(gid).gr_name
        except KeyError:
            return str(gid)

    def _refused(self, path: str, error: OSError) -> None:
        """Note an error of the file system, unless it says that the thing (or its process) is absent."""
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ESRCH):
            self.note(path, os.strerror(error.errno) if error.errno else str(error))

    def _execute(self, argv: tuple[str, ...], timeout: float) -> Outcome | None:
        """Run a command in its own process group; None where the program is absent."""
        try:
            process = subprocess.Popen(
                argv,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_ENVIRONMENT,
                cwd="/",
                start_new_session=True,
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            return Outcome(126, "", str(error), str(error))
        try:
            out, err, stopped = _drain(process, timeout)
        finally:
            _end(process)
        return Outcome(process.returncode, out, err, stopped)


def _drain(process: subprocess.Popen[bytes], timeout: float) -> tuple[str, str, str | None]:
    """What a process prints until it closes its outputs, and why it had to be stopped (or None)."""
    deadline = time.monotonic() + timeout
    streams = {process.stdout: bytearray(), process.stderr: bytearray()}
    stopped = None
    with selectors.DefaultSelector() as selector:
        for stream in streams:
            assert stream is not None  # noqa: S101 - both are pipes
            selector.register(stream, selectors.EVENT_READ)
        while selector.get_map() and stopped is None:
            left = deadline - time.monotonic()
            if left <= 0:
                stopped = f"no end after {timeout:g} s"
                break
            for key, _ in selector.select(left):
                chunk = os.read(key.fd, 65536)
                if not chunk:
                    selector.unregister(key.fileobj)
                streams[key.fileobj] += chunk  # type: ignore[index]
                if sum(map(len, streams.values())) > MAX_BYTES:
                    stopped = f"more than {MAX_BYTES} bytes of output"
    out, err = (bytes(text).decode("utf-8", "replace") for text in streams.values())
    return out, err, stopped


def _end(process: subprocess.Popen[bytes]) -> None:
    """Reap a process; whatever it left running in its group after closing its outputs is killed."""
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            stream.close()
