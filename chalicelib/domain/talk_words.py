"""Words of talk about cameras, of which no city is made and, where no type follows, no street either."""

from __future__ import annotations

from .number_words import WORDS

_ALL = """
    abajo abierto about above acre acres across actually address adentro adt after afuera again ago ahi ahora aim
    aimed aims al algo all alli also always am amcrest an and another any anyone anything apartamento app apple approx
    approximately apunta aqui are area arlo arlos around arriba as asi ask at atencion atras aun available away back
    backyard backyards barrio baths battery because bed bedrms bedroom bedrooms beds been before behind believe bell
    below beside better bien big bike bikes black bldg blink blinks block blocks borra borran borrar both box brother
    buen buena buenas buenos building bullet bullets business but buy by bye cada call calle callejon cam camara
    camaras camera cameras cams can cant capture captures car cars casa cash casi cat cats cctv cerca ch channel
    channels check church city clear clientes clip clips cloud com come como company con condo conserva conservan
    contact corner could couple cover covering covers creo cross cual cuando cuanto cuantos cubre customers cycle da
    dad dahua dan date daughter day days de dead deck default del delante delete deleted deletes deli dentro
    departamento department derecha desde despues detras dia dias dice did different digo direccion dog dogs dome
    domes donde done dont door doorbell doorbells doors downstairs drive driveway duplex dura duran during dvr each
    east either el ella ellas ellos else email employees en end enfoca enfrente entrada entrance entry era eres es esa
    ese esquina esta estan estas este esto estoy etc eufy every everything exterior face faced faces facing family far
    favor feel feet few film first fixed flat flood floodlight floor floors flyer footage for forever fps frente from
    front ft fuera full fullhd funciona garage gas gate gave gb gente gerente get gets ghz gig gigs give go goes good
    google got graba grabacion grabaciones graban gracias grass guarda guardan guarde guess gym ha hace hacia had half
    hallway han happy hard has hasta have hay hd he heard hello help her here hermana hermano hi hijo hikvision him
    his history hit hola hold holds home hope hora horas hour hours house houses how hoy hr hrs husband i iglesia
    igual ill im in inch inches indoor info inside instalada instalamos instale install installed interior into is it
    its ive izquierda jardin just kasa keep keeping keeps kept kid kids kind kitchen know la lado las last later le
    least leave left lens les let like live lives living llamada llamo llevo lo lobby local located location lock long
    look looking looks loop lorex los lost lot lots love luego mail main make manager mando many mas maybe me mean
    mejor menos mensaje mes meses messages meters metres mi mia mile miles military min mine mins minutes mira miran
    mirando mis mo mom money month months more mos most motion mount mounted move moved moving mp mth much mucho muy
    my nada name near necesito need negocio neighbor neighbors neighbours nest nests never new next ni night nightowl
    ninguna no noche nombre none norte north nos nosotros not nothing now nube nuestra nuestro number numero nunca nvr
    o oeste of off office officer oficina often oh oiga oigan ok okay old on once one only onto open or other otra
    otras otro our out outdoor outside over overwrite overwrites overwritten own owner pan para parking parqueo part
    parte patio people per perdon pero pharmacy phone piso place please plus pm poco podemos pointed pointing points
    police por porch porche porque possible poste pretty principal private property ptz ptzs puedo puerta pues puso
    put quality que queda quedan question questions quiero quincena quisiera quite ranch rather read rear rec record
    recorded recorder recording recordings records register registered registrar registrarme registration remember
    removed rent rental reolink resident residente residents restaurant restaurante retain retention right ring rings
    robbed rolls room rooms sabe saben sala salon same save saved saves saving say says school sd se sec second
    seconds security sede see sees segunda self semana semanas send senor senora ser set setup she shop should show
    shows si side sides sigue simplisafe sin since sir sirve sister small so sobre sola solo some somebody someone
    something sometimes somos son sorry south soy split sqft stairs stars started station stay stays still stop
    storage store stored stores stories storing story street stuff su sur sure sus swann system systems take tal
    tambien tapo tarde tb te telefono tell tenant tenants tenemos tengo text than thank thanks that the their them
    then there these they thing things think this those through tiempo tienda tiene tienen till timbre timbres time
    times to toda todas today todo todos told too took top total toward towards town townhome townhouse trabajo
    trasera trasero tres truck trucks try tu turn turns two type un una unas unit units uno unos until up upstairs us
    use used using usted ustedes usually va van vecina vecino veo ver very via video videos view vigila visible vista
    vive vivimos vivint vivo volunteer wait want wanted warehouse was watch watches watching water way we webcam
    webcams week weeks well went were west what when where which while who whole wife wifi will window wired wireless
    with within without wk wks work working works worth would wyze wyzes y ya yarda year years yes yesterday yet yo
    you your youre yr yrs
"""
_KEPT = """
    giratoria giratorias fija fijas fijo fijos turrets
    btw fyi asap idk lol farm taller dental clinic marina brick peoples hikvision swann mecanico panaderia tel
    turning rotating rotates ptz bullets insurance law tax dentist daycare salon barber deli bakery laundromat
    liquor tire vape pizza gracias jk thru guessing maybe this signed
    retain retains retained deletes erases lasts goes holds guardo graba almacena mantiene dura miran apuntan
"""
TALK = frozenset(_ALL.split()) | frozenset(_KEPT.split()) | WORDS
CITY_BEGINS = frozenset(
    [
        "la",
        "las",
        "los",
        "el",
        "new",
        "big",
        "long",
        "black",
        "north",
        "south",
        "east",
        "west",
        "san",
        "del",
        "old",
        "high",
        "red",
        "great",
    ]
)
"""Begin a city all the same, where another word follows that is no talk: `White Marsh`, `New York`."""
CITY_ENDS = frozenset(
    [
        "city",
        "hall",
        "point",
        "church",
        "station",
        "beach",
        "park",
        "springs",
        "place",
        "town",
        "house",
        "office",
        "gate",
    ]
)
"""End one: `Perry Hall`, `Falls Church`."""
