"""Leaves out what others have: `my cousin has 4 cameras in Dundalk but i only have 1`."""

from __future__ import annotations

from .number_words import NUMBER
from .patterns import compiled

_KIN = (
    r"(?:cousin|brother|sister|bro|mom|mother|dad|father|son|daughter|aunt|auntie|uncle|niece|nephew|friend|buddy|boss"
    r"|coworker|co-worker|grandma|grandmother|grandpa|grandson|granddaughter|neighbou?r|brother-in-law|sister-in-law"
    r"|mother-in-law|prim[oa]|herman[oa]|mam[a\u00e1]|pap[a\u00e1]|hij[oa]"
    r"|t[i\u00ed][oa]|sobrin[oa]"
    r"|amig[oa]|cu\u00f1ad[oa]"
    r"|suegr[oa]|abuel[oa]|vecin[oa]|jef[ea]|(?:guy|man|lady|woman|family|people|folks|house|place)"
    r" (?:next door|across the (?:street|road|way)|down the (?:street|road|block)))s?"
)
_HAS = r"(?:has|have|had|got|owns|tienen?|puso)"
_THEIRS = (
    rf"(?i)\b(?:my|our|the|a|mi|un|una|el|la|nuestr[oa]) {_KIN}(?:,? (?:who|que|that) [^.,;!?\n]{{1,60}})?"
    rf"(?:[,.]? (?:he|she|they|[e\u00e9]l|ella|ellos))? (?:already |only |ya |solo )?{_HAS}"
    rf" (?:like |about |como )?{NUMBER}"
    r"(?: [^\W\d_]+){0,2} (?:cameras?|cams?|c[a\u00e1]maras?|doorbells?|timbres?)"
    r"(?P<where>(?: (?!and\b|but\b|pero\b|y\b|i\b|we\b|yo\b)[^\W\d_]+){0,5})"
    r"[,.;]?"
    r"(?= (?:but |and |pero |y |so )?(?:i|i've|we|we've|yo|nosotros|mine|ours|tengo|tenemos"
    r"|la m[i\u00ed]a|me|i'm|here)\b)"
)
_HERE = r"(?i)\b(?:here|front|back|porch|yard|outside|inside|aqu[i\u00ed]|atr[a\u00e1]s|house|casa)\b"
"""Where they hang says that they are of this house too."""

_MINE = (
    rf"(?i)(\b(?:i|we|yo|nosotros|mine|ours|here)\b(?: (?:only|just|solo|s[o\u00f3]lo))?"
    r"(?: (?:have|got|is|are|has|tengo|tenemos))?"
    rf"(?: (?:only|just|solo|s[o\u00f3]lo))? {NUMBER})(?=\W*$|[.,;!])"
)


def without_theirs(text: str) -> str:
    """Give a message without cameras that are said to be another's, where somebody goes on with the own. Linear."""
    kept = compiled(_THEIRS).sub(lambda found: found[0] if compiled(_HERE).search(found["where"]) else " , ", text)
    return compiled(_MINE).sub(r"\1 camera", kept, count=1) if kept != text else text
