// Forms that Slack opens, and its little question before a dangerous button.
import { drawBlocks } from "./blocks.js";
import { make } from "./dom.js";
import { retype, typed } from "./fields.js";
import { mrkdwn, plain } from "./mrkdwn.js";

export class Modal {
  // `act(deed, body)` submits, presses or closes.
  constructor(dialog, act) {
    this.dialog = dialog;
    this.act = act;
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
  }

  draw(view, names) {
    const before = this.view;
    this.view = view;
    if (!view) {
      this.dialog.close();
      return;
    }
    if (before?.id === view.id && before.hash === view.hash) return;
    const kept = before?.id === view.id ? typed(this.dialog) : {};
    this.build(view, names, {});
    retype(this.dialog, kept);
    if (!this.dialog.open) this.dialog.showModal();
  }

  build(view, names, errors) {
    this.names = names;
    const tools = { names, errors, onPress: (element, block) => this.press(view, element, block) };
    const close = plain(view.close ?? "Cancel");
    const form = make("form", { novalidate: true, autocomplete: "off" },
      make("header", {}, make("h2", { id: "modal-title" }, plain(view.title))),
      make("p", { class: "trouble", role: "alert" }, summary(view, errors)),
      ...drawBlocks(view.blocks, tools),
      make("footer", {}, make("button", { type: "button", onclick: () => this.close() }, close),
        view.submit && make("button", { class: "primary" }, plain(view.submit))));
    form.addEventListener("submit", (event) => this.submit(event));
    this.dialog.replaceChildren(form);
  }

  async press(view, element, block) {
    if (element.confirm && !(await askFirst(element.confirm, this.names))) return;
    await this.act("press", { view_id: view.id, block_id: block.block_id, action_id: element.action_id, values: typed(this.dialog) });
  }

  async submit(event) {
    event.preventDefault();
    const [view, values] = [this.view, typed(this.dialog)];
    const button = event.target.querySelector(".primary");
    if (button) button.disabled = true;
    const answer = await this.act("submit", { view_id: view.id, values });
    if (button) button.disabled = false;
    if (!answer.ok) this.dialog.querySelector(".trouble").textContent = `Slack says: ${answer.error}. What you typed is still here.`;
    if (!answer.ok || !Object.keys(answer.errors).length) return;
    this.build(view, this.names, answer.errors);
    retype(this.dialog, values);
    this.dialog.querySelector("[aria-invalid]")?.focus();
  }

  close() {
    this.dialog.close();
    this.act("close", { view_id: this.view.id });
  }
}

// Errors that belong to no field that is drawn must still be seen.
function summary(view, errors) {
  const shown = view.blocks.filter((block) => block.type === "input").map((block) => block.block_id);
  return Object.entries(errors).filter(([block]) => !shown.includes(block)).map(([, sentence]) => plain(sentence)).join(" ");
}

// Ask Slack's confirm question; resolve to what was chosen.
export function askFirst(confirm, names) {
  const dialog = document.getElementById("confirm");
  return new Promise((resolve) => {
    const answer = (choice) => () => {
      dialog.close();
      resolve(choice);
    };
    const text = confirm.text.type === "mrkdwn" ? mrkdwn(confirm.text.text, names) : [plain(confirm.text)];
    dialog.replaceChildren(make("div", { class: "form" },
      make("header", {}, make("h2", { id: "confirm-title" }, plain(confirm.title ?? "Are you sure?"))),
      make("p", { class: "block" }, ...text),
      make("footer", {},
        make("button", { type: "button", onclick: answer(false) }, plain(confirm.deny ?? "Cancel")),
        make("button", { type: "button", class: confirm.style ?? "primary", onclick: answer(true) }, plain(confirm.confirm ?? "Yes")))));
    dialog.addEventListener("cancel", answer(false), { once: true });
    dialog.showModal();
  });
}
