"""A host made of a folder and scripted commands, for the tests of collectors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hubops.evidence.host.probe import Outcome, Probe


class FakeProbe(Probe):
    """A host whose files are `files` (path → text, written below `root`) and whose programs answer as scripted.

    `commands` maps a whole command line (`"sshd -T"`), or a program's name alone, to what it prints,
    or to an Outcome; a program that is not named is absent. `owners` maps a path to (owner, group);
    others are root's. Modes are those on disk: set them with `chmod`.

    >>> FakeProbe(tmp_path, {"/etc/hostname": "a"}, {"sshd -T": "port 22", "id": Outcome(1, "", "no")})
    """

    def __init__(
        self,
        root: Path,
        files: Mapping[str, str] | None = None,
        commands: Mapping[str, str | Outcome] | None = None,
        owners: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(str(root))
        self.script = dict(commands or {})
        self.owners = dict(owners or {})
        self.ran: list[str] = []
        for path, text in (files or {}).items():
            self.write(path, text)

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        """Put a file on the host."""
        target = Path(self.path(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogateescape"))
        target.chmod(mode)

    def chmod(self, path: str, mode: int) -> None:
        Path(self.path(path)).chmod(mode)

    def has(self, program: str) -> bool:
        return any(line.split()[0] == program for line in self.script) or super().has(program)

    def stat(self, path: str, follow: bool = True) -> dict[str, object] | None:
        status = super().stat(path, follow)
        if status is not None:
            status["owner"], status["group"] = self.owners.get(path, ("root", "root"))
        return status

    def _execute(self, argv: tuple[str, ...], timeout: float) -> Outcome | None:
        line = " ".join(argv)
        self.ran.append(line)
        answer = self.script.get(line, self.script.get(argv[0]))
        return Outcome(0, answer, "") if isinstance(answer, str) else answer
