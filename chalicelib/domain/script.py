"""The conversation's steps, declared, and the few words that mean the same at each of them."""

from __future__ import annotations

from . import detailing, registering, removing
from .commands import Command, command_of
from .conversation import Context, State, Step, StepName, Turn
from .number_words import number
from .patterns import compiled
from .plain_words import plain
from .registration_words import Slots, is_trigger, read
from .reply import Sentence, by_the_way, sentence

_REGISTER = r"(?:please )?(?:register|registrar\w*|join|unirme|sign ?up|enroll)\b"
_CAMERA = r"\b(?:cams?|cameras?|camaras?|doorbells?|timbres?)\b"


def take_turn(state: State, text: str, context: Context) -> Turn:
    """Take one message. Total: whatever the text and the state, there is one answer."""
    command = command_of(text)
    if command:
        return _command(command, state, text, context)
    if state.busy and compiled(_REGISTER).match(plain(text)):
        return registering.begin(context, read(text))
    turn = STEPS[state.step].take(state, text, context)
    return turn or _not_understood(state, context)


def prompt(state: State, context: Context) -> Sentence:
    """Ask again what the conversation waits for."""
    return STEPS[state.step].ask(state, context)


def _idle(_state: State, text: str, context: Context) -> Turn | None:
    """Begin a registration where a message opens with a trigger or speaks of a camera at a place."""
    slots = read(text)
    if is_trigger(text):
        return registering.begin(context, slots)
    if plain(text) in ("1", "2", "3", "4", "5", "6"):
        return Turn(State(), (sentence("sms.ask.none"),))
    return registering.begin(context, slots) if _offers(slots, text, context) else None


def _offers(slots: Slots, text: str, context: Context) -> bool:
    said = bool(slots.count or slots.days or slots.views)
    if compiled(_CAMERA).search(plain(text)):
        return said or bool(slots.place)
    if not slots.place:
        return False
    return said or (context.household is None and number(slots.place.split()[0].lower()) is not None)


def _menu(_state: State, context: Context) -> Sentence:
    return sentence("sms.menu_owner" if context.household else "sms.menu")


def _command(command: Command, state: State, text: str, context: Context) -> Turn:
    if command == "my_cameras":
        return _listed(state, context)
    if command == "remove":
        return removing.begin_removing(text, context)
    if command == "delete":
        return removing.begin_leaving(context)
    if command == "start_over":
        return removing.kept() if state.step.startswith(("remove", "delete")) else registering.begin(context)
    if state.busy:
        helped = (sentence("sms.help_here"),) if command == "menu" else ()
        return Turn(state, (*map(by_the_way, helped), prompt(state, context)))
    return registering.begin(context) if command == "greeting" and not context.household else _helped(state, context)


def _listed(state: State, context: Context) -> Turn:
    """List the cameras without losing the thread."""
    going_on = (by_the_way(prompt(state, context)),) if state.busy else ()
    return Turn(state, (removing.list_cameras(context), *going_on))


def _helped(state: State, context: Context) -> Turn:
    return Turn(state, (_menu(state, context),))


def _not_understood(state: State, context: Context) -> Turn:
    replies = (by_the_way(sentence("sms.sorry")), prompt(state, context))
    return Turn(state, replies, understood=False)


STEPS: dict[StepName, Step] = {
    "idle": Step(_menu, _idle),
    "address": Step(registering.ask_address, registering.take_address),
    "choose": Step(registering.ask_choice, registering.take_choice),
    "count": Step(registering.ask_count, registering.take_count),
    "days": Step(registering.ask_days, registering.take_days),
    "confirm": Step(registering.ask_confirmation, registering.take_confirmation),
    "look": Step(detailing.ask_detail, detailing.take_look),
    "indoor": Step(detailing.ask_detail, detailing.take_indoor),
    "name": Step(detailing.ask_detail, detailing.take_name),
    "remove_which": Step(removing.ask_which, removing.take_which),
    "remove_sure": Step(removing.ask_sure, removing.take_sure),
    "delete_sure": Step(removing.ask_delete, removing.take_delete),
}
