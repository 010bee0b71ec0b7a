// The map of the registration form: a pin for each camera that is dragged, tapped or moved by arrow keys, and the view
// that it has, turned by its handle, by a slider or by the list in its card. What it finds out it writes into the form.

const POINTS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const KEYS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
const STEP_M = 2;
const NEAREST_HANDLE_M = 26;
const said = document.getElementById("map-said");
const cards = document.getElementById("cards");
const fill = (sentence, values) => sentence.replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);

let gl, map, given, home, street, pins, active = 1, doors = [], view;

export async function openMap(data, spot) {
  given = data;
  gl = await import(data.library);
  gl.setWorkerUrl(new URL(data.worker, location.href).href);
  const box = document.getElementById("map");
  document.getElementById("picture").hidden = true;
  document.getElementById("map-help").hidden = false;
  box.hidden = false;
  read(spot);
  const { styleOf } = await import(data.style);
  view = styleOf(data);
  map = new gl.Map({
    container: box, style: view.style, center: home, zoom: 17.7, minZoom: 15, maxZoom: 20.5, attributionControl: false,
    dragRotate: false, pitchWithRotate: false, touchPitch: false, cooperativeGestures: true, maxBounds: around(600),
    locale: {
      "CooperativeGesturesHandler.WindowsHelpText": data.words.scroll, "CooperativeGesturesHandler.MacHelpText": data.words.scroll,
      "CooperativeGesturesHandler.MobileHelpText": data.words.two_fingers, "Map.Title": data.words.ready,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disable();
  map.getCanvas().tabIndex = -1; // pins and buttons do all that keys can
  zoomButtons(box);
  if (data.attribution && data.tiles) map.addControl(new gl.AttributionControl({ customAttribution: data.attribution, compact: false }));
  await new Promise((done) => { map.once("load", done); });
  map.on("click", (event) => { place(cardOf(active), event.lngLat.toArray()); });
  pins = new Map();
  cards.addEventListener("input", onInput);
  cards.addEventListener("focusin", (event) => activate(event.target.closest("fieldset")));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(styleOf(data).style, { diff: false });
    map.once("style.load", () => moveTo(document.getElementById("spot")));
  });
  return { moveTo, added: changed, changed };
}

function read(spot) {
  home = spot.dataset.at.split(",").map(Number).reverse();
  street = spot.dataset.street === "" ? null : Number(spot.dataset.street);
}

async function moveTo(spot) {
  read(spot);
  map.setMaxBounds(around(600));
  map.jumpTo({ center: home, zoom: 17.7 });
  for (const card of cards.children) if (distance(home, pinOf(card)) > given.within) card.querySelector("[name^=pin_]").value = "";
  changed();
  const answer = await fetch(spot.dataset.streets);
  if (!answer.ok) return;
  const drawn = view.features(await answer.json());
  doors = drawn.doors;
  map.getSource("streets")?.setData(drawn.lines);
  map.getSource("doors")?.setData(drawn.places);
  changed(); // names the nearest doors
  document.getElementById("map").dataset.ready = spot.dataset.line;
}

// Places: [longitude, latitude]; metres are good to a hair over a few hundred of them ------------------------------------

const perDegree = () => [111320 * Math.cos(home[1] * Math.PI / 180), 110574 + 1110 * Math.sin(home[1] * Math.PI / 180) ** 2];
const offset = (place, east, north) => [place[0] + east / perDegree()[0], place[1] + north / perDegree()[1]];
const metres = (from, to) => [(to[0] - from[0]) * perDegree()[0], (to[1] - from[1]) * perDegree()[1]];
const distance = (from, to) => Math.hypot(...metres(from, to));
const bearing = (from, to) => { const [east, north] = metres(from, to); return (Math.atan2(east, north) * 180 / Math.PI + 360) % 360; };
const around = (reach) => [offset(home, -reach, -reach), offset(home, reach, reach)];
const wordOf = (degrees) => given.headings[Math.round(degrees / 45) % 8];

// What a card says -------------------------------------------------------------------------------------------------------

const cardOf = (number) => cards.children[number - 1] || cards.children[0];
const numberOf = (card) => Number(card.dataset.number);
const field = (card, name) => card.querySelector(`[name="${name}_${card.dataset.number}"]`);
const sliderOf = (card) => card.querySelector("[type=range]");

function pinOf(card) {
  const value = field(card, "pin").value;
  return value ? value.split(",").map(Number).reverse() : home;
}

function headingOf(card) {
  const value = field(card, "heading").value;
  if (value === "street" || value === "back") return street === null ? null : (street + (value === "back" ? 180 : 0)) % 360;
  if (value === "") return null;
  return POINTS.includes(value) ? POINTS.indexOf(value) * 45 : Number(value);
}

function lensOf(card) {
  const [width, reach] = given.lenses[field(card, "kind").value] || given.lenses.unknown;
  return { width, reach, turns: width > 180 };
}

// Changes ----------------------------------------------------------------------------------------------------------------

function onInput(event) {
  const card = event.target.closest("fieldset");
  if (event.target === sliderOf(card)) turn(card, Number(event.target.value));
  else draw(card);
}

function turn(card, degrees) {
  const rounded = Math.round(degrees / 5) * 5 % 360;
  const list = field(card, "heading");
  const value = rounded % 45 ? String(rounded) : POINTS[rounded / 45];
  list.querySelectorAll("option[data-turned]").forEach((option) => option.remove());
  if (![...list.options].some((option) => option.value === value)) {
    const option = new Option(fill(given.degrees, { heading: capital(wordOf(rounded)), degrees: rounded }), value);
    option.dataset.turned = "";
    list.add(option);
  }
  list.value = value;
  draw(card);
  said.textContent = looks(card);
}

function place(card, there) {
  if (distance(home, there) > given.within) {
    said.textContent = given.words.too_far;
    return draw(card);
  }
  if (!map.getBounds().contains(there)) map.easeTo({ center: there });
  field(card, "pin").value = distance(home, there) < 1 ? "" : `${there[1].toFixed(6)},${there[0].toFixed(6)}`;
  draw(card);
  said.textContent = `${fill(given.words.pin, { number: numberOf(card) })}: ${whereIs(there)}`;
}

function whereIs(there) {
  const away = distance(home, there);
  const nearest = doors.reduce((best, door) => (distance(door.at, there) < distance(best.at, there) ? door : best), doors[0] || { at: home });
  const near = nearest.label ? ` ${fill(given.words.near, { place: nearest.label })}` : "";
  return away < 1 ? given.words.at_home : fill(given.words.moved, { metres: Math.round(away), heading: wordOf(bearing(home, there)) }) + near;
}

function looks(card) {
  const heading = headingOf(card);
  if (heading === null || lensOf(card).turns) return given.words.all_around;
  return fill(given.words.looks, { heading: wordOf(heading), degrees: heading });
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

// Pins, handles and views ------------------------------------------------------------------------------------------------

function changed() {
  for (const [number, pin] of pins) if (number > cards.children.length) { pin.marker.remove(); pin.handle.remove(); pins.delete(number); }
  for (const card of cards.children) draw(card, false);
  outline();
}

function draw(card, outlined = true) {
  const pin = pinFor(numberOf(card));
  const at = pinOf(card), heading = headingOf(card), lens = lensOf(card);
  pin.marker.setLngLat(at);
  pin.element.setAttribute("aria-label", `${fill(given.words.pin, { number: numberOf(card) })}. ${whereIs(at)} ${looks(card)}`);
  const aims = heading !== null && !lens.turns;
  pin.handleElement.hidden = !aims;
  pin.handle.setLngLat(aims ? offset(at, ...toward(heading, Math.max(lens.reach, NEAREST_HANDLE_M))) : at);
  const slider = sliderOf(card);
  slider.closest(".turn").hidden = lens.turns;
  if (heading !== null) slider.value = heading;
  slider.setAttribute("aria-valuetext", looks(card));
  const line = card.querySelector(".moved");
  line.hidden = false;
  line.textContent = whereIs(at);
  card.querySelector(".steps-only").hidden = true;
  if (outlined) outline();
}

function pinFor(number) {
  if (pins.has(number)) return pins.get(number);
  const element = Object.assign(document.createElement("button"), { type: "button", className: "map-pin", textContent: number });
  const handleElement = Object.assign(document.createElement("div"), { className: "map-handle", title: fill(given.words.turn_handle, { number }) });
  const marker = new gl.Marker({ element, draggable: true }).setLngLat(home).addTo(map);
  const handle = new gl.Marker({ element: handleElement, draggable: true }).setLngLat(home).addTo(map);
  handleElement.removeAttribute("tabindex");
  handleElement.removeAttribute("aria-label");
  handleElement.setAttribute("aria-hidden", "true");
  const pin = { element, handleElement, marker, handle };
  marker.on("dragstart", () => activate(cardOf(number)));
  marker.on("dragend", () => {
    const seen = map.project(marker.getLngLat()).add(marker.getOffset());
    marker.setOffset([0, 0]);
    place(cardOf(number), map.unproject(seen).toArray());
  });
  handle.on("drag", () => turn(cardOf(number), bearing(pinOf(cardOf(number)), handle.getLngLat().toArray())));
  element.addEventListener("focus", () => activate(cardOf(number)));
  element.addEventListener("click", (event) => { event.stopPropagation(); activate(cardOf(number)); });
  element.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 5 * STEP_M : STEP_M;
    place(cardOf(number), offset(pinOf(cardOf(number)), step[0] * far, step[1] * far));
  });
  pins.set(number, pin);
  return pin;
}

