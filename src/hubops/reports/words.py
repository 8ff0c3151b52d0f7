"""Every word that reports show and no control or finding brings along, in both languages."""

from __future__ import annotations

from hubops.model import Text


def _table(**rows: tuple[str, str]) -> dict[str, Text]:
    return {key: Text(en=en, zh=zh) for key, (en, zh) in rows.items()}


STATUS = _table(
    fail=("Fail", "不通过"),
    error=("Error", "出错"),
    unknown=("Unknown", "未知"),
    stale=("Stale", "过期"),
    waived=("Waived", "已豁免"),
    not_applicable=("Not applicable", "不适用"),
    **{"pass": ("Pass", "通过")},
)

STATUS_MEANING = _table(
    fail=("a violation was found", "发现违规"),
    error=("the check itself broke", "检查本身出错"),
    unknown=("evidence is missing or incomplete", "缺少证据或证据不完整"),
    stale=("evidence is too old", "证据已过有效期"),
    waived=("an approved exception is in force", "已获批准的例外在有效期内"),
    not_applicable=("cannot apply here, for the reason given", "因所述原因在此不适用"),
    **{"pass": ("evidence shows it is met", "证据表明已满足")},
)

SEVERITY = _table(
    high_risk=("High risk", "高风险"),
    high=("High", "高"),
    medium=("Medium", "中"),
    low=("Low", "低"),
)

# The columns of an assessor's table, and what is written there of a requirement.
ASSESSMENT = _table(
    item=("Assessment item", "测评项"),
    title=("Requirement", "要求"),
    result=("Result", "结果"),
    evidence=("Evidence", "证据"),
    problem=("Problem", "问题"),
    advice=("Advice", "整改建议"),
    controls=("Controls", "控制项"),
)

ASSESSED = _table(
    conforms=("Conforms", "符合"),
    partly=("Conforms in part", "部分符合"),
    fails=("Does not conform", "不符合"),
    absent=("Not applicable", "不适用"),
    unjudged=("Could not be judged", "未能判定"),
    uncovered=("Not assessed", "未测评"),
)

KIND = _table(host=("Host", "主机"), stack=("Stack", "资源栈"), hub=("Hub", "中枢"))

PLATFORM = _table(
    container=("container", "容器"), vm=("virtual machine", "虚拟机"), machine=("machine", "物理机")
)

DOMAIN = _table(
    accounts=("Accounts", "账户"),
    applications=("Applications", "应用安全"),
    apparmor=("AppArmor", "AppArmor 强制访问控制"),
    assets=("Assets", "资产与介质"),
    audit=("Auditing", "安全审计"),
    auth=("Authentication", "身份鉴别"),
    backup=("Backups", "数据备份"),
    banner=("Banners", "登录提示"),
    boot=("Boot", "系统启动"),
    certificates=("Certificates", "数字证书"),
    data=("Data", "数据安全"),
    construction=("Construction", "安全建设"),
    changes=("Changes", "变更管理"),
    database=("Databases", "数据库"),
    drills=("Drills", "演练"),
    emergency=("Emergency", "应急管理"),
    files=("Files", "文件权限"),
    firewall=("Firewall", "主机防火墙"),
    incidents=("Incidents", "安全事件处置"),
    improvement=("Improvement", "持续改进"),
    integrity=("Integrity", "完整性"),
    intrusion=("Intrusion detection", "入侵检测"),
    kernel=("Kernel", "内核"),
    listeners=("Listening ports", "监听端口"),
    logging=("Logging", "日志"),
    malware=("Malware", "恶意代码防范"),
    monitoring=("Monitoring", "运行监测"),
    mounts=("Mounts", "文件系统挂载"),
    network=("Network", "网络安全"),
    operation=("Operation", "运维管理"),
    organisation=("Organisation", "安全管理机构"),
    os=("Operating system", "操作系统"),
    packages=("Packages", "软件包"),
    people=("People", "人员"),
    regimes=("Regimes", "管理制度"),
    reporting=("Reporting", "报告管理"),
    satisfaction=("Satisfaction", "满意度"),
    services=("Services", "服务"),
    sites=("Sites", "物理环境与场所"),
    ssh=("SSH", "SSH 远程登录"),
    stack=("Stacks", "资源编排"),
    sudo=("Administrators' rights", "管理员授权"),
    time=("Time", "时间同步"),
    updates=("Updates", "软件更新"),
    waivers=("Waivers", "豁免"),
)

