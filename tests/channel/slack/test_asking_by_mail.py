"""From `/footage` to owners' mailboxes: the preview counts both ways, and each owner is asked by the one they chose."""

from __future__ import annotations

import json
from dataclasses import replace

from chalicelib.domain.wishes import Wishes
from tests import builders
from tests.channel.slack.office import Office
from tests.world import World

MAILBOX = "neighbor@example.com"


def owner_by_mail(world: World) -> None:
    household = world.household()
    owner = household.owner
    mailbox = world.contact(MAILBOX, channel="email", owner_id=owner.owner_id, consent="given")
    keys = (*owner.contact_keys, mailbox.key)
    changed = replace(owner, contact_keys=keys, wishes=Wishes(prefers="email"), version=owner.version + 1)
    world.commit(world.registry.change_owner(changed))


def test_a_preview_counts_texts_and_mails_apart_and_mail_costs_nothing(office: Office) -> None:
    owner_by_mail(office.world)
    office.world.household(builders.OTHER_PHONE)

    shown = json.dumps(office.preview(), ensure_ascii=False)

    assert "Texts: 1, of 2 parts each. Cost: about $0.0" in shown
    assert "By email, in the same words and at no cost: 1." in shown


def test_each_owner_is_asked_by_what_they_chose_and_the_link_opens_the_ask(office: Office) -> None:
    owner_by_mail(office.world)
    office.world.household(builders.OTHER_PHONE)
    office.send()
    office.world.deliver()

    [mail] = office.world.emails.sent
    assert (mail.to, mail.mail.request.code in mail.subject) == (MAILBOX, True)
    assert [text.to for text in office.world.texts.sent] == [builders.OTHER_PHONE]
    token = mail.body.partition("/r/")[2].split()[0]
    assert office.world.requests.ask_by_token(token, now=office.world.clock.now())
