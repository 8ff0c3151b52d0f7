"""Where the Pulumi engine works: its programs, its environment, its state and what a killed run left there."""

from __future__ import annotations

import json
import os
import secrets
import shlex
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlparse

import hubops
from hubops import engines, settings
from hubops.children import dies_with_parent
from hubops.files import locked, write_whole
from hubops.model import Json

# How the engine spells a value that is not known before an update, and one that is secret, in its own files.
UNKNOWN_MARKS = frozenset({
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",  # string
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",  # boolean
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",  # number
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",  # array
    "030794c1-ac77-496b-92df-f27374a8bd58",  # asset
    "e48ece36-62e2-4504-bad9-02848725956a",  # archive
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",  # object
})  # fmt: skip
SIGNATURE = "4dabf18193072939515e22adb298388d"
SECRET_MARK = "1b47061264138c4ac30d75fd1eb44270"  # noqa: S105 (a mark, no password)


def home() -> Path:
    """The folder of the engine's own files; private."""
    path = settings.state() / "pulumi"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def backend() -> str:
    """The URL of where stacks' states are kept: the environment's, else a folder of this hub.

    Without the files of attributes that the engine else puts beside each: unlike the states it writes them in place,
    and where it is killed over one, it can read that state no more ("failed to load checkpoint: EOF").
    """
    return os.environ.get("PULUMI_BACKEND_URL") or f"file://{home()}?metadata=skip"


def stack_name() -> str:
    """Which instance of a stack's program is meant; most hubs have one of each."""
    return os.environ.get("PULUMI_STACK") or "local"


def environment() -> dict[str, str]:
    """What the engine's processes get besides this process's environment; what the user set stands."""
    chosen = {
        "PULUMI_BACKEND_URL": backend(),
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
        "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS": "true",
    }
    if "PULUMI_HOME" not in os.environ:
        chosen["PULUMI_HOME"] = str(home() / "home")
        # The engine logs each command and never clears up.
        shutil.rmtree(home() / "home" / "logs", ignore_errors=True)
    if not {"PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"} & os.environ.keys():
        chosen["PULUMI_CONFIG_PASSPHRASE_FILE"] = str(_passphrase())
    # Providers run in processes of their own and must find this package wherever it is.
    paths = [str(Path(hubops.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    chosen["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return chosen


def launchers(progress: Callable[[str], None]) -> Path:
    """A folder whose `bin` holds the engine and what starts the Python providers, made anew if they moved.

    Both end when the process that started them ends, however it ends: nothing goes on working
    on a stack that the next run believes it has for itself. The engine is built if it is missing.
    """
    follow = " ".join(["exec", *dies_with_parent(), ""])
    folder = home() / "engine"
    scripts = {
        "pulumi": f"{shlex.quote(str(engines.ensure('pulumi', progress)))}",
        "pulumi-resource-pulumi-python": f"{shlex.quote(sys.executable)} -u -m pulumi.dynamic",
    }
    for name, command in scripts.items():
        path = folder / "bin" / name
        text = f'#!/bin/sh\n{follow}{command} "$@"\n'
        if not path.is_file() or path.read_text() != text:
            write_whole(path, text, 0o755)
    return folder


def checkpoint(project: str) -> Json | None:
    """The stack's state as the engine last wrote it, read without starting the engine.

    None where the stack has no state yet or its backend is no folder of this machine.
    """
    root = _backend_folder()
    if root is None:
        return None
    path = root / ".pulumi" / "stacks" / project / f"{stack_name()}.json"
    return json.loads(path.read_text()) if path.is_file() else None


def in_folder() -> bool:
    """Whether states are kept in a folder of this machine."""
    return _backend_folder() is not None


def drop_leftovers(project: str) -> None:
    """Remove what killed runs left of a stack and the engine stumbles over.

    That is the locks whose processes are gone (those of a living one stay), and attributes that were cut short.
    """
    root = _backend_folder()
    if root is None:
        return
    for path in (root / ".pulumi" / "stacks" / project).glob(f"{stack_name()}.json*.attrs"):
        if path.stat().st_size == 0:
            path.unlink()
    for path in (root / ".pulumi" / "locks").glob(f"*/{project}/{stack_name()}/*.json"):
        try:
            holder = json.loads(path.read_text())
        except (OSError, ValueError):  # released meanwhile, or cut short by a power cut
            holder = {}
        here = holder.get("hostname", socket.gethostname()) == socket.gethostname()
        if here and not _is_engine(holder.get("pid", 0)):
            path.unlink(missing_ok=True)
            path.with_name(path.name + ".attrs").unlink(missing_ok=True)


def _backend_folder() -> Path | None:
    url = urlparse(backend())
    return Path(unquote(url.netloc + url.path)).expanduser() if url.scheme == "file" else None


def _is_engine(process: int) -> bool:
    try:
        return b"pulumi" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def _passphrase() -> Path:
    """The file with the passphrase that this hub's secrets are encrypted with; generated once."""
    path = home() / "passphrase"
    with locked(home() / "passphrase.lock"):
        if not path.is_file():
            write_whole(path, secrets.token_urlsafe(32), 0o600)
    return path
