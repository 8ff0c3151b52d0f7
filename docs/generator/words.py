"""Every fixed word of the generated pages, in both languages."""

from __future__ import annotations

from hubops.model import Text


def _table(**rows: tuple[str, str]) -> dict[str, Text]:
    return {key: Text(en=en, zh=zh) for key, (en, zh) in rows.items()}


WORD = _table(
    again=("Applying again, in seconds", "再次应用的耗时（秒）"),
    again_lead=(
        "The whole baseline again on hosts that have it: nothing changes. By role, then the tasks that take longest.",
        "在已应用全部基线的主机上再次应用，不产生任何改动。先按角色，后列出耗时最长的任务。",
    ),
    answer=("Who is right, and why", "谁对，以及原因"),
    applied=("after", "之后"),
    bare=("before", "之前"),
    collector=("`hubops collect`", "`hubops collect`"),
    container=("container", "容器"),
    costs=("What looking costs the host", "检查给主机带来的开销"),
    cpu_seconds=("CPU (s)", "处理器时间（秒）"),
    exposures=("Exposure of services, after", "服务暴露程度（之后）"),
    host=("Host", "主机"),
    in_all=("in all", "合计"),
    judge=("Judge", "评判工具"),
    judges=("Outside judges", "第三方评判"),
    judges_lead=(
        "What other tools say of the lab's hosts as their image makes them, and after the baseline. "
        "`make judges` measures it. Lynis's index is better the higher (0 to 100), systemd's exposure the lower "
        "(0 to 10). Debian 12 ships OpenSCAP's content for Debian 11; it is run here with its platform check taken "
        "out. The virtual machine's processor may be emulated, so its seconds compare among themselves only.",
        "其他工具对实验环境主机的评价：镜像初始状态与应用基线之后。由 `make judges` 测得。Lynis 指数越高越好（0 至 100），"
        "systemd 暴露值越低越好（0 至 10）。Debian 12 随附的 OpenSCAP 内容针对 Debian 11，此处去掉其平台检查后运行。"
        "虚拟机的处理器可能是模拟的，其耗时只宜相互比较。",
    ),
    lynis=("Lynis", "Lynis"),
    lynis_index=("Lynis: hardening index", "Lynis：加固指数"),
    lynis_suggestions=("Lynis: suggestions", "Lynis：建议"),
    lynis_warnings=("Lynis: warnings", "Lynis：警告"),
    objection=("Objection", "异议"),
    openscap=("OpenSCAP", "OpenSCAP"),
    openscap_fail=("OpenSCAP (ANSSI high): rules failed", "OpenSCAP（ANSSI high）：未通过规则"),
    openscap_pass=("OpenSCAP (ANSSI high): rules passed", "OpenSCAP（ANSSI high）：通过规则"),
    peak_mib=("Memory at most (MiB)", "内存峰值（MiB）"),
    role=("Role", "角色"),
    scores=("Before and after", "之前与之后"),
    service=("Service", "服务"),
    ssh_audit=("ssh-audit", "ssh-audit"),
    ssh_audit_fail=("ssh-audit: algorithms failed", "ssh-audit：不合格算法"),
    ssh_audit_warn=("ssh-audit: algorithms doubted", "ssh-audit：存疑算法"),
    task=("Task", "任务"),
    vm=("virtual machine", "虚拟机"),
    wall_seconds=("Time (s)", "耗时（秒）"),
    what_says=("What {} still says", "{} 仍提出的意见"),
    allowed=(" (the standard allows {})", "（标准允许 {}）"),
    argument=("Argument", "参数"),
    cli=("Commands", "命令"),
    cli_lead=(
        "Every command, as its `--help` tells it. `--lang zh` or `HUBOPS_LANG=zh` makes all of it Chinese.",
        "全部命令，内容与各命令的 `--help` 一致。`--lang en` 或 `HUBOPS_LANG=en` 可切换为英文。",
    ),
    code=("Code", "退出码"),
    colon=(": ", "："),
    comma=(", ", "、"),
    control=("Control", "控制项"),
    controls=("Controls", "控制项"),
    controls_lead=(
        "One folder of `policies/controls/` each. A control passes on a subject only when fresh and complete evidence "
        "shows it.",
        "每个控制项对应 `policies/controls/` 中的一个目录。只有新鲜且完整的证据表明已满足时，才判为通过。",
    ),
    coverage=("Coverage", "覆盖情况"),
    coverage_lead=(
        "Every requirement of every standard, and the controls that show it. *Automated*: a host or a stack shows it. "
        "*Recorded*: records show it. Some are both. *Leans on* names the requirements that it plainly depends on. "
        "The requirements are paraphrased.",
        "全部标准的每一条要求，以及证明它的控制项。*自动*：由主机或资源栈证明；*记录*：由记录证明；"
        "同一要求可兼有两者。*关联要求*是它明显依赖的要求。要求内容均为转述。",
    ),
    chapter=("Chapter", "章节"),
    covered=("Covered", "已覆盖"),
    covered_by=("Covered by", "对应控制项"),
    automated=("Automated", "自动"),
    recorded=("Recorded", "记录"),
    uncovered=("Uncovered", "未覆盖"),
    default=("Default", "默认值"),
    environment=("Environment", "环境变量"),
    evidence=("Evidence", "证据"),
    evidence_lead=(
        "A section is one kind of facts on one subject, held to its schema. Fields that are listed are always there; "
        "what is not so is null. Every section also has `unreadable`, a list of `what` could not be read and `why`: "
        "while it is not empty, no control passes on that section.",
        "一类证据是关于一个对象的一组事实，须符合其模式。所列字段始终存在，没有的内容为 null。每类证据还有 `unreadable`，"
        "列出未能读取的内容（`what`）及原因（`why`）：只要它不为空，依据该类证据的控制项就不会通过。",
    ),
    exit_codes=("Exit codes", "退出码"),
    fail_examples=("Examples that fail", "不通过的示例"),
    field=("Field", "字段"),
    high_risk=("High risk", "高风险"),
    judged_by=("Judged by", "判定依据"),
    leans_on=("Leans on", "关联要求"),
    meaning=("Meaning", "含义"),
    no_control=("no control yet", "尚无控制项"),
    none=("none", "无"),
    option=("Option", "选项"),
    param=("Threshold", "阈值"),
    broken=(
        "broken in this many ways, on live hosts or in records, and found each time: {}",
        "以此数目的方式在真实主机或记录中破坏，每次均被发现：{}",
    ),
    proof=("Proof", "实证"),
    pass_examples=("Examples that pass", "通过的示例"),
    read_by=("Read by", "读取它的控制项"),
    remedy=("Remedy", "整改方法"),
    by_role=(" (role {})", "（角色 {}）"),
    required=("required", "必填"),
    requirement=("Requirement", "要求"),
    requirements=("Requirements", "对应要求"),
    rule=("Rule", "规则"),
    schema=("Schema", "模式"),
    severity=("Severity", "严重程度"),
    settings=("Settings", "设置"),
    settings_lead=(
        "Every setting is an environment variable; one that is empty counts as unset. The state of a checkout is kept "
        "in it, that of an installation in `$HOME/.local/state/hubops`; `XDG_STATE_HOME` and `XDG_CACHE_HOME` are "
        "obeyed.",
        "设置项均为环境变量；空值视为未设置。检出目录的状态保存在其自身之中，安装版的状态保存在 "
        "`$HOME/.local/state/hubops`；遵循 `XDG_STATE_HOME` 与 `XDG_CACHE_HOME`。",
    ),
    settings_shown=("`hubops doctor` shows what holds now.", "当前生效的值可用 `hubops doctor` 查看。"),
    stale_after=("Goes stale after", "证据有效期"),
    subject=("Subject", "检查对象"),
    title=("Title", "标题"),
    total=("Total", "合计"),
    type=("Type", "类型"),
    variable=("Variable", "环境变量"),
    what_for=("What for", "用途"),
)

JUDGE = _table(host=("hosts", "主机"), stack=("stacks", "资源栈"), records=("records", "记录"))

EXIT = _table(
    OK=(
        "all pass, are waived or do not apply; or what was asked is done",
        "全部通过、已豁免或不适用；或已完成所请求的操作",
    ),
    FAIL=("a control fails", "有控制项不通过"),
    USAGE=("wrong usage, or a file that is not what it must be", "用法错误，或文件内容不符合要求"),
    UNSURE=(
        "something is unknown, stale or in error, or an engine, a playbook or the store failed",
        "有未知、过期或出错，或者引擎、剧本、结果库出现故障",
    ),
    TOOL_MISSING=("a program that is needed is not on this machine", "本机缺少所需程序"),
    INTERRUPTED=("interrupted; what was finished is kept", "已中断；已完成的部分均已保留"),
)

# Options that the command line's library brings along, in English only.
BROUGHT = _table(
    install_completion=("Install completion for the current shell.", "为当前 shell 安装命令补全。"),
    show_completion=("Show completion for the current shell.", "显示当前 shell 的命令补全脚本。"),
)
