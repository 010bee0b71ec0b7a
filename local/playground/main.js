// Asks once a second what is new, and hands each part what it draws.
import { linked, make, sync } from "./dom.js";
import { Phone } from "./phone.js";
import { Slack } from "./slack.js";
import { keepZone, yesterday } from "./time.js";

const phones = ["phone-1", "phone-2"].map((id) => new Phone(document.getElementById(id), () => look(true)));
const slack = new Slack(document.getElementById("slack"));
const writers = { slack, ...Object.fromEntries(phones.map((phone) => [phone.id, phone])) };
let version = "";
let agency = {};

for (const button of document.querySelectorAll("[data-fill]")) {
  button.setAttribute("aria-label", `Write it for me: ${button.closest("li").querySelector("h3").textContent}`);
  button.addEventListener("click", () => writers[button.dataset.fill].fill(example(button.dataset.text)));
}

function example(text) {
  const values = { address: agency.example_address, case: agency.example_case, day: yesterday() };
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

async function look(all = false) {
  const query = new URLSearchParams(phones.map((phone) => ["phone", phone.number]));
  if (!all) query.set("since", version);
  try {
    const answer = await fetch(`state?${query}`);
    document.getElementById("offline").hidden = true;
    if (answer.status === 200) draw(await answer.json());
  } catch {
    document.getElementById("offline").hidden = false;
  }
}

function draw(state) {
  version = state.version;
  agency = state.agency;
  keepZone(agency.time_zone);
  for (const anchor of document.querySelectorAll("[data-page]")) anchor.href = agency.url + anchor.dataset.page;
  for (const phone of phones) phone.draw(state.phones[phone.number] ?? { messages: [] });
  slack.draw(state.slack);
  drawMail(state.mail);
}

function drawMail(mails) {
  const log = document.getElementById("mail-log");
  if (!mails.length) {
    log.replaceChildren(make("p", { class: "empty" }, "No mail yet."));
    return;
  }
  sync(log, mails.map((mail, at) => ({ ...mail, at })), {
    key: (mail) => mail.at,
    draw: (mail) => make("details", { open: true },
      make("summary", {}, mail.subject || "(no subject)", make("small", {}, ` to ${mail.to}`)),
      make("p", { class: "from" }, `From ${mail.from} · ${mail.date}`),
      make("p", { class: "text" }, ...linked(mail.text))),
  });
}

async function watch() {
  await look();
  setTimeout(watch, 1000);
}

watch();
