"""The habits by which people write an address, each as a function from one way of writing it to another."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from chalicelib.domain.street_words import TYPES_IN_FULL

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = "aeiou"
BY_EAR = (
    ("ph", "f"), ("ck", "k"), ("ie", "ei"), ("ei", "ie"), ("ea", "ee"), ("ee", "ea"), ("ai", "ay"), ("leigh", "ley"),
    ("ough", "o"), ("wh", "w"), ("kn", "n"), ("qu", "kw"), ("oo", "u"), ("y", "i"), ("c", "k"), ("z", "s"), ("x", "ks"),
    ("er", "ar"), ("or", "er"), ("ey", "y"), ("gh", "g"), ("sch", "sh"), ("tt", "t"), ("ou", "ow"), ("ow", "ou"),
)  # fmt: skip
ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh",
    "8th": "eighth", "9th": "ninth", "10th": "tenth", "11th": "eleventh", "12th": "twelfth",
}  # fmt: skip
INNER = {
    **ORDINALS, **{word: ordinal for ordinal, word in ORDINALS.items()},
    "st": "saint", "saint": "st", "mt": "mount", "mount": "mt", "ft": "fort", "fort": "ft", "jr": "junior",
    "dr": "doctor", "mlk": "martin luther king", "and": "&", "old": "olde", "hwy": "highway", "highway": "hwy",
    "county": "co", "route": "rt", "rte": "route", "us": "U.S.", "center": "centre", "heights": "hts",
    "hts": "heights", "sta": "station", "mtn": "mountain",
}  # fmt: skip
DIRECTIONS = {
    "n": ("north", "no.", "N."), "s": ("south", "so.", "S."), "e": ("east", "E."), "w": ("west", "W."),
    "ne": ("northeast", "north east", "N.E."), "nw": ("northwest", "north west", "N.W."),
    "se": ("southeast", "south east", "S.E."), "sw": ("southwest", "south west", "S.W."),
    "north": ("n", "N."), "south": ("s", "S."), "east": ("e", "E."), "west": ("w", "W."),
    "northeast": ("ne",), "northwest": ("nw",), "southeast": ("se",), "southwest": ("sw",),
}  # fmt: skip
TYPE_SPELLINGS = {
    "street": ("st", "st.", "str", "street", "stret", "sreet"), "avenue": ("ave", "av", "ave.", "avenue", "aveune"),
    "road": ("rd", "rd.", "road", "raod"), "drive": ("dr", "dr.", "drive", "drv"),
    "court": ("ct", "crt", "court", "ct."), "lane": ("ln", "lane", "ln.", "la"),
    "boulevard": ("blvd", "boulevard", "bvd", "blvd.", "bld"), "circle": ("cir", "circle", "cr", "circ"),
    "place": ("pl", "place", "pl."), "parkway": ("pkwy", "parkway", "pky"), "terrace": ("ter", "terrace", "terr"),
    "highway": ("hwy", "highway", "hiway"), "trail": ("trl", "trail", "tr"), "way": ("way", "wy"),
}  # fmt: skip
OTHER_TYPES = ("St", "Rd", "Ave", "Dr", "Ct", "Ln")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An address in the parts that people leave out, change and move about."""

    number: str
    name: str
    before: str = ""
    kind: str = ""
    after: str = ""
    unit: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    lead: str = ""
    spanish: bool = False
    comma: str = ","

    def line(self) -> str:
        """Give the parts in one line; a blank comma leaves it to the reader where the street ends."""
        names = (self.name, self.number) if self.spanish else (self.number, self.before, self.name)
        street = " ".join(part for part in (*names, self.kind, self.after) if part)
        state = " ".join(part for part in (self.region, self.postcode) if part)
        return self.lead + f"{self.comma} ".join(part for part in (street, self.unit, self.city, state) if part)


def as_it_is(written: Written, _chance: random.Random) -> Written:
    return written


def mistype_name(written: Written, chance: random.Random) -> Written:
    return replace(written, name=_in_longest_word(written.name, _mistyped, chance))


def spell_by_ear(written: Written, chance: random.Random) -> Written:
    return replace(written, name=_in_longest_word(written.name, _heard, chance))


def double_or_lose_a_twin(written: Written, chance: random.Random) -> Written:
    return replace(written, name=_in_longest_word(written.name, _twinned, chance))


def join_or_part_words(written: Written, chance: random.Random) -> Written:
    """`Lochraven`, or `Rox leigh`."""
    words = written.name.split()
    if len(words) > 1 and all(word.isalpha() for word in words):
        return replace(written, name="".join(words))
    if len(words) == 1 and len(words[0]) > 7 and words[0].isalpha():
        at = chance.randrange(3, len(words[0]) - 3)
        return replace(written, name=f"{words[0][:at]} {words[0][at:]}")
    return written


def leave_out_type(written: Written, _chance: random.Random) -> Written:
    return replace(written, kind="")


def respell_type(written: Written, chance: random.Random) -> Written:
    full = TYPES_IN_FULL.get(written.kind.lower().strip("."), written.kind.lower())
    return replace(written, kind=chance.choice(TYPE_SPELLINGS.get(full, (full,)))) if written.kind else written


def mistake_type(written: Written, chance: random.Random) -> Written:
    return replace(written, kind=chance.choice(OTHER_TYPES)) if written.kind else written


def leave_out_direction(written: Written, _chance: random.Random) -> Written:
    return replace(written, before="", after="")


