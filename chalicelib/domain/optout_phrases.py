"""The words in which people ask for no more texts, each with a letter for the part that it plays.

English, Spanish and French are read by their parts, so that an order of words nobody wrote down is understood too.
"""

from __future__ import annotations

from collections.abc import Mapping

from .optout_demands import DEMANDS
from .optout_spelling import SPELLINGS
from .patterns import either

PARTS: Mapping[str, str] = {
    "S": "refrain stop st0p stopp stopit stopall stahp cease discontinue desist"
    " deje dejen deja dejar dejes pare paren parar"
    " para parenle parale detener detenga detengan detenerse basta alto arret arrett arreter arrete arretez cessez"
    " terminate deactivate",
    "E": "end quit halt cancel cancelar cancelen cancele cancela cancelo anular anule terminar termine fin",
    "W": "text texting txt txting txts textin message messaging msg msging contact contacting sms notify notifying"
    " contacted texted messaged bothered disturbed harassed"
    " contacten contacte contacter ecrire mecrire ecrivez mecrivez escriban escriba escribas escribir escribirme"
    " escribirnos texteen textear textearme texter",
    "w": "spam spamming harass harassing pester pestering bothering bugging send sending"
    " call calling calls write writing email emailing ask asking bother bug"
    " disturb disturbing manden"
    " lleguen"
    " mande mandes mandar mandarme envie envien envies enviar enviarme envoyer envoyez llamen llame llamar molesten"
    " moleste molestar molestarme molestes avisen",
    "T": "texts txts messages msgs mssgs mensajes mensaje textos messagges nachrichten hearfromyou",
    "t": "stuff thing things crap garbage junk nonsense communication communications correspondence"
    " alert alerts notification notifications emails requests cosas solicitudes alertas avisos correos",
    "M": "me us number phone cell telephone mobile name nos numero telefono celular",
    "N": "dont never nunca",
    "n": "no ne",
    "D": "want wish wanna need quiero deseo deseamos queremos veux",
    "G": "get getting receive receiving be have hear see recibir recevoir seguir been being estar ser recibiendo",
    "B": "this these those that este esta ese esa esto eso esas estos estas esos nada",
    "b": "participate participating participar part parte do",
    "R": "remove delete erase scrub lose removing deleting eliminar eliminen elimine borrar borren borre quitar quiten"
    " quite saquen saque forget",
    "r": "take get drop pull scratch put cross strike",
    "U": "removed unsubscribed deleted taken",
    "O": "unsubscribe unsub optout unregister deregister unenroll optoutme removeme leaveme unsuscribe desuscribir"
    " desuscribirme desinscribir desinscribirme darmedebaja debaja borrenme borreme borrame eliminenme elimineme"
    " quitenme quiteme quitame saquenme saqueme desabonner desinscription desinscrivez donotlist cancelall"
    " remuevanme remuevame blocking",
    "o": "enough enuff enuf wrongnumber goaway salir salirme salgo nomore countmeout",
    "V": "revoke revoking withdraw withdrawing retiro revoco retirar revocar",
    "C": "consent permission consentimiento permiso",
    "L": "list lists database databases contacts system program programme records registry service subscription"
    " directory participation enrollment membership computer lista suscripcion programa registro sistema everything",
    "F": "off out from of on en de del a al",
    "A": "all any the your ur my mi mis su sus such further police such la el los las it anything else texting phone"
    " tus tu todos todo todas ahi aqui aca there another other them mailing cada its whole entire",
    "Y": "anymore longer again ever mas plus already",
    "Z": "until till after before during between while when whenever night nights weekend weekends late early morning"
    " mornings evening evenings tonight tomorrow monday tuesday wednesday thursday friday saturday sunday pm am hour"
    " hours week weeks unless except daytime work sleeping asleep hasta despues antes noche noches manana lunes martes"
    " miercoles jueves viernes sabado domingo cuando mientras excepto",
    "P": "please pls plz lol lmao haha bro bruh dude jaja kindly thanks thank ty thx now immediately asap ok okay hi"
    " hello hey sir maam and so then i"
    " u we im id ive you or to can could would will just really hereby asked told said beg have has favor would like"
    " gracias ya today right once forever how did must twice times keep svp porfavor por yo se como vous je sil plait"
    " hola porfa porfis plis fucking damn goddamn here if anyone too whatever whichever",
    "f": "for about with w con",
}
"""Words by part. A word that stands twice plays the part named first."""

