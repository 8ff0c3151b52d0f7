"""What the lab's hosts start from: one bare Debian root of a release, as a container image and as a machine's disk.

Each is content-addressed by the digest of its recipe, so that checkouts share them and a
changed recipe builds anew. `python -m hubops.provision.images container` builds what is missing
and prints the image's name.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hubops import settings
from hubops.errors import ProvisionFailed, unknown_name
from hubops.files import locked, write_whole
from hubops.model import Text, digest
from hubops.provision.machine import Progress, attempt, quiet, run, stream

RELEASES = {"bookworm": "Debian 12", "trixie": "Debian 13"}
RELEASE = "bookworm"  # of a lab that is told no other
REPOSITORY = "localhost/hubops-lab"
LABEL = "org.hubops.lab.recipe"
DISK_SIZE = "5G"
USER = "hubops"
USER_ID = 1000

BARE = (
    "systemd", "systemd-sysv", "dbus", "procps", "netbase", "python3", "python3-apt",
    "openssh-server", "sudo", "iproute2", "ca-certificates",
)  # fmt: skip
KERNEL = ("linux-image-cloud-amd64", "udev", "kmod", "initramfs-tools")

# What the roles install. A container finds it in its apt cache, so that hosts need no network; in a machine, where
# unpacking takes minutes while the processor is emulated, it is installed, and what it starts by itself is off.
INSTALLED_BY_ROLES = (
    "aide", "apparmor", "audispd-plugins", "auditd", "borgbackup", "borgmatic", "chrony", "clamav",
    "clamav-freshclam", "cracklib-runtime", "cron", "fail2ban", "kmod", "libpam-oath", "libpam-pwquality",
    "logrotate", "nftables", "openssl", "prometheus-node-exporter", "python3-systemd", "rsyslog", "rsyslog-gnutls",
    "unattended-upgrades",
)  # fmt: skip
# What some hosts get only: it waits in the cache of machines too, for a database that nobody asked for would be there.
CACHED = (
    "pgbackrest", "postgresql", "prometheus", "prometheus-alertmanager", "prometheus-blackbox-exporter",
    "prometheus-postgres-exporter", "python3-psycopg2",
)  # fmt: skip

# A hook runs on the finished root, whose path is $1; hosts get their own keys and identity when they are made.
_HOOK = f"""set -eu
root=$1
in_root() {{ chroot "$root" "$@"; }}
in_root groupadd --system ssh-users
in_root useradd --uid {USER_ID} --user-group --create-home --shell /bin/bash --groups sudo,ssh-users --password '*' {USER}
install -d -m 0700 -o {USER_ID} -g {USER_ID} "$root/home/{USER}/.ssh"
echo '{USER} ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/{USER}"
chmod 0440 "$root/etc/sudoers.d/{USER}"
in_root systemctl set-default multi-user.target
in_root systemctl disable apt-daily.timer apt-daily-upgrade.timer
rm -f "$root"/etc/ssh/ssh_host_* "$root/etc/hostname" "$root/etc/resolv.conf"
APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get --yes --download-only -o APT::Install-Recommends=false \\
  install {" ".join(INSTALLED_BY_ROLES + CACHED)}
in_root apt-cache gencaches
"""
_KERNEL_HOOK = """set -eu
root=$1
echo '/dev/vda / ext4 defaults,errors=remount-ro 0 1' > "$root/etc/fstab"
chroot "$root" systemctl enable systemd-networkd.service
for unit in auditd borgmatic.timer chrony clamav-freshclam cron fail2ban nftables rsyslog unattended-upgrades \\
  logrotate.timer prometheus-node-exporter; do
  chroot "$root" systemctl disable "$unit"