def respell_direction(written: Written, chance: random.Random) -> Written:
    """`North`, `N.`, and now and then behind the street what belongs before it."""
    before, after = (_another(part, DIRECTIONS, chance) for part in (written.before, written.after))
    if before and not after and chance.random() < 0.15:
        before, after = after, before
    return replace(written, before=before, after=after)


def add_unit(written: Written, chance: random.Random) -> Written:
    number, letter = chance.randrange(1, 40), chance.choice("ABCD")
    units = (f"apt {number}", f"#{number}", f"Unit {letter}", f"apt. {number}{letter}", f"suite {number}", "2nd floor",
             f"apartment {letter}", f"# {letter}", "rear", "basement", f"lot {number}")  # fmt: skip
    return replace(written, unit=chance.choice(units))


def add_letter_to_number(written: Written, chance: random.Random) -> Written:
    if not written.number.isdigit():
        return written
    return replace(written, number=written.number + chance.choice(("a", "B", "-A", " A")))


def part_number(written: Written, chance: random.Random) -> Written:
    """`10 09 Roxleigh`, as a dictated number comes out; or `1,009`."""
    if not written.number.isdigit() or len(written.number) != 4:
        return written
    first = 2 if chance.random() < 0.7 else 1
    return replace(written, number=written.number[:first] + (" " if first == 2 else ",") + written.number[first:])


def respell_inner_words(written: Written, chance: random.Random) -> Written:
    """`5th` or `Fifth`, `St` or `Saint`; `5` for `5th`."""
    words = [
        _another(word, {known: (other,) for known, other in INNER.items()}, chance) for word in written.name.split()
    ]
    short = [re.sub(r"(?i)^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in words]
    return replace(written, name=" ".join(short if chance.random() < 0.3 else words))


def introduce(written: Written, chance: random.Random) -> Written:
    leads = ("at ", "I live at ", "my address is ", "address: ", "its ", "located at ", "we are at ", "home is ")
    return replace(written, lead=chance.choice(leads))


def punctuate(written: Written, chance: random.Random) -> Written:
    """`#1009 Roxleigh Rd.`, `1009, Roxleigh Rd`, `no 1009`."""
    ways = (("#", ""), ("", ","), ("no. ", ""), ("", "."), ("number ", ""))
    before, behind = chance.choice(ways)
    return replace(written, number=f"{before}{written.number}{behind}")


def say_in_spanish(written: Written, chance: random.Random) -> Written:
    """`Calle Roxleigh 1009`, or `1009 calle Roxleigh`."""
    word = "avenida" if written.kind.lower().startswith("av") else "calle"
    spanish = chance.random() < 0.5 and not written.name[-1:].isdigit() and not written.before
    name = written.name if written.name.lower().startswith(("calle", "avenida", "camino")) else f"{word} {written.name}"
    return replace(written, name=name, kind="", spanish=spanish)


def mistype_city(written: Written, chance: random.Random) -> Written:
    return replace(written, city=_in_longest_word(written.city, _mistyped, chance))


def name_place(written: Written, chance: random.Random) -> Written:
    """Leave out city, state or postcode, as nearly everybody does."""
    kept = chance.choices(("", "c", "cs", "csp", "cp", "p", "sp"), (40, 25, 10, 12, 6, 5, 2))[0]
    return replace(
        written,
        city=written.city if "c" in kept else "",
        region=written.region if "s" in kept else "",
        postcode=written.postcode if "p" in kept else "",
        comma="," if chance.random() < 0.5 else "",
    )


def letters(line: str, chance: random.Random) -> str:
    """Write it small, in capitals, as names are written, or as the file has it; a space too many now and then."""
    line = chance.choices((line.lower(), line.upper(), line.title(), line), (55, 10, 25, 10))[0]
    return line.replace(" ", "  ", 1) if chance.random() < 0.03 else line


def _another(word: str, table: dict[str, tuple[str, ...]], chance: random.Random) -> str:
    return chance.choice(table.get(word.lower().strip("."), (word,)))


def _in_longest_word(name: str, change: object, chance: random.Random) -> str:
    words = name.split()
    longest = max(words, key=lambda word: len(word) if word.isalpha() else 0, default="")
    if len(longest) < 5 or not longest.isalpha():
        return name
    words[words.index(longest)] = change(longest.lower(), chance)  # type: ignore[operator]
    return " ".join(words)


def _mistyped(word: str, chance: random.Random) -> str:
    """Swap two letters, lose one, hit one twice, or hit the key beside it."""
    at = chance.randrange(1, len(word) - 1)
    way = chance.choices(("swap", "lose", "twice", "beside"), (3, 4, 2, 3))[0]
    if way == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if way == "lose":
        return word[:at] + word[at + 1 :]
    return word[:at] + (word[at] * 2 if way == "twice" else _beside(word[at], chance)) + word[at + 1 :]


def _beside(letter: str, chance: random.Random) -> str:
    row = next((keys for keys in KEYS if letter in keys), letter)
    at = row.index(letter)
    return chance.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2] or letter)


def _heard(word: str, chance: random.Random) -> str:
    ways = [(written, heard) for written, heard in BY_EAR if written in word[1:]]
    if not ways:
        return _mistyped(word, chance)
    written, heard = chance.choice(ways)
    return word[0] + word[1:].replace(written, heard, 1)


def _twinned(word: str, chance: random.Random) -> str:
    twins = [at for at in range(1, len(word)) if word[at] == word[at - 1]]
    at = chance.choice(twins or range(1, len(word) - 1))
    return word[:at] + word[at + 1 :] if twins else word[:at] + word[at] + word[at:]
