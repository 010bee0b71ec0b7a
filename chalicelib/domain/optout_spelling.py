"""Typing errors and short forms in which the words of leaving come, English and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

STEMS: Mapping[str, str] = {
    "unsubscribe": "O", "unsubscribed": "U", "messages": "T", "messaging": "W", "texting": "W", "contacting": "W",
    "notifications": "t", "desuscribir": "O", "remove": "R", "removed": "U", "delete": "R", "deleted": "U",
    "please": "P", "anymore": "Y", "receive": "G", "receiving": "G", "number": "M", "message": "W", "contact": "W",
    "subscription": "L", "suscripcion": "L", "mensajes": "T", "mensaje": "T", "discontinue": "S", "permission": "C",
    "consent": "C", "participate": "b", "program": "L", "quitenme": "O", "saquenme": "O", "eliminenme": "O",
    "borrenme": "O", "eliminen": "R", "escriban": "W", "cancel": "E",
}  # fmt: skip
"""Long words that count with a typing error too, each with its part (see `optout_phrases`)."""

OTHER_WORDS = frozenset({
    "remote", "remover", "removes", "deletes", "lease", "leased", "leases", "pleased", "numbers", "numbered",
    "slumber", "lumber", "contacts", "contract", "contracts", "massage", "passage", "testing", "resting", "vesting",
    "sexting", "received", "deceive", "content", "contents", "consents", "cancer", "canceled", "cancels",
    "programs", "receiver", "receives", "removal",
})  # fmt: skip
"""What stands one letter from a stem and is a word of its own."""

SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"\b(?:te?xt|tex|txe)t?(?:n|in|ng|ign|tin|tng|ting)\b", "texting"),
    (r"\bm(?:e)?s+g(?:n|in|ng|ing)\b", "messaging"),
    (r"\bk(?=ier|it[ae]|ita)", "qu"),
    (r"\b(?:x fa|xfa|xfavor|x favor|porfabor|por fabor)\b", "por favor"),
    (r"\bre?mo?v (?=me|us|my|this)|\brmo?ve (?=me|us|my|this)", "remove "),
    (r"\b(?:sto p|st op)\b|^s top$", "stop"),
)
"""Short forms and slips of the space bar, replaced before anything else."""
