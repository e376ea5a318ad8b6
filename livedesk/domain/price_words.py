"""The words around an amount in spoken Chinese that say whether it is a product's price, and which one."""

from __future__ import annotations

import re

_PACKS = "(?:[件瓶支盒套份罐袋条双对箱组包桶只台把枚副]|口(?!价))"
_SEVERAL = f"[两二三四五六七八九十2-9]\\s?{_PACKS}(?!套|装|齐)"
_DIGIT = r"[\d一二三四五六七八九]"
_MOVED = "[改跳降变减打干杀砍做压谈](?:到|成)"


def _any(words: str) -> str:
    """One of the words, which are patterns of their own, apart by blanks; of two the one that stands first."""
    return f"(?:{'|'.join(words.split())})"


# What may stand between a word that says what an amount is and the amount.
_FILL = (
    r"(?:[\s:：\"“”就是为也都只要才卖的了到收仅价钱给]|"
    + _any("直接 一律 统统 全部 大家 [你我]们 姐妹们 家人们 可以 价格")
    + ")*"
)

BREAK = re.compile(r"[，。！？；、,!?;\n(（【]|\.(?!\d)")
"""Where a clause ends."""
STOP = re.compile(r"[。！？；!?;\n]")
"""Where a sentence ends."""

APART = re.compile(
    _any(
        r"""
        每(?!个?[人位单]|天晚上) 平均 均价 单价 折合 合(?:下来|到) (?<=[片瓶支盒件包天次])合 算下来 相当于 等于
        摊(?:到|下来) 人均 别[家人] 别的直播间 隔壁 线下 实体店 楼下 门市 同行 淘宝 京东 拼多多 天猫 超市
        免税店 外面 网上 人家 如果 假如 哪怕 就算 身高 体重 腰围 血压 在线 热量 尾号 运费险 灯牌 快递费 电费
        水费 配件 滤芯 另外卖 不参加 猜 GMV 目标 业绩 客单 营业额 销售额 卖到 单笔 会员 VIP vip 学生 员工 历史
        近[\d一二三四五六七八九十]+天 我这[条件双身] 我身上 我自己
        (?:昨[天晚]|前天|刚才|上次|上回|上一?场|上个?月|去年|之前|以前|曾经|双十一|双11|618)(?!.*(?:今[天晚儿]|现在|还是|这))
        扣 第[二三四2-4]\s?[件瓶支盒套份个双]
        """
    )
)
"""In its clause: the amount is that of one portion, another shop's, or no money at all."""
PORTION = re.compile(
    rf"[一每](?:年|个月|季度?|周|星期|度|次|片|天|毫升|颗|粒|抽|顿|晚|克|公?斤|口(?!价)|米|杯){_FILL}$"
)
"""Directly before: what a portion comes to."""
OTHER = re.compile(
    rf"(?<![第前赠送限剩用各百千万十\d])(?<!最多|每人){_SEVERAL}|"
    + _any(
        r"""
        \d+\s?(?:毫升|ml|ML|克|g|斤|寸) [十百]毫升 [一二三四五六七八九十\d]号(?:组合|套餐) 组合 凑 另[外一]
        老款 旧款 一共 总共 合计 加起来 分开 单[买卖独] 里面的 [大中小][瓶杯罐盒桶袋号] 套餐[一二三ABC]
        """
    )
)
"""In its clause: the amount is that of several pieces, of something else, or a sum; so are those that follow."""
SEVERAL_TAKEN = re.compile(rf"[拍买囤带](?:上|了|够|满|个|走)?\s?{_SEVERAL}|第[二两2]{_PACKS}|套餐[二三BC]")
"""In a clause before: several pieces are bought, or something else is chosen."""
COUPON = re.compile(r"用[了完好]*券|领[了完好]*券|券后|到手")
"""What a coupon makes of a price that was said before."""
CHANGE = re.compile(
    _any(
        """
        减 省 满 返 补 加 差 退 (?<!只)花 消费 贵 便宜 赚 亏 发 抵 充 垫 罚 别说 不足 将近 接近 近 约 大概
        差不多 几 从 由 扣 涨 降 跌 多 少 领 压 存 第 低 高 值 优惠
        """
    )
    + r"(?:了|掉|下|出|出来|下来|你|大家|他|个|过|着|上|回|去|整整|至少|最多|最高|足足|再|近|将近|几|\s)*$"
    + rf"|(?:{_DIGIT}|[十百千元块])\s?(?:[-~—–至]|到(?!手))\s?$|第[一二三四五六七八九十百]+$"
)
"""Directly before: the amount is taken off, added, given or only near, or ends a span."""
NOTHING_AFTER = re.compile(
    r"\s?整?\s?"
    + _any(
        rf"""
        的?(?:优惠|代金|现金|抵用|抵扣|购物|无门槛|大额)?券 优惠 红包 运费 邮费 定金 订金 尾款 无门槛 的?差价
        门槛 以[内上下] 左右 上下 出头 打底 封顶 起(?!来) 免单 现金 奖金 话费 押金 补贴 津贴 硬币 纸币 钞 店
        专?区 档 价位 级别 预算 工资 不等 立减 福袋 礼 代金 抵 购物金 保证金 利润 成本
        多(?:[，。！？,!?\s]|钱|块|$) 不到 没抢到 的?余额 还是\s?\d 的?(?:福利|秒杀)[品款] 秒杀小样 的时候 换购
        的?(?:礼盒|礼包|大礼|赠品|小样|奖品|订单|额度|东西|那[款种个])
        /?\s?每?一?(?:片|天|次|毫升|克|斤|颗|粒|抽|顿|晚|米|口) \s?{_SEVERAL}
        [你都也可还是]*(?:根本|绝对|在?外面)?[买拿](?:不[到了下来起]|得到吗) [到至~—-]\s?{_DIGIT}
        """
    )
)
"""Behind: it is no price of the product."""
TAKEN = re.compile(
    r"(?:[，,]\s?(?=上车|带走|拿走|开抢|直接拍|拍走|拍(?:[，。！!,\s]|$)))?\s?(?:就能?|就可以|直接|给你)?"
    + _any(
        r"""
        直接拍 带走 到手 拿下 拍走 闪购 [抢冲](?!红包|券|到|的|购) (?:你)?就能拥有 还?送(?!的) 还包邮
        的(?:价格|到手价|价) 拿走 拍(?=[，。！!,\s]|$) [拿带抱领]回家 给(?:到|大家|你们) 包邮 开抢 开秒 秒走
        抢走 入手 上车 收走 秒杀
        """
    )
)
"""Behind: for this it is taken."""
LISTED_AFTER = re.compile(r"[是的为]?(?:原价|日常价|专柜价|吊牌价|划线价)(?!\s*[:：是为要{¥￥\d])")
"""Behind: it is the everyday price."""
ENDS = re.compile(
    rf"\s*(?:[啊呀哦喔吧呢啦了哈嘛]*\s*(?:$|[，。！？；、,!?;\n~～…）)(（】]|\.(?!\d))|今天|今晚|现在|直播间|一{_PACKS})"
)
"""Behind a number that stands without a unit: nothing that it would count."""
CUES = re.compile(
    "(?P<live>"
    + _any(
        rf"""
        领[了完好]券(?:后|之后)? 领券(?:后|之后|完|下来) 券后价? 用[了完好]*券后? 叠[了完]*券后? 优惠[后价]
        折后价? {_MOVED} 改为 降至 售价 卖价 到手 现价 一口价 最后价 价格(?=[是为就到\s]|$) 低[到至]
        """
    )
    + ")|(?P<later>"
    + _any(
        r"""
        恢复 [回涨]到 涨成 [涨变改调]回 回归 明天 明早 明晚 后天 下播 过了[^，。,\s\d]{0,4}
        (?:今[天晚]|[这本]场|秒杀|活动|直播)(?:过后|之?后|结束) 结束后? 以后 之后 到点 错过(?:今天|今晚|这)?
        卖完 晚了 不然 否则
        """
    )
    + ")|(?P<listed>"
    + _any(
        """
        日常价? 原价 原来 (?:专柜|官网|门店|旗舰店)价?(?:现在|今[天晚]|[也还都卖要])* 平[时常日] 往常 吊牌价?
        市场价 市面价? 划线价 正价 标价 零售价
        """
    )
    + ")|(?P<none>"
    + _any(
        r"""
        立?减 直降 省 优惠 券 返 补贴 红包 邮费 运费 差价 定金 订金 尾款 押金 不到 低于 超过 以内 价值 抽 奖 送
        赠 免单 赔 成本 进价 进货 工资 预算 门槛 昨[天晚] 前天 上次 上回 上一?场 上个?月 去年 之前 以前 曾经
        双十一 双11 618 能不能 不是 不[要用止卖能收会] 没有? 新[客人]价? 会员价? 换购价? 起拍价? 成交价? 拿货价
        批发价 出厂价 单件 卖了 收入 账户 余额 别说 有人 等会 待会 回头 [领抽拿]到 问
        (?:\d|[一二三四五六七八九十])号
        """
    )
    + ")|(?P<shown>"
    + _any(
        rf"""
        直播间?价 今天 今晚 今儿 今日 现在 此刻 眼下 只要 只需 仅[需要售] 只[卖收] 才[卖要] 秒杀价? 福利价 开价
        活动价 特价 专享价 宠粉价 拍下 下单 给到 这一?(?:段|波|轮|场|单|批|会儿|次)
        这[一两三四五六七八九十半几\d]+分钟 实付 拍[一1](?!条|只|把){_PACKS} 拼团价? 团购价 开团价 首发价 特惠
        上架 链接里 小黄车 付款 页面 显示
        """
    )
    + ")"
)
"""In its clause, of which the last one decides: a price of this show (live, shown), one that holds ``later``, the
everyday one (listed), none."""
JUST_BEFORE = re.compile(
    rf"(?:就|才|卖|还是|都是|直播间|价|付|仅|只|开|按|只[用花]|限时|福利|专享|特惠)(?:是|给|了|到|要|收|\s|:|：|大家|你们)*$"
    rf"|给(?:大家|你们|姐妹们){_FILL}$"
)
"""Directly before, where no other word decides: a price of this show."""
SURE = re.compile(
    rf"(?:只要|只需|只卖|仅[需要售]|到手|秒杀|券后|折后|优惠后|领[了完好]券|价格?|专享|给到|低[到至]|日常|{_MOVED}|恢复|回到){_FILL}$"
)
"""Directly before: a number is a price even without a unit."""
LIKELY = re.compile(rf"(?:今天|今晚|今儿|平时|平常|专柜|直播间|卖|才){_FILL}$")
"""Directly before: a number of three digits or more is a price even without a unit."""
NOW = re.compile(rf"(?:今[天晚儿]|现在|直播间){_FILL}$")
"""Directly before, where the everyday price was said before it: a number is a price even without a unit."""
EACH = re.compile(rf"[一单每]\s?{_PACKS}装?{_FILL}$")
"""Directly before: the amount is that of one piece."""
COUNT = re.compile(
    rf"(?<!第)([两二三四五六七八九十]{{1,2}}|\d{{1,2}})\s?{_PACKS}|买([一二三四1-4])\s?送([一二三四1-4])"
)
"""How many pieces there are: a number, or what is bought and what is given with it."""

