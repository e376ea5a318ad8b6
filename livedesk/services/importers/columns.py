"""Which column of a sheet is which: header words as teams write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from livedesk.services.importers.grid import Grid, Row, column_letter
from livedesk.services.mappings import LEAVE_OUT, NO_MAPPINGS, NOTE, FieldMapping, Mappings, signature
from livedesk.services.sheets.words import plain

Vocabulary = Mapping[str, tuple[str, ...]]
FIRST_ROWS = 60
"""Among how many rows a header is looked for."""

RUNDOWN: Vocabulary = {
    "group": ("阶段", "板块", "分组", "组别", "模块", "单元", "part"),
    "number": ("序号", "编号", "序", "no.", "no", "#", "顺序"),
    "fixed": ("固定编号", "场序编号"),
    "time": (
        "时间段",
        "时间",
        "时段",
        "起止时间",
        "直播时间",
        "时间点",
        "开始时间",
        "直播时间段",
        "起始时间",
        "开始",
        "开始时刻",
        "起",
        "起始",
        "起止",
        "time",
        "start",
        "starttime",
    ),
    "end": ("结束时间", "终止时间", "结束时刻", "结束", "终止", "止", "end", "endtime"),
    "date": ("日期", "直播日期"),
    "duration": (
        "时长",
        "预计时长",
        "用时",
        "持续时间",
        "时间长度",
        "计划时长",
        "环节时长",
        "耗时",
        "duration",
        "length",
    ),
    "title": (
        "环节",
        "流程",
        "项目",
        "环节名称",
        "流程环节",
        "直播环节",
        "内容",
        "环节内容",
        "直播内容",
        "流程内容",
        "直播流程",
        "标题",
        "环节标题",
        "segment",
        "item",
    ),
    "kind": ("类型", "环节类型", "type"),
    "goal": ("目标", "环节目标", "目的"),
    "product": (
        "商品",
        "产品",
        "品",
        "品名",
        "商品名称",
        "产品名称",
        "讲解商品",
        "讲解产品",
        "商品名",
        "货品",
        "链接商品",
        "product",
        "products",
    ),
    "script": (
        "话术",
        "主播话术",
        "口播",
        "主播口播",
        "口播话术",
        "主播脚本",
        "脚本",
        "主播台词",
        "台词",
        "参考话术",
        "script",
    ),
    "cohost": ("助播话术", "助播", "助播口播", "助播台词", "助播配合", "副播话术", "副播", "co-host"),
    "co_host": ("助播人员", "助播姓名", "副播人员"),
    "interaction": (
        "互动",
        "福利",
        "互动/福利",
        "互动福利",
        "福利互动",
        "互动与福利",
        "活动",
        "互动玩法",
        "福利玩法",
        "interaction",
    ),
    "scene": ("画面", "场景", "obs场景", "画面/场景", "画面场景", "场景画面", "直播画面", "镜头", "scene"),
    "transition": ("转场", "切换方式", "转场方式", "transition"),
    "items": ("画面元素", "元素显示", "显示/隐藏", "显示隐藏", "scene items"),
    "cues": (
        "中控动作",
        "中控",
        "后台操作",
        "中控操作",
        "后台动作",
        "中控/后台操作",
        "场控动作",
        "后台",
        "console",
    ),
    "person": (
        "负责人",
        "人员",
        "负责",
        "责任人",
        "执行人",
        "参与人员",
        "出镜人",
        "主播",
        "主讲",
        "主讲人",
        "owner",
        "host",
    ),
    "owner": ("负责岗位", "岗位", "责任岗位"),
    "note": ("备注", "说明", "注意事项", "备注说明", "note", "notes"),
    "alerts": ("提醒", "时间提醒", "倒计时提醒", "剩余提醒", "剩余变黄/变红", "剩余变黄/红"),
    "warn": ("剩余变黄", "变黄", "黄灯", "黄色提醒"),
    "alarm": ("剩余变红", "变红", "红灯", "红色提醒"),
    "end_mode": ("结束方式", "切换", "结束模式"),
    "hard": ("定时", "硬开始", "固定时间", "卡点", "定点"),
    "state": ("状态",),
    "skipped": ("跳过", "是否跳过"),
    "live_price": ("直播价", "直播间价", "直播间价格", "活动价", "售价", "价格"),
    "list_price": ("日常价", "原价", "划线价", "市场价", "标价"),
    "stock": ("库存", "库存数量", "备货", "可售库存"),
    "plan": ("应急预案", "应变预案", "突发预案", "应急", "预案", "应急方案"),
}
STANDBYS: Vocabulary = {
    "title": ("环节", "预案", "情况", "突发情况", "标题", "预案名称", "情形", "问题", "突发状况", "事件", "名称"),
    "kind": ("类型", "方式", "模式", "处理模式"),
    "duration": ("时间段", "时长", "时间"),
    "trigger": ("触发", "触发条件", "备注", "条件", "何时"),
    "script": ("话术", "应对话术", "主播话术", "口播"),
    "action": ("处理", "处理方式", "应对措施", "措施", "处理办法", "解决方案", "应对方式", "应对"),
    "scene": ("画面", "场景", "obs场景", "画面/场景", "画面场景"),
    "owner": ("负责人", "人员", "责任人", "负责"),
    "product": ("商品", "产品", "换讲商品"),
    "transition": ("转场", "切换方式", "转场方式"),
    "items": ("画面元素", "元素显示", "显示/隐藏"),
    "cues": ("中控动作", "中控", "中控操作", "后台操作"),
    "message": ("提词", "主播提示", "提示主播", "提词消息"),
    "number": ("序号", "编号"),
    "group": ("阶段", "板块", "分组"),
}
PRODUCTS: Vocabulary = {
    "link": ("链接号", "链接", "链接序号", "序号", "商品序号", "编号", "上架顺序"),
    "name": ("商品名称", "商品", "产品名称", "品名", "产品", "名称", "商品名"),
    "brand": ("品牌",),
    "spec": ("规格", "商品规格", "产品规格", "sku"),
    "role": ("角色/类型", "角色", "商品角色", "定位", "款式定位", "品类定位"),
    "type": ("类型", "商品类型", "商品类别", "类别"),
    "combo": ("组合", "搭配", "组合方式"),
    "list_price": ("日常价", "原价", "划线价", "市场价", "标价", "吊牌价"),
    "live_price": ("直播价", "直播间价", "活动价", "直播间价格", "售价"),
    "hand_price": ("到手价", "券后价", "实付价"),
    "cost": ("成本", "成本价"),
    "offer": ("优惠", "优惠机制", "机制", "福利机制", "优惠方式", "直播机制"),
    "gifts": ("赠品", "赠送"),
    "gift_stock": ("赠品库存", "赠品数量"),
    "stock": ("库存", "库存数量", "备货", "可售库存"),
    "limit": ("限购", "限购数量"),
    "points": ("卖点", "核心卖点", "产品卖点", "商品卖点"),
    "forbidden": ("禁用词", "禁说", "违禁词", "不能说", "禁忌词"),
    "platform_id": ("商品id", "产品id", "平台商品id", "id"),
    "code": ("商家编码", "编码", "货号", "商品编码", "sku编码"),
    "image": ("图片", "主图", "商品图", "商品图片", "产品图"),
}
PROMOTIONS: Vocabulary = {
    "title": ("标题", "名称", "促销", "促销名称", "活动", "活动名称", "优惠", "优惠名称"),
    "kind": ("类型", "促销类型", "方式", "玩法"),
    "segment": ("随环节", "环节", "开始环节", "启动环节", "随环节启动", "所属环节", "对应环节"),
    "duration": ("时长", "持续", "持续时间", "有效时长"),
    "price": ("价格", "促销价", "活动价", "秒杀价"),
    "cap": ("数量", "限量", "上限", "名额", "库存", "张数", "份数"),
    "product": ("商品", "产品", "商品名称"),
    "number": ("序号", "编号"),
}
CHECKS: Vocabulary = {
    "group": ("分组", "类别", "分类", "组别"),
    "title": ("检查项", "项目", "检查项目", "检查内容", "内容", "设备", "事项"),
    "how": ("方法", "检查方法", "标准", "要求", "检查标准", "怎么查"),
    "critical": ("关键", "是否关键", "重要", "关键项", "必检"),
    "owner": ("负责人", "人员", "责任人", "负责"),
    "due": ("提前", "提前量", "完成时间", "截止", "提前时间"),
    "probe": ("自动检测", "自动", "探针", "自动检查"),
    "number": ("序号", "编号"),
}
OVERRIDES: Vocabulary = {
    "item": ("环节", "预案", "环节或预案", "位置"),
    "words": ("用语", "放行用语", "词语", "话术"),
    "rule": ("规则", "规则编号", "条目"),
    "reason": ("理由", "原因", "放行理由"),
    "by": ("放行人", "谁", "负责人", "操作人"),
    "at": ("时间", "放行时间"),
}
_SECOND_MEANING = {"编号": "fixed", "助播": "co_host", "副播": "co_host", "负责": "owner"}
"""What a heading of the rundown means beside another column that already has its first meaning: 编号 beside 序号 is
the number that is fixed, 助播 beside 助播话术 the person, 负责 beside 主讲 the post."""
_UNIT = re.compile(r"[(\[【]\s*(分钟|分|min|秒钟|秒|s|小时|时|h)\s*[)\]】]")
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]|[:*]")
_UNITS = {"分": "分钟", "min": "分钟", "秒钟": "秒", "s": "秒", "时": "小时", "h": "小时"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: ``at`` maps a field to its column number, ``names`` a column number to its
    header, ``unit`` is that of the duration column, ``unknown`` are headers that mean nothing here, ``noted`` the
    columns whose text goes into the note, ``mapping`` what a person said that was used."""

    row: int
    at: Mapping[str, int]
    names: Mapping[int, str]
    unit: str = ""
    unknown: tuple[int, ...] = ()
    noted: tuple[int, ...] = ()
    mapping: FieldMapping | None = None

    def where(self, field: str) -> tuple[str, str]:
        """The letter and the header of a field's column, empty where there is none."""
        column = self.at.get(field, 0)
        return column_letter(column), self.names.get(column, "")


