"""The name of whoever writes, where they say that it is theirs; never a son's, a neighbour's or a shop's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from .name_shape import NAME, OFFICES, WORD, is_known, plain_name, words_from
from .patterns import compiled
from .place_names import NO_NAMES, PlaceNames
from .span_words import COMMON
from .street_words import STATES, TYPES

MAX_NAME = 60
_SAID = (
    r"(?i)(?:\b(?:my|full|mi|first|contact) (?:name|nombre|nombre completo)|(?:^|[.,;:!?\n] ?"
    r"|\band |\bthe )(?:the )?(?:name|nombre))"
    r" ?(?:\bis\b|'s\b|s\b|\u2019s\b|:|=|-|\bes\b|(?-i:(?= [A-Z]))) ?"
    r"|\b(?:me llamo|they call me|mi nombre es|a nombre de|registered to|register it to"
    r"|me presento ?[:,]) "
)
_I_AM = (
    r"(?i)\b(?:i am|i['\u2019]?m|it['\u2019]?s me|soy|habla|le habla|le escribe|les escribe|ac[a\u00e1]"
    r"|(?-i:I|Yo),) (?!from\b)(?:(?:la|el) )?(?:se[n\u00f1]ora? )?"
)
_OF_OFFICE = (
    r"(?i)\b(?:mgr|manager|owner|gerente|due[n\u00f1][oa]|encargad[oa])"
    r"(?: ?[:,]| is me ?,| es| is)? (?-i:(?=[A-Z]))"
)
_OF_TITLE = (
    rf"(?i)\b(?:{'|'.join(sorted(OFFICES))}|pastor|rabbi)(?: (?:is|es|here))? ?[:,] ?"
    r"(?=(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]*\.?)? ?(?:[.,;!\n]|$))"
)
_ASK_FOR = (
    r"(?i)\b(?:ask|pregunt[ea]n?) (?:for|por) (?=(?:[^\W\d_][\w'-]*\.?[ ,]{1,2}){1,3}"
    r"(?:that['\u2019]?s|thats|it['\u2019]?s|is|soy) (?:me|yo)?)"
    r"|\b(?:(?:you can|u can|just|please|but) |^|[.,;!] ?)call me (?=[^\W\d_]+ ?(?:[.,;!\n]|$))"
)
_CORRECTED = (
    r"(?i)\W{0,6}(?:(?:well|or|no|i mean|actually|sorry|rather|wait|oops"
    r"|mejor dicho|digo|perd[o\u00f3]n|o|pero|but)\b\W{0,4}){1,3}"
    r"(?:(?:just|rather|solo|nom[a\u00e1]s|it['\u2019]?s|(?:every(?:body|one)|people|they|you can|friends)"
    r" calls? me|call me"
    r"|me (?:dicen|llaman)|todos me (?:dicen|llaman))\b ?)*"
)
"""Between a name and the one that is meant: `Father Anselm... well, just Anselm`."""
_I_AM_HERE = r"(?i)\b(?:this is|it['\u2019]?s) (?=(?-i:[A-Z])[a-z]+(?:, ?\d| (?:at|from|i|and|over)\b))"
_TITLED = r"^ ?(?=(?:Mr|Mrs|Ms|Miss|Dr|Rev|Sr|Sra)\.? [A-Z])"
_THIS_IS = r"(?i)\b(?:this is|it['\u2019]?s|it is|es|aqui|aqu\u00ed|from|de parte de) "
_LEADS = (
    (_SAID, True),
    (_I_AM, False),
    (_OF_OFFICE, False),
    (_OF_TITLE, False),
    (_ASK_FOR, False),
    (_TITLED, False),
    (_I_AM_HERE, False),
    (_THIS_IS, None),
)
"""What stands before a name, and how sure it makes one."""
_SPEAKS = (
    r"(?i) (?:here|again|speaking|writing|texting|calling|aqu[i\u00ed]|habla|de nuevo|me llamo"
    r"|(?:le|les|te)?\s?escribe|from (?:the|apt|unit)|del? (?:la|el))\b"
)
_SPEAKING = frozenset({"speaking", "writing", "texting", "me llamo", "habla", "le escribe", "les escribe", "escribe"})
_CLOSING = (
    r"(?i)\b(?:thanks|thank you|thx|ty|gracias|sincerely|regards|cheers|saludos|atte?|atentamente|best|kindly|signed"
    r"|yours(?: \w+)?|respectfully|faithfully|truly|humbly|cordially|warmly|blessings|firma|firmado"
    r"|quedo de ustedes|submitted by|sent by|cordialmente|respetuosamente|un saludo)\b[\s,.!:~\u2013\u2014-]*"
)
_FIRST_OR_LAST = (
    rf"(?i)^ ?(?P<first>{WORD}(?: {WORD})?) (?=\d)"
    r"|\b(?:days|weeks?|months?|years?|cams?|cameras?|doorbells?|d[i\u00ed]as|semanas?|mes|meses|c[a\u00e1]maras?|timbre"
    rf"|\d{{5}}) (?P<last>{WORD}(?: {WORD})?) ?$"
)
_MARK = r"[.,;:!?\n/\u2013\u2014~()]|(?<!\w)-{1,2}(?!-)"
_WEAK = frozenset(",:/()")
_Span = tuple[int, int, int]
"""Where begins what says a name, where the name begins, and where it ends."""


def name_in(text: str, names: PlaceNames = NO_NAMES) -> tuple[str, str]:
    """Find a name in a message; give it and the message without it. No town of the agency's is one."""
    for find in (_introduced, _spoken, _closed, _at_an_end):
        for start, first, last in find(text):
            name, end = _meant(text, first, last)
            return clean_name(text[name:end]), f"{text[:start]} , {text[end:]}"
    for start, last in _alone(text, names):
        return clean_name(text[start:last]), f"{text[:start]} , {text[last:]}"
    return "", text


