"""The conversation's steps, declared, and the few words that mean the same at each of them."""

from __future__ import annotations

from dataclasses import replace

from . import changing, confirming, detailing, proving, registering, removing, wishing
from .change_words import speaks_of_new
from .commands import Command, command_of, is_no, is_ok, is_one
from .conversation import Confirm, Context, Leave, Remove, State, Step, StepName, Turn
from .correcting import homes_of
from .number_words import number
from .opening_words import asks, begins, begins_anew, is_short
from .patterns import compiled
from .plain_words import plain
from .questions import asked
from .registration_words import Slots, is_trigger, read
from .reply import Sentence, by_the_way, sentence

MOSTLY = 0.8
"""Of an owner's message, so much has to be an address for it to begin a registration by itself."""
_CAMERA = r"\b(?:cams?|cameras?|camaras?|doorbells?|timbres?)\b"
_BACK_YARD = frozenset({"back", "atras"})
"""Is where a camera looks, where that is the question."""
_NEVER_MIND = (
    r"(?:ok |lol |actually |oh )?(?:never ?mind|nvm|forget it|not now|no thanks?|no thank you|no gracias"
    r"|olvidelo|mejor no)"
)
_REGISTERING: frozenset[StepName] = frozenset({"address", "choose", "count", "days", "confirm"})
"""Steps before anything is registered, at which whoever changes their mind is let go."""
_BREAKS_IN: frozenset[StepName] = frozenset(
    {"remove_which", "remove_sure", "delete_sure", "change_which", "change_sure"}
)
"""Steps of a matter that another one waits for, if there is one."""
_TAKES_ANYTHING: frozenset[StepName] = frozenset({"look", "indoor", "name", *_BREAKS_IN})
"""Steps at which what comes after a day is more likely meant for something else."""


def take_turn(state: State, text: str, context: Context) -> Turn:
    """Take one message. Total: whatever the text and the state, there is one answer."""
    if context.unproven or state.step == "whose":
        return with_ways(_unproven(state, text, context))
    turn = _late(state, text, context) if context.stale and state.busy else _turn(state, text, context)
    return with_ways(_back_to(turn, state, text, context))


def _unproven(state: State, text: str, context: Context) -> Turn:
    """Take a message from a phone that may be somebody else's by now: nothing is shown or changed until they say."""
    if proving.proves(state, text):
        return _turn(State(), state.wanted, replace(context, unproven=False))
    if state.step == "whose" and (turn := proving.take_whose(state, text, context)):
        return turn
    turn = _turn(State(), text, context)
    return proving.ask_first(text) if proving.shows(turn) else turn


def prompt(state: State, context: Context) -> Sentence:
    """Ask again what the conversation waits for; every prompt says how to go back, start over and stop."""
    asked = STEPS[state.step].ask(state, context)
    return _ways(asked, state) if state.busy else asked


def _turn(state: State, text: str, context: Context) -> Turn:
    wishes = wishing.heard(text, context)
    if wishes:
        return _beside(wishing.take(wishes, context), state, context)
    if state.step in _REGISTERING and not state.changing and compiled(_NEVER_MIND).fullmatch(plain(text)):
        return Turn(State(), (sentence("sms.left_registering"),))
    if answered := _answered(text, state, context):
        return answered
    command = command_of(text)
    if command and not (state.step == "look" and plain(text) in _BACK_YARD):
        return _command(command, state, text, context)
    if state.busy and begins_anew(text):
        return registering.begin(context, text)
    turn = _changed(state, text, context) if state.step in detailing.DETAILS else None
    turn = turn or STEPS[state.step].take(state, text, context) or _changed(state, text, context)
    return turn or _not_understood(state, context)


def _answered(text: str, state: State, context: Context) -> Turn | None:
    """Answer a plain question, or thank back, and go on with what was going on."""
    topic = asked(text)
    agrees = topic == "thanks" and is_ok(text) and (state.busy or context.check_open())
    if topic is None or agrees or (topic == "later" and not context.ask_open):
        return None
    if topic == "what" and not state.busy and context.household is None:
        return _helped(state, context)
    return _beside(Turn(state, (sentence(f"sms.faq.{topic}"),)), state, context)


