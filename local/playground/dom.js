// Builds elements. Nothing here or anywhere else in the playground sets innerHTML: data is only ever text.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value === "boolean") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

// Text with its web addresses as links.
export function linked(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(end, match.index), link(match[0], match[0]));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

// Only web and mail addresses become links; anything else stays text.
export function link(address, label) {
  if (!/^(https?:|mailto:)/i.test(address)) return make("span", {}, label);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label);
}

// Draw `items` into `holder`, one child for each key; a child is drawn anew only where its item changed.
export function sync(holder, items, { key, draw }) {
  const old = new Map([...holder.children].map((child) => [child.dataset.key, child]));
  const wasAtEnd = holder.scrollHeight - holder.scrollTop - holder.clientHeight < 60;
  const children = items.map((item) => {
    const print = JSON.stringify(item);
    const before = old.get(String(key(item)));
    if (before && before.dataset.print === print) return before;
    const child = draw(item);
    child.dataset.key = key(item);
    child.dataset.print = print;
    return child;
  });
  const same = children.length === holder.children.length && children.every((child, at) => child === holder.children[at]);
  if (same) return;
  holder.replaceChildren(...children);
  if (wasAtEnd) holder.scrollTop = holder.scrollHeight;
}

export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  return answer.json();
}
