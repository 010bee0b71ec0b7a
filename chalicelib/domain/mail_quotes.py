"""What mail programs put above what they quote: "On ... wrote:", blocks of headers, dividers, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

_LOOKED_AT = 400
"""Letters of a line: none of what is looked for stands further on."""
_LINES = 4
_HEADER_LINES = 8

_WROTE = re.compile(
    r"\b(?:wrote|writes|escribi[óo]|escreveu|schrieb|[ée]crit|scritto|schreef|geschreven|skrev|napisa[łl]|napsal|"
    r"nap[íi]sal|[íi]rta|a scris|kirjoitti|написав|написала?|пишет|yazd[ıi]|έγραψε|viết)\b|写道|寫道|書きました|작성",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[:.h]\d{2}(?!\d)|(?:19|20)\d\d(?!\d)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})")
_ADDRESS_LAST = re.compile(r"[<(\[][^\s<>()\[\]]{1,200}@[^\s<>()\[\]]{1,200}\s?[>)\]](?:\s?[^\s:@]{1,20}){0,3}\s?[::]$")
_LEAD = re.compile(
    r"(?:-\s)?(?:on|el|em|en|am|le|il|op|den|der|dnia|w dniu|dne|pada|на|в|a)\s|"
    r"(?:-\s)?(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[ée]|jue|vie|s[áa]b|dom)\b",
    re.IGNORECASE,
)
_ENDS = (":", "\uff1a")
_WROTE_LAST = re.compile(rf"(?:{_WROTE.pattern})\s?(?:[::]|-{{2,80}})?$", re.IGNORECASE)
_WROTE_FIRST = re.compile(r"\b(?:schrieb|skrev|schreef|kirjoitti|napsal|пишет)\b", re.IGNORECASE)
"""In these languages the name may follow: "schrieb Pat Example:"."""
_ADDRESS = re.compile(r"[<(\[][^\s<>()\[\]]{1,200}@[^\s<>()\[\]]{1,200}\s?[>)\]]")

Header = Literal["from", "date", "to", "subject"]
_LABELS: dict[Header, str] = {
    "from": "from|de|von|da|van|od|fra|från|lähettäjä|от|від|发件人|寄件者|差出人|expéditeur|remitente|feladó|kimden",
    "date": "sent|date|enviado el|enviado|enviada em|enviada|fecha|data|gesendet|datum|envoyé le|envoyé|date d'envoi|"
    "message du|inviato|verzonden|wysłano|sendt|dato|skickat|lähetetty|отправлено|дата|发送时间|日期|送信日時|日時|"
    "elküldve",
    "to": "to|para|an|à|a|aan|do|til|till|vastaanottaja|кому|收件人|宛先|címzett|cc|copie à|destinatario",
    "subject": "subject|asunto|assunto|betreff|objet|sujet|oggetto|onderwerp|temat|emne|ämne|aihe|тема|主题|主旨|件名|"
    "tárgy",
}
_HEADERS = {
    header: re.compile(rf"[\s*|]{{0,20}}(?:{labels})\s?\**\s{{0,3}}[::]", re.IGNORECASE)
    for header, labels in _LABELS.items()
}
_ORIGINAL = (
    r"original message|original mail|original appointment|mensaje original|correo original|mensagem original|"
    r"urspr[üu]ngliche (?:nachricht|mail)|message d'origine|message original|messaggio originale|"
    r"oorspronkelijk bericht|oprindelig meddelelse|opprinnelig melding|originalmeddelande|ursprungligt meddelande|"
    r"oryginalna wiadomo[śs][ćc]|alkuper[äa]inen viesti|исходное сообщение|原始邮件|元のメッセージ|"
    r"forwarded message|forwarded by|mensaje reenviado|mensaje enviado|weitergeleitete nachricht|"
    r"message transf[ée]r[ée]|"
    r"messaggio inoltrato|reply (?:above|message)|reply to message"
)
_DIVIDER = re.compile(rf"[\s*]{{0,20}}[-_=‐–—]{{2,80}}\s?(?:{_ORIGINAL})[^\n]{{0,60}}$", re.IGNORECASE)
_FRAMED = re.compile(r"\s{0,20}-{5,80} ?[^-\n]{3,60} ?-{5,80}\s{0,20}$")
_FORWARDED = re.compile(
    r"\s{0,20}(?:begin forwarded message|inicio del mensaje reenviado|anfang der weitergeleiteten nachricht|"
    r"d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|inizio messaggio inoltrato)\s?:?\s*$",
    re.IGNORECASE,
)
_BARE_ORIGINAL = re.compile(rf"\s{{0,20}}(?:{_ORIGINAL})\b", re.IGNORECASE)
_MARKER = re.compile(
    r"[\s*|]{0,40}##- .{1,120} -##|"
    r"\W{2,40}+.{0,20}\b(?:reply|write|type|respond|escriba|escribe|responda|responde)\b.{0,40}"
    r"\b(?:above|encima|arriba|sobre)\b.{0,30}\b(?:line|l[íi]nea)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s{0,20}(?:-{3,}|_{3,}|={3,}|\*{3,}|—{2,})\s{0,20}$")
_QUOTED = re.compile(r"[ \t\u00a0]{0,40}[>\uff1e]")


def is_quoted(line: str) -> bool:
    """Say whether a line is marked as quoted."""
    return bool(_QUOTED.match(line))


def is_marker(line: str) -> bool:
    """Say whether this is a line above which people are to write, ours or another program's."""
    return bool(_MARKER.match(line[:_LOOKED_AT]))