_LEFT_ALONE = (
    r"\bleave (?:(?:my|our) (?:family|phone|wife|husband|kids|house|home|mother|mom|number)"
    r"|this (?:phone|number)|us all|him|her|them) alone\b"
)

IDIOMS: tuple[tuple[str, str], ...] = (
    *SPELLINGS,
    (r"\bi am\b", "im"),
    *DEMANDS,
    (r"\bpara nada\b", "atall"),
    (r"\b(?:id |i would )?rather not\b", "dont want"),
    (r"\bsign (?:me|us) (?:off|out)\b", "removeme"),
    (r"\b(?:remove|delete|erase) (?:my|her|his|this|that|our) contact(?: info\w*)?\b", "removeme"),
    (_LEFT_ALONE, "leaveme"),
    (r"\bi (?:dont|do not|no longer) live (?:there|here)(?: any ?more)?\b", ""),
    (r"\bne (?:me |m)(?:envoyez|ecrivez|contactez|textez) plus\b(?: de)?", "dont contact me"),
    (r"\b(?:do|does|did) not\b|\bdo nt\b|\b(?:donot|dnt|don t)\b", "dont"),
    (r"\b(?:do not|dont) (?:call|contact|text) list\b|\bdnc(?: list)?\b", "donotlist"),
    (r"\b(?:no|ya no) mas\b|\bno more\b|\bno further\b|\bplus de (?=messages|sms)", "nomore "),
    (r"\bno longer\b|\bya no\b", "dont anymore"),
    (r"\b(quiero|deseo) que\b", r"\1"),
    (r"\bhow (?:do|can|to)(?: i)?\b|\bfavor de\b", ""),
    (r"^(?:text|reply|send|txt) (?=stop)|^\d{1,2} (?=[a-z])", ""),
    (r"(?<=\w) 2 (?=end|stop)", " to "),
    (r"\b(?:add|put) (?:me|us|my number|this number) (?:to|on|in)\b", ""),
    (r"\b(?:get|take|pull|keep|drop|leave) (?:me|us) (?:off|out of|from|out)\b", "removeme from"),
    (r"\bget (?:off|out of) (?=this|the (?:list|program)|your|ur|these)", "optout from "),
    (r"\bme (?:borr|quit|elimin|saqu|remuev)[ae]n?\b", "removeme"),
    (r"\bany more\b|\bany longer\b", "anymore"),
    (r"\bat (?=this|my)|\baltogether\b", "to "),
    (r"\bhear(?:ing)? from (?:you|u|this number)\b", "hearfromyou"),
    (r"\bopt(?:ing|ed)? ?(?:me |us )?out\b|\bopt ?outs?\b", "optout"),
    (r"\b(?:un|in) ?s\w{0,2}bs?c?rib(?:e|ing)\b|\bu n s u b s c r i b e\b", "unsubscribe"),
    (r"\bs t o p\b|\bstop(?:stop)+\b|\bsto{2,}p+\b|\bstop{2,}\b", "stop"),
    (r"\b(?:leave|let) (?:me|us) (?:alone|be|the (?:hell|fuck) alone)\b|\blaissez moi tranquille\b", "leaveme"),
    (r"\bdej[ae]n?(?:me|nos) (?:en paz|tranquil[oa]|sol[oa])\b|\bno (?:me |nos )?molest(?:ar|e[ns]?)\b", "leaveme"),
    (r"\bdo? ?not disturb\b|\bdont disturb\b|\bdnd\b", "leaveme"),
    (r"\b(?:u |you |this is |have |got |ve |youve |the |a |es |el )*wrong (?:number|person|nbr|num)\b", "wrongnumber"),
    (r"\b(?:es |el |tiene |tienen )*(?:numero|persona) equivocad[oa]\b|\bse equivoc\w+ de (?:numero|persona)\b",
     "wrongnumber"),
    (r"\b(?:go away|get lost|(?:fu?c?k|f|fuk|eff|buzz|bugger) off|fuck (?:you|u)|screw you|piss off|go to hell)\b",
     "goaway"),
    (r"\b(?:blocking|reporting|(?:will|ill|going to|gonna) (?:block|report|sue)) (?:you|this number|your number|u)\b",
     "blocking"),
    (r"\b(?:dar|darme|darse|de|deme|denme|den|doy|dame) de baja\b|^baja$|\bdebaja\b", "darmedebaja"),
    (r"\b(?:take|taking) back\b", "revoke"),
    (r"\bcount (?:me|us) out\b|\bleave (?:me|us) off\b|\btake me off everything\b", "countmeout"),
    (r"\bunsubscribe from all\b|\bcancel all\b", "cancelall"),
    (r"\bvuelv(?:a|an|as) a\b|\b(?:you )?dare\b|\bin the future\b|\bfrom now on\b|\bafter (?:this|today)\b", ""),
    (r"\b(?:from|by) (?:you|u|ustedes|the police|police)\b|\bde ustedes\b", ""),
    (r"\b(?:do )?want no\b|\bneed no\b", "dont want"),
    (r"\bremove ?me\b", "removeme"),
    (r"^(?:no|nope|nah) (?=(?:please )?(?:stop|st0p|quit|cancel|unsub|optout|remove|leaveme))", ""),
    (r"\b(?:im |i am )?not interested(?: in (?:this|it|these))?(?: anymore)?\b", ""),
    (r"\bi (?:dont live (?:there|here)|moved?|have moved)(?: away)?(?: anymore)?\b|\bive moved(?: away)?\b", ""),
)  # fmt: skip
"""Several words that count as one, in the order in which they are replaced."""

