"""What an owner answers to an ask: a digit, or words, with the request's code if it is named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .incident import Answer
from .patterns import compiled, either, words
from .plain_words import clauses, plain

MAX_WORDS = 40
"""A longer story is not read for single words: it would be read wrongly."""
_CODE = "(?!blvd)[bcdfghjklmnpqrstvwxz]{4}"
"""No code is `BLVD`, for `5 Nowhere Blvd` is an address (outbound/system.py gives it to none)."""
_FILLER = (
    r"\b(?:(?:no |oops |sorry |wait )*(?:i )?(?:meant|mean)|(?:change|cambiar) (?:it|that|my answer|mi respuesta)"
    r" (?:to|a)|make (?:it|that)|(?:no )?quise decir|(?:no )?digo|please|pls|thanks|thank you|thx|ok|okay|hi|hello|hey"
    r"|sir|maam|answer|option|number|reply|code|request|for|the|my|is|its|it|that|officer|gracias|por favor)\b"
)
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
           "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6"}  # fmt: skip

_HAVE = "(?:have|got|hav|ve got)"
_FOOTAGE = words("footage video videos vid vids recording recordings clip clips something him them it that film image")
_SOME = "(?:the |a |an |some |good |clear |any |my |your )*"
_WHOLE: dict[Answer, str] = {
    Answer.HAS_FOOTAGE: either(
        "yes|yeah|yep|yup|yea|ya|y|si|sure|affirmative|have|footage|video", f"{_HAVE} {_SOME}{_FOOTAGE}"
    ),
    Answer.SAVED: either("saved?|saving|downloaded|later|saved video|guardado|guarde"),
    Answer.NOTHING: either("nothing|none|nada|zero|zip|nothing (?:there|here|seen|on)|negative|ninguno|ningun"),
    Answer.OVERWRITTEN: either(
        "overwritten|over written|gone|deleted|erased|expired|too (?:old|late)|borrado|recorded over"
    ),
    Answer.NO: either("no|nope|nah|na|n|never|decline|refuse|pass|not interested|no i (?:wont|will not|cant|refuse)"),
    Answer.HELP: either("help me|need help|i need help|ayuda|call me|assistance|question|help|how"),
}
"""What says it as a whole message, fillers apart: safe to take as an answer whatever else is going on."""

_LOST = either(
    "overwritten|overwrote|over written|overwrites?|erased|recorded over|taped over|wiped|expired|borrado|borro",
    "no longer (?:there|saved|stored)",
)
_NOT = either("dont|do not|didnt|did not|cant|couldnt|doesnt|havent|have not")
_SAW = either("saw|see|can see|caught|shows?|captured|recorded")
_WONT = either("dont|do not|wont|will not|would rather not|rather not|refuse to")
_SOUGHT: tuple[tuple[Answer, str], ...] = (
    (Answer.HELP, either(
        "need (?:some )?(?:help|assistance)|help me|can (?:you|someone|somebody) (?:help|call)|(?:please )?call me",
        "dont know how|do not know how|not sure how|how (?:do|can) i|necesito ayuda",
    )),
    (Answer.OVERWRITTEN, either(
        f"{_LOST}|(?:already|all) (?:gone|deleted)|(?:is|its|been|was|got) (?:gone|deleted)|too (?:old|late)",
        f"only (?:keeps?|saves?|stores?|goes back)|{_NOT} (?:go back|keep|save|store)",
    )),
    (Answer.NOTHING, either(
        f"nothing|nada|{_NOT} (?:see|catch|capture|show|pick|find|have|get|got|record)",
        "no (?:footage|video|videos|recordings?|clips?|activity|motion|sign|one|body)|no (?:tengo|hay|se ve)",
        "(?:was|is|were|are) (?:off|broken|down|out|not (?:working|on|recording))",
    )),
    (Answer.SAVED, either(
        "saved|saving|downloaded|i (?:did )?save|ill (?:send|save|upload)|guarde|guardado",
        "(?:will|can|gonna|going to) (?:send|save|upload|download)|send (?:it )?(?:later|tonight|tomorrow|soon)",
    )),
    (Answer.HAS_FOOTAGE, either(
        f"{_HAVE} {_SOME}{_FOOTAGE}|there is (?:some )?(?:footage|video|something)",
        f"{_SAW} (?:a |the |some |an )*(?:man|guy|person|people|car|truck|woman|{_FOOTAGE})",
        "on (?:video|camera|tape|film)|lo tengo|tengo (?:video|algo|el video|grabacion)",
    )),
    (Answer.NO, either(
        "no thanks?|no thank you|no gracias|not interested|id rather not|leave me out|mind your|warrant",
        f"{_WONT} (?:want|wish|share|give|send|help|participate|do)",
    )),
)  # fmt: skip
"""What says it somewhere in a short message, in the order in which they count: `no, nothing there` is nothing there."""
_OPENING = (
    (Answer.HAS_FOOTAGE, "(?:yes|yeah|yep|si) "),
    (Answer.NO, "(?:no|nope) (?!idea|clue|prob)"),
)
"""What says it where a message opens so, and nothing in it says more."""


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
    said = plain(text).split()
    code = _code(said, codes)
    rest = [word for word in said if word.upper() != code]
    if len(rest) > MAX_WORDS:
        return Reply(code=code if code in codes else None)
    reply = _digit(rest, code) or _opened(text, code) or _whole(rest, code) or _sought(rest, code)
    if reply is None or (reply.answer is None and code not in codes):
        return Reply()
    return reply


def _code(said: list[str], codes: Collection[str]) -> str | None:
    found = [word.upper() for word in said if compiled(_CODE).fullmatch(word)]
    return next((code for code in found if code in codes), found[0] if found else None)


def _digit(rest: list[str], code: str | None) -> Reply | None:
    """Take a digit that stands alone, or with words that do not say something else."""
    said = [_DIGITS.get(word, word) for word in _bare(rest)]
    digits = {word for word in said if word in "123456" and len(word) == 1}
    if len(digits) != 1 or not digits & {said[0], said[-1]}:
        return None
    answer = list(Answer)[int(digits.pop()) - 1]
    others = [word for word in said if word not in "123456"]
    if not others:
        return Reply(answer, code, sure=True, digit=True)
    besides = _whole(others, code) or _sought(others, code)
    if besides is None or any(word.isdigit() for word in others):
        return None
    return Reply(answer, code, sure=True, digit=True) if _agree(answer, besides.answer) else Reply(code=code)


def _opened(text: str, code: str | None) -> Reply | None:
    """Take a digit that opens a message which goes on: `4 overwritten, it only keeps 5 days`."""
    opening, *more = clauses(text) or [""]
    said = opening.split()
    if not said or said[0] not in _DIGITS.values():
        return None
    reply = _digit(said, code) if more else _said_twice(said, code)
    return reply if reply and (reply.sure or not more) else None


def _said_twice(said: list[str], code: str | None) -> Reply | None:
    """Take a digit whose answer the words behind it say as well, numbers among them: `4 overwritten after 5 days`."""
    words_too, answer = _sought(said[1:], code), list(Answer)[int(said[0]) - 1]
    return Reply(answer, code, digit=True) if words_too and words_too.answer is answer else None


def _agree(digit: Answer, besides: Answer | None) -> bool:
    """Say whether words may stand beside this digit: `2 yes saved`, but not `1 nothing`."""
    kept = (Answer.HAS_FOOTAGE, Answer.SAVED)
    lost = (Answer.NOTHING, Answer.OVERWRITTEN, Answer.NO)
    return besides is None or digit == besides or {digit, besides} <= set(kept) or {digit, besides} <= set(lost)


def _whole(rest: list[str], code: str | None) -> Reply | None:
    said = " ".join(_bare(rest)) or " ".join(rest)
    for answer, pattern in _WHOLE.items():
        if said and compiled(pattern).fullmatch(said):
            return Reply(answer, code, sure=True)
    return None


def _sought(rest: list[str], code: str | None) -> Reply | None:
    said = " ".join(rest)
    for answer, pattern in _SOUGHT:
        if compiled(rf"\b{pattern}\b").search(said):
            return Reply(answer, code)
    for answer, pattern in _OPENING:
        if compiled(pattern).match(said):
            return Reply(answer, code)
    return Reply(code=code) if code else None


def _bare(said: list[str]) -> list[str]:
    return compiled(_FILLER).sub(" ", " ".join(said)).split()
