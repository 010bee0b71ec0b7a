"""Files that come by mail: which ask they belong to, and what their sender is told about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.domain.incident import Ask
from chalicelib.domain.reply import Sentence, counted, sentence

from .keep_attachments import HandedIn, KeepAttachments, files_in
from .open_letter import Letter

if TYPE_CHECKING:
    from chalicelib import ports


@dataclass(frozen=True, slots=True)
class Files:
    """How many files were kept, and what is said about those and all others."""

    kept: int = 0
    said: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFiles:
    """Keeps what answers an open ask; of any other file nobody knows what it would belong to."""

    requests: ports.Requests
    attachments: KeepAttachments

    def take(self, letter: Letter) -> Files:
        """Keep a mail's files, or say how they can be sent; the same mail again keeps nothing more."""
        ask = letter.standing.ask or self._only_ask(letter)
        if ask is None:
            return Files(said=(sentence("mail.talk.files_not"),)) if any(files_in(letter.mail)) else Files()
        if ask.closed:
            return Files()
        handed_in = self.attachments.keep(letter.mail, letter.name, ask, now=letter.writer.now)
        return Files(handed_in.taken, tuple(_about(handed_in)))

    def _only_ask(self, letter: Letter) -> Ask | None:
        """Give the ask that an answer to another mail of ours is about, as to the one that brought the link: the one
        that the mail names by its code, or the only one.
        """
        contact = letter.writer.contact
        if not letter.standing.proven or contact is None or contact.owner_id is None:
            return None
        asks = [ask for ask in self.requests.open_asks(contact.owner_id, now=letter.writer.now) if not ask.held]
        words = f"{letter.text} {letter.mail.subject}".upper().split()
        named = [ask for ask in asks if ask.code in words]
        return next(iter(named or asks), None) if len(named or asks) == 1 else None


def _about(handed_in: HandedIn) -> list[Sentence]:
    said = [counted("mail.talk.file", "mail.talk.files", handed_in.taken)] if handed_in.taken else []
    if handed_in.too_many:
        said.append(sentence("mail.talk.files_many", count=handed_in.too_many))
    if handed_in.lost:
        said.append(sentence("mail.talk.files_lost"))
    return said