DAYS = frozenset({"618", "1111", "1212"})
"""Numbers without a unit that are shopping festivals."""
HANDLED = re.compile(
    r"[切掰分夹挖咬剪拼铺做烤煎吃尝拿装有来取撕放敷擦抹洗这那练选换](?:成|了|出|开|个|一下|上|下|给)*$"
)
"""Directly before a few 块: pieces that somebody handles."""
THINGS = re.compile(
    r"\s?"
    + _any(
        """
        面膜 香皂 肥皂 皂 试用 表 屏 手表 肉 饼 布 砖 豆腐 巧克力 电池 牛排 糕 毛巾 地砖 瓷砖 拼图 积木 腹肌 糖
        冰 海绵 抹布
        """
    )
)
"""Behind 块: a thing of which there are pieces."""
FEW_SAID = re.compile(r"(?:到手价?|价格?(?:是|就)?|只?卖|仅售|仅需|一口价)\s?$")
"""Directly before a few 块: they are money."""
FEW_TAKEN = re.compile(rf"\s?(?:带走|包邮|到手|拿走|拿下|一\s?{_PACKS})")
"""Behind a few 块: they are money."""
SHOUT = re.compile(r"\s*(?:[！!。]|$)")
"""Behind a few 块 that 只要 stands before: nothing that they are for."""
