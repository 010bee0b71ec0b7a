// The inputs of Block Kit: draws them, and reads what was typed as plain strings by block and action.
import { make } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { secondsOf, wallClock, zoneName } from "./time.js";

const KINDS = {
  plain_text_input: textInput, number_input: numberInput, static_select: select, radio_buttons: choices,
  checkboxes: choices, datepicker: picker, timepicker: picker, datetimepicker: picker,
};
const PICKERS = { datepicker: ["date", "initial_date"], timepicker: ["time", "initial_time"], datetimepicker: ["datetime-local"] };

export function isField(element) {
  return element.type in KINDS;
}

// Draw an input. `common` holds id and aria attributes; choices make a group, all other a single control.
export function field(element, blockId, common) {
  const control = KINDS[element.type](element, common);
  for (const input of control.matches("input,select,textarea") ? [control] : control.querySelectorAll("input")) {
    Object.assign(input.dataset, { block: blockId, action: element.action_id, kind: element.type });
  }
  return control;
}

// What stands in the inputs under `root`: {block: {action: string, or strings for checkboxes}}.
export function typed(root) {
  const values = {};
  for (const input of root.querySelectorAll("[data-block]")) {
    const { block, action, kind } = input.dataset;
    const actions = (values[block] ??= {});
    if (kind === "checkboxes") actions[action] = [...(actions[action] ?? []), ...(input.checked ? [input.value] : [])];
    else if (kind === "radio_buttons") actions[action] = input.checked ? input.value : (actions[action] ?? "");
    else if (kind === "datetimepicker") actions[action] = input.value ? String(secondsOf(input.value)) : "";
    else actions[action] = input.value;
  }
  return values;
}

// Put values back where the same block and action still stand, as Slack does when a form is updated.
export function retype(root, values) {
  for (const input of root.querySelectorAll("[data-block]")) {
    const { block, action, kind } = input.dataset;
    const value = values[block]?.[action];
    if (value === undefined) continue;
    if (kind === "checkboxes") input.checked = value.includes(input.value);
    else if (kind === "radio_buttons") input.checked = value === input.value;
    else if (kind === "datetimepicker") input.value = value ? wallClock(Number(value)) : "";
    else input.value = value;
  }
}

function textInput(element, common) {
  const shared = { ...common, placeholder: plain(element.placeholder) || undefined, maxlength: element.max_length };
  if (!element.multiline) return make("input", { ...shared, type: "text", value: element.initial_value });
  return make("textarea", { ...shared, rows: "3" }, element.initial_value ?? "");
}

function numberInput(element, common) {
  const step = element.is_decimal_allowed ? "any" : "1";
  const bounds = { min: element.min_value, max: element.max_value, step };
  return make("input", { ...common, ...bounds, type: "number", value: element.initial_value });
}

function select(element, common) {
  const first = make("option", { value: "" }, plain(element.placeholder ?? "Choose one"));
  const options = element.options.map((option) => make("option",
    { value: option.value, selected: option.value === element.initial_option?.value }, plain(option.text)));
  return make("select", common, first, ...options);
}

function choices(element, common) {
  const type = element.type === "checkboxes" ? "checkbox" : "radio";
  const chosen = (element.initial_options ?? [element.initial_option]).filter(Boolean).map((option) => option.value);
  const { id, ...group } = common;
  const rows = element.options.map((option, at) => make("label", { class: "choice" },
    make("input", { type, id: `${id}-${at}`, name: id, value: option.value, checked: chosen.includes(option.value) }),
    make("span", {}, plain(option.text), option.description && make("small", {}, plain(option.description)))));
  return make("div", { ...group, id, role: type === "radio" ? "radiogroup" : "group", class: "choices" }, ...rows);
}

function picker(element, common) {
  const [type, initial] = PICKERS[element.type];
  const moment = element.initial_date_time;
  const value = initial ? element[initial] : moment && wallClock(moment);
  return make("input", { ...common, type, value, title: type === "datetime-local" ? `Time in ${zoneName()}` : undefined });
}
