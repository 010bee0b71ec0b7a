"""Demands of several words to be left alone, English and Spanish, each with the one word that it counts as."""

from __future__ import annotations

from .patterns import either

_THESE = either("this|these|it|you|u|they|them", r"(?:this|these|you|u)(?: people| guys| all| texts| messages)+")
_TEXTS = "(?:the |your |my |all )*(?:texts?|messages?|notifications?|alerts?)"
_KIN = "(?:mother|mom|dad|father|wife|husband|son|daughter|kid|grandma|grandpa|sister|brother|boss)"
_OF_IT = "(?:this|these|it|that|any of (?:this|it)|you|your|texts?)"
_PART_OF = "(?:be(?:ing)? (?:a )?(?:part|member) of|participat(?:e|ing) in|be(?:ing)? (?:in|on))"

_THESE_TEXTS = (
    r"(?:(?:all |of )*(?:this|these|those|the|your|ur|any more|more) )*(?:stupid |annoying |constant )*"
    r"(?:texts?|text messages|messages?|msgs?|alerts?|notifications?|reminders?|spam|program|service|list|registry)\b"
)
_STOP = either(
    r"\b(?:cut|knock) (?:it|this|that) (?:out|off)\b(?! of)(?: with)?",
    rf"\bmake (?:this|it|these|them|the (?:madness|nonsense|crap)|{_THESE_TEXTS}) (?:to )?(?:stop|go away|quit|end)\b",
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
    r"\b(?:would|could|can|will)(?: you| u| yall)?(?: please| kindly)? not (?=text|message|contact|send|write)",
    r"\b(?:didnt|did not|dont|do not|never|not) (?:give|gave|given|giving|grant|granting)(?: you| u)?(?: any| my)?"
    r" (?=permission|consent)",
)
_GETTING = r"(?:(?:getting|receiving|seeing|reading|having|hearing)(?: all)? )?"
_WEARY = either(
    r"\b(?:im |we are |were )?(?:(?:so|really|getting|just|too|very|sick and) )*(?:sick|tired|fed up|bored|annoyed)"
    rf" (?:of|with|by) {_GETTING}(?=(?:all )?(?:this|these|it|that|you|u|hearing)$|{_THESE_TEXTS})",
    r"\b(?:estoy |estamos |me tienen? |ya )*(?:hart|cansad|aburrid|fastidiad)[oa]s? (?:ya )?(?:de|con)"
    r" (?:recibir |que )?"
    r"(?=(?:todos? |tant[oa]s |sus? |est[oae]s? |los |tus? )*(?:mensajes?|textos?|ustedes|eso|esto|avisos|alertas)\b)",
    r"\benough (?:already |now )?(?:with|of)(?: all)? ",
)
_NOT_FOR_ME = either(
    rf"\b(?:im |we are |were )?(?:not|no longer|never) interested in {_GETTING}(?={_THESE_TEXTS})",
    r"\b(?:im |we are |were )?no longer interested(?: in (?:this|it|these|that))?\b",
    r"\bno me interesan? (?:mas )?(?=(?:recibir |sus? |estos? |los |tus? )*(?:mensajes?|textos?|avisos|programa)\b)",
)
_THREAT = either(
    r"\bif (?:you|u|i)(?: people| guys)? (?:text|message|contact|call|bother|write|hear from|get|receive|see)\b"
    r".{0,30}\b(?:again|another|one more)\b.{0,30}\b(?:report|block|sue|lawyer|attorney|complain\w*|fcc|ftc)\b.*",
    r"\b(?:(?:im|i|we|will|ill|am|going to|gonna|already|have) )*(?:report|block|mark)(?:ing|ed)?"
    r"(?: (?:you|u|this|it|these|your|and|block|blocking|number|texts|messages))*"
    r" (?:as|to) (?:the |my )?(?:spam|junk|fcc|ftc|attorney general|bbb|better business bureau)\b",
)
_RATHER_NOT = (
    r"\b(?:prefer|appreciate|wish|like|ask|choose|decided|want)(?: to)? not(?: to)?"
    r" (?:receiv(?:e|ing)|get(?:ting)?|hear(?:ing)?|be|being|have|having)\b"
)
_OUT_OF = (
    r"\b(?:drop|dropping|back|backing|bow|bowing|pull|pulling|step|stepping|withdraw|withdrawing|leave|leaving)"
    r"(?: out)?(?: of| from)? (?=(?:the |this |your |ur )+(?:camera )?(?:registry|program|list|service)\b)"
)
_WITHDRAWN = either(
    r"\bwithdraw (?:me|us|myself|(?:my|our) (?:registration|enrollment|participation|name|number|phone))\b",
    r"\b(?:this|it) ?i?s (?:a|an|my|our|the) (?:\w+ ){0,2}(?:line|landline|phone|number|cell|fax|pager)\b.{0,40}"
    r"\b(?:take|remove|delete) (?:it|this|us)\b",
    r"\bsigned (?:me )?up (?:for (?:this|it) )?(?:by (?:mistake|accident|error)|accidentally)\b$",
)
_UNWANTED = either(
    r"\b(?:texts?|messages?|notifications?|alerts?) (?:are|is) (?:not wanted|unwanted|not welcome|unwelcome)\b",
    r"\b(?:texts|messages|(?:getting|receiving) (?:them|these|this|your))\b"
    r".{0,40}\b(?:dont|do not|didnt|never) (?:want|need|ask for|asked for)"
    r" (?:them|these|this|it|any)$",
    r"^(?:ya |me |nos |yo |por favor )*(?:quiero|queremos|deseo) (?:salir(?:me|nos)?|borrarme|quitarme)"
    r"(?: ya| por favor)?$",
)
_LISTS = (
    r"(?<!not )(?<!dont )\b(?:contact|text|texting|txt|mailing|phone|calling|call|messag\w+|sms|email|alert"
    r"|notification)s? (?=lists?\b)"
)

