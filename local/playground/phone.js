// A resident's phone: bubbles, a box to write in, a number that can be changed.
import { linked, make, post, sync } from "./dom.js";
import { timeOfDay } from "./time.js";

const STATUS = { queued: "Sending", sending: "Sending", sent: "Sent", delivered: "Delivered", failed: "Not sent", undelivered: "Not delivered" };
const NUMBER = "\\+[1-9][0-9]{6,14}";

export class Phone {
  constructor(section, onChange) {
    this.id = section.id;
    this.section = section;
    this.build(localStorage.getItem(this.id) ?? section.dataset.number, onChange);
  }

  get number() {
    return this.input.dataset.valid;
  }

  build(number, onChange) {
    const id = this.id;
    this.input = make("input", { id: `${id}-number`, type: "tel", value: number, pattern: NUMBER, required: true, autocomplete: "off" });
    this.input.dataset.valid = number;
    this.input.addEventListener("change", () => this.changeNumber(onChange));
    this.log = make("div", { class: "log", role: "log", "aria-label": `Texts on phone ${id.at(-1)}`, tabindex: "0" });
    this.text = make("textarea", { id: `${id}-text`, rows: "2", placeholder: "Text message" });
    this.button = make("button", {}, "Send");
    this.trouble = make("p", { class: "trouble", role: "status" });
    this.badge = make("span", { class: "badge", hidden: true }, "stopped");
    const form = make("form", { class: "composer", autocomplete: "off" },
      make("label", { class: "hidden", for: `${id}-text` }, `Text from phone ${id.at(-1)}`), this.text, this.button);
    form.addEventListener("submit", (event) => this.send(event));
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.section.append(
      make("header", {}, make("h2", { id: `${id}-title` }, `Phone ${id.at(-1)} `, this.badge),
        make("label", { class: "hidden", for: `${id}-number` }, `Number of phone ${id.at(-1)}`), this.input),
      this.log, this.trouble, form);
  }

  changeNumber(onChange) {
    if (!this.input.reportValidity()) return;
    this.input.dataset.valid = this.input.value;
    localStorage.setItem(this.id, this.input.value);
    onChange();
  }

  fill(text) {
    this.text.value = text;
    this.text.focus();
  }

  draw({ stopped, messages }) {
    this.badge.hidden = !stopped;
    if (!messages.length) {
      this.log.replaceChildren(make("p", { class: "empty" }, "No texts yet. Say REGISTER to start."));
      return;
    }
    sync(this.log, messages, { key: (message) => message.sid, draw: bubble });
  }

  async send(event) {
    event.preventDefault();
    const body = this.text.value;
    if (!body.trim()) return;
    this.text.value = "";
    this.trouble.textContent = "";
    this.button.disabled = true;
    try {
      const answer = await post(`/phones/${encodeURIComponent(this.number)}/messages`, { body });
      if (answer.error_code) this.trouble.textContent = `The application did not take this text (error ${answer.error_code}).`;
    } catch {
      this.trouble.textContent = "The carrier does not answer. Is Porchlight still running?";
    } finally {
      this.button.disabled = false;
    }
  }
}

function bubble(message) {
  const pictures = message.media ? ` · ${message.media} picture${message.media > 1 ? "s" : ""}` : "";
  const error = message.error_code ? ` (error ${message.error_code})` : "";
  const status = message.mine ? "" : ` · ${STATUS[message.status] ?? message.status}`;
  const at = timeOfDay(Date.parse(message.at) / 1000);
  return make("div", { class: message.mine ? "bubble mine" : "bubble" },
    make("p", {}, make("span", { class: "hidden" }, message.mine ? "You: " : "Agency: "), ...linked(message.body)),
    make("small", {}, `${at}${status}${pictures}${error}`));
}
