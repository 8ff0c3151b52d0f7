"""A report's folder: its files, a digest file and a signature for each step, and what is wrong with them.

    report.html report.pdf report.docx report.json    what was compiled
    SHA256SUMS                                        their digests
    compiled.sha256   the digest of SHA256SUMS, and who took this step when; compiled.sha256.sig signs it
    submitted.sha256  the digests of the step before it and of its signature; and so on
    README.md         how to verify all of it without HubOps

`sha256sum -c` reads every digest file: what it says of the step is in comments. So each signature covers all before it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hubops.errors import UsageError
from hubops.files import write_whole
from hubops.model import Json, Text
from hubops.reporting import signing
from hubops.reporting.life import STEPS, before

SUMS = "SHA256SUMS"
README = "README.md"
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._-]*)")
Record = Mapping[str, Json]


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Begins a report's folder anew with what was compiled, and its digests."""
    if folder.is_symlink():
        raise UsageError(f"{folder} is a link; valid: a folder", f"{folder} 是链接；应为目录")
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        path.unlink()
    for name, content in files.items():
        write_whole(folder / name, content)
    write_whole(folder / SUMS, "".join(f"{_sha(folder / name)}  {name}\n" for name in sorted(files)))


def take(folder: Path, step: str, said: Mapping[str, str], key: Path, signers: Path) -> None:
    """Writes and signs the digest file of a step; `said` is what it says of it (report, person, day …).

    Raises UsageError where the key does not sign, or is not the one that the person is known by; then nothing is left.
    """
    file = folder / f"{step}.sha256"
    earlier = before(step)
    covered = [f"{earlier}.sha256", f"{earlier}.sha256.sig"] if earlier else [SUMS]
    if step == STEPS[-1]:
        covered.append(README)
    comments = "".join(
        f"# {name}: {' '.join(value.split())}\n" for name, value in {"step": step, **said}.items()
    )
    try:
        write_whole(file, comments + "".join(f"{_sha(folder / name)}  {name}\n" for name in covered))
        signing.sign(key, file)
        wrong = signing.fault(signers, said["person"], said["day"], file)
        if wrong:
            raise UsageError(
                f"{key} is not the key of {said['person']} in {signers}: {wrong.en}",
                f"{key} 不是 {signers} 中 {said['person']} 的密钥：{wrong.zh}",
                Text(
                    en=f"Enrol it: hubops report enrol {said['person']} KEY.pub",
                    zh=f"请先登记：hubops report enrol {said['person']} KEY.pub",
                ),
            )
    except BaseException:
        undo(folder, step)
        raise


def undo(folder: Path, step: str) -> None:
    """Takes away what is left of a step that no record knows of."""
    for name in (f"{step}.sha256", f"{step}.sha256.sig", *((README,) if step == STEPS[-1] else ())):
        (folder / name).unlink(missing_ok=True)


def seal(folder: Path) -> None:
    """Makes the archive read-only: files 0444, the folder 0555."""
    for path in folder.iterdir():
        os.chmod(path, 0o444)
    os.chmod(folder, 0o555)  # noqa: S103  (an archive may be read)


def digest(folder: Path) -> str:
    """Of the last digest file, which covers all of the archive but its own signature."""
    return _sha(folder / f"{STEPS[-1]}.sha256")


def faults(folder: Path, report: Record, signers: Path) -> list[Text]:
    """Everything that is not as the report's record says; nothing where all is as it was when the steps were taken."""
    if folder.is_symlink() or not folder.is_dir():
        return [Text(en=f"{folder}: no such folder", zh=f"{folder}：没有该目录")]
    taken = [step for step in STEPS if report.get(step)]
    wrong: list[Text] = []
    covered: set[str] = set()
    for name in (SUMS, *(f"{step}.sha256" for step in taken)):
        covered |= {name, *([] if name == SUMS else [f"{name}.sig"])}
        covered |= set(_listed(folder, name, wrong))
    wrong += _strays(folder, covered)
    for step in taken:
        earlier = before(step)
        if earlier and earlier not in taken:
            wrong.append(Text(en=f"{step}, and never {earlier}", zh=f"步骤 {step} 之前缺少 {earlier}"))
        wrong += _step(folder, step, report, signers)
    if (
        report.get("digest")
        and (folder / f"{STEPS[-1]}.sha256").is_file()
        and digest(folder) != report["digest"]
    ):
        wrong.append(
            Text(
                en="archived.sha256 is not the one that the record names",
                zh="archived.sha256 与记录中的摘要不符",
            )
        )
    return list(dict.fromkeys(wrong))


