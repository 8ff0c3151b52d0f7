"""What is encrypted by itself, wherever it lies: repositories of Borg.

Each object of a repository begins with a byte that says by what kind of key it was written (Borg's documentation,
"Internals": segments, keys). Source: HUB-C4.4, GB/T 22239 8.1.4.8.b.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .probe import Probe

_MAGIC = b"BORG_SEG"
_ENTRY = struct.Struct("<IIB")
"""How an entry begins: checksum, size, tag."""
_PUT = 0
_ID = 32
_ENCRYPTING = (0x00, 0x01, 0x03, 0x04, 0x05)
"""Keys in a file, of a passphrase, in the repository, and both with BLAKE2b; 0x02, 0x06 and 0x07 leave plain text."""
_MOST_FOLDERS = 200
_MOST_SEGMENTS = 200


def sealed(probe: Probe, folder: str) -> bool:
    """Whether a folder holds encrypted repositories, and nothing else."""
    waiting, found = [folder], 0
    for _ in range(_MOST_FOLDERS):
        if not waiting:
            return found > 0
        path = waiting.pop()
        if _is_repository(probe, path):
            if not _encrypted(probe, path):
                return False
            found += 1
            continue
        inside = [*probe.glob(f"{path}/*"), *probe.glob(f"{path}/.[!.]*")]
        if any(probe.link(one) is not None or not probe.is_folder(one) for one in inside):
            return False
        waiting += inside
    return False


def _is_repository(probe: Probe, folder: str) -> bool:
    config = f"{folder}/config"
    return probe.is_folder(f"{folder}/data") and (probe.head(config, 12) or b"") == b"[repository]"


def _encrypted(probe: Probe, repository: str) -> bool:
    """Whether the first object of each segment that has one is encrypted, and some segment has."""
    segments = probe.glob(f"{repository}/data/*/*")
    kinds = [kind for path in segments[:_MOST_SEGMENTS] if (kind := _kind(probe, path)) is not None]
    return bool(kinds) and all(kind in _ENCRYPTING for kind in kinds)


def _kind(probe: Probe, segment: str) -> int | None:
    """The kind of key of the object that a segment begins with; None where it begins with none, as a mere commit."""
    start = len(_MAGIC) + _ENTRY.size
    head = probe.head(segment, start + _ID + 1) or b""
    if len(head) <= start + _ID or not head.startswith(_MAGIC):
        return None
    _, _, tag = _ENTRY.unpack_from(head, len(_MAGIC))
    return head[-1] if tag == _PUT else None
