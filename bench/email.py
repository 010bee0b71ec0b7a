"""`./porchlight bench email --corpus DIR`: how exactly the new part of a reply is cut out, over a folder of pairs.

Without a folder: how the work of reading grows with a mail's size (`bench/hostile_mails.py`).

A pair is NAME.eml or NAME.txt, a raw mail or the body alone, and NAME.expected.txt, its new part. Line ends, and empty
space before and after the whole, do not count. `exact` are equal, `near` equal only once all white space is folded.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from bench import hostile_mails
from chalicelib.channels.email.reading import read
from chalicelib.domain.mail_cut import new_part, new_part_of

_HEADERS = re.compile(
    rb"\A(?:From [^\n]{1,200}\n)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.DOTALL
)
_OF_A_MAIL = re.compile(
    rb"^(?:from|to|subject|mime-version|message-id|date|content-type|received|return-path):",
    re.MULTILINE | re.IGNORECASE,
)


def main(arguments: list[str]) -> int:
    """Print the figures; 1 where a folder was named that holds no pair."""
    parser = argparse.ArgumentParser(prog="./porchlight bench email", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="the folder of pairs")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    figures = measured(options.corpus) if options.corpus else {"bench": "email", "work": hostile_mails.measured()}
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))
    if options.corpus and not figures["of"]:
        print(f"no pairs in {options.corpus}", file=sys.stderr)
        return 1
    return 0


def measured(folder: Path) -> dict[str, Any]:
    """Give `of`, `exact`, `near` and the names that are `wrong`."""
    exact = near = 0
    wrong = []
    pairs = [(mail, expected) for mail in sorted(folder.rglob("*")) if (expected := _expected(mail))]
    for mail, expected in pairs:
        got, wanted = _plain(cut(mail)), _plain(_decoded(expected.read_bytes()))
        if got == wanted:
            exact += 1
        elif got.split() == wanted.split():
            near += 1
        else:
            wrong.append(mail.relative_to(folder).as_posix())
    return {"bench": "email", "of": len(pairs), "exact": exact, "near": near, "wrong": wrong}


def cut(file: Path) -> str:
    """Give the new part of a raw mail, or of a body alone."""
    raw = file.read_bytes()
    if file.suffix.lower() == ".eml" or _is_raw(raw):
        mail = read(raw, mail_id=file.stem)
        return new_part_of(mail.plain, mail.html)
    body = _decoded(raw)
    return (
        new_part_of("", body)
        if re.match(r"\s{0,80}<(?:!doctype|html|body|div)\b", body, re.IGNORECASE)
        else new_part(body)
    )


def _is_raw(raw: bytes) -> bool:
    """Say whether headers of a mail stand on top: two of a mail's own, and an empty line or the end after them.

    A body that begins with the headers of the mail that it quotes has nothing but those, and no MIME-Version.
    """
    head = _HEADERS.match(raw.replace(b"\r\n", b"\n")[:65536])
    if not head:
        return False
    names = {name.lower() for name in _OF_A_MAIL.findall(head[0])}
    marks = {b"mime-version:", b"message-id:", b"content-type:", b"received:", b"return-path:"}
    return len(names) >= 2 and (bool(names & marks) or ({b"from:", b"to:", b"subject:"} <= names and b"@" in head[0]))


def _expected(mail: Path) -> Path | None:
    if mail.suffix.lower() not in (".eml", ".txt") or mail.name.endswith(".expected.txt"):
        return None
    expected = mail.with_name(mail.stem + ".expected.txt")
    return expected if expected.is_file() else None


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