def writable(folder: Path) -> bool:
    """Whether somebody could write in the archive; a copy through version control loses these modes."""
    return any(path.stat().st_mode & 0o222 for path in (folder, *folder.iterdir()))


def commands(report: Record) -> list[str]:
    """What verifies an archive without HubOps, in its folder."""
    lines = [f"sha256sum -c --strict {SUMS} {' '.join(f'{step}.sha256' for step in STEPS)}"]
    for step in STEPS:
        moment = report[step].replace("-", "") + "120000"
        lines.append(
            f"ssh-keygen -Y verify -f ../{signing.SIGNERS} -I {report[f'{step}_by']} -n {signing.NAMESPACE} "
            f"-Overify-time={moment} -s {step}.sha256.sig < {step}.sha256"
        )
    return lines


def readme(report: Record, title: Text) -> str:
    """How to verify an archive, in both languages."""
    block = "\n".join(f"    {line}" for line in commands(report))
    keys = f"../{signing.SIGNERS}"
    return (
        f"# {report['id']}\n\n"
        f"{title.zh}（{report['period']}）。本目录为只读归档。"
        "在本目录中执行以下命令，不借助 HubOps 即可核验归档未被改动、各步骤由何人签名。"
        f"`{keys}` 登记各人员的公钥，请以可信来源的副本为准。"
        "每一步的 `.sha256` 文件涵盖前一步的文件及其签名。\n\n"
        f"{title.en} ({report['period']}). This folder is a read-only archive. "
        "Run the following in it to verify, without HubOps, that nothing was altered and who signed each step. "
        f"`{keys}` holds people's public keys: take it from a place that you trust. "
        f"The `.sha256` file of each step covers that of the step before it and its signature.\n\n{block}\n"
    )


def _listed(folder: Path, name: str, wrong: list[Text]) -> Iterator[str]:
    """The files that a digest file names; what is not as it says is added to `wrong`."""
    path = folder / name
    if not _plain(path):
        wrong.append(Text(en=f"{name} is missing", zh=f"缺少 {name}"))
        return
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            wrong.append(Text(en=f"{name} holds a line that is no digest", zh=f"{name} 中有不是摘要的行"))
            continue
        yield found[2]
        if not _plain(folder / found[2]):
            wrong.append(Text(en=f"{found[2]} is missing", zh=f"缺少 {found[2]}"))
        elif _sha(folder / found[2]) != found[1]:
            wrong.append(
                Text(
                    en=f"{found[2]} was altered: {name} has another digest",
                    zh=f"{found[2]} 已被改动：与 {name} 中的摘要不符",
                )
            )


def _strays(folder: Path, covered: Iterable[str]) -> Iterator[Text]:
    for path in sorted(folder.iterdir()):
        if path.name not in set(covered):
            yield Text(en=f"{path.name} is covered by no digest", zh=f"{path.name} 未纳入任何摘要")


def _step(folder: Path, step: str, report: Record, signers: Path) -> Iterator[Text]:
    file = folder / f"{step}.sha256"
    if not _plain(file) or not _plain(folder / f"{step}.sha256.sig"):
        yield Text(en=f"{step}.sha256 or its signature is missing", zh=f"缺少 {step}.sha256 或其签名")
        return
    said = dict(
        re.findall(r"^# (\w+): (.*)$", file.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    )
    person, day = report[f"{step}_by"], report[step]
    recorded = {"step": step, "report": report["id"], "person": person, "day": day}
    for name, value in recorded.items():
        if said.get(name) != value:
            yield Text(
                en=f"{step}.sha256 says {name} {said.get(name)!r}, and the record {value!r}",
                zh=f"{step}.sha256 中 {name} 为 {said.get(name)!r}，而记录为 {value!r}",
            )
    earlier = before(step)
    needed = {f"{earlier}.sha256", f"{earlier}.sha256.sig"} if earlier else {SUMS}
    if not needed <= set(_listed(folder, file.name, [])):
        yield Text(
            en=f"{step}.sha256 does not cover what was before it", zh=f"{step}.sha256 未涵盖此前的文件"
        )
    wrong = signing.fault(signers, person, day, file)
    if wrong:
        yield Text(en=f"{step}: {wrong.en}", zh=f"{step}：{wrong.zh}")


def _plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
