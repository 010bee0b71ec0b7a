"""The words that street names are made of, and the one way each is spelled when names are compared."""

from __future__ import annotations


def _spellings(table: str) -> dict[str, str]:
    """Read lines of `kept: other other`; every word of a line leads to the one before the colon."""
    words: dict[str, str] = {}
    for line in table.strip().splitlines():
        kept, _, others = line.strip().partition(":")
        words.update(dict.fromkeys([kept, *others.split()], kept))
    return words


def _in_full(table: str) -> dict[str, str]:
    """Give for each word of a table the longer of the first two of its line: `heights` for `hts`."""
    words: dict[str, str] = {}
    for line in table.strip().splitlines():
        spelled = line.replace(":", " ").split()
        words.update(dict.fromkeys(spelled, max(spelled[:2], key=len)))
    return words


# USPS Publication 28, appendix C1 (abbreviations and common misspellings), those that agencies' files really use.
_TYPES = """
    aly: alley allee ally
    ave: avenue av aven avenu avn avnue
    bch: beach
    blf: bluff
    blvd: boulevard boul boulv bvd bld bl blvrd bulevar
    bnd: bend
    br: branch brnch
    brg: bridge brdge
    byp: bypass bypas
    cir: circle circ crcl crcle cr circl
    clf: cliff
    clb: club
    cmn: common
    cmns: commons
    cor: corner
    ctr: center centre cntr cen
    cors: corners
    cres: crescent crsent crsnt cresent
    crk: creek
    crst: crest
    ct: court crt courts cts
    cswy: causeway causwa
    cv: cove
    dr: drive driv drv drives
    dl: dale
    est: estate estates ests
    expy: expressway expressw express exp expr
    ext: extension extn
    fld: field
    flds: fields
    fls: falls
    frst: forest forests
    frk: fork
    fwy: freeway freewy frway
    gdn: garden
    gdns: gardens
    grth: garth
    gln: glen
    grn: green
    grv: grove
    gtwy: gateway gatewy
    hbr: harbor harbour
    hl: hill
    hls: hills
    holw: hollow hllw
    hts: heights ht hgts
    hvn: haven
    hwy: highway highwy hiway hway
    is: island
    jct: junction
    knl: knoll
    knls: knolls
    lk: lake
    lndg: landing
    ln: lane la lanes
    loop: loops lp
    mdw: meadow
    mdws: meadows
    ml: mill
    mls: mills
    mnr: manor
    msn: mission
    mews: mew
    orch: orchard
    ovl: oval
    park: prk parks
    pass: passage
    path: paths
    pike: pk pikes
    pkwy: parkway parkwy pky pkway parkways
    pl: place plc
    pln: plain
    plz: plaza plza
    prt: port
    pt: point pnt points
    quay: qy
    rd: road roads rds raod
    rdg: ridge
    rst: rest
    row: rows
    run: runs
    shr: shore
    shrs: shores
    spg: spring
    spgs: springs
    sq: square sqr sqre
    st: street str strt streets
    sta: station stn
    ter: terrace terr terraces
    trce: trace
    trl: trail tr trails
    tpke: turnpike trnpk turnpk
    vis: vista
    vw: view
    vly: valley
    walk: walks wlk
    way: wy ways
    wds: woods
    xing: crossing crssng
"""
TYPES = _spellings(_TYPES)
TYPES_IN_FULL = _in_full(_TYPES)
"""Within a name a type is written in full, so that a typing error in it leaves most of it standing."""
DIRECTIONS = _spellings("""
    n: north norte no
    s: south sur so
    e: east este
    w: west oeste
    ne: northeast noreste
    nw: northwest noroeste
    se: southeast sureste
    sw: southwest suroeste
""")
# People write these either way, and so do agencies. In full, so that a typing error in one leaves most of it standing.
INNER_WORDS = _spellings("""
    saint: st san santo sankt
    mount: mt
    mountain: mtn
    fort: ft
    doctor: dr
    junior: jr
    mlk: martinlutherking
    old: olde
    county: co cnty cty
""")
_ONES = _spellings("""
    1: one first uno primera
    2: two second segunda
    3: three third tercera
    4: four fourth cuarta
    5: five fifth quinta
    6: six sixth sexta
    7: seven seventh septima
    8: eight eighth octava
    9: nine ninth novena
    10: ten tenth decima
    11: eleven eleventh
    12: twelve twelfth
    13: thirteen thirteenth
    14: fourteen fourteenth
    15: fifteen fifteenth
    16: sixteen sixteenth
    17: seventeen seventeenth
    18: eighteen eighteenth
    19: nineteen nineteenth
""")
_TENS = _spellings("""
    20: twenty twentieth
    30: thirty thirtieth
    40: forty fortieth
    50: fifty fiftieth
    60: sixty sixtieth
    70: seventy seventieth
    80: eighty eightieth
    90: ninety ninetieth
""")
NUMBER_WORDS = {word: figure for word, figure in (_ONES | _TENS).items() if word.isalpha()}
"""A number in a name may be a figure or a word, with or without its ending."""
SPANISH_TYPES = _spellings("""
    calle: cll
    avenida: avda avnda
    camino: cam cmo cno
    paseo: pso
    callejon: cjon
    carretera: carr
    corte: cte
    circulo
    privada
    vereda
    via
    rambla
""")
"""Words before the name that a Spanish speaker puts where an English speaker writes a type after it."""
SPANISH_KINDS = frozenset({"calle", "avenida", "avda", "camino", "paseo", "callejon", "carretera"})
"""Those that mean a street in the middle of any message; `cam` and `via` do not."""
ANY_KIND = frozenset({"calle", "avenida"})
"""Those by which Spanish speakers call streets that an agency calls otherwise: `calle Roxleigh` is Roxleigh Road."""
ARTICLES = frozenset({"de", "del", "la", "las", "el", "los"})
STATE_NAMES = _spellings("""
    al: alabama
    ak: alaska
    az: arizona
    ar: arkansas
    ca: california
    co: colorado
    ct: connecticut
    de: delaware
    fl: florida
    ga: georgia
    hi: hawaii
    id: idaho
    il: illinois
    in: indiana
    ia: iowa
    ks: kansas
    ky: kentucky
    la: louisiana
    me: maine
    md: maryland
    ma: massachusetts
    mi: michigan
    mn: minnesota
    ms: mississippi
    mo: missouri
    mt: montana
    ne: nebraska
    nv: nevada
    nj: newjersey
    ny: newyork
    oh: ohio
    ok: oklahoma
    or: oregon
    pa: pennsylvania
    tn: tennessee
    tx: texas
    ut: utah
    vt: vermont
    va: virginia
    wa: washington
    wi: wisconsin
    wy: wyoming
""")
STATES = frozenset(STATE_NAMES.values()) | {"dc", "nh", "nm", "nc", "nd", "ri", "sc", "sd", "wv"}
"""The last ones have names of two words, which are read as a city's that is not known."""
