"""Demands of several words to be left alone, English and Spanish, each with the one word that it counts as."""

from __future__ import annotations

from .patterns import either

_THESE = either("this|these|it|you|u|they|them", r"(?:this|these|you|u)(?: people| guys| all| texts| messages)+")
_TEXTS = "(?:the |your |my |all )*(?:texts?|messages?|notifications?|alerts?)"
_KIN = "(?:mother|mom|dad|father|wife|husband|son|daughter|kid|grandma|grandpa|sister|brother|boss)"
_OF_IT = "(?:this|these|it|that|any of (?:this|it)|you|your|texts?)"
_PART_OF = "(?:be(?:ing)? (?:a )?(?:part|member) of|participat(?:e|ing) in|be(?:ing)? (?:in|on))"

_STOP = either(
    r"\b(?:cut|knock) (?:it|this|that) (?:out|off)\b(?! of)(?: with)?",
    r"\bmake (?:this|it|these|them|the \w+) (?:to )?stop\b",
    rf"\b(?:turn|shut|switch) (?:this|these|them|{_TEXTS}) off\b",
    rf"\b(?:turn|shut|switch) off (?:these|{_TEXTS})\b",
)
_LEAVE_ME = either(
    r"\bif (?:you|u) (?:dont|do not|wont|cant) (?:stop|quit)\b(?! \w+ing\b)",
    r"\bno more (?:please|pls|thanks?)\b|\bya estuvo\b(?! \w)",
    r"\bno quiero (?:saber|oir) (?:nada|mas)(?: mas)?(?: de (?:esto|eso|ustedes|esta|nada)\b)?",
    rf"\b(?:i |we )?(?:want|need|like) {_THESE} to (?:stop|end|quit)$",
    rf"\b{_THESE} (?:has|have|needs?|must|better|gotta)(?: to)? (?:stop|end|quit)$",
    r"\bplease (?:end|stop|quit) (?:this|these|them|it)$",
    r"\b(?:stop|quit) blowing (?:up )?(?:my|this|our) (?:phone|cell)(?: up)?\b",
    r"\b(?:(?:i|we) )?(?:never|didnt|did not) (?:sign|signed|subscribed?|agreed?|consented|consent)(?: up)?"
    rf"(?: for| to)? {_OF_IT}\b",
)
_UNSAID = either(
    r"\bfor the (?:last|\w+th|second|third) time\b|\b(?:i would|id|i d|we would) (?:really |also )?appreciate it"
    r"(?: if(?: you)?)?\b",
    r"\b(?:how many times|did i not|didnt i)(?: do| must| did| i| have| to)* (?:say|tell you)(?: to)?\b",
    r"\b(?:asked|asking|told|telling|begged|begging)(?: you| u)?(?: people| guys| all)?"
    r"(?: before| already| many times| twice| nicely| politely| again)*"
    r"(?: to)? (?=stop)",
)
_NO_MORE = r"\b(?:im|we are|were) (?:so |all )?(?:done|finished|through) with (?=this\b|these|you|the (?:text|mess))"
_HARASSMENT = (
    r"\b(?:this|it|that)(?:s| is) (?:just |pure |really |pretty much )?(?:harassment|harassing|harrassment|spam)\b"
)
_COUNT_ME_OUT = (
    r"\b(?:im |we are |were )?(?:not|no longer) (?:interested in|wish(?:ing)? to|want(?:ing)? to)"
    rf" {_PART_OF} (?=th|y|it)"
)
_REFUSED = either(
    r"\b(?:would|could|can|will)(?: you)?(?: please| kindly)? not (?=text|message|contact|send|write)",
    r"\b(?:didnt|did not|never) (?:give|gave|given)(?: you| u)?(?: any| my)? (?=permission|consent)",
)

DEMANDS: tuple[tuple[str, str], ...] = (
    (r"\b(?:nunca mas|jamas)(?= por favor|$)", "anymore"),
    (_STOP, "stop"),
    (r"\b(text|message|contact|write|texting|messaging)( to)? (?:him|her) (?=any ?more|again|ever)", r"\1 me "),
    (rf"\b(?:my |our )?{_KIN}s? (?=phone|number|cell)", "my "),
    (rf"\b(?:take|get) (?:my )?{_KIN} off\b", "removeme from"),
    (_COUNT_ME_OUT, "countmeout "),
    (_HARASSMENT, "enough"),
    (r"\b(?:thats|that is) (?:quite |more than )?enough\b", "enough"),
    (r"\b(?:its )?not my (?:phone|number|cell)(?: any ?more)?\b", "wrongnumber"),
    (_LEAVE_ME, "leaveme"),
    (_UNSAID, ""),
    (_REFUSED, "dont "),
    (r"\bleave (?=(?:the|this|your) (?:registry|list|program|system|database))", "optout from "),
    (_NO_MORE, "nomore "),
    (r"\b(?:nobody|no one)(?: here)? (?:wants|asked for)\b|\bnadie quiere\b", "dont want"),
    (r"\btake part\b", "participate"),
)
"""In the order in which they are replaced, after `i am` became `im`."""
