"""OpenSSH's signatures: made with a person's key, checked against the keys that the hub knows them by."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

from hubops.errors import BrokenInput, ToolMissing, UsageError
from hubops.files import write_whole
from hubops.model import Text

NAMESPACE = "hubops-report"
SIGNERS = "allowed_signers"
_SECONDS = 120


def sign(key: Path, file: Path) -> Path:
    """The signature over a file, beside it as `<file>.sig`. Raises UsageError where the key does not sign."""
    made = file.with_name(file.name + ".sig")
    made.unlink(missing_ok=True)  # ssh-keygen would ask whether to overwrite it
    done = _run("sign", "-f", str(key), "-n", NAMESPACE, str(file))
    if done.returncode or not made.is_file():
        raise UsageError(f"{key} does not sign: {_last(done)}", f"密钥 {key} 无法签名：{_last(done)}")
    return made


def fault(signers: Path, person: str, day: str, file: Path) -> Text | None:
    """What is wrong with a person's signature over a file as of a day; None where it is good."""
    if not signers.is_file():
        return Text(en=f"{signers} is missing: no key is known", zh=f"缺少 {signers}：没有登记任何公钥")
    moment = date.fromisoformat(day).strftime("%Y%m%d120000")
    signature = file.with_name(file.name + ".sig")
    done = _run(
        *(
            "verify",
            "-f",
            str(signers),
            "-I",
            person,
            "-n",
            NAMESPACE,
            "-s",
            str(signature),
            f"-Overify-time={moment}",
        ),
        given=file.read_bytes(),
    )
    if done.returncode == 0:
        return None
    said = _last(done)
    return Text(en=f"no good signature of {person}: {said}", zh=f"没有 {person} 的有效签名：{said}")


def enrol(signers: Path, person: str, public: Path) -> None:
    """Adds a person's public key to those that the hub knows. Raises UsageError for what is none."""
    try:
        text = public.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{public} cannot be read: {error}", f"无法读取 {public}：{error}") from error
    if not re.fullmatch(r"(ssh-|ecdsa-|sk-)[a-z0-9@.-]+ [A-Za-z0-9+/=]+( [^\n]*)?", text):
        raise UsageError(
            f"{public} is no public key; valid: one line, as ssh-keygen writes it to a .pub file",
            f"{public} 不是公钥；应为 ssh-keygen 生成的 .pub 文件（一行）",
        )
    kind, key = text.split()[:2]
    known = signers.read_text(encoding="utf-8") if signers.is_file() else ""
    for line in known.splitlines():
        if key in line.split() and line.split()[0] != person:
            raise BrokenInput(
                f"{public} is the key of {line.split()[0]} already; valid: a key of {person}'s own",
                f"{public} 已登记为 {line.split()[0]} 的公钥；请使用 {person} 本人的密钥",
            )
    entry = f'{person} namespaces="{NAMESPACE}" {kind} {key}\n'
    if entry not in known.splitlines(keepends=True):
        write_whole(signers, known + entry)


def _run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise ToolMissing(
            "ssh-keygen is not on PATH: it signs and verifies", "PATH 中没有 ssh-keygen，无法签名和验签",
            Text(en="Install the package openssh-client.", zh="请安装 openssh-client 软件包。"),
        )  # fmt: skip
    return subprocess.run(
        [program, "-Y", *arguments], input=given, capture_output=True, timeout=_SECONDS, check=False
    )


def _last(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"