_SO = "[PAMTtWwFLBGYD]*"
UNITS = (
    rf"[PDGM]*S{_SO}(?:f.*|E)?",
    r"[PD]*E[PABMY]*(?:[TtWL]|w[PAFY]*[MTtB])[PABMTtWLFYf]*",
    rf"P*[Nn][PMAYw]*W[PAFY]*[MTtBY]{_SO}(?:f.*)?|P*N[PAYw]*W[PAY]*",
    rf"P*[Nn][PMAY]*w[PAFY]*[MTtB]{_SO}(?:f.*)?|P*[Nn][PAY]*M[PY]*[Ww]{_SO}(?:f.*)?",
    rf"P*N[PMAY]*T{_SO}|[PD]*o[PAGBF]*[TtWLB]{_SO}",
    r"P*[Nn][PMY]*D[PGMAFwbYo]*[TtLWB][PGMAFwWTtLBbY]*",
    r"P*[Nn][PMAY]*D[PGMAFB]*b[PAFBLY]*Y[PAFBLY]*|P*NY[PMA]*(?:DP*)?b[PAFBL]*",
    r"[PDG]*R[PAB]*M[PAMFLTtBY]*|P*RP*F[PAB]*[LT][PY]*",
    r"[PD]*r[PAB]*M[PAM]*F[PABFLTtWMY]*|[PDG]*rP*F[PAB]*L[PY]*",
    r"[PD]*F[PAB]*LP*|P*D[PG]*F[PABFLTWYM]*",
    r"[PDGMAB]*U[PAFLMTtBWY]*",
    r"[PDGMARL]*O[PAFLMTtBWwYG]*",
    r"[PD]*V[PAF]*C.*|P*V[PMFLA]*|P*[Nn][PGAY]*C.*",
)
"""How the parts may follow each other where somebody leaves; each begins and ends in one way only."""

WHOLE = (r"[PD]*E[PABMY]*", r"[PMD]*o[PBMYAFLTt]*", r"P*nP*[TW]P*")
"""Enough as a whole message, or in one of a few words: in a story `just quit` is advice and `no texts` is news."""