def _field(header: str, vocabulary: Vocabulary) -> str | None:
    word = _BRACKETS.sub("", plain(header))
    for field, words in vocabulary.items():
        if word in words:
            return field
    for part in re.split(r"[/、&+,，与和]", word):
        for field, words in vocabulary.items():
            if part in words:
                return field
    return None


def is_header(text: str) -> bool:
    """Whether a text is a header of a rundown."""
    return len(text) <= 20 and _field(text.strip(), RUNDOWN) is not None


def headings_of(row: Row) -> tuple[str, ...]:
    """The texts of a row that may be a header, from the left."""
    return tuple(text for column in sorted(row.cells) if (text := row.line(column)))


def match_header(row: Row, vocabulary: Vocabulary, mapping: FieldMapping | None = None) -> Columns:
    """Read a row as a header; ``mapping`` goes before what words usually mean. A field that stands twice keeps its
    first column, the other is unknown."""
    names = {column: text for column in sorted(row.cells) if (text := row.line(column))}
    at: dict[str, int] = {}
    noted: list[int] = []
    left: set[int] = set()
    for column, text in names.items():
        field = mapping.field(text) if mapping is not None else None
        if field is None:
            continue
        if field == LEAVE_OUT:
            left.add(column)
        elif field == NOTE and (NOTE in at or plain(text) not in vocabulary.get(NOTE, ())):
            noted.append(column)
        elif field in vocabulary and field not in at:
            at[field] = column
    settled = {*at.values(), *noted, *left}
    for late in (False, True):
        for column, text in names.items():
            if column not in settled and (_second(text) is not None) is late:
                field = _field(text, vocabulary) if len(text) <= 30 else None
                if late and field in at and _second(text) in vocabulary:
                    field = _second(text)
                if field is not None and field not in at:
                    at[field] = column
                    settled.add(column)
    unit = unit_of(names.get(at.get("duration", 0), ""))
    unknown = tuple(column for column in names if column not in settled)
    return Columns(row.number, at, names, unit, unknown, tuple(noted), mapping)


