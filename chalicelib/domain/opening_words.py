"""With which words a registration begins, and which ask something instead."""

from __future__ import annotations

from .patterns import compiled
from .plain_words import plain
from .spelling import errors_between

_JOIN = r"(?:register|registrar\w*|join|unirme|sign ?up|enroll|inscribir\w*)\b"
_WANT = (
    r"(?:(?:please|hi|hello|hey|hola|ok|okay|so|yes|yo|also|and|tambien|buenas|id like to|let me|lets|gonna|going to"
    r"|(?:can|could|may|how (?:do|can|would)) (?:i|we|u|you)"
    r"|(?:i|we) (?:want|need|like|have|got|wanna|would like|d like)(?: to)?"
    r"|quiero|queremos|quisiera|puedo|podemos|como(?: puedo)?|necesito|me gustaria) )*"
)
_MORE = r"(?:(?:my|a|an|another|one|some|new|more|mi|mis|una?|otra|mas|nueva|please) )*"
_ADD = rf"(?:add|agregar|anadir|apuntar) {_MORE}(?:cam\w*|doorbell|timbre|one|me|us|otra|una)\b"
_AGAIN = r"(?:one more|another (?:one|cam\w*)|otra(?: camara)?|una mas)(?= (?:at|in|on|for|here|en|aqui)\b|$)"
_QUESTION = (
    r"(?:(?:so|but|and|wait|ok|y|pero) )*(?:is|are|am|can|could|do|does|did|will|would|should|why|what|whats|who|how"
    r"|when|where|if|puede|pueden|por que|que|quien|como|cuando|donde|es|esto es|van|hay)\b"
)
_NEARLY = ("register", "registrar", "registro")
MOST_ERRORS = 2
FEW_WORDS = 5


def begins(text: str) -> bool:
    """Say whether a message opens with wanting to register: `REGISTER`, `can i add another one`, `regsiter`."""
    words = plain(text)
    if compiled(rf"{_WANT}(?:{_JOIN}|{_ADD}|{_AGAIN})").match(words):
        return True
    first, *_ = words.split() or [""]
    return len(first) > 6 and any(errors_between(first, word, most=MOST_ERRORS) <= MOST_ERRORS for word in _NEARLY)


def begins_anew(text: str) -> bool:
    """Say whether a message begins a registration in the middle of something else."""
    return compiled(rf"(?:please )?{_JOIN}").match(plain(text)) is not None


def is_short(text: str) -> bool:
    """Say whether a message says hardly more than one thing."""
    return len(plain(text).split()) <= FEW_WORDS


def asks(text: str) -> bool:
    """Say whether a message opens like a question: `is this the police looking through my camera`."""
    return compiled(_QUESTION).match(plain(text)) is not None
