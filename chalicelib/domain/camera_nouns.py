"""The words by which people name cameras, count them, and tell one from another."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ONE_CAMERA = _words("camera cam camara cctv webcam camarita")
CAMERAS = _words("cameras cams camaras cctvs webcams camaritas")
REST = _words("others rest remaining demas")
BELLS = _words("doorbell doorbells timbre timbres portero porteros")
BELL_PLURALS = _words("doorbells timbres porteros rings")
RINGS = _words("ring rings")
BRANDS = RINGS | _words(
    "nest arlo wyze blink eufy reolink lorex simplisafe adt vivint hikvision swann unifi tapo kasa google amazon dahua"
    " amcrest axis verkada nests arlos blinks wyzes eufys reolinks"
)
SHAPES = _words("ptz ptzs domes bullets")
ONE_SHAPE = _words("dome bullet")
"""Name a camera by its kind: `1 PTZ and 2 domes`."""
RECORDERS = _words("nvr dvr system systems sistema sistemas")
BETWEEN = _words(
    "security surveillance outdoor indoor outside inside video more other new old wired wireless small big hd 4k 2k 8k"
    " 1080p 1080 720p 5mp 8mp 4mp ip ptz dome bullet fixed stationary turning front back rear side door porch garage"
    " driveway yard backyard frontyard alley floodlight spotlight solar battery powered street facing total north south"
    " east west northeast northwest southeast southwest stick up trail night vision color colour different separate"
    " working smart exterior interior home house patio deck shop store window good cheap hidden analog digital poe wifi"
    " mini pro plus gen 2nd 3rd 1st motion hello sensor activated high quality definition rotating pan tilt cloud"
)
UNCOUNTED = _words(
    "few several some many multiple various varias varios unas algunas muchas lots bunch numerous plenty"
)
NONE = _words("no without zero sin ninguna ningun not")
THOSE = _words("the this that these those its their his her la las los esta esa estas esas el said")
MINE = _words("my our mi mis nuestra nuestras nuestro")
MORE = _words("another other otra otro otras extra additional second third adicional")
ABOUT_THEM = _words(
    "registry registration program programs thing things flyer list map project quality resolution owner owners angle"
    " angles view app footage video videos recordings recorder number numbers people guy company subscription plan"
    " registro programa unit network does did info information question questions questionnaire sign"
    " registered register"
    " protect aware cloud account alert alerts notification notifications me back once phone"
)
NEXT = _words(
    "facing faces face looks looking look points point pointing pointed aimed aims aiming watching watches covers"
    " covering cover toward towards at on in over above by near outside inside outdoor outdoors"
    " indoor indoors front back"
    " rear side north south east west northeast northwest southeast southwest ne nw sw ptz dome fixed bullet"
    " afuera adentro dentro fuera atras al en hacia mira miran mirando apunta apuntando frente delante enfrente street"
    " alley driveway backyard porch fixed is are to doorbell out outback exterior exteriores interior interiores"
    " fija fijas fijo fijos giratoria giratorias que turning exteriors interiors"
    " off trasera delantera de up down sees seeing that which with pans stationary"
)
PLACED = _words("over at on in by near outside inside above")
HANGS = _words(
    "front back rear porch alley backyard street driveway frente enfrente delante atras calle patio fixed turning ptz"
    " stationary fija fijas giratoria giratorias"
)
"""Tell where a camera hangs or what it is, where a number has no noun: `two in front`."""
HAVE = _words(
    "have got installed has own tengo hay is are total count tenemos son hay with put up theres total puse cameras"
)
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
             "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4}  # fmt: skip
TAKING_BACK = _words("wait sorry actually mean correction digo perdon oops rather no")
BREAKS = _words("and y e plus also with , con ademas mas includes including incluye")

SIDES = _words("front back rear side north south east west inside outside")
IN_ALL = (["in", "total"], ["in", "all"], ["en", "total"], ["of", "them"], ["of", "those"])
MARKS = {
    **dict.fromkeys(NONE, "none"),
    **dict.fromkeys(UNCOUNTED, "vague"),
    **dict.fromkeys(THOSE | {"all", "todas"}, "those"),
    **dict.fromkeys(MINE, "mine"),
    **dict.fromkeys(MORE, "more"),
}