ANYWHERE = either(
    r"nMW[MYP]*$|[Nn]Y?M[wW]A*T|(?<!N)(?<!NP)(?<!NPG)OF$",
    r"(?<!N)(?<!NP)S[PAB]*W[PAB]*(?:M|$)|^P*S[PAB]*wM|(?<!N)(?<!NP)S[PA]*B[PA]*T|(?<!N)(?<!NP)S[PAB]*w[PAB]*[Tt]",
    r"(?:R[PAB]*M[PAM]*F|rAMF)[PAB]*L|R[PA]*FA*L|N[PM]*D[PGAB]*[Yo]?A*T",
    r"R[PAB]*F[PAB]*T|NP*WM|DP*O|OM|OF[AB]*[LTt]|(?<!N)(?<!NP)O$",
)
"""Enough wherever it stands in a message, unless it is for a time only."""

LONG_PHRASES = (
    "unsubscribe", "stop texting me", "stop messaging me", "remove me", "opt me out", "leave me alone",
    "take me off the list", "take me off your list", "no more texts", "no more messages", "stop contacting me",
    "dont text me", "do not text me", "dont contact me", "stop sending me messages", "remove my number",
    "no mas mensajes", "darme de baja", "quiero darme de baja", "please stop texting",
)  # fmt: skip
"""Enough with a typing error too, as a whole message."""

ELSEWHERE = frozenset({
    "arret", "stop svp", "arretez svp", "desabonner", "me desabonner", "se desabonner", "fin",
    "laissez moi", "je ne veux plus de messages", "plus de messages", "desinscrivez moi", "supprimez moi",
    "sair", "parar", "pare de me mandar mensagens", "nao quero mais mensagens", "me remova da lista", "remova me",
    "cancelar inscricao", "descadastrar", "descadastre me", "nao me mande mais mensagens", "pare por favor",
    "abmelden", "abbestellen", "keine nachrichten mehr", "bitte keine sms mehr", "keine sms mehr", "aufhoren",
    "austragen", "bitte abmelden", "bitte keine nachrichten mehr", "hor auf", "stoppen",
    "ferma", "fermare", "fermati", "annulla", "annulla iscrizione", "cancellami", "non voglio piu messaggi", "smettila",
    "disiscrivimi", "disiscriviti", "niente piu messaggi", "afmelden", "uitschrijven", "geen berichten meer",
    "tigil", "itigil", "ihinto", "hinto", "tama na", "huwag na po mag text", "huwag na mag text",
    "dung", "dung lai", "huy", "ngung", "huy dang ky", "tu choi", "sispann", "kanpe", "sispann voye mesaj",
    "pa voye mesaj anko", "wypisz", "wypisz mnie", "koniec", "rezygnuje", "td",
})  # fmt: skip
"""Whole messages in the languages that many of an American agency's residents write, in plain letters."""

OTHER_SCRIPTS = frozenset({
    "стоп", "отписаться", "отписка", "отпишите меня", "хватит", "не пишите мне", "не пишите", "отмена",
    "прекратите", "зупинити", "відписатися", "停止", "退订", "退訂", "取消", "取消订阅", "t退订", "td退订",
    "不要再发了", "不要再發了", "别发了", "停止发送", "停止發送", "中止", "停止してください", "配信停止",
    "やめて", "やめてください", "중지", "수신거부", "그만", "배신정지", "취소", "توقف", "إيقاف", "ايقاف",
    "الغاء", "إلغاء", "إلغاء الاشتراك", "الغاء الاشتراك", "قف", "रोकें", "रोको", "बंद करो", "बंद करें", "বন্ধ",
    "বন্ধ করুন",
})  # fmt: skip
"""The same in other letters."""

COME_BACK = frozenset({
    "start", "unstop", "resume", "subscribe", "resubscribe", "start again", "start texts", "start texting me", "opt in",
    "text me again", "optin", "start texting me again", "i want texts again", "turn texts on", "reanudar", "iniciar",
    "opt me in", "opt me back in", "start messages", "sign me back up", "i want to start again",
    "quiero recibir mensajes", "quiero recibir mensajes otra vez", "unblock me",
})  # fmt: skip
"""Brings somebody back, as a whole message."""
