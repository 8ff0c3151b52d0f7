"""`safeguard`: something that protects a site physically, as it was found when somebody last looked."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Safeguard(Record):
    label: ClassVar[Text] = Text(en="Safeguard of a site", zh="物理防护设施与措施")
    refers: ClassVar[dict[str, str]] = {"site": "site", "checked_by": "person", "serviced_by": "party"}

    site: Id = said("Site that it protects", "所在场所")
    measure: Literal[
        "earthquake_resistance",
        "wind_resistance",
        "rain_resistance",
        "reinforced_waterproofing",
        "entry_control",
        "equipment_fixed",
        "equipment_marked",
        "cables_concealed",
        "burglar_alarm",
        "watched_cctv",
        "earthing",
        "surge_protection",
        "automatic_fire_system",
        "fire_resistant_materials",
        "fire_partitions",
        "seepage_protection",
        "condensation_protection",
        "drainage",
        "leak_detection",
        "antistatic_floor",
        "antistatic_earthing",
        "static_elimination",
        "climate_control",
        "voltage_stabiliser",
        "overvoltage_protection",
        "ups",
        "generator",
        "redundant_feeds",
        "cables_separated",
        "shielding",
    ] = said(
        "What it is: the building withstands earthquake, wind, rain; waterproofing reinforced for a top floor or "
        "basement; electronic entry control; equipment fixed, and durably marked; cables concealed; burglar alarm; "
        "cameras that somebody watches; earthing of cabinets and equipment; surge protection; detecting, reporting "
        "and putting out fire automatically; fire-resistant building materials; zones parted by fire barriers; "
        "protection from seeping rain, from condensation, from standing and spreading water; leak detection with "
        "alarm; antistatic floor, and its earthing; ionisers or wrist straps; automatic temperature and humidity "
        "control; voltage stabiliser; overvoltage protection of the supply; UPS; generator; redundant or parallel "
        "power lines; power and data cables apart; electromagnetic shielding of key equipment",
        "设施或措施：建筑抗震、防风、防雨；顶层或地下室的加强防水防潮；电子门禁；设备固定、设备标识；线缆隐蔽铺设；防盗报警；"
        "专人值守的视频监控；机柜、设施和设备接地；防感应雷（浪涌保护）；火灾自动消防系统；耐火建筑材料；分区防火隔离；防雨水渗透；"
        "防水蒸气结露；防积水转移与渗透；漏水检测与报警；防静电地板或地面、防静电接地；静电消除器或防静电手环；温湿度自动调节；"
        "稳压器；供电线路过电压防护；不间断电源（UPS）；发电机；冗余或并行的供电线路；电源线与通信线隔离铺设；关键设备电磁屏蔽",
        words={
            "earthquake_resistance": "建筑抗震",
            "wind_resistance": "建筑防风",
            "rain_resistance": "建筑防雨",
            "reinforced_waterproofing": "加强防水防潮",
            "entry_control": "电子门禁",
            "equipment_fixed": "设备固定",
            "equipment_marked": "设备标识",
            "cables_concealed": "线缆隐蔽铺设",
            "burglar_alarm": "防盗报警",
            "watched_cctv": "专人值守的视频监控",
            "earthing": "设备设施接地",
            "surge_protection": "防感应雷",
            "automatic_fire_system": "火灾自动消防系统",
            "fire_resistant_materials": "耐火建筑材料",
            "fire_partitions": "分区防火隔离",
            "seepage_protection": "防雨水渗透",
            "condensation_protection": "防水蒸气结露",
            "drainage": "防积水转移与渗透",
            "leak_detection": "漏水检测与报警",
            "antistatic_floor": "防静电地板",
            "antistatic_earthing": "防静电接地",
            "static_elimination": "静电消除",
            "climate_control": "温湿度自动调节",
            "voltage_stabiliser": "稳压器",
            "overvoltage_protection": "过电压防护",
            "ups": "不间断电源",
            "generator": "发电机",
            "redundant_feeds": "冗余供电线路",
            "cables_separated": "电源线与通信线隔离",
            "shielding": "电磁屏蔽",
        },
    )
    checked: Day = said("Day it was last looked at", "最近一次检查日期")
    checked_by: Id = said("Person who looked", "检查人员")
    works: bool = said("Whether it was then in place and working", "检查时是否已落实且工作正常")
    serviced: Day | None = said(
        "Day of its last maintenance; none where it needs none",
        "最近一次维护保养日期；无需维护则不填",
        default=None,
    )
    serviced_by: Id | None = said("Party that maintained it", "维护单位", default=None)

    @model_validator(mode="after")
    def _serviced_by_somebody(self) -> Self:
        if (self.serviced is None) != (self.serviced_by is None):
            raise ValueError("`serviced` and `serviced_by` go together")
        return self
