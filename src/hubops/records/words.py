"""Words that offices use for fields and values whatever the kind of record, and those that name persons."""

from __future__ import annotations

import re
import unicodedata

HEADERS: dict[str, tuple[str, ...]] = {
    "id": ("编号", "记录编号", "代码", "no", "number"),
    "approved_by": ("批准人", "审批人", "批准人编号", "审批人编号", "批准岗位"),
    "attended": ("参加人", "参训人员", "参会人员", "出席人员", "参加人员编号"),
    "closed": ("关闭日期", "办结日期", "完成日期", "停用日期"),
    "due": ("截止日期", "限期", "完成期限", "要求完成日期", "整改期限", "到期日期", "应完成日期"),
    "employment": ("用工性质", "用工类型", "人员性质"),
    "ends": ("结束日期", "终止日期", "截止日期", "止"),
    "expires": (
        "有效期至", "有效期截止日期", "有效期止", "有效至", "到期日", "到期日期", "失效日期", "截止日期",
        "valid until", "expiry", "expiry date",
    ),
    "found": ("发现日期",),
    "held": ("举办日期", "举行日期", "召开日期", "实施日期", "日期"),
    "issued": ("发布日期", "生效日期", "印发日期", "实施日期"),
    "joined": ("入职日期", "到岗日期", "入场日期", "上岗日期"),
    "left": ("离职日期", "离岗日期", "离场日期"),
    "level": ("保护等级", "等保等级", "等级", "级别"),
    "opened": ("启用日期", "投用日期", "上线日期", "开始日期", "提出日期"),
    "owner": ("负责人", "责任人", "负责岗位", "责任岗位"),
    "participants": ("参演人员", "参与人员", "参加人员"),
    "party": ("单位", "所属单位", "单位编号", "所在单位", "公司"),
    "person": ("人员", "人员编号", "姓名编号", "员工编号", "工号", "签署人", "签订人", "签署人编号"),
    "reviewed": ("评审日期", "最近评审日期"),
    "revised": ("修订日期", "最近修订日期"),
    "signed": ("签署日期", "签订日期", "签字日期"),
    "starts": ("开始日期", "起始日期", "起"),
    "title": ("名称", "标题", "题目", "主题"),
    "topic": ("类别", "类型", "主题", "领域"),
    "version": ("版本", "版本号"),
    "withdrawn": ("废止日期", "作废日期"),
}  # fmt: skip
"""Headers by the name of a field; a header that fits several fields of a kind is asked about, never guessed."""

PERSON_NUMBERS = ("工号", "姓名编号", "员工编号", "人员代号")
"""Headers of a person's number, which are the id where the records are of persons themselves."""

VALUES: dict[str, tuple[str, ...]] = {
    "accepted": ("已接受", "接受"), "approved": ("已批准", "批准"), "cancelled": ("已取消", "取消"),
    "closed": ("已关闭", "已办结", "关闭"), "critical": ("严重", "危急"), "daily": ("每日", "每天"),
    "done": ("已完成", "完成"), "draft": ("草稿",), "exercise": ("实操", "实战演练"), "failed": ("未通过", "不合格"),
    "full_time": ("专职", "全职"), "high": ("高",), "in_progress": ("进行中", "处理中"), "low": ("低",),
    "medium": ("中",), "monthly": ("每月",), "no": ("否",), "none": ("无",), "open": ("未关闭", "待处理"),
    "operation": ("运行维护",), "other": ("其他", "其它"), "outsourced": ("外包", "劳务外包"), "part_time": ("兼职",),
    "passed": ("通过", "合格"), "pending": ("待定", "待处理"), "quarterly": ("每季度",), "rejected": ("已驳回", "驳回"),
    "security": ("安全", "安全管理"), "tabletop": ("桌面推演",), "weekly": ("每周",), "yearly": ("每年",), "yes": ("是",),
}  # fmt: skip
"""Chinese words for values of a Literal, the usual one first."""

YES = frozenset({"是", "有", "对", "√", "✓", "✔", "y", "yes", "true", "1", "1.0", "已", "可", "能"})
NO = frozenset(
    {"否", "无", "不", "非", "×", "✗", "✘", "x", "n", "no", "false", "0", "0.0", "未", "没有", "不可", "不能"}
)
NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "—",
        "——",
        "/",
        "\\",
        "无",
        "空",
        "暂无",
        "不适用",
        "未填",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
    }
)
"""What is written in a cell to say that there is nothing."""
FOREVER = frozenset(
    {"长期", "长期有效", "永久", "永久有效", "无固定期限", "无期限", "无限期", "至今", "在岗", "在用", "在职"}
)
"""What is written for a last day that there is not."""

MARKER = frozenset({"行说明", "row"})
"""Header of the column whose words mark rows of a form that are no data."""
MARKS = frozenset({"填写说明", "可填内容", "示例", "meaning", "valid", "example"})
ROW_NUMBERS = frozenset({"序号", "序", "行号", "no", "#", "serial"})

_PERSONAL = re.compile(
    "身份证|证件号|护照|手机|电话|联系方式|邮箱|电子邮件|住址|家庭地址|出生|银行卡|微信|"
    r"\b(e-?mail|phone|mobile|telephone|passport|birthday|id card|home address)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"姓名|名字|签字人$|\b(full|first|last|family|person)[ _]?name\b", re.IGNORECASE)
_NUMBERED = re.compile("(编号|工号|代号)$")
_MOBILE = re.compile(r"(?<![\d.-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.-])")
_IDENTITY = re.compile(
    r"(?<!\d)([1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dXx])"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NAME = re.compile(f"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:欧阳|司马|诸葛|上官)[\u4e00-\u9fff]{{1,2}}")


def plain(text: str) -> str:
    """A header or word as it is compared: half width, lower case, without spaces and punctuation."""
    narrow = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", "", narrow.replace("时间", "日期"))


def narrowed(text: str) -> str:
    """A cell's text with digits and punctuation in half width, without spaces around it and marks that are not seen."""
    if text.isascii():
        return text.strip()
    text = unicodedata.normalize("NFKC", text)
    return re.sub("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]", "", text).strip()


def is_personal_header(header: str) -> bool:
    """Whether a column of this name would hold who a person is, rather than a number."""
    text = narrowed(header)
    return bool(_PERSONAL.search(text) or (_NAMES.search(text) and not _NUMBERED.search(text)))


def is_personal(text: str) -> bool:
    """Whether a text holds an identity number, a mobile phone's number or a mail address."""
    text = narrowed(text)
    if "@" not in text and sum(map(str.isdigit, text)) < 11:
        return False
    if _MOBILE.search(text) or _MAIL.search(text):
        return True
    return any(_checks(found) for found in _IDENTITY.findall(text))


def looks_like_name(text: str) -> bool:
    """Whether a text may be a Chinese personal name: a frequent surname and one or two characters."""
    return bool(_NAME.fullmatch(narrowed(text).replace(" ", "")))


def _checks(number: str) -> bool:
    """Whether the last digit of an identity number is that which GB 11643 has for the others."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], weights, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()