def _meant(text: str, first: int, last: int) -> tuple[int, int]:
    """Take the name that somebody says instead right behind a name, where that is all that the clause says."""
    match = compiled(_CORRECTED).match(text, last)
    name = words_from(text, match.end(), sure=False).rstrip(".") if match else ""
    if not match or not name or not _ends_there(text, match.end() + len(name)):
        return first, last
    return match.end(), match.end() + len(name)


def clean_name(text: str) -> str:
    """Give a name in one line without control characters, at most 60 long; empty where no letter is in it."""
    kept = "".join(character if unicodedata.category(character)[0] != "C" else " " for character in text[:200])
    name = " ".join(kept.split())[:MAX_NAME].strip(" ,.;:-")
    return name if any(character.isalpha() for character in name) else ""


def _introduced(text: str) -> Iterator[_Span]:
    """`my name is ...`, `soy ...`: the surer the words before, the less it has to look like a name."""
    for pattern, sure in _LEADS:
        for match in compiled(pattern).finditer(text):
            name = words_from(text, match.end(), sure=sure)
            if name and (sure or not _is_street(text, match.end(), match.end() + len(name))):
                yield match.start(), match.end(), match.end() + len(name)


def _spoken(text: str) -> Iterator[_Span]:
    """`Deke here.`, `sandra speaking`: a common name before that, or any at the start of a clause."""
    for match in compiled(_SPEAKS).finditer(text):
        start = max(0, match.start() - MAX_NAME)
        words = list(compiled(WORD).finditer(text[start : match.start()]))[-2:]
        for word in words:
            first = start + word.start()
            opens = compiled(rf"(?:^|{_MARK}|\b(?:and|y)\b) ?$").search(text[max(0, first - 5) : first])
            name = words_from(text, first, sure=False)
            sure = is_known(word[0]) or (opens and (_ends_there(text, match.end()) or match[0].strip() in _SPEAKING))
            if first + len(name) == match.start() and sure:
                yield first, first, match.start()


def _closed(text: str) -> Iterator[_Span]:
    """`Sincerely, Marguerite Example`: what stands behind a closing, and is all that its clause says."""
    for match in compiled(_CLOSING).finditer(text):
        name = words_from(text, match.end(), sure=False)
        if name and compiled(r" ?(?:$|[(,.!\n])").match(text, match.end() + len(name)):
            yield match.end(), match.end(), match.end() + len(name)


def _at_an_end(text: str) -> Iterator[_Span]:
    """`robert 1600 fork rd ...`, or `... 14 days robert`: a common name first or last, without a mark."""
    for match in compiled(_FIRST_OR_LAST).finditer(text):
        place = match.span("first" if match["first"] else "last")
        said = text[slice(*place)]
        typed = plain_name(said.split()[-1]) in TYPES
        if is_known(said.split()[0]) and not typed and words_from(text, place[0], sure=True) == said:
            yield place[0], *place


def _alone(text: str, names: PlaceNames) -> Iterator[tuple[int, int]]:
    """Find a clause that is nothing but a name: at the end any that is capitalised, elsewhere a common one."""
    clauses = list(_clauses(text))
    for at, (mark, start, end) in enumerate(clauses):
        said, last = text[start:end], at + 1 == len(clauses)
        words = said.split()
        if not compiled(NAME).fullmatch(said) or words_from(text, start, sure=False).rstrip(".") != said.rstrip("."):
            continue
        plain = [plain_name(word) for word in words]
        if names.is_town(plain) or any(word in TYPES or word in STATES or word in OFFICES for word in plain):
            continue
        if is_known(words[0]):
            listed = last and not _is_street(text, *clauses[at - 1][1:])
            if mark not in _WEAK or listed or not at or text[end:].lstrip(", \n")[:1].isdigit():
                yield start, end
        elif last and at and all(word.istitle() for word in words) and text[end : end + 1] not in ("?", ":"):
            weak = mark in _WEAK and (len(words) > 1 or _is_street(text, *clauses[at - 1][1:]))
            if not weak:
                yield start, end


def _clauses(text: str) -> Iterator[tuple[str, int, int]]:
    """Give what is not empty between two marks, with the mark before it."""
    mark, start = "", 0
    for match in [*compiled(_MARK).finditer(text), None]:
        end = match.start() if match else len(text)
        said = text[start:end]
        if said.strip():
            yield mark, start + len(said) - len(said.lstrip()), start + len(said.rstrip())
        mark, start = (match[0], match.end()) if match else ("", end)


def _ends_there(text: str, at: int) -> bool:
    return text[at:].lstrip(" ")[:1] in ("", ".", ",", "!", "\n", ";", ":", "-")


def _is_street(text: str, start: int, end: int) -> bool:
    """`14 Oak St, Florence`: there it is a town. `Marilynn Rd` is no person."""
    behind = text[end : end + 12].split(" ", 2)[1:2]
    return plain_name(text[start:end].rpartition(" ")[2]) in TYPES or any(plain_name(word) in COMMON for word in behind)
