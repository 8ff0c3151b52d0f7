"""`data_asset`: one body of data that the hub holds, how it is classified and who may use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, said
from hubops.records.checks import Checked, Inspected


class Classification(Checked):
    """What kind of data it is, and how much harm its loss or leak would do."""

    category: Literal["government", "operation", "public_service", "security"] = said(
        "Kind of data: of government, of the hub's operation, of services to the public, of its security",
        "数据类别：政务数据、运行管理数据、公共服务数据、安全管理数据",
    )
    level: Literal["core", "general", "important"] = said(
        "Level by the harm that its leak, loss or change would do", "数据级别：核心数据、一般数据、重要数据"
    )


class AccessReview(Checked):
    """Who was found to have access when somebody looked."""

    found: tuple[Id, ...] = said(
        "Posts whose holders were found to have access", "核查时发现实际具有访问权限的岗位", min_length=1
    )


class Personal(Checked):
    """Personal information in it: what for, by what right, and whether more is held than that needs."""

    purpose: Name = said("What it is used for", "处理目的")
    basis: Literal["consent", "contract", "emergency", "legal_duty", "other_law"] | None = said(
        "What makes its use lawful: consent, a contract, an emergency, a duty by law, another law; none if unclear",
        "合法性基础：个人同意、订立或履行合同、应对突发事件、履行法定职责或义务、法律法规规定的其他情形；不明确则不填",
        default=None,
        words={
            "consent": "个人同意",
            "contract": "订立或履行合同",
            "emergency": "应对突发事件",
            "legal_duty": "履行法定职责或义务",
            "other_law": "法律法规规定的其他情形",
        },
    )
    needed: tuple[str, ...] = said(
        "Items that the purpose needs", "实现处理目的所必需的个人信息项", min_length=1
    )
    collected: tuple[str, ...] = said(
        "Items that were found in it", "核查时实际采集保存的个人信息项", min_length=1
    )
    oldest_days: int = said(
        "Age in days of the oldest item that was found in it", "核查时最早一条个人信息的已保存天数", ge=0
    )


class DataAsset(Inspected):
    label: ClassVar[Text] = Text(en="Data asset", zh="数据资产")
    refers: ClassVar[dict[str, str]] = {"system": "system", "owner": "post", "access": "post"}

    title: Name = said("What the data is called", "数据名称")
    system: Id = said("System that holds it", "所属系统")
    owner: Id = said("Post that answers for it", "数据责任岗位")
    classification: Classification | None = said(
        "Its classification, as last reviewed", "分类分级结果及最近复核情况", default=None
    )
    reproducible: bool = said("Whether it can be made again from other data", "是否可由其他数据重新生成")
    backup: str | None = said(
        "Data set of the backup catalogue that it is in", "所属备份目录中的数据集；未备份则不填", default=None
    )
    retention_days: int | None = said(
        "Days after which it is deleted; none if it is kept for good",
        "保存期限，天；长期保存则不填",
        default=None,
        ge=1,
    )
    access: tuple[Id, ...] = said("Posts that may have access", "获准访问的岗位", default=())
    access_review: AccessReview | None = said("Who was found to have access", "访问权限核查", default=None)
    personal: Personal | None = said(
        "Personal information in it; none where there is none", "所含个人信息；不含则不填", default=None
    )
    opened: Day = said("Day it came into use", "启用日期")
    retired: Day | None = said(
        "Last day before it was deleted", "停用（销毁）日期；仍在使用则不填", default=None
    )

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        for post in self.access_review.found if self.access_review else ():
            yield "access_review.found", "post", post
