"""A text in plain letters, and without what people put inside a word to slip past a filter."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# Traditional and rare forms of the characters that refused wording is made of. One for one: places stay true.
_FORMS = dict(
    zip(
        "網國級證療藥獨無優價貨實強術醫專權華極頂傳業親質純熱銷絕對癒減體臉條碼轉賬錢賺穩險虧財運開"
        "號聯係私線淘寶搶漲倉庫單後這個樣廣們說沒見敵隊軍領導鑑認認薦營養預癥製終灣歲"
        "蕞朂冣笫弌隹仾彽菿巿➕╋🅥🆅🆆",
        "网国级证疗药独无优价货实强术医专权华极顶传业亲质纯热销绝对愈减体脸条码转账钱赚稳险亏财运开"
        "号联系私线淘宝抢涨仓库单后这个样广们说没见敌队军领导鉴认认荐营养预症制终湾岁"
        "最最最第一佳低低到市++vvw",
        strict=True,
    )
)
# A character taken apart into two that stand side by side.
_JOINED = {
    "亻圭": "佳",
    "亻氐": "低",
    "亻尤": "优",
    "亻介": "价",
    "亻言": "信",
    "弓虽": "强",
    "力口": "加",
    "氵台": "治",
    "禾急": "稳",
    "贝兼": "赚",
    "彳攵": "微",
    "讠正": "证",
    "艹约": "药",
    "疒了": "疗",
}
# "女子" is a word of its own, so it is read as 好 only where nothing else makes sense.
_JOINED_AFTER = {"最女子": "最好"}
# Blanks, joiners, dots, dashes, stars, quotes, brackets, keycaps, emoji. Between two digits they are meant.
_FILLER = (
    r"[\s\u200b-\u200f\u2060\ufe00-\ufe0f\u20e3·•・.…*_\-—–~'\"`^|\\/‘’“”「」『』()（）《》<>"
    r"\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\U0001f000-\U0001f0ff\U0001f200-\U0001faff]+"
)
_LOOSE = re.compile(
    "|".join(
        (
            *(re.escape(pair) for pair in _JOINED_AFTER),
            *(re.escape(pair) for pair in _JOINED),
            rf"(?<![0-9]){_FILLER}",
            rf"{_FILLER}(?![0-9])",
        )
    )
)
# Three and more single characters with a mark between each: 全，网，最，低. An enumeration (、) is not that.
_CHAIN = re.compile(r"[\u4e00-\u9fff](?:[,。!][\u4e00-\u9fff]){2,}")
_CHAIN_MARK = re.compile(r"[,。!]")
_SPACE = "\u200b"


class _Letters(dict[int, str]):
    """What each character is in plain form; worked out once for each."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = _FORMS.get(character) or unicodedata.normalize("NFKC", character).lower()
        self[code] = plain = plain if len(plain) == 1 else character
        return plain


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A line without fillers. ``cuts`` are the places in ``text`` where something was left out or joined,
    ``shifts`` how far a place from there on lies further along in the line; ``wide`` the joined characters,
    and how many places each takes."""

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    wide: tuple[tuple[int, int], ...] = ()

    def start(self, at: int) -> int:
        """Where the character ``at`` of the text starts in the line."""
        before = bisect_right(self.cuts, at)
        return at + self.shifts[before - 1] if before else at

    def end(self, at: int) -> int:
        """Where the text up to ``at`` ends in the line."""
        last = at - 1
        return self.start(last) + dict(self.wide).get(last, 1)


def fold(text: str) -> str:
    """The text in plain width, lower case and simplified characters, one for one (so that places stay true)."""
    return text.translate(_LETTERS)


def squeeze(line: str) -> Squeezed:
    """A line (folded or not) in plain letters, without fillers, and with characters put together again."""
    folded = _CHAIN.sub(lambda chain: _CHAIN_MARK.sub(_SPACE, chain.group()), fold(line))
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    wide: list[tuple[int, int]] = []
    last = length = 0
    for match in _LOOSE.finditer(folded):
        pieces.append(folded[last : match.start()])
        length += match.start() - last
        last = match.end()
        found = match.group()
        whole = _JOINED_AFTER.get(found) or _JOINED.get(found)
        if whole:
            pieces.append(whole)
            length += len(whole)
            wide.append((length - 1, len(found) - len(whole) + 1))
        cuts.append(length)
        shifts.append(last - length)
    if not cuts:
        return Squeezed(folded)
    pieces.append(folded[last:])
    return Squeezed("".join(pieces), tuple(cuts), tuple(shifts), tuple(wide))


def plain(words: str) -> str:
    """Words for comparing: two spellings of one wording are equal."""
    return squeeze(words).text
