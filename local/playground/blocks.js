// Draws Block Kit: section, header, context, divider, actions, input. What it does not know it says.
import { link, make } from "./dom.js";
import { field, isField } from "./fields.js";
import { mrkdwn, plain } from "./mrkdwn.js";

let count = 0;

// `names` maps user ids to names; `onPress(element, block)` is called for a button or a changed choice.
export function drawBlocks(blocks, { names, onPress, heading = "h3", errors = {} }) {
  const tools = { names, onPress, heading, errors };
  return blocks.map((block) => (DRAW[block.type] ?? unknown)(block, tools));
}

const DRAW = {
  section: (block, tools) => make("div", { class: "block section" },
    make("div", { class: "words" },
      block.text && make("p", {}, ...words(block.text, tools)),
      block.fields && make("div", { class: "fields" }, ...block.fields.map((text) => make("p", {}, ...words(text, tools))))),
    block.accessory && element(block.accessory, block, tools)),
  header: (block, { heading }) => make(heading, { class: "block" }, plain(block.text)),
  context: (block, tools) => make("p", { class: "block context" },
    ...block.elements.map((text) => make("span", {}, ...words(text, tools)))),
  divider: () => make("hr", { class: "block" }),
  actions: (block, tools) => make("div", { class: "block actions" }, ...block.elements.map((one) => element(one, block, tools))),
  input: drawInput,
};

function unknown(block) {
  return make("p", { class: "block unknown" }, `This page cannot draw a block of type "${block.type}".`);
}

function words(text, { names }) {
  return text.type === "mrkdwn" ? mrkdwn(text.text, names) : [plain(text)];
}

function element(one, block, tools) {
  if (one.type === "button") return button(one, block, tools);
  if (!isField(one)) return unknown(one);
  const control = field(one, block.block_id, { id: newId(), "aria-label": one.placeholder?.text ?? one.action_id });
  control.addEventListener("change", () => tools.onPress(one, block));
  return control;
}

function button(one, block, { onPress }) {
  const attributes = { class: one.style ?? "", "aria-label": one.accessibility_label };
  if (one.url) {
    const anchor = link(one.url, plain(one.text));
    anchor.className = `button ${one.style ?? ""}`;
    anchor.addEventListener("click", () => onPress(one, block));
    return anchor;
  }
  return make("button", { type: "button", ...attributes, onclick: () => onPress(one, block) }, plain(one.text));
}

function drawInput(block, { errors }) {
  const id = newId();
  const error = errors[block.block_id];
  const isGroup = ["radio_buttons", "checkboxes"].includes(block.element.type);
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const common = { id, "aria-describedby": described || undefined, "aria-invalid": error ? "true" : undefined };
  if (!isGroup && !block.optional) common["aria-required"] = "true";
  if (isGroup) common["aria-labelledby"] = `${id}-label`;
  const label = [plain(block.label), block.optional && make("small", {}, " (optional)")];
  return make("div", { class: error ? "block input wrong" : "block input" },
    isGroup ? make("p", { class: "label", id: `${id}-label` }, ...label) : make("label", { for: id }, ...label),
    field(block.element, block.block_id, common),
    error && make("p", { class: "error", id: `${id}-error` }, plain(error)),
    block.hint && make("p", { class: "hint", id: `${id}-hint` }, plain(block.hint)));
}

function newId() {
  count += 1;
  return `field-${count}`;
}
