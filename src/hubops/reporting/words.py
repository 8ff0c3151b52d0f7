"""The words of compiled reports, in both languages."""

from __future__ import annotations

from hubops.model import Status, Text


def _table(**pairs: tuple[str, str]) -> dict[str, Text]:
    return {key: Text(en=en, zh=zh) for key, (en, zh) in pairs.items()}


SECTION = _table(
    sources=("Data sources", "数据来源"),
    indicators=("Indicators against targets", "运行指标与目标对照"),
    findings=("Findings and changes since the last report", "检查结果及较上期的变化"),
    drills=("Drills", "应急演练"),
    plans=("Emergency plans", "应急预案"),
    incidents=("Incidents", "安全事件"),
    problems=("Problems", "运维问题"),
    changes=("Changes of the hub", "变更"),
    inspections=("Inspections", "安全检查"),
    surveys=("Satisfaction", "满意度"),
    complaints=("Complaints", "用户投诉"),
    improvements=("Progress of improvements", "改进进展"),
    analysis=("Analysis of operation and maintenance", "运维分析"),
)
KINDS = {
    "drills": ("drill",),
    "plans": ("emergency_plan",),
    "incidents": ("incident",),
    "problems": ("problem",),
    "changes": ("change",),
    "inspections": ("inspection",),
    "surveys": ("survey", "third_party_evaluation"),
    "complaints": ("complaint",),
    "improvements": ("improvement",),
}
"""The kinds of record that a section lists; a hub need not have them all."""

STATUS = {
    Status.FAIL: Text(en="fail", zh="不通过"),
    Status.ERROR: Text(en="error", zh="出错"),
    Status.UNKNOWN: Text(en="unknown", zh="未知"),
    Status.STALE: Text(en="stale", zh="过期"),
    Status.WAIVED: Text(en="waived", zh="已豁免"),
    Status.NOT_APPLICABLE: Text(en="not applicable", zh="不适用"),
    Status.PASS: Text(en="pass", zh="通过"),
}

SEVERITY = _table(
    high_risk=("High risk", "高风险判例"), high=("High", "高"), medium=("Medium", "中"), low=("Low", "低")
)

STEP = _table(
    compiled=("Compiled", "编制"),
    submitted=("Submitted", "报送"),
    approved=("Approved", "批准"),
    archived=("Archived", "归档"),
)

VALUE = _table(
    agencies=("agencies", "政府部门"),
    citizens=("citizens", "社会公众"),
    comprehensive=("comprehensive", "全面检查"),
    enterprises=("enterprises", "企业"),
    exercise=("exercise", "实操"),
    failed=("failed", "未通过"),
    passed=("passed", "通过"),
    routine=("routine", "常规检查"),
    tabletop=("tabletop", "桌面推演"),
)
"""What fields say in one word; another is shown as it is written."""

WORD = _table(
    changed=("Changed", "变化"),
    compiled_by=("Compiled by", "编制人"),
    compiled=("Compiled on", "编制日期"),
    conclusion=("Conclusion", "结论"),
    control=("Control", "控制项"),
    count=("Entries", "条数"),
    data=("Data", "数据"),
    days=("Days", "日期"),
    definition=("Definition", "编制规定"),
    digest=("SHA-256", "SHA-256 摘要"),
    drill=("Drill", "演练"),
    evidence=("Evidence that the findings rest on", "检查结果所依据的证据"),
    failing=("failing", "不通过"),
    form=("Form", "形式"),
    from_=("From", "起"),
    group=("Group", "群体"),
    held=("Held", "日期"),
    hub=("Hub", "中枢"),
    id=("ID", "编号"),
    index=("Index (of 5)", "满意度指数（5 分制）"),
    indicator=("Indicator", "指标"),
    host=("Host", "主机"),
    measured=("Measured", "实测"),
    mended=("Mended", "已整改"),
    new=("New", "新增"),
    not_judged=("not judged in this period", "本期未检查"),
    nothing_yet=("none", "无"),
    on=("On", "对象"),
    open=("open", "未办结"),
    overdue=("overdue", "逾期"),
    page=("Page", "第"),
    period=("Period", "报告期"),
    plan=("Plan", "预案"),
    result=("Result", "结果"),
    runs=("Compliance runs", "合规检查运行"),
    satisfied=("Satisfied", "满意率"),
    severity=("Severity", "严重程度"),
    share=("Answered / asked", "回收 / 发放"),
    since=("Failed since", "不通过始于"),
    state=("State", "状态"),
    still=("Still failing", "仍不通过"),
    target=("Target", "目标"),
    to=("To", "止"),
    unsure=("not judged", "无法判定"),
    weaknesses=("Weaknesses", "发现问题数"),
    what=("What", "内容"),
)


def no_records(label: Text) -> Text:
    return Text(en=f"{label.en}: no records of this kind.", zh=f"{label.zh}：没有此类记录。")


def none_in_period(label: Text, known: int) -> Text:
    return Text(
        en=f"{label.en}: none in this period ({known} recorded altogether).",
        zh=f"{label.zh}：本期没有（历次共登记 {known} 条）。",
    )
