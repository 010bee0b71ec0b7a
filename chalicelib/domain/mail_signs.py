"""What programs add to a mail by themselves: signatures, "Sent from my ...", a gateway's banner, disclaimers."""

from __future__ import annotations

import re

_LOOKED_AT = 400
_MOST_WORDS = 9
"""More is a sentence: "Sent from my desk, is much easier than my mobile phone."."""
_MOST_WORDS_OF_PHONE = 20
_PHONE = re.compile(
    r"\W{0,5}(?:sent from my|enviado desde mi) (?:iphone|ipad|android|galaxy|samsung|mobile|m[óo]vil|celular|phone|"
    r"tel[ée]fono|pixel|blackberry|windows)\b",
    re.IGNORECASE,
)
_SIGNATURES = frozenset({"--", "—", "–", "—-", "–-", "- --", "---- --"})
_RULE = re.compile(r"_{2,}$")
_DEVICE = re.compile(
    r"\W{0,5}(?:sent (?:from|via|with|using|by)|get outlook for|"
    r"enviado (?:desde|con|por|via|mediante|a trav[ée]s|do|da)|"
    r"obt[ée]n(?:er|ga)? outlook para|obter o outlook|mandado desde|envoy[ée] (?:de|depuis|[àa] partir)|"
    r"t[ée]l[ée]charge[rz] outlook|obtenir outlook|gesendet (?:von|mit)|von mein\w{2} \w+ gesendet|"
    r"outlook f[üu]r|inviato (?:da|con|dal)|scarica outlook|"
    r"verstuurd (?:vanaf|met|vanuit)|verzonden (?:vanaf|met|vanuit)|"
    r"skickat fr[åa]n|sendt fra|l[äa]hetetty|wys[łl]ane z|отправлено (?:с|из)|发自我的)(?:\W|$)",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\W{0,20}(?:caution|warning|external|precauci[óo]n|atenci[óo]n|advertencia|externo|aviso)\b"
    r".{0,120}\b(?:e-?mail|message|sender|outside|external|correo|mensaje|remitente|extern[oa])\b",
    re.IGNORECASE,
)
_DISCLAIMER_TITLE = re.compile(
    r"\W{0,5}(?:disclaimer|confidentiality notice|legal notice|aviso legal|aviso de confidencialidad)\W{0,5}$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\W{0,5}(?:(?:this|the information contained in this) (?:e-?mail|message|communication)"
    r"|(?:este|la informaci[óo]n contenida en este) (?:mensaje|correo|e-?mail))\b"
    r".{0,250}\b(?:confidential|intended (?:only|solely)|confidencial|destinatario)",
    re.IGNORECASE,
)


def is_signature(line: str) -> bool:
    """Say whether a line sets apart the signature below it (RFC 3676 section 4.3, or a list's footer)."""
    bare = line.strip()
    return bare in _SIGNATURES or bool(_RULE.match(bare[:_LOOKED_AT]))


def is_device_line(line: str) -> bool:
    """Say whether a phone or a program added this line."""
    start = line[:_LOOKED_AT]
    most = _MOST_WORDS_OF_PHONE if _PHONE.match(start) else _MOST_WORDS
    return bool(_DEVICE.match(start)) and len(start.split()) <= most


def is_banner(line: str) -> bool:
    """Say whether a gateway put this line on top to warn of outside mail."""
    return bool(_BANNER.match(line[:_LOOKED_AT]))


def is_disclaimer(line: str) -> bool:
    """Say whether a legal notice begins here."""
    return bool(_DISCLAIMER_TITLE.match(line[:_LOOKED_AT]) or _DISCLAIMER.match(line[:_LOOKED_AT]))
