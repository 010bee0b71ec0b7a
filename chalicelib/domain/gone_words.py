"""Reads that a registered camera is there no more: stolen, sold, taken down, or its owner has sold the house."""

from __future__ import annotations

from .patterns import compiled, either

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|una|dos|tres)"
_NOUN = r"(?:cams?|cameras?|doorbells?|camaras?|timbres?)"
_CAMERA = (
    rf"(?:(?:(?:the|my|our|that|la|las|mi|mis|el) )?(?:\w+ )?{_NOUN}(?: (?:number |no |numero )?{_NUMBER}\b)?"
    r"|(?:the |la )?(?:first|second|third|fourth|fifth|primera|segunda|tercera|cuarta|quinta)(?: (?:one|camara))?)"
)
_IS = r"(?:is|are|was|were|got|has been|have been)(?: (?:now|all|both|since|already))?"
_AWAY = r"(?:gone|stolen|removed|sold|taken (?:down|away|off)|thrown out|uninstalled|no longer (?:there|here))"
_GONE = either(
    rf"{_CAMERA} {_IS} {_AWAY}",
    rf"{_CAMERA} (?:isnt|arent|is not|are not|{_IS} not) (?:there|here)(?: any ?more)?",
    rf"(?:took|taken) (?:down {_CAMERA}|{_CAMERA} (?:down|away|off))",
    rf"(?:removed|sold|threw out|got rid of|uninstalled|no longer (?:have|own)) {_CAMERA}",
    rf"(?:somebody|someone|they|thieves) (?:stole|took) {_CAMERA}",
    rf"(?:dont|do not) (?:have|own) {_CAMERA} any ?more",
    rf"{_CAMERA} (?:ya no (?:esta|estan|existe|existen)|fue robada|fueron robadas)",
    rf"(?:ya no tengo|quite|quitamos|(?:me |nos )?robaron|vendi|vendimos) {_CAMERA}",
)
_EVERY = either(
    r"sold (?:the|my|our) (?:house|home|place|building|shop|store)",
    rf"(?:no|have no|(?:dont|do not) have (?:any|the|my)?) ?(?:more )?{_NOUN} any ?more",
    rf"no longer have (?:any )?{_NOUN}",
    r"(?:vendi|vendimos) (?:la|mi|nuestra) (?:casa|tienda)|ya no tengo (?:ninguna )?camaras?$",
)
_OF_FOOTAGE = r"\b(?:videos?|footage|recordings?|clips?|cars?|grabaci\w+)\b"


def gone(said: str) -> bool:
    """Say whether plain words say that a camera is gone; what is gone from a camera's footage is none."""
    if compiled(_OF_FOOTAGE).search(said):
        return False
    return compiled(rf"\b(?:{_GONE})\b").search(said) is not None or every_one_gone(said)


def every_one_gone(said: str) -> bool:
    """Say whether plain words say that all of them are gone."""
    return compiled(rf"\b(?:{_EVERY})\b").search(said) is not None
