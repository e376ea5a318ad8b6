"""What a comment is about, guessed by rule: a question, a complaint, and whether it is the same question again."""

from __future__ import annotations

import re

from livedesk.domain.text import comparable

_QUESTION = re.compile(
    r"[?？]|吗|呢$|么$|嘛$|什么|怎么|怎样|咋|哪[个款些里种家]|多少|多久|几[个天瓶支片件号点]|能不能|可不可以|会不会|是不是|有没有|好不好|要不要|为什么|如何|谁"
    r"|可以(用|退|换|叠加|一起)",
)
_COMPLAINT = re.compile(
    r"投诉|举报|骗|假货|差评|退款|退货|没收到|不发货|还没发货|发货慢|烂脸|过敏了|漏了?发|坏了|破了|领不了|用不了|抢不到|付不了|拍不了|虚假|客服不|维权|垃圾"
)
_LEAD = re.compile(r"^(请问|想问|问一?下|主播|老师|宝宝|姐姐?|家人们?|那个|这个|你好|亲)+")
_TAIL = re.compile(r"(吗|呢|啊|呀|吧|么|嘛|哦|哈|了|的)+$")


def is_question(text: str) -> bool:
    """Whether a comment seems to ask something."""
    return bool(_QUESTION.search(text))


def is_complaint(text: str) -> bool:
    """Whether a comment seems to complain, so that somebody should answer soon."""
    return bool(_COMPLAINT.search(text))


def same_question(text: str) -> str:
    """A key that is equal for the same question in other clothes: no width, case, marks, address or particles."""
    bare = comparable(text)
    return _TAIL.sub("", _LEAD.sub("", bare)) or bare
