"""Words by which a place is told from the rest of a message."""

from __future__ import annotations

from .street_words import SPANISH_KINDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNIT_WORDS = _words(
    "apt apartment apartamento apto unit unidad ste suite rm room lot fl floor trlr bldg building depto piso"
)
# Words that no street or city is made of where people tell about their cameras.
STOPS = _words(
    "a about address also am an and are arlo at back backyard behind blink business by call cam camara camaras "
    "camera cameras cams cell con c\u00e1mara c\u00e1maras day days de del dia dias domo door doorbell doorbells "
    "doorcam dos driveway dvr d\u00eda d\u00edas each el email en entrance eufy facing feet five footage for "
    "four from front garage guarda guardan has hate have he hello hi hikvision hola home hour hours house hrs i "
    "im in indoor indoors inside is it its keep keeping keeps kept la last lasts looking looks lorex mes meses "
    "mi mira mir\u00e1n mis month months mounted my m\u00eds name nest no number nvr ok on one one's or our out "
    "outdoor outdoors outside phone please pm pointed pointing por porch record recorded recorder recording "
    "recordings records recuerda register registrar reolink retention ring save saved saves saving security "
    "semana semanas shop side sides six store stores storing swann tenemos tengo text thank thanks that the "
    "of them these more there they this three tiene timbre to total "
    "tres two un una video videos want watching we week weeks which "
    "with would wyze y yard years yes you hr hrs wk wks mo mos min mins channel ch tb gb gig story bedroom bedrooms"
)
MAY_BEGIN = SPANISH_KINDS | _words("de la las los el the old one two three four five six")
"""Words that mean something else elsewhere in a message, and begin a street behind a house number."""
NUMBERED = _words("hwy highway route rte us calle cr sr fm rm sh")
COUNTED = _words("cam cams camera cameras camara camaras c\u00e1mara c\u00e1maras day days dia dias d\u00eda d\u00edas")
MAY_NAME = _words("back bay day front garage home ring store shop farm station hill school church camera dia")
"""Such words too, where a street of a common type is called so: `14 Day Coach Cir`, `7521 Bay Front Rd`."""
COMMON = _words("rd road st street ave avenue dr drive ln lane ct court cir circle blvd pl way pkwy ter neck")
LIVED_AT = _words("at address is en live addr my direccion casa home location , . : ; \n on number it's its")
"""Stand before a number below a hundred that a street without its type follows, or nothing does."""
