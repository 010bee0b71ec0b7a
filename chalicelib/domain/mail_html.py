"""A mail's HTML as plain text, quoted parts marked with `>`: nothing is run, fetched or shown."""

from __future__ import annotations

import re

from .mail_tags import End, Start, tokens

MOST_LETTERS = 400_000
_SILENT = frozenset({"head", "script", "style", "title", "template", "svg", "object", "noscript", "math"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_QUOTES = ("yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "zmail_extra", "outlookmessageheader",
           "moz-forward-container")  # fmt: skip
_SIGNATURES = ("gmail_signature", "moz-signature", "protonmail_signature_block", "mobile-signature", "mobilesignature",
               "android_signature", "signature_prefix", "composer_signature")  # fmt: skip
_ENDS = ("divrplyfwdmsg", "appendonsend", "olk_src_body_section", "mail-editor-reference-message-container", "zwchr",
         "stopspelling")  # fmt: skip
"""From the element with such an id on, all is the mail that is answered."""
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all")
_SPACE = re.compile(r"[ \t\n\r\f\u00a0]+")
_OWN_INDENT = re.compile(r"border\s{0,3}:\s{0,3}(?:none|0)")


def text_of_html(html: str) -> str:
    """Give the text of the first MOST_LETTERS letters, one line for each that a reader would see.

    Left out: what is hidden, signatures, everything from the header of the mail that is answered on. Each thing that is
    quoted leaves one line `>`.
    """
    reader = _Reader()
    for token in tokens(html[:MOST_LETTERS]):
        if isinstance(token, str):
            reader.say(token)
        elif isinstance(token, Start):
            reader.start(token)
        else:
            reader.end(token)
        if reader.ended:
            break
    return reader.text()


class _Reader:
    """Collects lines. What is skipped ends with the tag that began it, however much is nested inside."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._skipping, self._depth = "", 0
        self._pre = 0
        self.ended = False

    def start(self, tag: Start) -> None:
        if self._skipping:
            self._depth += tag.name == self._skipping
        elif _ends_here(tag):
            self.ended = True
        elif tag.name not in _VOID and self._is_skipped(tag):
            self._skipping, self._depth = tag.name, 1
        else:
            self._open(tag)

    def end(self, tag: End) -> None:
        if self._skipping:
            self._depth -= tag.name == self._skipping
            if not self._depth:
                self._skipping = ""
            return
        self._pre = max(0, self._pre - (tag.name == "pre"))
        if tag.name in _BLOCKS:
            self._break()
        if tag.name in _PARAGRAPHS:
            self._lines.append("")

    def say(self, text: str) -> None:
        if self._skipping:
            return
        if not self._pre:
            self._line.append(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._end_line()
            self._line.append(line)

    def text(self) -> str:
        self._break()
        return "\n".join(self._lines)

    def _is_skipped(self, tag: Start) -> bool:
        if tag.name in _SILENT or tag.id == "signature" or _HIDDEN.search(tag.style):
            return True
        names = f"{tag.css_class} {tag.id}"
        if any(name in names for name in _SIGNATURES):
            return True
        own_indent = _OWN_INDENT.search(tag.style) and "gmail_quote" not in names
        quoted = (tag.name == "blockquote" and not own_indent) or any(name in names for name in _QUOTES)
        if quoted:
            self._break()
            self._lines.append(">")
        return quoted

    def _open(self, tag: Start) -> None:
        self._pre += tag.name == "pre"
        if tag.name == "br":
            self._end_line()
        elif tag.name in _BLOCKS:
            self._break()
            if tag.name in _PARAGRAPHS and "mso" not in tag.css_class and self._lines and self._lines[-1]:
                self._lines.append("")

    def _break(self) -> None:
        if "".join(self._line).strip():
            self._end_line()
        self._line = []

    def _end_line(self) -> None:
        self._lines.append(_SPACE.sub(" ", "".join(self._line)).strip())
        self._line = []


_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def _ends_here(tag: Start) -> bool:
    ruled = tag.name == "hr" and "inline-block" in tag.style and "98%" in tag.style
    return ruled or any(end in tag.id for end in _ENDS)
