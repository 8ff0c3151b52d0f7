# ruff: noqa: E501  (a table reads best with one control on a line)
"""A realistic run to look at and to test with: an estate before and after its baseline was applied.

`report()` gives the run after with the run before; `python -m tests.reports.sample FOLDER` writes
every format of it there, to be looked at.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import NamedTuple

from hubops import bundle, standards
from hubops.evidence import stored
from hubops.model import (
    Control,
    EvidenceRef,
    Finding,
    Item,
    Parameter,
    Remedy,
    Results,
    Run,
    Severity,
    Status,
    Subject,
    SubjectKind,
    Text,
    digest,
)
from hubops.reports import FORMATS, Lang, Report, write

HOSTS = (
    Subject(name="ops-1", kind=SubjectKind.HOST, platform="container", zone="management", role="operations"),
    Subject(name="hub-1", kind=SubjectKind.HOST, platform="container", zone="platform", role="hub"),
    Subject(name="hub-2", kind=SubjectKind.HOST, platform="vm", zone="platform", role="hub"),
    Subject(name="data-1", kind=SubjectKind.HOST, platform="machine", zone="platform", role="data"),
)
STACK = Subject(name="lab", kind=SubjectKind.STACK)
HUB = Subject(name="hub", kind=SubjectKind.HUB)

STANDARDS = standards.load(bundle.find())

# What real hosts of these names showed; of data-1 there is nothing.
EVIDENCE = tuple(stored.read(Path(__file__).parents[1] / "data/evidence/applied")[1])

CONTAINER_OWNED = Text(
    en="a container: the kernel and the clock belong to the machine below, which is checked on its own",
    zh="容器：内核与时钟归其下的宿主机所有，由宿主机单独检查",
)


class Line(NamedTuple):
    """One control in short: what it demands, where it stands, and how a violation of it looks."""

    id: str
    title: str
    title_zh: str
    severity: str
    requirements: str
    evidence: str
    tag: str
    item: tuple[str, object, object]


# fmt: off
LINES = (
    Line("ssh/root_login_denied", "Root cannot log in over SSH", "禁止 root 通过 SSH 登录", "high", "HUB-C4.1 GBT22239-8.1.4.1.a GBT22239-8.1.4.2.b", "sshd", "ssh_access", ("permitrootlogin", "no", "without-password")),
    Line("ssh/password_login_denied", "SSH accepts keys only, no passwords", "SSH 仅允许密钥登录，不接受口令", "high", "HUB-C4.1 GBT22239-8.1.4.1.d", "sshd", "ssh_access", ("passwordauthentication", "no", "yes")),
    Line("ssh/empty_passwords_denied", "SSH refuses empty passwords", "SSH 拒绝空口令", "high_risk", "GBT22239-8.1.4.1.a", "sshd", "ssh_access", ("permitemptypasswords", "no", "yes")),
    Line("ssh/trust_files_ignored", "SSH ignores trust files of users and hosts", "SSH 忽略用户与主机信任文件", "medium", "GBT22239-8.1.4.1.a", "sshd", "ssh_access", ("permituserenvironment", "no", "yes")),
    Line("ssh/forwarding_denied", "SSH forwards neither ports nor agents nor X11", "SSH 禁止端口、代理与 X11 转发", "medium", "HUB-C4.2 GBT22239-8.1.3.1.a", "sshd", "ssh_access", ("allowtcpforwarding", "no", "yes")),
    Line("ssh/users_restricted", "Only named users or groups may log in over SSH", "仅指定用户或用户组可通过 SSH 登录", "high", "GBT22239-8.1.4.2.a", "sshd", "ssh_access", ("allowgroups", ["ssh-users"], None)),
    Line("ssh/login_grace_limited", "An unfinished SSH login is cut off within its time", "SSH 未完成的登录在限定时间内断开", "low", "GBT22239-8.1.4.1.b", "sshd", "ssh_limits", ("logingracetime", "<= 60", 120)),
    Line("ssh/auth_tries_limited", "An SSH connection has few attempts to authenticate", "限制单次 SSH 连接的认证尝试次数", "medium", "GBT22239-8.1.4.1.b", "sshd", "ssh_limits", ("maxauthtries", "<= 4", 6)),
    Line("ssh/idle_sessions_closed", "Idle SSH sessions are closed", "空闲的 SSH 会话自动断开", "medium", "GBT22239-8.1.4.1.b", "sshd", "ssh_limits", ("clientaliveinterval", "1..900", 0)),
    Line("ssh/strong_algorithms", "SSH offers strong algorithms only", "SSH 仅提供强密码算法", "high", "HUB-C4.4 GBT22239-8.1.2.2.b", "sshd", "ssh_crypto", ("macs", ["hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com"], ["hmac-sha1", "umac-64@openssh.com"])),
    Line("ssh/host_keys_strong", "SSH host keys are strong", "SSH 主机密钥强度足够", "medium", "GBT22239-8.1.2.2.b", "sshd", "ssh_crypto", ("requiredrsasize", ">= 3072", 1024)),
    Line("ssh/config_private", "SSH settings and host keys are private to root", "SSH 配置与主机密钥仅 root 可访问", "medium", "GBT22239-8.1.4.2.f", "sshd", "ssh_files", ("/etc/ssh/sshd_config", "0600", "0644")),
    Line("accounts/only_root_has_uid_zero", "Only root has UID 0", "仅 root 的 UID 为 0", "high", "HUB-B3 GBT22239-8.1.4.2.d", "accounts", "accounts_identity", ("toor", "uid != 0", 0)),
    Line("accounts/no_empty_passwords", "No account has an empty password", "不存在空口令账户", "high_risk", "GBT22239-8.1.4.1.a", "accounts", "accounts_passwords", ("guest", "a password or a lock", "")),
    Line("accounts/ids_unique", "Users and groups have their ids to themselves", "用户与用户组标识唯一", "medium", "GBT22239-8.1.4.1.a", "accounts", "", ("uid 1001", ["liwei"], ["liwei", "zhangmin"])),
    Line("accounts/system_accounts_locked", "System accounts cannot log in", "系统账户不可登录", "medium", "GBT22239-8.1.4.2.b", "accounts", "accounts_identity", ("backup", "/usr/sbin/nologin", "/bin/bash")),
    Line("accounts/password_ages_limited", "Passwords expire within their period", "口令在规定周期内过期", "medium", "HUB-C4.1 GBT22239-8.1.4.1.a", "accounts", "accounts_ageing", ("PASS_MAX_DAYS", "<= 90", 99999)),
    Line("accounts/inactive_locked", "Accounts with an expired password are locked after a while", "口令过期账户在限期后锁定", "low", "HUB-B6 GBT22239-8.1.4.2.c", "accounts", "accounts_ageing", ("INACTIVE", "<= 45", -1)),
    Line("accounts/umask_strict", "New files are private by default", "新建文件默认权限严格", "medium", "GBT22239-8.1.4.2.f", "accounts", "accounts_session", ("umask", "027", "022")),
    Line("accounts/shell_timeout", "Idle shells end by themselves", "空闲终端自动退出", "low", "GBT22239-8.1.4.1.b", "accounts", "accounts_session", ("TMOUT", "<= 600", None)),
    Line("auth/password_quality_enforced", "New passwords are long and mixed", "强制口令复杂度", "high", "GBT22239-8.1.4.1.a", "pam", "accounts_pam", ("minlen", ">= 12", None)),
    Line("auth/password_history_kept", "Old passwords cannot be used again", "禁止重复使用历史口令", "medium", "GBT22239-8.1.4.1.a", "pam", "accounts_pam", ("remember", ">= 5", None)),
    Line("auth/lockout_enforced", "Repeated failures lock the account for a time", "多次登录失败后锁定账户", "high", "GBT22239-8.1.4.1.b", "pam", "accounts_pam", ("pam_faillock.so preauth", "present", None)),
    Line("auth/null_passwords_refused", "PAM refuses empty passwords", "PAM 拒绝空口令", "high_risk", "GBT22239-8.1.4.1.a", "pam", "accounts_pam", ("/etc/pam.d/common-auth: nullok", False, True)),
    Line("auth/su_restricted", "Only members of a group may use su", "仅指定用户组可使用 su", "medium", "GBT22239-8.1.4.2.d", "pam", "accounts_su", ("pam_wheel.so", "required", None)),
    Line("files/identity_files_protected", "Files of users and passwords are protected", "账户与口令文件受保护", "high", "GBT22239-8.1.4.2.f", "files", "accounts_files", ("/etc/shadow-", "<= 0640", "0644")),
    Line("files/world_writable_absent", "Nobody may write to what everybody uses", "不存在任何人可写的文件和目录", "medium", "GBT22239-8.1.4.2.f", "files", "accounts_files", ("/srv/共享/导入.csv", "not writable by others", "0666")),
    Line("files/schedules_private", "Schedules are private to root", "计划任务文件仅 root 可访问", "low", "GBT22239-8.1.4.2.f", "files", "accounts_files", ("/etc/crontab", "0600", "0644")),
    Line("files/unowned_absent", "Every file belongs to somebody", "不存在无属主文件", "low", "HUB-B6 GBT22239-8.1.4.2.c", "files", "", ("/srv/old/report.xlsx", "an owner", 1007)),
    Line("kernel/memory_protected", "The kernel protects memory and its messages", "内核启用内存保护", "medium", "GBT22239-8.1.4.4.a", "os sysctl", "kernel_memory", ("kernel.dmesg_restrict", 1, 0)),
    Line("kernel/links_protected", "The kernel guards links and core dumps", "内核启用链接与转储保护", "medium", "GBT22239-8.1.4.4.a", "os sysctl", "kernel_files", ("fs.suid_dumpable", 0, 2)),
    Line("kernel/ipv4_hardened", "The IPv4 stack refuses redirects and spoofing", "IPv4 协议栈拒绝重定向与欺骗", "medium", "HUB-C4.2 GBT22239-8.1.3.2.a", "os sysctl", "kernel_network", ("net.ipv4.conf.all.accept_redirects", 0, 1)),
    Line("kernel/ipv6_hardened", "The IPv6 stack refuses redirects and advertisements", "IPv6 协议栈拒绝重定向与路由通告", "medium", "HUB-C4.2 GBT22239-8.1.3.2.a", "os sysctl", "kernel_network", ("net.ipv6.conf.all.accept_ra", 0, 1)),
    Line("kernel/forwarding_disabled", "Only routers forward packets", "仅路由设备转发数据包", "high", "HUB-C4.2 GBT22239-8.1.3.1.a", "os sysctl", "kernel_network", ("net.ipv4.ip_forward", 0, 1)),
    Line("kernel/settings_persistent", "Kernel settings survive a restart", "内核参数在重启后保持有效", "medium", "GBT22239-8.1.4.4.a", "os sysctl", "kernel_persistence", ("kernel.randomize_va_space", {"declared": 2, "running": 2}, {"declared": None, "running": 2})),
    Line("time/one_time_service", "One service keeps the time", "仅由一个服务负责时间同步", "medium", "HUB-C1.3 GBT22239-8.1.5.4.f", "os time", "time_service", ("services", ["chrony"], [])),
    Line("time/sources_sufficient", "The clock has enough sources", "时间源数量充足", "medium", "GBT22239-8.1.5.4.f", "os time", "time_sources", ("sources", ">= 2", 0)),
    Line("time/clock_in_step", "The clock is in step", "系统时钟准确", "medium", "GBT22239-8.1.5.4.f", "os time", "time_service", ("offset_seconds", "<= 0.5", 3.271)),
    Line("logging/forwarded", "Logs are forwarded to the log server, encrypted", "日志加密转发至日志服务器", "high", "HUB-C4.3 GBT22239-8.1.3.5.c GBT22239-8.1.5.4.d", "logging", "log_forward", ("target", "tls", None)),
    Line("logging/forwarder_running", "The log forwarder runs", "日志转发服务运行中", "high", "HUB-C4.3 GBT22239-8.1.4.3.a", "logging", "log_forward", ("rsyslog.service", "active", "inactive")),
    Line("logging/journal_persistent", "The journal survives a restart", "系统日志在重启后保留", "medium", "GBT22239-8.1.4.3.c", "logging", "log_journal", ("Storage", "persistent", "auto")),
    Line("logging/retention_sufficient", "Logs are kept for at least half a year", "日志留存不少于六个月", "high_risk", "HUB-C4.3 GBT22239-8.1.4.3.c", "logging", "log_retention", ("/etc/logrotate.d/rsyslog", ">= 190 days", 28)),
    Line("logging/server_receives", "The log server hears from every host", "日志服务器收到所有主机的日志", "high", "HUB-C4.6 GBT22239-8.1.5.4.d", "logging", "log_server", ("hub-2", "<= 3600 s old", None)),
    Line("services/failed_absent", "No service has failed", "没有处于失败状态的服务", "medium", "HUB-C1.3 GBT22239-8.1.10.5.a", "services", "", ("networking.service", "active", "failed")),
    Line("packages/cleartext_servers_absent", "No server that speaks in clear text is installed", "未安装明文协议服务", "high_risk", "GBT22239-8.1.4.4.b", "packages", "", ("telnetd", None, "0.17+2.4-2")),
    Line("listeners/risky_ports_closed", "Risky ports are closed", "高危端口已关闭", "high_risk", "HUB-C4.2 GBT22239-8.1.3.1.a GBT22239-8.1.4.4.b", "listeners", "", ("0.0.0.0:23/tcp", None, "telnetd")),
    Line("os/release_supported", "The operating system is still supported", "操作系统版本仍在支持期内", "high", "GBT22239-8.1.10.5.a", "os", "", ("debian 12", ">= 2026-11-23", "2028-06-30")),
    Line("stack/hosts_zoned", "Each host stands in a named zone", "每台主机归属明确的网络区域", "high", "HUB-C4.2 GBT22239-8.1.2.1.c", "plan", "", ("hub-3", ["management", "platform"], None)),
    Line("stack/containers_unprivileged", "Containers have no privileges over the machine below", "容器不具有宿主机特权", "high", "GBT22239-8.1.4.2.d", "plan", "", ("hub-1", False, True)),
    Line("stack/secrets_encrypted", "Secrets in a stack are encrypted", "资源栈中的机密信息已加密", "high_risk", "HUB-C4.4 GBT22239-8.1.4.8.b", "plan", "", ("ssh_private_key", "secret", "plain")),
    Line("stack/images_pinned", "Images are pinned by digest", "镜像以摘要固定版本", "medium", "HUB-C2.4 GBT22239-8.1.10.10.a", "plan", "", ("hub-1", "sha256:…", "latest")),
    Line("stack/owners_named", "Each resource names its owner", "每项资源均有责任人", "low", "HUB-C2.1 GBT22239-8.1.10.2.a", "plan", "", ("hub-2", "an owner", None)),
    Line("people/staff_full_time", "Full-time staff look after security", "配备专职安全管理人员", "high_risk", "HUB-B1 HUB-C1.1 GBT22239-8.1.7.2.b", "records", "", ("安全管理员", ">= 1", 0)),
    Line("people/deputies_named", "Each key post has a deputy", "关键岗位配备储备人员", "medium", "HUB-B2 GBT22239-8.1.7.2.a", "records", "", ("系统管理员", "a deputy", None)),
    Line("people/conflicting_posts_separated", "Conflicting posts are held by different people", "三员分立，互斥岗位不得兼任", "high", "HUB-B3 GBT22239-8.1.7.1.c", "records", "", ("王芳", 1, ["系统管理员", "审计管理员"])),
    Line("people/agreements_signed", "Everybody with access has signed a confidentiality agreement", "有访问权限的人员均已签署保密协议", "high", "HUB-A4 GBT22239-8.1.8.1.c", "records", "", ("李伟（承建单位）", "a signed agreement", None)),
    Line("people/training_current", "Operators are trained within their period", "运维人员按期参加安全培训", "medium", "HUB-C4.7 GBT22239-8.1.8.3.a", "records", "", ("陈静", "<= 365 days", 412)),
    Line("regimes/security_regime_reviewed", "The security regime is in force and reviewed", "安全管理制度有效且按期评审", "medium", "HUB-A1", "records", "", ("城市智能中枢安全管理办法", "<= 365 days", 530)),
    Line("emergency/plan_per_scenario", "There is an emergency plan for each scenario", "各类场景均有应急预案", "high", "HUB-C3.2 GBT22239-8.1.10.13.a", "records", "", ("重大灾害", "a plan", None)),
    Line("emergency/plans_drilled", "Emergency plans are drilled within their period", "应急预案按期演练", "medium", "HUB-C3.3 GBT22239-8.1.10.13.c", "records", "", ("平台故障", "<= 365 days", 401)),
)
# fmt: on

_MANUAL = Text(
    en="Find out who put it there and why, remove it or have it approved, and record the change.",
    zh="查明来源和原因，予以清除或履行审批手续，并登记变更记录。",
)


def control(line: Line) -> Control:
    domain = line.id.partition("/")[0]
    kinds = {"stack": SubjectKind.STACK, "people": SubjectKind.HUB, "regimes": SubjectKind.HUB}
    kinds["emergency"] = SubjectKind.HUB
    return Control(
        id=line.id,
        title=line.title,
        title_zh=line.title_zh,
        description=f"{line.title}. Whoever gets past this has more than the work asks for, and nobody would "
        "see it; assessors look at the setting in effect and not at the file.",
        description_zh=f"{line.title_zh}。一旦失守，访问权限将超出工作需要且难以察觉；测评时以实际生效的设置为准，而非配置文件。",
        severity=Severity(line.severity),
        subject=kinds.get(domain, SubjectKind.HOST),
        requirements=tuple(line.requirements.split()),
        evidence=tuple(line.evidence.split()),
        max_age_seconds=26 * 3600,
        params={"limit": Parameter(default=1, bound=">=1")} if "limit" in line.id else {},
        remedy=Remedy(role="accounts", tag=line.tag) if line.tag else Remedy(manual=_MANUAL),
        digest=digest(line.id),
    )


CONTROLS = {line.id: control(line) for line in LINES}


def results(applied: bool = True, hosts: tuple[Subject, ...] = HOSTS, seed: int = 1) -> Results:
    """One run over all controls, with every status in it."""
    chance = random.Random(seed)  # the same report for the same arguments
    subjects = (*hosts, STACK, HUB)
    findings = tuple(
        _finding(line, subject, applied, chance)
        for line in LINES
        for subject in subjects
        if subject.kind is CONTROLS[line.id].subject
    )
    day = "2026-11-23" if applied else "2026-11-22"
    run = Run(
        id=f"{day.replace('-', '')}T160000Z-7f3a",
        started=f"{day}T15:59:12Z",
        finished=f"{day}T16:00:41Z",
        bundle=digest("bundle"),
        as_of=f"{day}T16:00:00Z",
    )
    return Results(run=run, subjects=subjects, findings=findings)


def report(lang: Lang = "en", hosts: tuple[Subject, ...] = HOSTS) -> Report:
    """The run after the baseline with the run before it, notes and standards."""
    note = Text(
        en="hub-1 is a container. QEMU is on this machine, so hub-2 is a virtual machine and shows the kernel.",
        zh="hub-1 为容器；本机具备 QEMU，hub-2 为虚拟机，可证明内核相关控制项。",
    )
    return Report(
        results(True, hosts),
        CONTROLS,
        lang,
        results(False, hosts),
        (note,),
        STANDARDS,
        evidence=EVIDENCE,
    )


def _finding(line: Line, subject: Subject, applied: bool, chance: random.Random) -> Finding:
    status, reason = _status(line, subject, applied, chance)
    about = CONTROLS[line.id]
    when = "2026-11-23T15:59:30Z" if applied else "2026-11-22T15:59:30Z"
    if status is Status.STALE:
        when = "2026-11-14T02:10:00Z"
    missing = status is Status.UNKNOWN and chance.random() < 0.5
    refs = (
        ()
        if missing
        else tuple(
            EvidenceRef(section=name, digest=digest([name, subject.name, applied]), collected_at=when)
            for name in about.evidence
        )
    )
    violated = status in {Status.FAIL, Status.WAIVED}
    return Finding(
        control=line.id,
        subject=subject.name,
        subject_kind=subject.kind,
        status=status,
        severity=about.severity,
        requirements=about.requirements,
        items=_items(line) if violated else (),
        reason=reason,
        evidence=refs,
        remedy=about.remedy,
        since=f"2026-11-{chance.randint(1, 22):02}T16:00:00Z",
    )


def _items(line: Line) -> tuple[Item, ...]:
    item, expected, actual = line.item
    first = Item(item=item, expected=expected, actual=actual)
    if line.id != "files/world_writable_absent":
        return (first,)
    more = (Item(item=f"/srv/upload/{n:03}/附件.bin", expected=expected, actual="0777") for n in range(7))
    return (first, *more)


def _status(line: Line, subject: Subject, applied: bool, chance: random.Random) -> tuple[Status, Text | None]:
    domain = line.id.partition("/")[0]
    draw = chance.random()
    if subject.platform == "container" and (domain == "kernel" or line.id in _CLOCK):
        return Status.NOT_APPLICABLE, CONTAINER_OWNED
    if line.id == "logging/server_receives" and subject.role != "operations":
        return Status.NOT_APPLICABLE, Text(en="this host is no log server", zh="该主机不是日志服务器")
    if line.id == "os/release_supported":
        return Status.PASS, None
    if line.id == "packages/cleartext_servers_absent" and subject.name == "data-1":
        return Status.WAIVED, Text(
            en="approved by Zhao Lei until 2026-12-31: the water meters speak telnet only (OPS-1182)",
            zh="赵磊批准，有效期至 2026-12-31：水表采集终端仅支持 telnet（OPS-1182）",
        )
    if line.id == "files/unowned_absent" and subject.name == "hub-2":
        return Status.UNKNOWN, Text(
            en="nothing wrong was seen, but not all could be read: /var/lib/private (permission denied)",
            zh="未发现问题，但有内容无法读取：/var/lib/private（permission denied）",
        )
    if domain == "time" and subject.name == "data-1":
        return Status.UNKNOWN, Text(en="no evidence time was collected", zh="未采集到证据 time")
    if line.id == "regimes/security_regime_reviewed":
        return Status.STALE, Text(
            en="evidence records of 2026-11-14T02:10:00Z is older than 7 days",
            zh="证据 records（2026-11-14T02:10:00Z）已超过 7 天的有效期",
        )
    if line.id == "services/failed_absent" and subject.name == "hub-1":
        return Status.ERROR, Text(
            en="evidence services is not what its schema demands: units[3].state: 'reloading' is not one of …",
            zh="证据 services 不符合其模式：units[3].state: 'reloading' is not one of …",
        )
    failing = 0.78 if not applied and line.tag else 0.02 if line.tag else 0.3
    return (Status.FAIL, None) if draw < failing else (Status.PASS, None)


_CLOCK = {"time/sources_sufficient", "time/clock_in_step"}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for language in ("en", "zh"):
        for name in FORMATS:
            write(name, folder / f"report.{language}.{name}", report(language))