def _late(state: State, text: str, context: Context) -> Turn:
    """After a day, say where one left off; nothing is agreed to that was not shown again."""
    left_off = sentence(f"sms.left_off_{_matter(state)}")
    shown = Turn(state, (left_off, prompt(state, context)))
    command = command_of(text)
    if command in ("greeting", "menu") or is_ok(text) or is_no(text) or is_one(text):
        return shown
    if command or asked(text) or wishing.heard(text, context):
        return _turn(state, text, context)
    if state.step in _TAKES_ANYTHING:
        return _changed(state, text, context) or _anew(state, text, context) or shown
    turn = _turn(state, text, context)
    return replace(turn, replies=(left_off, *turn.replies)) if turn.understood else replace(shown, understood=False)


def _anew(state: State, text: str, context: Context) -> Turn | None:
    """Take what has nothing to do with questions that nobody has to answer."""
    return _idle(State(), text, context) if state.step in detailing.DETAILS else None


def _matter(state: State) -> str:
    if state.step.startswith(("remove", "delete")):
        return "removing"
    return "changing" if state.changing else "details" if state.step in detailing.DETAILS else "adding"


def _idle(_state: State, text: str, context: Context) -> Turn | None:
    """Begin a registration where a message opens with a trigger or speaks of a camera at a place."""
    slots = read(text, context.names_for(text))
    if checked := _checked(text, context):
        return checked
    if plain(text) in ("1", "2", "3", "4", "5", "6"):
        return Turn(State(), (sentence("sms.ask.none"),))
    registers = begins(text) or (is_short(text) and bool(homes_of(text, context)))
    changed = None if registers else changing.take(State(), text, context)
    wanted = registers or is_trigger(text) or _offers(slots, text, context)
    return changed or (registering.begin(context, text) if wanted else None)


def _checked(text: str, context: Context) -> Turn | None:
    """Take the answer to the yearly question, where one is open; what is wrong is said in the words of any change."""
    if not context.check_open():
        return None
    if is_ok(text) or (is_one(text) and not context.ask_open):
        return Turn(State(), (sentence("sms.check.thanks"),), Confirm())
    return Turn(State(), (sentence("sms.check.wrong"),)) if is_no(text) else None


def _offers(slots: Slots, text: str, context: Context) -> bool:
    said = bool(slots.count or slots.days or slots.views)
    if not slots.place and asks(text) and ("?" in text or not slots.days):
        return False
    if compiled(_CAMERA).search(plain(text)):
        return bool(slots.place) or (said if context.household is None else speaks_of_new(text))
    if not slots.place:
        return False
    alone = context.household is None or len(plain(slots.place)) > MOSTLY * len(plain(text))
    return said or (alone and number(slots.place.split()[0].lower()) is not None)


def _menu(_state: State, context: Context) -> Sentence:
    return sentence("sms.menu_owner" if context.household else "sms.menu")


def _command(command: Command, state: State, text: str, context: Context) -> Turn:
    if command == "my_cameras":
        return _beside(Turn(state, (removing.list_cameras(context),)), state, context)
    if command in ("remove", "delete"):
        turn = removing.begin_removing(text, context) if command == "remove" else removing.begin_leaving(context)
        return _breaking_in(turn, state, context)
    if command == "start_over":
        return removing.kept() if state.step in _BREAKS_IN or state.changing else registering.begin(context)
    if command == "back" and state.busy:
        return _step_back(state, context)
    if state.busy:
        helped = (sentence("sms.help_here"),) if command == "menu" else ()
        return Turn(state, (*map(by_the_way, helped), prompt(state, context)))
    return registering.begin(context) if command == "greeting" and not context.household else _helped(state, context)