done
# It costs ten seconds at each start where the processor is emulated, and there is no LVM.
chroot "$root" systemctl disable e2scrub_reap.service e2scrub_all.timer
# Only what mounts the disk goes into the initial RAM disk: unpacking is slow where the processor is emulated.
echo 'MODULES=list' > "$root/etc/initramfs-tools/conf.d/lab"
printf '%s\\n' virtio_pci virtio_blk ext4 >> "$root/etc/initramfs-tools/modules"
chroot "$root" update-initramfs -u -k all
"""


@dataclass(frozen=True)
class Recipe:
    """All that decides what an image holds."""

    kind: str
    release: str
    packages: tuple[str, ...]
    hooks: tuple[str, ...]

    @property
    def digest(self) -> str:
        """16 hexadecimal digits."""
        whole = [self.kind, self.release, DISK_SIZE, list(self.packages), list(self.hooks)]
        return digest(whole).removeprefix("sha256:")[:16]


KINDS = {"container": (BARE, (_HOOK,)), "vm": (BARE + KERNEL + INSTALLED_BY_ROLES, (_HOOK, _KERNEL_HOOK))}


def recipe_for(kind: str, release: str = RELEASE) -> Recipe:
    """The recipe of a kind of image; UsageError for a kind or a release that is not known."""
    if kind not in KINDS:
        raise unknown_name("kind of image", kind, KINDS)
    if release not in RELEASES:
        raise unknown_name("Debian release", release, RELEASES)
    return Recipe(kind, release, *KINDS[kind])


@dataclass(frozen=True)
class Disk:
    """A machine's disk as it is before any host uses it, with the kernel that starts it."""

    folder: Path

    @property
    def image(self) -> Path:
        return self.folder / "root.img"

    @property
    def kernel(self) -> Path:
        return self.folder / "vmlinuz"

    @property
    def initrd(self) -> Path:
        return self.folder / "initrd"


def folder() -> Path:
    """Where images are kept and their locks are."""
    return settings.cache() / "images"


def container_name(release: str = RELEASE) -> str:
    """The container image's name, whether or not it has been built."""
    return f"{REPOSITORY}:{recipe_for('container', release).digest}"


def disk(release: str = RELEASE) -> Disk:
    """Where the machine's disk is, whether or not it has been built."""
    return Disk(folder() / f"vm-{recipe_for('vm', release).digest}")


def disk_of(image: str) -> Disk:
    """The disk with this pinned name, of whatever recipe; a machine starts with the kernel that its own disk has."""
    for manifest in folder().glob("vm-*/manifest.json"):
        if json.loads(manifest.read_text())["image"] == image:
            return Disk(manifest.parent)
    raise ProvisionFailed(
        f"{image} is not on this machine any more",
        f"本机已没有镜像 {image}",
        Text(
            en="`hubops provision up lab` makes the host anew.",
            zh="可用 hubops provision up lab 重建该主机。",
        ),
    )


def pinned(kind: str, release: str = RELEASE) -> str | None:
    """The built image's name with the digest of its content, `name@sha256:<hex>`; None if it is not built."""
    if kind == "vm":
        manifest = disk(release).folder / "manifest.json"
        return json.loads(manifest.read_text())["image"] if manifest.is_file() else None
    done = attempt(["podman", "image", "inspect", "--format", "{{.Digest}}", container_name(release)])
    return f"{REPOSITORY}@{done.stdout.decode().strip()}" if done.returncode == 0 else None


def ensure(kind: str, release: str = RELEASE, progress: Progress = quiet) -> str:
    """The image's pinned name, building it first if it is missing: a minute for each kind.

    Processes that want the same image build it once. Raises UsageError, ToolMissing and ProvisionFailed.
    """
    wanted = recipe_for(kind, release)
    built = pinned(kind, release)
    if built:
        return built
    lock = folder() / f"{kind}-{wanted.digest}.lock"
    with locked(lock, lambda: progress(f"another process builds the {kind} image: waiting")) as descriptor:
        built = pinned(kind, release)
        if not built:
            progress(
                f"building the {kind} image: Debian {release}, {len(wanted.packages)} packages and what they need"
            )
            _BUILDERS[kind](wanted, progress, descriptor)
            built = pinned(kind, release)
    if built is None:
        raise RuntimeError(f"the {kind} image was built but is not found")
    return built


def remove() -> list[str]:
    """Remove every lab image of this machine, of all recipes; gives what was removed."""
    listed = run(["podman", "images", "--quiet", "--no-trunc", "--filter", f"label={LABEL}"]).split()
    for image in sorted(set(listed)):
        run(["podman", "image", "rm", "--force", image])
    kept = sorted(path for path in folder().glob("*") if path.is_dir())
    for path in kept:
        run(["rm", "-rf", "--one-file-system", str(path)])
    return sorted({*listed, *(str(path) for path in kept)})


