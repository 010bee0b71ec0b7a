"""The words by which people name cameras, say where they hang, and tell one from another."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ONE_CAMERA = _words("camera cam camara cctv webcam camarita")
CAMERAS = _words("devices cameras cams camaras cctvs webcams camaritas")
BELLS = _words("doorbell doorbells timbre timbres portero porteros videoportero videotimbre")
BELL_PLURALS = _words("doorbells timbres porteros rings")
RINGS = _words("ring rings")
BRANDS = RINGS | _words(
    "nest arlo wyze blink eufy reolink lorex simplisafe adt vivint hikvision swann unifi tapo kasa google amazon dahua"
    " amcrest axis verkada nests arlos blinks wyzes eufys reolinks ubiquiti unv tplink eufycam eufycams zmodo annke"
    " abode aqara foscam merkury geeni roku xfinity alarmcom zosi ezviz imou"
)
SHAPES = _words("ptz ptzs domes bullets turrets")
ONE_SHAPE = _words("dome bullet turret spotlight floodlight")
"""Name a camera by its kind: `1 PTZ and 2 domes`."""
STANDS_FOR = _words("one ones kind type units unit style tipo sort")
"""Stand for a camera behind a word that tells which: `the back one`, `a stationary one`, `the fixed kind`."""
RECORDERS = _words("nvr dvr system systems sistema sistemas setup")
SPOTS = _words(
    "front back rear side sides porch porche patio deck yard backyard frontyard alley driveway garage garages door"
    " doors gate gates fence shed barn roof pole tree window windows street road parking lot lots pump pumps register"
    " registers counter dock docks aisle entrance exit stairs stairway carport mailbox pool pier dumpster dumpsters"
    " corner bay bays till walkway sidewalk backdoor frontdoor outback frente enfrente delante adelante atras detras"
    " puerta portal garaje cochera calle callejon entrada salida estacionamiento parqueo techo jardin lado costado"
    " esquina porton cerca reja ventana mostrador caja cajas marquesina alleyway silo stable coop loft greenhouse"
    " trasera trasero delantera delantero"
)
"""Where cameras hang; of rooms and of in and out of doors there are lists of their own."""
OUTDOORS = _words(
    "porch patio deck yard backyard frontyard alley driveway street road lot lots parking pump pumps dumpster dumpsters"
    " pool calle callejon estacionamiento parqueo"
)
ROOMS = _words(
    "kitchen livingroom bedroom nursery basement hallway hall lobby foyer attic playroom den stairwell laundry"
    " bathroom closet stockroom storeroom mudroom breakroom cellar pantry cocina sala recamara habitacion cuarto"
    " dormitorio comedor sotano pasillo estudio lavanderia salon bodega living dining room"
)
SITES = _words("office shop store altar bar storage warehouse sanctuary classroom oficina tienda gym cafe floor sales")
INSIDE = _words("inside indoor indoors interior interiores interiors adentro dentro")
OUTSIDE = _words("outside outdoor outdoors exterior exteriores exteriors afuera fuera")
LOOKS = _words(
    "facing faces face looks looking look points point pointing pointed aimed aims aiming watching watches watch"
    " covers covering cover sees seeing toward towards mira miran mirando viendo ve ven apunta apuntan apuntando hacia"
    " da dan views view viewing trained overlooking overlooks shows enfoca vigila cubre"
)
COMPASS = _words(
    "north south east west northeast northwest southeast southwest ne nw sw norte sur este oeste noreste noroeste"
    " sureste suroeste northern southern eastern western"
)
TURNS = _words(
    "turny fixed stationary bullet ptz turning rotating dome fija fijas fijo fijos giratoria giratorias rotates turns"
    " spins pans swivels mueve mueven move moves gira giran static moving motorized motorizada"
)
STRONG = SPOTS | ROOMS | INSIDE | OUTSIDE | COMPASS | TURNS
"""Say by themselves where a camera hangs, which way it looks, or what it is: `2 back`, `one north`, `1 fixed`."""
PLACED = _words("over at on in by near above under behind beside outside inside off en al sobre del")
WEAK = (
    LOOKS
    | PLACED
    | _words("for is are es son does que to para pa a de from esta estan that which que thats with up out")
)
"""May lead to a word of that kind: `one is in back`, `otra a la calle`."""
FILLERS = _words(
    "kind type style the my our a an la el las los mi su of de them those these em ellas its other each right left"
)
MODIFIERS = _words(
    "security surveillance video more other new old wired wireless small big little hd 4k 2k 8k 1080p 1080 720p 5mp 8mp"
    " 4mp ip solar battery powered facing total stick stickup up trail night vision color colour different separate"
    " working smart exterior interior home house window good cheap hidden analog digital poe wifi mini pro plus gen 2nd"
    " 3rd 1st motion hello sensor activated high quality definition rotating pan tilt cloud floodlight spotlight"
    " regular normal extra actual whole real plain basic single solo sola wide angle deer game wildlife baby pet"
    " of main upper lower upstairs downstairs left right sales floor"
)
BETWEEN = (MODIFIERS | STRONG | SITES) - _words("este") - LOOKS | {"facing"}
"""What may stand between a number and the name of the thing: `2 outdoor security cams`."""
UNCOUNTED = _words(
    "few several some many multiple various varias varios unas algunas muchas lots bunch numerous plenty"
)
NONE = _words("no without zero sin ninguna ningun not")
THOSE = _words("the this that these those its their his her their la las los el esta esa estas esas said")
MINE = _words("my our mi mis nuestra nuestras nuestro")
MORE = _words("another other otra otro otras extra additional second third adicional")
REST = _words("others rest remaining demas")
ABOUT_THEM = _words(
    "registry registration program programs thing things flyer list map project quality resolution owner owners angle"
    " angles view app footage video videos recordings recorder number numbers people guy company subscription plan"
    " registro programa network does did info information question questions questionnaire sign registered register"
    " protect aware cloud account alert alerts notification notifications me once phone sharing footages database"
)
OTHERS = _words("neighbor neighbors neighbour neighbours vecino vecina vecinos")
HAVE = _words(
    "have got has own tengo hay is are tenemos son put theres there count installed total puse tiene with own bought"
    " run its added add register registrar anotar need were pongo contamos says said dice"
)
HEDGES = _words(
    "ok well um hmm pues but only just solo nomas like about maybe exactly around actually solamente como unas probably"
)
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
            "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4}  # fmt: skip
TAKING_BACK = _words(
    "wait sorry actually mean correction digo perdon oops rather no jk nope scratch make nvm now ahora"
)
FORGOT = _words(
    "forgot forgotten forget forgetting counting including count olvide olvidaba incluyendo contando incluido"
)
ALSO = _words("also too tambien plus")
BREAKS = _words("and y e n plus also with , con ademas mas includes including incluye")
JOINS = BREAKS - {","}
IN_ALL = (["in", "total"], ["in", "all"], ["en", "total"], ["of", "them"], ["of", "those"], ["of", "em"],
          ["all", "together"], ["de", "ellas"])  # fmt: skip
ENDS = _words(", total altogether now left overall working work funcionan sirven ahora so but out")
PEOPLE = _words("i we it its they because porque cuz which olvide")
"""Begin what somebody goes on to say behind a number: `3 i forgot the doorbell`."""
MARKS = {
    **dict.fromkeys(NONE, "none"),
    **dict.fromkeys(UNCOUNTED, "vague"),
    **dict.fromkeys(THOSE | {"all", "todas"}, "those"),
    **dict.fromkeys(MINE, "mine"),
    **dict.fromkeys(MORE, "more"),
}