def _step_back(state: State, context: Context) -> Turn:
    """Ask the question before this one again; what was answered so far is kept. Before the first, leave it all."""
    step = STEPS[state.step].back
    if state.step == "remove_sure" and len(context.cameras()) == 1:
        step = "idle"
    if step == "idle":
        over = removing.kept() if state.step in _BREAKS_IN or state.changing else None
        return over or Turn(State(), (sentence("sms.left_registering"),))
    here = replace(state, step=step, choices=())
    if state.step == "look":
        return Turn(here, (sentence("sms.back_registered"), prompt(here, context)))
    return Turn(here, (prompt(here, context),))


def _changed(state: State, text: str, context: Context) -> Turn | None:
    """Take a change of what is registered already, while something else may be going on."""
    turn = changing.take(state, text, context)
    return _breaking_in(turn, state, context) if turn else None


def _breaking_in(turn: Turn, state: State, context: Context) -> Turn:
    """Let a matter of its own begin on top of what is going on; or, where it is over at once, go on with that."""
    under = state.under if state.step in _BREAKS_IN or state.changing else state if state.busy else None
    if turn.state.busy:
        return replace(turn, state=replace(turn.state, under=under))
    return turn if isinstance(turn.effect, Leave) else _beside(turn, state, context)


def _beside(turn: Turn, state: State, context: Context) -> Turn:
    """Say something without losing the thread."""
    going_on = (by_the_way(prompt(state, context)),) if state.busy else ()
    return replace(turn, state=state, replies=(*turn.replies, *going_on))


def _back_to(turn: Turn, state: State, text: str, context: Context) -> Turn:
    """Go on with what was broken into, once that is done; START OVER leaves that as well."""
    below = state.under
    if turn.state.busy or below is None or isinstance(turn.effect, Leave) or command_of(text) == "start_over":
        return turn
    gone = set(turn.effect.cameras) if isinstance(turn.effect, Remove) else set()
    if below.step in detailing.DETAILS and gone & set(below.cameras):
        return turn
    return _beside(turn, below, context)


def _helped(state: State, context: Context) -> Turn:
    return Turn(state, (_menu(state, context),))


def _not_understood(state: State, context: Context) -> Turn:
    replies = (by_the_way(sentence("sms.sorry")), prompt(state, context))
    return Turn(state, replies, understood=False)


def with_ways(turn: Turn) -> Turn:
    """See to it that the question at the end of a turn says how to go back, start over and stop."""
    if not turn.state.busy or not turn.replies:
        return turn
    *others, asked = turn.replies
    return replace(turn, replies=(*others, _ways(asked, turn.state)))


def _ways(asked: Sentence, state: State) -> Sentence:
    if asked.msgid.startswith("part.prompt"):
        return asked
    msgid = "part.prompt_look" if state.step == "look" else "part.prompt"
    return Sentence(msgid, {"question": Sentence(asked.msgid, asked.values)}, optional=asked.optional)


STEPS: dict[StepName, Step] = {
    "idle": Step(_menu, _idle),
    "address": Step(registering.ask_address, registering.take_address),
    "choose": Step(registering.ask_choice, registering.take_choice, back="address"),
    "count": Step(registering.ask_count, registering.take_count, back="address"),
    "days": Step(registering.ask_days, registering.take_days, back="count"),
    "confirm": Step(registering.ask_confirmation, confirming.take_confirmation, back="days"),
    "look": Step(detailing.ask_detail, detailing.take_look, back="look"),
    "indoor": Step(detailing.ask_detail, detailing.take_indoor, back="look"),
    "name": Step(detailing.ask_detail, detailing.take_name, back="indoor"),
    "remove_which": Step(removing.ask_which, removing.take_which),
    "remove_sure": Step(removing.ask_sure, removing.take_sure, back="remove_which"),
    "delete_sure": Step(removing.ask_delete, removing.take_delete),
    "change_which": Step(changing.ask_which, changing.take_which),
    "change_sure": Step(registering.ask_change, changing.take_sure),
    "whose": Step(proving.ask_whose, proving.take_whose),
}
