"""The few words that mean the same at any point of a conversation."""

from __future__ import annotations

from typing import Literal

from .patterns import compiled, either
from .plain_words import plain

Command = Literal["start_over", "back", "my_cameras", "remove", "delete", "greeting", "menu"]

_CAMERAS = r"(?:cams?|cameras?|camaras?)"
_PATTERNS: tuple[tuple[Command, str], ...] = (
    ("start_over", either(
        "(?:please )?(?:start ?over|restart|begin again|start again|from the (?:start|beginning)|reset)(?: please)?",
        "(?:empezar |comenzar )?de nuevo|empezar otra vez|desde el principio|volver a empezar",
    )),
    ("back", either(
        "(?:please )?(?:go |step |take me )?back(?: up)?(?: (?:one|a) step)?(?: please)?|previous|undo|last question",
        "atras|volver(?: atras)?|regresar|anterior|paso atras",
    )),
    ("my_cameras", either(
        f"(?:(?:show|list|see|view|what are) )?(?:my|mis) {_CAMERAS}|list|(?:list|show) {_CAMERAS}",
    )),
    ("delete", either(
        "(?:please )?(?:delete|erase|forget|wipe|clear) (?:me|us|everything|all|all of it)(?: please)?",
        "(?:delete|erase) my (?:data|info|information|account|registration|record|records|number and everything)",
        "(?:cancel|remove|end) my (?:registration|account)|remove everything|borrar todo|eliminar todo",
    )),
    ("remove", either(
        "(?:remove|delete|take off|quitar|borrar|eliminar)"
        rf"(?: (?:all|a|one|my|the|of|mi|una|{_CAMERAS}|number|no|\d{{1,2}}))*",
    )),
    ("greeting", either(
        "(?:hi|hello|hey|hiya|howdy|yo|hola|greetings|good (?:morning|afternoon|evening|day)|buen(?:os|as)"
        " (?:dias|tardes|noches))(?: (?:there|again|all|everyone|officer|police|sir|maam))*",
    )),
    ("menu", either(
        "menu|help|info|options|commands|help me|i need help|need help|what|huh|ayuda|informacion|opciones|que",
        "what can (?:i|you) do|what is this|who is this|who are you|how does (?:this|it) work|quien es|que es esto",
    )),
)  # fmt: skip
_OK = frozenset({
    "ok", "okay", "okey", "k", "kk", "yes", "y", "yep", "yeah", "yup", "si", "correct", "right", "exactly", "confirm",
    "confirmed", "good", "great", "perfect", "fine", "sure", "vale", "bueno", "bien", "claro", "correcto", "correcta",
    "perfecto", "exacto", "yea", "aight", "alright", "bet", "listo", "dale", "sip",
})  # fmt: skip
_FILLER = frozenset({
    "thats", "that", "is", "its", "it", "this", "all", "looks", "sounds", "please", "thanks", "thank", "you", "to",
    "me", "go", "ahead", "still", "everything", "esta", "todo", "todas", "muy", "gracias", "por", "favor", "es", "asi",
    "lol", "lmao", "haha", "jaja", "dear", "sir", "maam", "officer", "bro", "dude", "man", "i", "guess", "think", "so",
    "course", "of", "for", "one",
})  # fmt: skip
_NO = (
    r"(?:(?:wait|oh|um+|hm+|sorry|actually|lol|ok|perdon|ay) )*(?:no|nope|nah|keep(?: (?:it|them|all|everything))?"
    r"|not? (?:right|correct|ok)|wrong|thats wrong|never ?mind|dont)(?: (?:wait|sorry|no|espere|perdon))*"
)
_THUMB = "\N{THUMBS UP SIGN}"


def command_of(text: str) -> Command | None:
    """Give the command that a whole message is; none where it is none."""
    words = plain(text)
    for command, pattern in _PATTERNS:
        if compiled(pattern).fullmatch(words):
            return command
    return None


def is_ok(text: str) -> bool:
    """Say whether a message agrees: OK, YES and the like, or a thumb."""
    words = plain(text).split()
    if not words:
        return _THUMB in text
    return any(word in _OK for word in words) and all(word in _OK or word in _FILLER for word in words)


def is_one(text: str) -> bool:
    """Say whether a message is the digit 1, which agrees as well where no ask is open."""
    return plain(text) == "1"


def is_no(text: str) -> bool:
    """Say whether a message disagrees and says no more."""
    return compiled(_NO).fullmatch(plain(text)) is not None