# Of the state of monitoring and backups.
OPERATIONS = _table(
    alert=("Alert", "告警"),
    alerts=("Alerts that fire now", "当前触发的告警"),
    alerts_firing=("Alerts firing", "触发中的告警"),
    alerts_none=("No alert fires.", "没有触发中的告警。"),
    answers=("answers", "有应答"),
    asked=("Asked by the monitoring", "监控采集"),
    availability=("Availability", "可用性"),
    availability_platform=("Availability of the platform", "平台可用性"),
    checked=("Repository checked", "存放处核验"),
    copies=("Copies on", "副本所在主机"),
    damaged=("damaged", "已损坏"),
    data_set=("Data set", "数据集"),
    data_sets=("Data sets", "数据集"),
    down=("down", "无应答"),
    drill=("Drill", "演练"),
    drills=("Drills held", "已开展的演练"),
    drills_none=("No drill was held.", "尚未开展演练。"),
    host=("Host", "主机"),
    hosts=("Hosts", "主机"),
    hosts_answering=("Hosts that answer", "有应答的主机"),
    in_force=("For", "持续"),
    last_copy=("Last backup", "最近备份"),
    lead=(
        "As the hosts showed it when they were asked; of a host's data sets, the oldest copy counts. Asked from",
        "以各主机被采集时的状态为准，同一主机有多个数据集时以最旧的副本计。采集始于",
    ),
    measured=("Measured / promised", "实测 / 承诺"),
    missing=("missing", "缺失"),
    never=("never", "从未"),
    never_drilled=("no drill", "未演练"),
    not_arriving=("does not arrive", "未送达"),
    not_asked=("not asked", "未采集"),
    not_known=("Not known: nobody could tell.", "未知：没有可用的证据。"),
    not_probed=("not probed", "未探测"),
    not_reached=("not reached", "未达到"),
    not_yet=("not yet", "尚无结果"),
    nothing_to_copy=("nothing to back up", "无需备份"),
    off_site=("off site", "异地"),
    off_site_copy=("Off-site copy", "异地副本"),
    owner=("Owner", "责任人"),
    partly=("Not read in full:", "未能完整读取："),
    response=("Response (95 %)", "响应时间（95%）"),
    result=("Result", "结果"),
    rpo=("RPO: now / promised", "RPO：当前 / 承诺"),
    rto=("RTO: last drill / promised", "RTO：上次演练 / 承诺"),
    severity=("Severity", "严重程度"),
    sets_in_time=("Data sets within their RPO", "满足 RPO 的数据集"),
    sets_restored=("Restored within their RTO", "演练满足 RTO 的数据集"),
    summary=("What is wrong", "问题"),
    title=("Monitoring and backups", "监控与备份"),
    today=("today", "今天"),
    watchdog=("Watchdog arrived", "Watchdog 送达"),
    way=("Way", "方式"),
    when=("When", "时间"),
    within_the_hour=("< 1 h", "不到 1 小时"),
)

WAY = _table(files=("files", "文件"), dump=("dump", "数据库导出"), postgres=("pgBackRest", "pgBackRest"))

DRILL = _table(alert=("Alert", "告警"), restore=("Restore", "恢复"), rebuild=("Rebuild", "重建"))

ALERT = _table(critical=("Critical", "严重"), warning=("Warning", "警告"), info=("Info", "提示"))

MEASURED = _table(
    rpo=("RPO", "RPO"),
    rto=("RTO", "RTO"),
    notified=("notified after", "通知用时"),
    cleared=("cleared after", "解除用时"),
    rebuilt=("rebuilt after", "重建用时"),
)

ZONE = _table(management=("management", "管理区"), platform=("platform", "平台区"))