def is_separator(line: str) -> bool:
    """Say whether a line only draws a line."""
    return bool(_SEPARATOR.match(line[:_LOOKED_AT]))


def is_history(line: str, *, after_quotes: bool) -> bool:
    """Say whether an older mail begins here: a divider that says so, or (after quoted lines) the bare words."""
    start = line[:_LOOKED_AT]
    if _DIVIDER.match(start) or _FRAMED.match(start) or _FORWARDED.match(start):
        return True
    return after_quotes and bool(_BARE_ORIGINAL.match(start))


def opens_header_block(lines: Sequence[str], at: int) -> bool:
    """Say whether the headers of an older mail begin here: who, and two more of when, to whom and about what."""
    first = _header_of(lines[at])
    if first is None:
        return False
    below = {header: line for line in _next(lines, at + 1, _HEADER_LINES) if (header := _header_of(line))}
    found = {first: lines[at], **below}
    if "from" not in found:
        return False
    return len(found) >= 3 or bool(_DATE.search(found.get("date", "")[:_LOOKED_AT]))


def attribution(lines: Sequence[str], at: int) -> int:
    """Give how many lines from here on only say who wrote what follows, and when; 0 where these do not."""
    if not lines[at].strip() or is_quoted(lines[at]):
        return 0
    window = ""
    for length, line in enumerate(_unbroken(lines, at), start=1):
        window = _joined(window, line)
        if _says_who_and_when(window):
            return length if _starts_here(lines, at, length) else 0
    return 1 if _says_who(lines, at) else 0


def _starts_here(lines: Sequence[str], at: int, length: int) -> bool:
    """False where a later line would do as well, unless this one clearly begins the sentence."""
    first = lines[at].strip()
    if length == 1 or (_LEAD.match(first[:_LOOKED_AT]) and (first.endswith(",") or any(map(str.isdigit, first)))):
        return True
    rest = ""
    for line in lines[at + 1 : at + length]:
        rest = _joined(rest, line)
    return not _says_who_and_when(rest)


def _says_who_and_when(text: str) -> bool:
    """Say whether a text ends as an attribution does, and names two of: when, an address, that it was written."""
    has_date, has_address = bool(_DATE.search(text)), bool(_ADDRESS.search(text))
    if _WROTE_LAST.search(text):
        return has_address or (has_date and text.endswith(_ENDS))
    if not text.endswith(_ENDS):
        return False
    says_written = _WROTE_FIRST.search(text) or (has_address and _WROTE.search(text))
    return has_date and bool(_ADDRESS_LAST.search(text) or says_written)


def _says_who(lines: Sequence[str], at: int) -> bool:
    """Say whether "Pat wrote:" stands right above quoted lines."""
    line = lines[at].strip()[:_LOOKED_AT]
    if not line.endswith(_ENDS) or not _WROTE_LAST.search(line):
        return False
    return is_quoted(next((following for following in _next(lines, at + 1, 3) if following.strip()), ""))


def _unbroken(lines: Sequence[str], at: int) -> Iterator[str]:
    """Give the lines of this paragraph, as many as an attribution may have."""
    for line in lines[at : at + _LINES]:
        if not line.strip() or (is_quoted(line) and line.strip() != ">:") or len(line) > _LOOKED_AT:
            return
        yield line


def _joined(before: str, line: str) -> str:
    """Put wrapped lines together; an equals sign at the end is what quoted-printable left behind."""
    if before.endswith("="):
        return before[:-1] + line.strip()
    return f"{before} {line.strip()}".strip()


def _next(lines: Sequence[str], at: int, count: int) -> Iterator[str]:
    """Give the lines that follow, up to the second empty line in a row."""
    empty = 0
    for line in lines[at : at + count]:
        empty = 0 if line.strip() else empty + 1
        if empty > 1:
            return
        yield line


def _header_of(line: str) -> Header | None:
    return next((header for header, label in _HEADERS.items() if label.match(line[:_LOOKED_AT])), None)
