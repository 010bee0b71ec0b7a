"""What an owner answers to an ask: a digit, or words, with the request's code if it is named."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from .incident import Answer
from .plain_words import plain

MAX_WORDS = 40
"""A longer story is not read for single words: it would be read wrongly."""
_CODE = re.compile(r"[bcdfghjklmnpqrstvwxz]{4}")
_FILLER = re.compile(
    r"\b(?:please|pls|thanks|thank you|thx|ok|okay|hi|hello|hey|sir|maam|answer|option|number|reply|code|request|for|the"
    r"|my|is|its|it|that|officer|gracias|por favor)\b"
)
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
           "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6"}  # fmt: skip

_HAVE = r"(?:have|got|hav|ve got)"
_FOOTAGE = r"(?:footage|video|videos|vid|vids|recording|recordings|clip|clips|something|him|them|her|it|that|film|images?)"
_WHOLE: dict[Answer, re.Pattern[str]] = {
    Answer.HAS_FOOTAGE: re.compile(rf"(?:yes|yeah|yep|yup|yea|ya|y|si|sure|affirmative|have|footage|video|{_HAVE} {_FOOTAGE})"),
    Answer.SAVED: re.compile(r"(?:saved?|saving|downloaded|later|saved (?:it|video)|guardado|guarde)"),
    Answer.NOTHING: re.compile(r"(?:nothing|none|nada|zero|zip|nothing (?:there|here|seen|on it)|negative|ninguno|ningun)"),
    Answer.OVERWRITTEN: re.compile(r"(?:overwritten|over written|gone|deleted|erased|expired|too (?:old|late)|borrado|recorded over)"),
    Answer.NO: re.compile(r"(?:no|nope|nah|na|n|never|decline|refuse|pass|not interested|no i (?:wont|will not|cant|refuse))"),
    Answer.HELP: re.compile(r"(?:help me|need help|i need help|ayuda|call me|assistance|question|help|how)"),
}
"""What says it as a whole message, fillers apart: safe to take as an answer whatever else is going on."""

_LOST = r"(?:overwritten|overwrote|over written|overwrites?|erased|recorded over|taped over|wiped|expired|no longer (?:there|saved|stored)|borrado|borro)"
_SOUGHT: tuple[tuple[Answer, re.Pattern[str]], ...] = (
    (Answer.HELP, re.compile(r"\b(?:need (?:some )?(?:help|assistance)|help me|can (?:you|someone|somebody) (?:help|call)|"
                             r"(?:please )?call me|dont know how|do not know how|not sure how|how (?:do|can) i|necesito ayuda)\b")),
    (Answer.OVERWRITTEN, re.compile(
        rf"\b(?:{_LOST}|(?:already|all) (?:gone|deleted)|(?:is|its|been|was|got) (?:gone|deleted)|too (?:old|late)|"
        r"only (?:keeps?|saves?|stores?|goes back)|(?:does ?nt|dont|doesnt|does not) (?:go back|keep|save|store)|ya se borro)\b")),
    (Answer.NOTHING, re.compile(
        r"\b(?:nothing|nada|(?:dont|do not|didnt|did not|cant|couldnt|doesnt) (?:see|catch|capture|show|pick|find|have|get|record)|"
        r"no (?:footage|video|videos|recordings?|clips?|activity|motion|sign|one|body)|havent got|"
        r"(?:was|is|were|are) (?:off|broken|down|out|not (?:working|on|recording))|no (?:tengo|hay|se ve))\b")),
    (Answer.SAVED, re.compile(
        r"\b(?:saved|saving|downloaded|i (?:did )?save|ill (?:send|save|upload)|(?:will|can|gonna|going to) (?:send|save|upload|download)|"
        r"send (?:it )?(?:later|tonight|tomorrow|soon)|(?:lo )?guarde|guardado|lo guarde)\b")),
    (Answer.HAS_FOOTAGE, re.compile(
        rf"\b(?:{_HAVE} (?:the |a |an |some |good |clear |any |my |your )*{_FOOTAGE}|there is (?:some )?(?:footage|video|something)|"
        rf"(?:saw|see|can see|caught|shows?|captured|recorded) (?:a |the |some |an )*(?:man|guy|person|people|car|truck|woman|{_FOOTAGE})|"
        r"on (?:video|camera|tape|film)|tengo (?:video|algo|el video|grabacion)|lo tengo)\b|^(?:yes|yeah|yep|si) ")),
    (Answer.NO, re.compile(
        r"\b(?:no thanks?|no thank you|no gracias|not interested|(?:dont|do not|wont|will not|would rather not|rather not|refuse to) "
        r"(?:want|wish|share|give|send|help|participate|do)|id rather not|rather not|leave me out|mind your|get a warrant|warrant)\b|^(?:no|nope) (?!idea|clue|problem)")),
)  # fmt: skip
"""What says it somewhere in a short message, in the order in which they count: `no, nothing there` is nothing there."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a text answers; `sure` where the whole of it is the answer. `code` is a request's code, in capitals.

    `digit` says that it was given as a digit. Both `answer` and `code` are none where the text holds none.
    """

    answer: Answer | None = None
    code: str | None = None
    sure: bool = False
    digit: bool = False


def read(text: str, *, codes: Collection[str] = ()) -> Reply:
    """Read an answer; `codes` are those of the asks that this owner can answer. Never raises, whatever the text.

    A code that is none of `codes` is given only beside an answer, since `hmmm` is four consonants as well.
    """
    words = plain(text).split()
    code = _code(words, codes)
    rest = [word for word in words if word.upper() != code]
    if len(rest) > MAX_WORDS:
        return Reply(code=code if code in codes else None)
    reply = _digit(rest, code) or _whole(rest, code) or _sought(rest, code)
    if reply is None or (reply.answer is None and code not in codes):
        return Reply()
    return reply


def _code(words: list[str], codes: Collection[str]) -> str | None:
    found = [word.upper() for word in words if _CODE.fullmatch(word)]
    return next((code for code in found if code in codes), found[0] if found else None)


def _digit(words: list[str], code: str | None) -> Reply | None:
    """Take a digit that stands alone, or with words that do not say something else."""
    said = [_DIGITS.get(word, word) for word in _bare(words)]
    digits = {word for word in said if word in "123456" and len(word) == 1}
    if len(digits) != 1 or said[0] not in digits and said[-1] not in digits:
        return None
    answer = list(Answer)[int(digits.pop()) - 1]
    others = [word for word in said if word not in "123456"]
    if not others:
        return Reply(answer, code, sure=True, digit=True)
    besides = _whole(others, code) or _sought(others, code)
    if besides is None or any(word.isdigit() for word in others):
        return None
    return Reply(answer, code, sure=True, digit=True) if _agree(answer, besides.answer) else Reply(code=code)


def _agree(digit: Answer, words: Answer | None) -> bool:
    """Say whether words may stand beside this digit: `2 yes saved`, but not `1 nothing`."""
    kept = (Answer.HAS_FOOTAGE, Answer.SAVED)
    lost = (Answer.NOTHING, Answer.OVERWRITTEN, Answer.NO)
    return words is None or digit == words or {digit, words} <= set(kept) or {digit, words} <= set(lost)


def _whole(words: list[str], code: str | None) -> Reply | None:
    said = " ".join(_bare(words)) or " ".join(words)
    for answer, pattern in _WHOLE.items():
        if said and pattern.fullmatch(said):
            return Reply(answer, code, sure=True)
    return None


def _sought(words: list[str], code: str | None) -> Reply | None:
    said = " ".join(words)
    for answer, pattern in _SOUGHT:
        if pattern.search(said):
            return Reply(answer, code)
    return Reply(code=code) if code else None


def _bare(words: list[str]) -> list[str]:
    return _FILLER.sub(" ", " ".join(words)).split()
