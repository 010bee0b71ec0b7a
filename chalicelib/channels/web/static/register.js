// The registration form with a script: looks the address up without leaving the page, adds and takes away cameras, and
// shows the map. Whatever fails here leaves the plain form, which does all of it by itself.

const form = document.getElementById("register");
const map = JSON.parse(form.dataset.map);
const slot = document.getElementById("spot-slot");
const cards = document.getElementById("cards");
const count = form.elements.cameras;
const each = document.getElementById("each");
let opened = null;
let turns = 0;
let looked = form.elements.address.value.trim();

const numbers = () => [...cards.children];

function canShowMaps() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

// Cameras ------------------------------------------------------------------------------------------------------------

function addCard() {
  const number = numbers().length + 1;
  const made = document.createElement("template");
  made.innerHTML = document.getElementById("new-card").innerHTML.replaceAll("__N__", number);
  const card = made.content.querySelector("fieldset");
  cards.append(card);
  opened?.then((shown) => shown?.added(card));
  return card;
}

function renumber() {
  numbers().forEach((card, at) => {
    const was = card.dataset.number;
    const now = String(at + 1);
    if (was === now) return;
    const fields = [...card.querySelectorAll("select, input")].map((field) => [field.name || field.id, field]);
    const values = fields.map(([, field]) => field.value);
    const selected = [...card.querySelectorAll("select")].map((field) => [...field.options].map((o) => [o.value, o.text]));
    const fresh = document.createElement("template");
    fresh.innerHTML = document.getElementById("new-card").innerHTML.replaceAll("__N__", now);
    const next = fresh.content.querySelector("fieldset");
    next.querySelectorAll("select").forEach((field, which) => {
      for (const [value, text] of selected[which]) if (![...field.options].some((o) => o.value === value)) field.add(new Option(text, value));
    });
    next.querySelectorAll("select, input").forEach((field, which) => { field.value = values[which]; });
    card.replaceWith(next);
  });
}

function resize(wanted) {
  while (numbers().length < wanted) addCard();
  while (numbers().length > wanted) cards.lastElementChild.remove();
  opened?.then((shown) => shown?.changed());
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.id === "add" && numbers().length < 50) {
    event.preventDefault();
    const first = !count.value && numbers().length === 1 && !each.open;
    if (!first) addCard();
    count.value = numbers().length;
    each.open = true;
    cards.lastElementChild.querySelector("select").focus();
  } else if (button?.classList.contains("remove")) {
    event.preventDefault();
    const card = button.closest("fieldset");
    if (numbers().length === 1) return;
    const next = card.nextElementSibling || card.previousElementSibling;
    const at = Math.min(Number(card.dataset.number), numbers().length - 1);
    card.remove();
    renumber();
    count.value = numbers().length;
    opened?.then((shown) => shown?.changed());
    numbers()[at - 1].querySelector("select").focus();
    return void next;
  } else if (button?.id === "look" && form.elements.address.value.trim() && canShowMaps()) {
    event.preventDefault();
    look();
  }
});

count.addEventListener("change", () => {
  const wanted = Number(count.value.trim());
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 50) resize(wanted);
});

// The address --------------------------------------------------------------------------------------------------------

async function look() {
  const typed = form.elements.address.value.trim();
  if (!typed) return;
  looked = typed;
  const asked = new URLSearchParams();
  for (const name of ["stamp", "address", "choice"]) {
    const chosen = form.querySelector(`[name="${name}"]:checked`) || form.querySelector(`[name="${name}"]:not([type=radio])`);
    asked.set(name, chosen?.value || "");
  }
  const turn = ++turns;
  slot.querySelector(".looking")?.remove();
  const note = Object.assign(document.createElement("p"), { className: "looking", textContent: map.words.looking });
  slot.append(note);
  try {
    const answer = await fetch("/register/look", { method: "POST", body: asked });
    if (!answer.ok) throw new Error(String(answer.status));
    const found = await answer.text();
    if (turn !== turns) return; // asked again meanwhile: that answer counts
    const wasThere = slot.contains(document.activeElement);
    slot.innerHTML = found;
    form.querySelector("#address-error")?.remove();
    if (wasThere) slot.querySelector("#spot, input")?.focus();
    show();
  } catch {
    note.textContent = map.words.not_reached;
    looked = "";
  }
}

form.elements.address.addEventListener("change", () => {
  const kept = slot.querySelector("[name=choice]");
  if (kept) slot.textContent = "";
  if (canShowMaps() && form.elements.address.value.trim() !== looked) look();
});

// Arrow keys pass over one choice after another: only who points has made theirs; with keys it is shown on the map by
// its button.
let points = false;
slot.addEventListener("pointerdown", () => { points = true; });
slot.addEventListener("keydown", () => { points = false; });
slot.addEventListener("change", (event) => {
  if (points && event.target.name === "choice" && event.target.value && canShowMaps()) look();
});

function show() {
  const spot = document.getElementById("spot");
  document.getElementById("map-side").hidden = !spot;
  if (!spot) return;
  each.open = true;
  opened ||= import(map.script).then((script) => script.openMap(map, spot)).catch(() => plainly());
  opened.then((shown) => shown?.moveTo(spot));
}

// Where the library cannot be had, the server draws the streets instead: the form is sent to itself.
function plainly() {
  document.getElementById("map").hidden = true;
  if (!document.querySelector("#picture svg")) {
    const ask = document.createElement("input");
    Object.assign(ask, { type: "hidden", name: "do", value: "look" });
    form.append(ask);
    form.submit();
  }
  return null;
}

if (canShowMaps() && document.getElementById("spot")) show();