WORD = _table(
    absent=("absent", "无"),
    actual=("Actual", "实际"),
    after=("After", "之后"),
    all_of=("all", "全部"),
    apply_command=("Run", "执行命令"),
    as_of=("As of", "检查基准时间"),
    before=("Before", "之前"),
    before_after=("Before and after", "之前与之后"),
    bundle=("Controls", "控制项版本"),
    by_chapter=("Other requirements", "其他要求"),
    by_domain=("By domain", "按领域"),
    by_standard=("By standard", "按标准"),
    by_standard_lead=(
        "A requirement is met when every finding of its controls that applies passes; "
        "one that was not checked in this run is unknown.",
        "要求对应的各控制项中适用的结果全部通过，方为已满足；本次未检查的一律计为未知。",
    ),
    by_subject=("By subject", "按检查对象"),
    bound=("With a control", "有控制项"),
    check_again=("See to the reason, then check again.", "先消除上述原因，再重新检查。"),
    chapter=("Chapter", "章节"),
    clear=("Clear", "清除筛选"),
    collected_at=("collected", "采集于"),
    command=("Command", "命令"),
    containers=("Containers", "容器"),
    control=("Control", "控制项"),
    controls_met=("controls met", "个控制项已满足"),
    controls_unknown=("not in this set of controls", "不在本套控制项中"),
    digest=("digest", "摘要"),
    domain=("Domain", "领域"),
    evidence=("Evidence", "证据"),
    expected=("Expected", "应为"),
    failing=("Failures", "不通过项"),
    findings_of=("Findings", "结果"),
    findings_count=("findings", "项结果"),
    findings=("All findings", "全部结果"),
    findings_none=("No finding matches.", "没有符合条件的结果。"),
    finished=("Finished", "完成时间"),
    items=("What was found", "发现的问题"),
    item=("Item", "对象"),
    kind=("Kind", "类型"),
    language=("中文", "English"),
    manual=("By hand", "人工处理"),
    mend=("How to mend it", "整改方法"),
    mend_first=("Mend first", "优先整改"),
    mend_first_lead=(
        "The worst first, then those that concern most subjects.",
        "按严重程度排列，同级按涉及对象数排列。",
    ),
    met=("Met", "已满足"),
    more_items=("more; results.json lists them all", "项未列出，全部见 results.json"),
    more_findings=("more, not listed here", "项未在此列出"),
    no_evidence=("None was collected.", "未采集到证据。"),
    none=("none", "无"),
    not_shown=("What a container could not show", "容器无法证明的内容"),
    not_shown_lead=(
        "These controls belong to the machine below a container. None of them counts as met there.",
        "以下控制项由容器所在的宿主机决定，在容器上一律不计为满足。",
    ),
    nothing_judged=("Nothing was judged.", "没有可判定的内容。"),
    nowhere=("no other subject in this run", "本次检查中没有其他对象"),
    of=("of", "/"),
    other=("Else", "其他"),
    platform=("Shown by", "证明来源"),
    print=("Print", "打印"),
    reason=("Reason", "原因"),
    remedy=("Remedy", "整改"),
    report=("Compliance report", "合规检查报告"),
    requirement=("Requirement", "要求"),
    requirements=("Requirements", "对应要求"),
    requirements_bound=("requirements with a control, one by one", "项有控制项的要求，逐项列出"),
    requirements_total=("Requirements", "要求总数"),
    requirements_uncovered=("requirements without a control", "项要求尚无控制项"),
    role=("Role", "角色"),
    run=("Run", "运行"),
    search=("Search", "搜索"),
    search_hint=("title, id, subject, item …", "标题、编号、对象、条目……"),
    section=("Section", "证据类别"),
    severity=("Severity", "严重程度"),
    showing=("Shown", "显示"),
    shown_instead=("Shown instead on", "改由以下对象证明"),
    since=("Since", "状态始于"),
    started=("Started", "开始时间"),
    status=("Status", "状态"),
    subject=("Subject", "检查对象"),
    subjects=("Subjects", "检查对象"),
    summary=("Summary", "概览"),
    title=("Title", "标题"),
    to_findings=("Skip to the findings", "跳到全部结果"),
    total=("Total", "合计"),
    uncovered=("No control", "无控制项"),
    unnamed_chapter=("bound to no requirement", "未绑定要求"),
    unsure=("Unsure", "未定"),
    unsure_lead=("Nothing was shown, so none of these counts as met.", "未能证明，因此均不计为满足。"),
    unsure_list=("Could not be judged", "无法判定"),
    unsure_note=(
        "Unknown, stale and in error count as not met: what cannot be shown is never a pass.",
        "未知、过期、出错均不计为满足：无法证明即不算通过。",
    ),
    violation=("What is wrong", "问题"),
    waived_items=("What is waived", "豁免的问题"),
    waived_lead=(
        "Violations that an approved waiver allows for a time; none of these counts as met.",
        "经批准在期限内容许的违规，均不计为满足。",
    ),
    waiver=("Waiver", "豁免依据"),
    zone=("Zone", "区域"),
)


def named(table: dict[str, Text], key: str) -> Text:
    """The word for a key, or the key itself where an inventory or a control brings a new one."""
    return table.get(key) or Text(en=key, zh=key)


def verdict(met: int, applicable: int, failing: int, controls: int, subjects: int, unsure: int) -> Text:
    """The run in a few words: what is met of what applies, what fails and where, what could not be judged."""
    if not applicable:
        return WORD["nothing_judged"]
    en = [f"{met} of {applicable} that apply are met"]
    zh = [f"适用的 {applicable} 项中已满足 {met} 项"]
    if failing:
        fail = "control fails" if controls == 1 else "controls fail"
        en.append(f"{controls} {fail} on {_many(subjects, 'subject')} ({_many(failing, 'finding')})")
        zh.append(f"{controls} 个控制项在 {subjects} 个检查对象上不通过（{failing} 项）")
    if unsure:
        en.append(f"{unsure} could not be judged")
        zh.append(f"{unsure} 项无法判定")
    return Text(en="; ".join(en) + ".", zh="；".join(zh) + "。")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
