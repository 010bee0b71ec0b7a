"""The words of wishes about when and how to be written to, English and Spanish, as patterns over tidy words."""

from __future__ import annotations

from datetime import time

from .future_days import CLOCK
from .patterns import either
from .wish_days import HERE

ASKED = either(
    "text|write|message|contact|ask|send|email|e mail|mail|bother|call|disturb|ping|texting|writing|messaging|asking"
    "|emailing|mailing"
)
_WHAT = r"(?: (?:me|us|to me|to us|anything|any|more|texts?|messages?|msgs?|sms|e ?mails?|mails?|requests?|it|them))*"
_ESCRIBIR = "(?:escrib|envi|mand|molest|texte|pregunt|contact)(?:a|e|i|o)?(?:r|n|s|is|me|nos)*"
_QUE = "(?: (?:mas|nada|mensajes?|textos?|sms|correos?|ningun))*"
SOFT = either(
    f"(?:dont|do not|never|not to|not|no)(?: ever)? {ASKED}{_WHAT}", f"(?:no|zero|without){_WHAT[:-1]}+",
    "(?:not|never)(?: please)?", f"(?:no|ya no)(?: me| nos)? {_ESCRIBIR}{_QUE}",
    "(?:sin|no quiero|no mas) (?:mensajes|textos|sms|correos)",
    "(?:i |we )?(?:dont|do not|(?:would |d )?rather not) (?:want|like|need|be)(?: (?:any|to|get|be|more|your))*"
    " (?:texts?|messages?|texted|asked|contacted|bothered|requests)",
)  # fmt: skip
HARD = either(
    f"(?:stop|quit|hold off|hold|cease)(?: {ASKED})?{_WHAT}", f"no more{_WHAT}",
    f"(?:paren?|deje?n?)(?: de)?(?: {_ESCRIBIR})?{_QUE}",
)  # fmt: skip
BREAK = either(
    "(?:pause|pausing|snooze|mute)(?: it| me| us| everything| all| (?:the |my |all )*(?:texts?|messages))?",
    "(?:put|have|take) (?:(?:me|us|it|texts|everything) )?(?:on hold|on pause|a break|a pause)",
    "(?:una |la |en )?(?:pausa|pausar|pausen|pauseme|suspender|suspendan)(?: (?:los |mis )?(?:mensajes|textos))?",
)  # fmt: skip
UNTIL = "(?:until|till|til|untill|hasta(?: que sea)?)"
BEFORE = "(?:before|antes del?)"
FOR = "(?:for|during|durante|por)"
REST = either("(?:the )?(?:rest of )?(?:this|the) week|esta semana|(?:this |the )?weekend|(?:este |el )?fin de semana")
TODAY = either("today|for today|tonight|hoy|por hoy|esta noche|tomorrow|manana")
ENDLESS = either(
    "further notice|i (?:say|tell you|text you|write|let you know)(?: so| again| back)?",
    "nuevo aviso|que (?:yo )?(?:avise|diga)",
)
AGAIN = either(
    rf"(?:you can |please )?{ASKED}(?: me| us) (?:again|back) (?:on|after|in|from)",
    "(?:text|write|message|contact|ask)(?: me| us) (?:only )?after",
    "(?:escriban?|escribanme|manden)(?:me)?(?: de nuevo| otra vez)? (?:despues del?|a partir del?|el|en)",
)
ONLY = "(?:only|just|solo|solamente|unicamente)"
TEXT_ME = (
    rf"(?:(?:please )?(?:{ASKED}(?: me| us)?|escriban(?:me)?|envien|manden(?:me)?)(?: texts| messages| mensajes)? )?"
)
_REST_HOURS = "(?:(?:quiet|black ?out)(?: hours| time)?|do not disturb|dnd|(?:horas de )?silencio)"
NEG = rf"(?:{SOFT}|{HARD}|{_REST_HOURS})"
NO = rf"(?:{NEG}|no)"
"""With a bare `no`, where what follows can only be a time: `no, 12 days` is a correction."""
ONLY_THEN = rf"(?:{ONLY} {TEXT_ME}|{TEXT_ME}{ONLY} )"
AFTER = "(?:after|past|later than|despues de|pasadas|luego de)"
OR = "(?:or|and|o|y|ni)"
EARLIER = "(?:before|earlier than|antes de)"
BETWEEN = rf"(?:between|from|entre|de|desde)? ?(?P<a>{CLOCK}) ?(?:and|to|till|until|til|-|y|a|hasta) ?(?P<b>{CLOCK})"
NAMED_HOURS: tuple[tuple[str, time, time], ...] = (
    ("(?:in|during|by|at) (?:the )?(?:day ?time|day|day ?light)|day ?time|(?:de|en el|durante el) dia",
     time(20), time(9)),
    ("(?:in |during |at )?(?:business|work|working|office|school) hours|en horas? (?:de oficina|de trabajo|laborales)",
     time(17), time(9)),
    ("(?:in|during) (?:the )?mornings?|mornings|(?:en|por) las? mananas?", time(12), time(8)),
    ("(?:in|during) (?:the )?afternoons?|afternoons|(?:en|por) las? tardes?", time(18), time(12)),
    ("(?:in|during|at) (?:the )?(?:evenings?|nights?)|evenings|nights|(?:en|por) las? noches?", time(21), time(17)),
)  # fmt: skip
"""Parts of the day, and from when until when it is quiet where only they are meant."""
NIGHT = (
    "(?:at |in |during |by )?(?:the )?(?:nights?|night ?time)|over ?night|(?:de|en la|por la|por las) noches?"
    "|(?:when|while) i(?:m| am)? sleep(?:ing)?|late(?: at night)?"
)
_BAD = "(?:no|not|never|nunca|no good|not good|bad|are out|is out|off|no puedo|dont work|do not work|no me sirven?)"
NOT_THEN = rf"{NO} {HERE}(?: (?:texts?|messages?|mensajes|textos))?|{HERE} (?:(?:is|are|es|son|estan?) )?{_BAD}"
"""Days on which not to be asked; they stand where `HERE` does."""
ONLY_ON = rf"{ONLY_THEN}{HERE}|{TEXT_ME}{HERE} {ONLY}"
OPEN_ON = (
    rf"{HERE} (?:(?:is|are|es|son|estan?)(?: (?:ok|okay|fine|good|all right|bien))?|(?:ok|okay|fine|good|bien))"
    rf"(?: (?:now|too|again|also|tambien|ahora))*|{TEXT_ME}(?:(?:any ?time|a cualquier hora) )?{HERE}"
    r" (?:again|too|also|tambien)|any ?time @"
)
ANY_DAY = (
    rf"(?:{TEXT_ME}(?:on )?any day(?: is| of the week| at all)*(?: (?:fine|ok|good))?"
    rf"|(?:{TEXT_ME})(?:cualquier dia|todos los dias)(?: esta bien)?|(?:{TEXT_ME})every ?day)"
)
AWAY = (
    "(?:(?:i am|i m|im|we are|were|we re|ill be|i ll be|i will be|well be|we will be|going|i go|estoy|estamos|estare"
    "|estaremos|ando|andamos|voy a estar|vamos a estar|me voy|nos vamos|salgo|salimos) )?"
    "(?:on (?:a )?(?:vacations?|holidays?|trip|leave)|away(?: from home)?|out of (?:town|the country|state|the city)"
    "|travell?ing|not (?:at )?home|gone|de vacaciones|de viaje|fuera(?: de (?:la ciudad|casa|viaje))?|viajando)"
)
BACK_ON = either(
    "(?:(?:i am|im|we are|were|ill be|i ll be|i will be|well be|we will be|i get|i come|we come|we get) )?back"
    "(?: home| in town)?(?: on| in| again on)?",
    "(?:regres(?:o|amos|are)|vuelvo|volvemos|volvere)(?: a casa)?(?: hasta| en)?",
)
MAIL = "(?:e ?mails?|mail|correos?(?: electronicos?)?)"
SMS = "(?:texts?|text messages?|sms|mensajes?(?: de texto)?|textos?)"
WITH = "(?:by|via|through|with|per|use|using|por|a mi|to my|on my)?"
RATHER = "(?:(?:i|we) (?:prefer|like|d rather have)|prefiero|preferimos|prefer|mejor|rather)"
EITHER_WAY = (
    rf"(?:{WITH} ?(?:{MAIL} (?:or|and|o|y) {SMS}|{SMS} (?:or|and|o|y) {MAIL})|either (?:one|way))(?: is (?:fine|ok))?"
)
ANY_TIME = (
    rf"(?:{TEXT_ME}(?:at )?any ?time(?: is (?:fine|ok|good))?(?: of (?:the )?day)?|(?:{TEXT_ME})(?:a )?cualquier hora"
    "|no (?:quiet )?hours|24/7)"
)
RESUME = (
    "(?:resume|un ?pause|unsnooze|unmute)(?: (?:the |my |all )*(?:texts?|texting|messages|asking|everything|it|me))?"
    "|(?:end|stop|lift|cancel|remove|no|no more) (?:the |my )?pause|pause (?:off|over)"
    "|seguir|sigan|siga|continuar|continuen|continue|reactivar|reactiven|activar|go on|carry on"
    "|(?:i am|im|we are|were) back(?: (?:again|now|home|in town))?|reanudar|reanuden|reanude"
    "|(?:quitar|quiten|quite|fin de|terminar|sin) (?:la )?pausa|ya (?:volvi|regrese|estoy de vuelta)"
)
OPENING = (
    r"^(?:(?:please|pls|plz|hi|hello|hey|ok|okay|yes|so|um|sorry|hola|por favor|kindly|can you|could you|would you"
    r"|will you|can we"
    r"|i want you to|i need you to|i d like you to|id like you to|i want|i would like|id like|just please) )+"
)
_REASON = either(
    "because|cause|bc|since i|since we|as (?:i|we)|porque|ya que|pues",
    "(?:i|we) (?:work|sleep|pray|go to)|(?:im|i am|we are|were) (?:at|in|asleep|working|sleeping)",
    "trabajo|trabajamos|duermo|dormimos|estoy en|estamos en|vamos a|voy a",
)
ENDING = (
    rf"(?: {_REASON}\b(?!.*\b(?:st[o0]p|unsub\w*|remove|delete|never|nunca|list|lista)\b).*)?"
    r"(?: (?:please|pls|plz|thanks|thank you|thx|ty|gracias|por favor|ok|okay|if possible|instead please|for me))*$"
)