DEMANDS: tuple[tuple[str, str], ...] = (
    (r"\b(?:nunca mas|jamas)(?= por favor|$)", "anymore"),
    (_STOP, "stop"),
    (r"^(?:(?:im|we are|its|it is|yes|still) )*on (?=(?:the|your|this|my|a) )", "x "),
    (_LISTS, ""),
    (_UNWANTED, "leaveme"),
    (r"\bbe contacted by (?:texts?|sms|phone)\b", "contact me"),
    (rf"\b(?:kill|nix|axe|ditch|disable|mute|silence|shut down) (?={_THESE_TEXTS})", "stop "),
    (r"^(?:please |pls |just |so |now )*(?:quit|end) it(?: now| please)?$", "stop"),
    (_THREAT, "leaveme"),
    (_WEARY, "nomore "),
    (r"^(?:no|nope|nah) (?:thank you|thanks|thx|ty|gracias) (?=\w)", ""),
    (r"\b(?:remove|delete|erase) (?:her|his|their) (?:phone |cell )?number\b", "removeme"),
    (r"\b(?:his|her|their) (?=(?:phone|number|cell|telephone)\b)", "my "),
    (r"\b(text|message|contact|write|texting|messaging)( to)? (?:him|her) (?=any ?more|again|ever)", r"\1 me "),
    (rf"\b(?:my |our )?{_KIN}s? (?=phone|number|cell)", "my "),
    (rf"\b(?:take|get) (?:my )?{_KIN} off\b", "removeme from"),
    (_COUNT_ME_OUT, "countmeout "),
    (_NOT_FOR_ME, "countmeout "),
    (_HARASSMENT, "enough"),
    (r"\b(?:thats|that is) (?:quite |more than )?enough\b", "enough"),
    (r"\b(?:its )?not my (?:phone|number|cell)(?: any ?more)?\b", "wrongnumber"),
    (_LEAVE_ME, "leaveme"),
    (_UNSAID, ""),
    (_REFUSED, "dont "),
    (_RATHER_NOT, "dont want receiving "),
    (_OUT_OF, "optout from "),
    (_WITHDRAWN, "removeme "),
    (
        r"\b(?:dont|do not|never)(?: ever)? (?:use|keep)(?= (?:my|this|our) (?:number|cell|phone))",
        "dont text",
    ),
    (r"\b(the|your) (?:camera|cameras|video|text|texting|registration) (?=(?:program|registry|list)\b)", r"\1 "),
    (r"\bget rid of\b", "remove"),
    (r"\b(write|text|message|txt) back\b", r"\1 me"),
    (r"\bno (?:autorizo|consiento|permito|acepto|doy permiso)(?: a| de| para)?(?: que)?\b", "dont want "),
    (r"\bleave (?=(?:the|this|your) (?:registry|list|program|system|database))", "optout from "),
    (_NO_MORE, "nomore "),
    (r"\b(?:nobody|no one)(?: here)? (?:wants|asked (?:for|(?:you|u) to))\b|\bnadie quiere\b", "dont want"),
    (r"\btake part\b", "participate"),
)
"""In the order in which they are replaced, after `i am` became `im`."""