def unit_of(heading: str) -> str:
    """The unit that a heading says its lengths have (``时长（秒）``: 秒), empty where it says none."""
    found = _UNIT.search(plain(heading))
    return _UNITS.get(found[1], found[1]) if found else ""


def _second(heading: str) -> str | None:
    return _SECOND_MEANING.get(_BRACKETS.sub("", plain(heading)))


def find_header(
    grid: Grid, vocabulary: Vocabulary, needs: tuple[tuple[str, ...], ...], mappings: Mappings = NO_MAPPINGS
) -> Columns | None:
    """The header among the first rows: the one with the most known columns that has, of each tuple in
    ``needs``, at least one field. A row whose headings a person has mapped goes before the others."""
    best: Columns | None = None
    for row in grid.rows[:FIRST_ROWS]:
        mapping = mappings.get(signature(headings_of(row))) if mappings else None
        columns = match_header(row, vocabulary, mapping)
        named = all(any(field in columns.at for field in fields) for fields in needs)
        if mapping is not None and named:
            return columns
        if named and (best is None or len(columns.at) > len(best.at)):
            best = columns
    return best


def second_header(columns: Columns, row: Row, vocabulary: Vocabulary) -> Columns | None:
    """A header of two rows (话术 over 主播 and 助播): the second row's words, where all of it are headers."""
    below = match_header(
        Row(row.number, {at: cell for at, cell in row.cells.items() if not cell.continued}), vocabulary
    )
    if not below.names or below.unknown or len(below.at) < 2:
        return None
    replaced = set(below.at.values())
    at = {
        field: column for field, column in columns.at.items() if column not in replaced and field not in below.at
    }
    unknown = tuple(column for column in columns.unknown if column not in replaced)
    noted = tuple(column for column in columns.noted if column not in replaced)
    names = {**columns.names, **below.names}
    unit = below.unit or columns.unit
    return Columns(row.number, at | dict(below.at), names, unit, unknown, noted, columns.mapping)