def _build_container(recipe: Recipe, progress: Progress, lock: int) -> None:
    partial = _empty(folder() / f"container-{recipe.digest}.partial")
    archive = partial / "root.tar"
    _bootstrap(recipe, archive, progress, lock)
    progress("importing the root into Podman")
    changes = ('CMD ["/sbin/init"]', "STOPSIGNAL SIGRTMIN+3", f"LABEL {LABEL}={recipe.digest}")
    arguments = [part for change in changes for part in ("--change", change)]
    name = container_name(recipe.release)
    run(["podman", "import", *arguments, str(archive), name], timeout=600)
    _empty(partial).rmdir()


def _build_vm(recipe: Recipe, progress: Progress, lock: int) -> None:
    finished = disk(recipe.release).folder
    partial = _empty(Path(f"{finished}.partial"))
    root = partial / "root"
    made = Disk(partial)
    _bootstrap(recipe, root, progress, lock)
    progress("writing the machine's disk")
    for pattern, target in (("vmlinuz-*", made.kernel), ("initrd.img-*", made.initrd)):
        newest = max((root / "boot").glob(pattern))
        run(["cp", str(newest), str(target)])
    run(
        ["mke2fs", "-q", "-t", "ext4", "-L", "root", "-d", str(root), str(made.image), DISK_SIZE], timeout=600
    )
    run(["chmod", "0644", str(made.image), str(made.kernel), str(made.initrd)])
    run(["rm", "-rf", "--one-file-system", str(root)], timeout=300)
    content = _content(made.image, made.kernel, made.initrd)
    write_whole(partial / "manifest.json", json.dumps({"image": f"{REPOSITORY}-vm@sha256:{content}"}))
    partial.rename(finished)


_BUILDERS: dict[str, Callable[[Recipe, Progress, int], None]] = {
    "container": _build_container,
    "vm": _build_vm,
}


def _bootstrap(recipe: Recipe, target: Path, progress: Progress, lock: int) -> None:
    """Make the root file system at `target`, a folder or a .tar file."""
    hooks = []
    for number, text in enumerate(recipe.hooks):
        script = target.parent / f"hook-{number}.sh"
        script.write_text(text)
        hooks.append(f'--customize-hook=sh {shlex.quote(str(script))} "$1"')
    stream(
        [
            "mmdebstrap", "--variant=minbase", f"--include={','.join(recipe.packages)}",
            "--skip=cleanup/apt", *hooks, recipe.release, str(target), *_sources(recipe.release),
        ],
        progress, pass_fds=(lock,),
    )  # fmt: skip
    for script in target.parent.glob("hook-*.sh"):
        script.unlink()


def _sources(release: str) -> list[str]:
    """The release's repositories where this machine's own apt gets its Debian (a mirror, perhaps); none if it has none."""
    form = "$(CREATED_BY) $(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)"
    done = attempt(["apt-get", "indextargets", "--format", form])
    own: dict[str, list[str]] = {}
    for line in done.stdout.decode().splitlines():
        found = re.fullmatch(r"Packages Debian (\S+) ([a-z]+)(|-updates|-security) main", line)
        if found:
            uri, codename, part = found.groups()
            wanted = f"deb {uri} {release}{part} main"
            own.setdefault(codename, []).append(wanted)
    # What this machine runs itself is its best source; a mirror that has one release has the others.
    for codename in sorted(own, key=lambda name: name != release):
        lines = list(dict.fromkeys(own[codename]))
        if {line.split()[2] for line in lines} >= {release, f"{release}-updates", f"{release}-security"}:
            return lines
    return []


def _empty(path: Path) -> Path:
    """The folder `path`, empty; what a killed build left in it is removed."""
    if path.exists():
        run(["rm", "-rf", "--one-file-system", str(path)], timeout=300)
    path.mkdir(parents=True, mode=0o755)
    return path


def _content(*paths: Path) -> str:
    """SHA-256 over the files' bytes, in hexadecimal."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def main() -> None:
    """Build what is missing and print the image's name, for scripts and for the roles' own tests."""
    parser = argparse.ArgumentParser(prog="python -m hubops.provision.images", description=main.__doc__)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--release", choices=sorted(RELEASES), default=RELEASE)
    wanted = parser.parse_args()
    ensure(wanted.kind, wanted.release, lambda line: print(line, file=sys.stderr, flush=True))
    container = wanted.kind == "container"
    print(container_name(wanted.release) if container else disk(wanted.release).folder)


if __name__ == "__main__":
    main()
