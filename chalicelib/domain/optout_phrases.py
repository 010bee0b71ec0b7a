"""The words in which people ask for no more texts, English and Spanish, as patterns over plain words.

Nothing here may match one stretch of words in two ways inside of a repetition: that would take exponential time.
"""

from __future__ import annotations

from collections.abc import Iterable

from .patterns import either, words

POLITE = either(
    "please|pls|plz|kindly|thanks|thank you|thx|ty|now|immediately|asap|ok|okay|hi|hello|hey|sir|maam|and|so|then",
    "por favor|gracias|ya|today|already|right now|at once|from now on|anymore|any more|again|ever again|forever",
    "i said|i say|i told you to|i beg you",
)
"""What may stand around it without changing it."""

_WRITING = words(
    "text texts texting txt txts txting message messages messaging msg msgs msging sms contact contacting write"
    " writing send sending bother bothering email emails emailing call calls calling spam spamming harass harassing "
    "notify notifying notifications alert alerts pester pestering bug bugging disturb disturbing ask asking"
)
_TO_ME = either(" me| us| this number| this phone| my phone| my number| my cell| here| to me| to this number")
_THINGS = "(?:(?:any|more|all|your|these|those|the|such|of|further|police) )*(?:(?:text|sms) )?" + words(
    "text texts txts message messages msgs sms alert alerts notification notifications emails spam requests"
)
_LISTS = words("list lists database databases contacts texts messages system program programme records")
_WHOSE = words("your the this all any every ur mailing text texting contact calling phone police")

ALONE = either(
    "(?:just )?st[o0]p(?: ?all| it| this| that| them| everything)?|stopp+|stahp|un ?subscribe(?: me)?|unsub|cancel all",
    "cancel|end|quit|revoke|opt ?(?:me )?out|take me (?:off|out)|get me (?:off|out)|remove ?me|leave me alone",
    "let me be|go away|get lost|lose my number|enough|no more|cease and desist|cease|desist|do not disturb|dnd",
    "(?:this is |you have |you got |you have got |you ve got |youve got |u have )?(?:the |a )?wrong (?:number|person)",
    "fuck off|fuck you|fuck u|screw you|piss off|arr?ett?e?r?",
    "alto|pare[ns]?|parar|para|basta|baja|dame de baja|dar(?:me)? de baja|cancelar|detener(?:se)?|salir",
    "no molest(?:ar|e|en)|(?:eliminar|elimine|eliminen|borrar|borre|borren|quitar|quite|quiten)me|dejen?me en paz",
)
"""Enough as a whole message, or between two full stops of a short one."""

SENTENCE = either(
    f"(?:stop|quit|cease|halt) {_WRITING}(?:{_TO_ME}| {_THINGS})*(?: (?:for|about) [a-z ]{{1,40}})?",
    f"(?:stop|end|cancel|halt|cease) {_THINGS}{_TO_ME}?",
    f"(?:dont|do not|never|not|no) (?:ever |you dare )?{_WRITING}(?:{_TO_ME}| {_THINGS})+",
    f"no (?:more|further) {_THINGS}{_TO_ME}?",
    f"(?:dont|do not|no longer|never) (?:want|wish|need|care)(?: to)?(?: (?:get|receive|have|hear|see))? {_THINGS}"
    "(?: (?:from|by) (?:you|u|the police|this number))?",
    "(?:dont|do not|no longer|never) (?:want|wish)(?: you)? to (?:be (?:texted|contacted|bothered)|hear from you)",
    "(?:dont|do not) want (?:you to (?:text|contact|message) me|this)",
    "(?:remove|delete|take|erase|drop|scrub) (?:me|us|my (?:phone |cell )?number|my phone|this (?:phone |cell )?number)"
    f"(?: off| out| from| of)*(?: {_WHOSE})*(?: {_LISTS})?",
    "(?:want|wish|would like|d like|id like|need|how do i|how can i|can i|can you|could u)(?: to)?(?: be)?(?: me)?"
    " (?:out|unsubscribed?(?: me)?|opt(?:ed)? (?:me )?out|removed|taken off|leave|quit|stop|get off)"
    f"(?: (?:of|from|off|getting|receiving))*(?: {_WHOSE}| it| these| service)*(?: {_LISTS})?",
    f"(?:un ?subscribe|opt ?out|opt me out)(?: me)?(?: from| of| to)*(?: {_WHOSE}| these)*(?: {_LISTS}| everything)?",
    "(?:revoke|withdraw|take back)(?: my)? (?:consent|permission)|(?:do not|dont) have(?: my)? (?:consent|permission)",
    "no (?:quiero|deseo)(?: recibir)?(?: mas)? (?:mensajes|textos|sms)(?: de (?:texto|ustedes))?",
    "no(?: me)? (?:envi(?:e|en|es)|mand(?:e|en|es)|escrib(?:a|an|as)|molest(?:e|en|es))(?: mas| mensajes| textos)*",
    "no mas (?:mensajes|textos|sms)|(?:quiero|deseo) (?:darme de baja|cancelar|salir)",
    "(?:quiero|deseo) que me (?:quiten|borren|eliminen)(?: de la lista)?",
    "(?:quit|saqu|borr|elimin)(?:e|en)me de (?:la|su|esta) lista",
    "(?:deja|deje|dejen|para|pare|paren)(?: de)? (?:molestar|escribir|mandar|enviar|textear)(?:me|nos)?"
    "(?: mensajes| textos| sms| mas)*",
)
"""Enough as a whole message, or between two full stops of a short one."""

ANYWHERE = either(
    r"(?<!dont )(?<!not )(?<!never )\b(?:stop|quit)(?: (?!by )[a-z]+){0,2} (?:texting|messaging|contacting|txting)"
    r" (?:me|us|this number)\b",
    r"\b(?:take|remove) (?:me|my number|us) (?:off|from) (?:your|this|the|ur) (?:list|lists|database|texts|system)\b",
    r"\b(?:dont|do not) (?:want|wish) (?:to (?:get|receive) )?(?:any ?more|more|any|your|these)"
    r" (?:texts|messages|msgs|sms)\b",
    r"\b(?:want|wish|like) to (?:unsubscribe|opt out)\b|\bunsubscribe me\b|\bopt me out\b",
    r"\b(?:stop|no more) (?:these|those|your) (?:texts|messages)\b",
)
"""Enough wherever it stands."""

LONG_PHRASES: Iterable[str] = (
    "unsubscribe", "stop texting me", "stop messaging me", "remove me", "opt me out", "leave me alone",
    "take me off the list", "take me off your list", "no more texts", "no more messages", "stop contacting me",
    "dont text me", "do not text me", "dont contact me", "stop sending me messages", "remove my number",
    "no mas mensajes", "darme de baja",
)  # fmt: skip
"""Enough with a typing error too, as a whole message."""

COME_BACK = frozenset({
    "start", "unstop", "resume", "subscribe", "resubscribe", "start again", "start texts", "start texting me", "opt in",
    "text me again", "optin", "start texting me again", "i want texts again", "turn texts on", "reanudar", "iniciar",
})  # fmt: skip
"""Brings somebody back, as a whole message."""
