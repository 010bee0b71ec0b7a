"""What the provider found out about a mail, from the headers that it put on top, and from no others.

SES writes, in this order and once each: Return-Path, Received, X-SES-Spam-Verdict, X-SES-Virus-Verdict, Received-SPF,
Authentication-Results with one result a line, X-SES-RECEIPT, X-SES-DKIM-SIGNATURE. All below is the sender's, who may
repeat any of them. Within a line, what the sender said (envelope, greeting) is quoted too: only the first word counts.
"""

from __future__ import annotations

import re

from chalicelib.domain.mail import Verdict, Verdicts

from .mime import Part

_ORDER = (
    "return-path", "received", "x-ses-spam-verdict", "x-ses-virus-verdict", "received-spf",
    "authentication-results", "x-ses-receipt", "x-ses-dkim-signature",
)  # fmt: skip
_RESULT = re.compile(r"[ \t]+(spf|dkim|dmarc)=([a-z]{1,20})(?=[\s;]|$)(.{0,2000})", re.IGNORECASE)
_LINE_END = re.compile(r"\r?\n")
"""And no other break: what else Python takes for one may stand in a greeting or an envelope that is quoted here."""
_DMARC_FOR = re.compile(r"\s{1,3}header\.from=([a-z0-9.-]{1,255});?\s{0,3}", re.IGNORECASE)
_SIGNED_BY = re.compile(r"\s{1,3}header\.i=@([a-z0-9.-]{1,255});?\s{0,3}", re.IGNORECASE)
_RETURN_PATH = re.compile(r"\s{0,3}<[^<>\s]{1,320}@([a-z0-9.-]{1,255})>\s{0,3}", re.IGNORECASE)


def verdicts_in(top: Part, sender: str) -> Verdicts:
    """Give the provider's verdicts on a mail of this sender; `none` for each that it did not write itself."""
    own = _own(top)
    domain = sender.rpartition("@")[2]
    results = _results(own)
    dmarc: Verdict = "none"
    for method, verdict, rest in results:
        named = _DMARC_FOR.fullmatch(rest)
        if method == "dmarc":
            passed = verdict == "pass" and named is not None and named[1].lower() == domain
            dmarc = "pass" if passed else "none" if verdict == "none" else "fail"
    return Verdicts(
        spam=_verdict(own.get("x-ses-spam-verdict", "")),
        virus=_verdict(own.get("x-ses-virus-verdict", "")),
        dmarc=dmarc,
        aligned=bool(domain) and _aligned(results, own, domain),
    )


def _own(top: Part) -> dict[str, str]:
    """Give the provider's headers: from the top on, in its order, each at most once."""
    found: dict[str, str] = {}
    place = 0
    for name, value in top.headers:
        if name not in _ORDER[place:]:
            break
        place = _ORDER.index(name) + 1
        found[name] = value
    return found


def _results(own: dict[str, str]) -> list[tuple[str, str, str]]:
    """Give method, verdict and the rest of each line; none of a header that is not surely the provider's.

    A method that stands there twice, DKIM aside, is somebody's attempt.
    """
    if not {"received-spf", "x-ses-receipt"} <= own.keys():
        return []
    server, *lines = _LINE_END.split(own.get("authentication-results", ""))[:40]
    if server.strip().rstrip(";").strip().lower() != "amazonses.com":
        return []
    found = [(line[1].lower(), line[2].lower(), line[3]) for line in map(_RESULT.fullmatch, lines) if line]
    methods = [method for method, _, _ in found if method != "dkim"]
    return found if len(set(methods)) == len(methods) else []


def _aligned(results: list[tuple[str, str, str]], own: dict[str, str], domain: str) -> bool:
    """Say whether the very domain of From signed the mail, or sent it by the envelope that SPF passed."""
    signed = any(
        method == "dkim" and verdict == "pass" and (by := _SIGNED_BY.fullmatch(rest)) and by[1].lower() == domain
        for method, verdict, rest in results
    )
    path = _RETURN_PATH.fullmatch(own.get("return-path", "").rstrip("\r\n"))
    may_send = any(method == "spf" and verdict == "pass" for method, verdict, _ in results)
    return signed or bool(may_send and path and path[1].lower() == domain)


def _verdict(value: str) -> Verdict:
    """PASS and FAIL are what they are; GRAY and PROCESSING_FAILED say nothing."""
    word = value.strip().lower()
    return "pass" if word == "pass" else "fail" if word == "fail" else "none"