function activate(card) {
  if (!card) return;
  active = numberOf(card);
  if (!map.getBounds().contains(pinOf(card))) map.easeTo({ center: pinOf(card) });
  for (const [number, pin] of pins) pin.element.classList.toggle("active", number === active);
}

const toward = (degrees, reach) => [reach * Math.sin(degrees * Math.PI / 180), reach * Math.cos(degrees * Math.PI / 180)];

function sector(card) {
  const at = pinOf(card), heading = headingOf(card), { width, reach, turns } = lensOf(card);
  const whole = turns || heading === null;
  const from = whole ? 0 : heading - width / 2, to = whole ? 360 : heading + width / 2;
  const rim = [];
  for (let degrees = from; degrees <= to; degrees += 4) rim.push(offset(at, ...toward(degrees, reach)));
  rim.push(offset(at, ...toward(to, reach)));
  const ring = whole ? rim : [at, ...rim, at];
  return { type: "Feature", properties: { sure: !whole || turns }, geometry: { type: "Polygon", coordinates: [ring] } };
}

// Pins at one place stand side by side, so that each can be seen and taken.
function spread() {
  const places = Map.groupBy ? Map.groupBy([...cards.children], (card) => field(card, "pin").value) : new Map();
  for (const together of places.values()) {
    together.forEach((card, at) => pinFor(numberOf(card)).marker.setOffset([(at - (together.length - 1) / 2) * 30, 0]));
  }
}

function outline() {
  spread();
  const near = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: home } };
  map.getSource("views")?.setData({ type: "FeatureCollection", features: [...cards.children].map(sector) });
  map.getSource("home")?.setData(near);
}

function zoomButtons(box) {
  const bar = Object.assign(document.createElement("div"), { className: "map-zoom" });
  for (const [sign, label, by] of [["+", given.words.zoom_in, 1], ["\u2212", given.words.zoom_out, -1]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
    button.setAttribute("aria-label", label);
    button.addEventListener("click", (event) => { event.stopPropagation(); map.zoomTo(map.getZoom() + by); });
    bar.append(button);
  }
  box.append(bar);
}
