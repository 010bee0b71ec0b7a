"""Reads the TwiML that an application answers with: messages, in order."""

from __future__ import annotations

import xml.etree.ElementTree as ET


class TwimlError(Exception):
    """The answer is no TwiML that this carrier knows; the sentence says what it met."""


def messages_of(document: bytes) -> list[str]:
    """Return the texts of <Response><Message>; raise TwimlError for any other verb, noun or attribute."""
    root = parse(document)
    if root.tag != "Response":
        raise TwimlError(f"<{root.tag}> instead of <Response>")
    return [text for verb in root if (text := text_of(verb))]


def parse(document: bytes) -> ET.Element:
    if b"<!DOCTYPE" in document or b"<!ENTITY" in document:
        raise TwimlError("a document type")
    try:
        return ET.fromstring(document)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        raise TwimlError("no XML") from error


def text_of(verb: ET.Element) -> str:
    if verb.tag != "Message" or verb.attrib:
        raise TwimlError(f"<{verb.tag} {' '.join(verb.attrib)}>")
    if any(noun.tag != "Body" for noun in verb):
        raise TwimlError(f"<Message> with <{next(noun.tag for noun in verb if noun.tag != 'Body')}>")
    return "".join(verb.itertext()).strip()
