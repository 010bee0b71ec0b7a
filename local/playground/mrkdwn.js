// Slack's mrkdwn as DOM nodes: bold, italics, strike, code, quotes, links, mentions, dates, a few emoji.
import { link, make } from "./dom.js";
import { timeOfDay, wallClock } from "./time.js";

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  camera: "📷", video_camera: "📹", movie_camera: "🎥", round_pushpin: "📍", eyes: "👀", lock: "🔒", bell: "🔔",
  mag: "🔍", clock3: "🕒", speech_balloon: "💬", no_entry: "⛔", inbox_tray: "📥", telephone_receiver: "📞", memo: "📝",
};
const MARKS = { "*": "strong", _: "em", "~": "del" };
const TOKEN = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*_~])([*_~])(?=\S)([^\n]*?\S)\4(?![\w])|:([a-z0-9_+-]+):/g;

export function mrkdwn(text, names) {
  const nodes = [];
  let quote = null;
  for (const line of splitLines(text)) {
    const isQuote = line.startsWith("&gt;") || line.startsWith(">");
    const content = inline(isQuote ? line.replace(/^(&gt;|>)\s?/, "") : line, names);
    if (isQuote) {
      if (!quote) nodes.push((quote = make("blockquote")));
      quote.append(...content, "\n");
    } else {
      nodes.push(...content, "\n");
      quote = null;
    }
  }
  if (nodes.at(-1) === "\n") nodes.pop();
  return nodes;
}

// A text object of type plain_text, or a bare sentence: entities are undone, emoji drawn unless it says not to.
export function plain(text) {
  if (!text) return "";
  const { text: words, emoji } = typeof text === "string" ? { text } : text;
  const drawn = emoji === false ? words : words.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
  return unescaped(drawn);
}

// Lines, except that a code block of several lines stays whole.
function splitLines(text) {
  const lines = [];
  for (const [at, part] of text.split("```").entries()) {
    if (at % 2) lines.push(`${lines.pop() ?? ""}\`\`\`${part}\`\`\``);
    else {
      const [first, ...rest] = part.split("\n");
      lines.push((at ? lines.pop() : "") + first, ...rest);
    }
  }
  return lines;
}

function inline(text, names) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    nodes.push(unescaped(text.slice(end, match.index)), token(match, names));
    end = match.index + match[0].length;
  }
  nodes.push(unescaped(text.slice(end)));
  return nodes;
}

function token([whole, block, code, angle, mark, marked, emoji], names) {
  if (block !== undefined) return make("pre", {}, unescaped(block.replace(/^\n/, "")));
  if (code !== undefined) return make("code", {}, unescaped(code));
  if (angle !== undefined) return reference(angle, names);
  if (mark !== undefined) return make(MARKS[mark], {}, ...inline(marked, names));
  return EMOJI[emoji] ?? whole;
}

function reference(angle, names) {
  const [target, label] = [angle.split("|")[0], angle.split("|").slice(1).join("|")];
  if (target.startsWith("@")) return make("span", { class: "mention" }, `@${names[target.slice(1)] ?? (label || target.slice(1))}`);
  if (target.startsWith("#")) return make("span", { class: "mention" }, `#${names[target.slice(1)] ?? (label || target.slice(1))}`);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!")) return make("span", { class: "mention" }, `@${label || target.slice(1)}`);
  return link(unescaped(target), unescaped(label || target));
}

function date(target, label) {
  const [, seconds, form] = target.split("^");
  if (!/^\d+$/.test(seconds)) return unescaped(label);
  const day = wallClock(Number(seconds)).slice(0, 10);
  return form.replace(/\{date[^}]*\}/g, day).replace(/\{time[^}]*\}/g, timeOfDay(Number(seconds)));
}

function unescaped(text) {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
