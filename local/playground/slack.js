// The officers' Slack: one channel, commands, buttons, forms.
import { drawBlocks } from "./blocks.js";
import { make, post, sync } from "./dom.js";
import { typed } from "./fields.js";
import { askFirst, Modal } from "./modal.js";
import { mrkdwn } from "./mrkdwn.js";
import { timeOfDay } from "./time.js";

const TROUBLE = {
  operation_timeout: "Slack waited for the application and gave up. Try again.",
  dispatch_failed: "The application did not take this. Try again.",
  not_a_command: "Start with a command, as in /footage help.",
};

export class Slack {
  constructor(section) {
    this.find = (id) => section.querySelector(`#slack-${id}`);
    this.user = sessionStorage.getItem("officer");
    this.picture = { users: [], messages: [], views: [] };
    this.modal = new Modal(document.getElementById("modal"), (deed, body) => this.act(deed, body));
    this.find("form").addEventListener("submit", (event) => this.command(event));
  }

  fill(text) {
    const input = this.find("text");
    input.value = text;
    input.focus();
  }

  draw(picture) {
    this.picture = picture;
    this.find("channel").textContent = picture.channel;
    if (!picture.users.some((user) => user.id === this.user)) this.user = picture.users[0]?.id;
    this.drawUsers();
    this.drawMessages();
    this.modal.draw(picture.views.filter((open) => open.user === this.user).at(-1)?.view, this.names);
  }

  get names() {
    return { ...Object.fromEntries(this.picture.users.map((user) => [user.id, user.name])), U0PORCHLIGHT: "Porchlight" };
  }

  drawUsers() {
    const roles = ["detective", "supervisor"];
    sync(this.find("users"), [{ id: "legend" }, ...this.picture.users], {
      key: (user) => user.id,
      draw: (user) => user.id === "legend" ? make("legend", {}, "You are") : make("label", {},
        make("input", { type: "radio", name: "officer", value: user.id, checked: user.id === this.user, onchange: () => this.become(user.id) }),
        make("span", {}, user.name, make("small", {}, ` ${roles[this.picture.users.indexOf(user)] ?? ""}`))),
    });
  }

  become(user) {
    this.user = user;
    sessionStorage.setItem("officer", user);
    this.draw(this.picture);
  }

  drawMessages() {
    const begins = (message) => Number(message.thread_ts || message.ts);
    const mine = this.picture.messages
      .filter((message) => !message.visible_to || message.visible_to === this.user)
      .sort((one, other) => begins(one) - begins(other) || Number(one.ts) - Number(other.ts));
    if (!mine.length) {
      this.find("log").replaceChildren(make("p", { class: "empty" }, "Nothing here yet. Try /footage help."));
      return;
    }
    sync(this.find("log"), mine, { key: (message) => message.ts, draw: (message) => this.message(message) });
  }

  message(message) {
    const tools = { names: this.names, heading: "h4", onPress: (element, block) => this.press(message, element, block, body) };
    const body = make("div", { class: "body" });
    if (message.blocks.length) body.append(...drawBlocks(message.blocks, tools));
    else body.append(make("p", { class: "block" }, ...mrkdwn(message.text, this.names)));
    const isReply = message.thread_ts && message.thread_ts !== message.ts;
    const kind = ["message", message.visible_to && "private", isReply && "reply"].filter(Boolean).join(" ");
    return make("article", { class: kind },
      make("div", { class: "avatar", "aria-hidden": "true" }),
      make("div", {},
        message.visible_to && make("p", { class: "only" }, "Only visible to you"),
        isReply && make("p", { class: "only" }, "Reply in the thread"),
        make("h3", {}, "Porchlight ", make("span", { class: "badge" }, "app"),
          make("time", {}, timeOfDay(Number(message.ts))), message.is_edited && make("small", {}, "(edited)")),
        body));
  }

  async press(message, element, block, body) {
    if (element.confirm && !(await askFirst(element.confirm, this.names))) return;
    await this.act("press", { ts: message.ts, block_id: block.block_id, action_id: element.action_id, values: typed(body) });
  }

  async command(event) {
    event.preventDefault();
    const input = this.find("text");
    const text = input.value;
    if (!text.trim()) return;
    input.value = "";
    if (!(await this.act("command", { text })).ok && !input.value) input.value = text;
  }

  // Do something as the chosen officer; return Slack's answer, and say what went wrong.
  async act(deed, body) {
    const trouble = this.find("trouble");
    trouble.textContent = "";
    let answer;
    try {
      answer = await post(`/control/slack/${deed}`, { user: this.user, ...body });
    } catch {
      answer = { ok: false, error: "dispatch_failed" };
    }
    if (!answer.ok) trouble.textContent = TROUBLE[answer.error] ?? `Slack says: ${answer.error}.`;
    return answer;
  }
}
