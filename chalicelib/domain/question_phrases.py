"""The words of plain questions, English and Spanish, as patterns over the plain words of a whole message."""

from __future__ import annotations

from typing import Literal

from .patterns import either

Topic = Literal[
    "emergency", "afraid", "hidden", "court", "papers", "watch", "sees", "free", "paid", "must", "leave", "kept",
    "real", "what", "person", "send", "later", "thanks",
]  # fmt: skip
_US = "(?:you|u|ya|yall|they|anyone|anybody|someone|somebody|people|(?:the )?(?:police|cops?|officers?))"
_MINE = "(?:(?:my|our|the|these|any|all|into|in to|in|inside|to|of|through|on) )*"
_CAM = "(?:cams?|cameras?|videos?|footage|feeds?|doorbell|ring)"
_ENTER = either(
    "watch(?:ing)?", "spy(?:ing)?(?: on)?", "see", "view", "look(?:ing)?(?: at)?", "use", "control", "hack",
    "(?:get|log|tap|hack|break|go)(?:ging|ting|ping|ing)?", "access", "have access", "record(?:ing)?", "monitor",
)  # fmt: skip
_ELLOS = "(?:ustedes|uds|la policia|los policias|alguien|ellos)"
_MIRAR = "(?:miran?|ven?|ver|mirar|vigilan?|vigilar|espian?|espiar|graban?|grabar|entran?|entrar|meterse|acceder|usar)"
_CAMARA = "(?:(?:a|en|por|mi|mis|la|las|nuestras?|de) )*(?:camaras?|videos?)"
_ASKS = "(?:do|does|can|could|will|would|are|is|may|should)"
PATTERNS: tuple[tuple[Topic, str], ...] = (
    ("emergency", either(
        r".*\b(?:breaking|broke|getting|trying to (?:get|break)) in(?:to)?\b.*\b(?:right )?now\b.*",
        r".*\b(?:right now|ahorita|ahora mismo)\b.*\b(?:breaking|gun|hurt|robbing|stealing|robando|pistola)\b.*",
        r".*\b(?:breaking|gun|robbing|stealing|robando|pistola)\b.*\b(?:right now|ahorita|ahora mismo)\b.*",
        r"(?:this is )?(?:an? )?emergency|(?:call |llamen al )?911|(?:es una )?emergencia|send (?:help|police"
        r"|the police)",
        r"(?:i (?:want|need|would like) to |how (?:do|can) i |quiero |como )?(?:report|reportar|reporto|denunciar)"
        r" (?:something|a crime|a theft|it|algo|un (?:robo|crimen|delito))",
    )),
    ("afraid", either(
        r".*\b(?:(?:im|i am|we are|were) (?:so |too |very |really |kind of )?(?:scared|afraid|frightened|worried)"
        r"|(?:tengo|tenemos|me da|nos da) (?:mucho )?miedo|retaliat\w+|get(?:ting)? back at me|represalias?)\b.*",
        "(?:is|are) (?:it|this|that|we|i) safe|(?:es|estoy) segur[oa](?: esto)?",
    )),
    ("hidden", either(
        r".*\bmy ex\b.*\b(?:find|know|see|looking)\b.*|.*\b(?:im|i am|we are) hiding\b.*|.*\bmi ex\b.*",
        r"(?:my|our|mi) (?:address|home|house|direccion|casa) (?:is|has to be|must be|should be|es) (?:a )?"
        r"(?:secret|private|hidden|confidential|secreta|privada)",
    )),
    ("court", either(
        r"(?:do|will|would|must|am) (?:i|we) (?:have to |need to |going to |gonna |be )*"
        r"(?:go to court|testify|a witness)"
        r"(?: .{0,30})?|.*\b(?:dont want to|wont|no quiero) (?:go to court|testify|be a witness|testificar"
        r"|ir a la corte)\b.*",
        r"(?:tengo|tendria|tendre) que (?:ir a (?:la )?corte|ir a juicio|testificar|ser testigo)(?: .{0,30})?",
        r"(?:will|would|can|does) (?:he|she|they|the guy|anyone|anybody) (?:know|find out|see)(?: that)?"
        r" (?:it was me|it was us|who i am|my name|i sent it|who sent it)",
        r"(?:van a |va a )?saber(?:an|a)? (?:que fui yo|quien fui|quien soy|mi nombre)",
    )),
    ("papers", either(
        r"(?:can|could|will|does|do|is|puede|va a) (?:la )?(?:ice|migra)\b.*",
        r".*\b(?:call|calling|tell|with|to|from|la|llamar a|avisar a) (?:ice|migra)\b.*|.*\b(?:immigration|inmigracion"
        r"|deport\w*|sin papeles|no tengo papeles|undocumented)\b.*",
    )),
    ("watch", either(
        rf"(?:so |wait |fr tho |but )*{_ASKS}(?: not)? {_US}(?: (?:just|really|ever|also|be|be able to|able to))*"
        rf" {_ENTER} {_MINE}{_CAM}(?: (?:live|now|right now|all the time|24 7|too|any ?time))*",
        rf"(?:is|are) (?:this|it|that|these|there)(?: (?:really|just|how|so|a way))*(?: for)? {_US}"
        rf"(?: can| to| is| are)* {_ENTER} (?:thru )?{_MINE}{_CAM}(?: \w+)?",
        rf"(?:so |but |and )*(?:{_ASKS}|why (?:do|are)) {_US}(?: (?:just|really|ever|be|able|to))* {_ENTER}"
        r" (?:in|into|inside|through|thru|around)? ?(?:my|our|the|peoples)"
        r" (?:house|home|windows?|yard|life|kids|room|bedroom)",
        "(?:do (?:i|we) have to|must i|should i|will i) (?:give|tell|send) (?:you|u) (?:my|the|a|our)"
        " (?:password|login|wifi|code)\\w*"
        "|(?:do (?:you|u) )?(?:need|want) (?:my|the|a) (?:password|login|wifi)(?: .{0,20})?",
        "(?:(?:es|esto es) )?(?:la policia )?(?:me |nos )?(?:va|van|puede|pueden|esta|estan) (?:a )?(?:ver|mirar"
        "|viendo|mirando|vigilando|espiando|entrar) (?:.{0,12} )?(?:casa|camara|camaras)",
        f"(?:are {_US}|{_ASKS} {_US}) (?:watching|watch|spying on|spy on|see|seeing) (?:me|us)(?: (?:right )?now)?",
        f"(?:{_ELLOS} )?(?:(?:me|nos|van a|va a|pueden?|podrian?|quieren) )*(?:{_ELLOS} )?{_MIRAR} {_CAMARA}",
        f"(?:{_ELLOS} )?(?:me|nos) (?:miran?|ven?|vigilan?|espian?|graban?)(?: (?:ahora|ahorita|por la camara))?",
    )),
    ("sees", either(
        "(?:and |so )?who(?: all| else)? (?:can |will |could |gets to |all )?(?:sees?|gets?|has|knows?|have"
        "|know|looks? at)"
        " (?:this|it|that|my \\w+|where i live|me|all this|access)(?: \\w+)?",
        "(?:does|do|will|can) (?:my |the )?(?:neighbors?|neighbours?|landlord|public|people|everyone|others) "
        "(?:know|see|find out)(?: .*)?",
        "(?:is|will) (?:this|it|my \\w+)(?: be| really| all| kept| stay)*"
        " (?:public|private|anonymous|confidential|shared|secret)"
        "|(?:can|will) i (?:stay"
        "|be) anonymous",
        "(?:who|what) (?:do|will) (?:you|u) (?:share|give|sell|show) (?:it|this|my \\w+)(?: (?:to|with))?",
        "(?:y )?quien(?:es)? (?:mas )?(?:ven?|puede(?:n)? ver|lo ven?|tienen?|sabe) (?:esto|eso|mi|mis|la"
        "|donde)?(?: \\w+)?"
        "(?: \\w+)?",
        "(?:es|va a ser) (?:publico|privado|anonimo)(?: esto)?",
    )),
    ("free", either(
        "(?:is|its|and is) (?:it|this|that) (?:really |all )?free(?: of charge| to (?:use|join|do))?"
        "|is there a (?:fee|cost|charge)",
        "(?:how much|what)(?: does| do| will| is)? ?(?:it|this|that|the|i)? ?(?:costs?|pay|price|charge|fee)(?: me)?",
        "(?:does|will|do) (?:it|this|that|i|you)(?: have to)? (?:costs?|pay|charge)(?: \\w+){0,3}|free"
        "|how much(?: is (?:it|this))?",
        "(?:esto |y )?(?:es|esto es|cuesta) (?:gratis|gratuito|algo|dinero)|gratis"
        "|(?:cuanto|que)(?: me)? (?:cuesta|cobran|vale|sale)(?: esto)?|(?:tengo que|hay que) pagar(?: algo)?"
        "|(?:me )?cobran",
    )),
    ("paid", either(
        "(?:will|do|can) (?:i|we|you) (?:get |be )?(?:paid|pay me|pay us|money|a reward)(?: for (?:this|it"
        "|that|video))?",
        "is there a reward|whats in it for me|(?:me )?(?:pagan|van a pagar|dan dinero)(?: por (?:esto"
        "|el video))?|hay recompensa",
    )),
    ("must", either(
        "(?:do|must|will|should) (?:i|we) (?:really )?(?:have to|need to|got to|must|gotta)? ?(?:always )?"
        "(?:answer|reply|respond|help|send|do (?:this|it|that)|give|sign up|register|join)(?: (?!to you a|me ).*)?",
        "what (?:happens|if)(?: happens)? if (?:i|we) (?:say no|dont (?:answer|reply|respond|send it|want to)|refuse)"
        "|what if (?:i|we) (?:say no|dont (?:answer|reply|respond|want to)|refuse)",
        "why (?:do|would) (?:you|u|they) (?:need|want|ask(?: for)?|care)(?: about)? (?:my|our|to know) .{2,30}",
        "(?:do (?:i|we) have to|must i|is it ok if i dont|por que (?:quieren|necesitan|piden))"
        " (?:say|tell|give|mi|saber)"
        "(?: (?:you|my|nombre|name|it|that|direccion))*",
        "(?:is|are) (?:this|it|answers?) (?:required|mandatory|optional|voluntary)|can i say no",
        "(?:tengo|tenemos|hay) que (?:contestar|responder|ayudar|mandar\\w*|enviar\\w*)(?: .*)?|es obligatorio"
        "|(?:y )?(?:que pasa )?si (?:digo que no|no (?:contesto|respondo|quiero))|puedo decir que no"
        "|estoy obligad[oa]",
    )),
    ("leave", either(
        "how (?:do|can|would|could) (?:i|we) (?:leave|get out(?: of this)?|quit|cancel|unregister|sign out"
        "|get off(?: (?:this|the) list)?"
        "|delete (?:this|it|everything|my \\w+)|stop (?:this|it|(?:the|these|your) texts))",
        "what (?:if|happens if) i (?:change my mind|want out|dont like it|want to (?:leave|quit|stop|cancel))"
        "(?: later)?"
        "|(?:y )?(?:que pasa )?si (?:cambio de (?:opinion|idea)|me arrepiento|quiero salir\\w*)",
        "can i (?:leave|quit|cancel|get out|change my mind)(?: (?:later|any ?time|whenever|if i want))*",
        "(?:puedo|como puedo|como) (?:salir|salirme|cancelar|borrar mis datos|quitarme)(?: (?:despues"
        "|de (?:aqui|esto|la lista)))*",
    )),
    ("kept", either(
        "(?:how long|for how long) (?:do|will|would) (?:you|u|they) (?:keep|store|have|hold) .{0,30}",
        "(?:do|will) (?:you|u|they) (?:keep|save|store|have|sell|share) (?:my|our|the) (?:name|number|address|info|data"
        "|information|phone|videos?)(?: .{0,20})?",
        "what (?:do|does|info|data|information)(?: do)? (?:you|u|they|the police) (?:have|know|keep"
        "|store)(?: (?:on|about|of) (?:me|us))?",
        "(?:can|could|may) i (?:get|have|see) (?:a copy of )?(?:what (?:you|u) have|my (?:data|info"
        "|information))(?: .*)?",
        "(?:cuanto tiempo|por cuanto tiempo) (?:guardan|tienen) .{0,30}|que (?:saben|datos tienen|guardan"
        "|tienen)(?: de mi)?",
    )),
    ("real", either(
        "(?:is|are|r) (?:this|it|that|you|u|these) (?:a |for |really |even |the )*(?:scam|spam|fake|real"
        "|legit|legitimate|joke|phishing"
        "|trick|police|cops?)(?: (?:police|thing|text|number|or what))*",
        "how (?:do|can|would) i (?:know|tell|check|trust)(?: (?:this|it|that|if|is|its|you|are"
        "|that this))*(?: (?:is )?(?:real|legit|police|you))?",
        "(?:es|esto es|son) (?:de verdad|real|verdad|una? (?:estafa|broma|fraude|engano)|la policia"
        "|(?:de )?la policia de verdad)"
        "|como se (?:que|si) (?:es|son) (?:real|verdad|la policia|de verdad)",
    )),
    ("what", either(
        "(?:wtf|what|whats|what the (?:hell|heck|fuck)|and what|so what)(?: (?:is|are))? ?(?:this|that|it"
        "|you|all this)(?: (?:for|about|thing|number|all about))*",
        "(?:who|whos|who the hell) (?:is|are|r)? ?(?:this|you|u|texting me)|how does (?:this|it) work"
        "|what do (?:you|u) (?:do|want)",
        "(?:ok |okay |so |and )?(?:what|que) (?:else )?do (?:you|u) do|what (?:do i|am i supposed to"
        "|should i) (?:have to )?do"
        "|what happens (?:now|next|then)|why(?: are you texting me| do you need (?:this|it|that))?"
        "|what does (?:ok|that|this|it) mean",
        "(?:y )?(?:que|quien(?:es)?) (?:es|son|eres) ?(?:esto|eso|usted|ustedes|este numero)?"
        "|como funciona(?: esto)?|que tengo que hacer"
        "|(?:no|ya no) (?:le )?entiendo(?: nada)?|para que (?:es|sirve)(?: esto)?|de que se trata|i (?:dont"
        "|do not) (?:understand|get it)",
    )),
    ("person", either(
        "(?:(?:i|we) (?:need|want|would like) to |can i |let me |id like to )?(?:talk|speak)(?: to"
        "| with)? (?:an? |the |some)?"
        "(?:real )?(?:person|human|someone|somebody|officer|agent|body)(?: please)?",
        "(?:can|could|will) (?:someone|somebody|anyone|you)(?: please)? call me(?: back)?"
        "|(?:please )?call me(?: back| please)*",
        "(?:are|r|is) (?:you|u|this|it) (?:a |an |even )?(?:robot|bot|real person|person|human|machine|computer|ai)"
        "|(?:whats (?:the|your) |your )?(?:phone )?number(?: to call)?|i (?:dont|do not) have (?:a"
        "|any) (?:computer|internet|smart ?phone)",
        "(?:quiero|puedo|necesito|quisiera) hablar con (?:una persona|alguien|un (?:oficial|agente|policia))"
        "|(?:me )?(?:pueden llamar|llamenme)"
        "|(?:es|eres) (?:un robot|una maquina|una persona)|no tengo (?:computadora|internet)",
    )),
    ("send", either(
        "(?:ok |okay |so |bruh |and )*how (?:do|can|should|would) (?:i|we) (?:send|upload|share|give)(?: you"
        "| u)?(?: (?:it|this|that|them|the|my|you|video|videos"
        "|footage|clip|to|here))*|(?:where|how)(?: do i| to| can i) (?:send|upload)(?: (?:it|this|the|my"
        "|video|clip))*",
        "(?:the |that |your )*link (?:does ?nt|doesnt|isnt|not|wont|didnt|is not) (?:work|working|open"
        "|opening)|(?:send|text)(?: me)? (?:the )?link(?: again)?|(?:bruh|ok|but|yo|wait) how",
        "(?:y )?(?:como|donde|a donde|adonde) (?:se )?(?:lo|la|los|las|le)? ?(?:mando|envio|subo|entrego"
        "|manda|envia|sube)(?: .{0,20})?|(?:mande(?:me)?|envie(?:me)?) (?:el )?(?:link|enlace)(?: otra vez)?",
    )),
    ("later", either(
        "(?:ok |okay |yes |sure |wait |hold on )*(?:i(?:ll| will| am going to| can|m going to|m gonna"
        "| need to| have to)|let me|gonna|going to) (?:go )?"
        "(?:check|look|see|watch|review)(?: .{0,40})?",
        "(?:hold on|one (?:sec|second|moment|minute)|not home(?: now| yet)?|(?:im|i am) (?:at work|not home"
        "|busy|driving)(?: .{0,25})?)",
        "(?:(?:lo|la|las|los) )?(?:voy a|tengo que|dejeme|deje|dejame) (?:(?:lo|la|las|los) )?(?:revis|ver"
        "|checar|mirar|fij|busc)\\w*(?: .{0,40})?"
        "|(?:al rato|mas tarde|luego|despues|en la noche) (?:lo |la |las )?(?:reviso|veo|checo|miro)"
        "|estoy (?:trabajando|en el trabajo)|un momento",
    )),
)  # fmt: skip
GRATEFUL = """
    thanks thank thankyou thx thanx tysm ty tks gracias bless bendiga bye goodbye adios kind amable appreciate great
    cool nice awesome goodnight np
"""
BESIDE_THANKS = """
    ok okay k perfect good alright all very you are youre so much many god night have a day one evening again lot dear
    sir maam officer for your the help work service no problem lol sounds got it will do i and muchas mil bueno muy que
    dios lo la los le les hasta luego buen dia buenas noches igualmente de nada esta bien perfecto por su todo ayuda
    trabajo tambien senor senora oficial si listo
"""
