// Sends files in parts, straight to where they are kept: three at a time, again when the line breaks, on after a reload.
"use strict";

(() => {
  const PARALLEL = 3, TRIES = 8, URLS_AT_ONCE = 20;
  const box = document.getElementById("uploader");
  if (!box || !window.fetch || !window.Promise || !Blob.prototype.slice) return;
  const words = JSON.parse(box.dataset.words), path = box.dataset.path;
  const status = document.getElementById("upload-status"), list = document.getElementById("uploads");
  const picker = document.getElementById("choose");
  const going = new Set();
  let wakeLock = null, failed = 0, waiting = Promise.resolve();

  box.hidden = false;
  picker.addEventListener("change", () => { take([...picker.files]); picker.value = ""; });
  window.addEventListener("beforeunload", (event) => { if (going.size) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => { if (going.size && !document.hidden) stayAwake(); });

  function take(files) {
    const most = Number(box.dataset.mostFiles);
    if (list.children.length + files.length > most) return say(words.many);
    const rows = files.map((file) => makeRow(file)).filter(Boolean);
    rows.forEach((row) => going.add(row));
    // Each is announced before the first is sent, so that one receipt can wait for all of them.
    const announced = rows.map((row) => announce(row));
    if (rows.length) { say(words.stay); stayAwake(); }
    rows.forEach((row, index) => { waiting = waiting.then(() => send(row, announced[index])); });
  }

  function makeRow(file) {
    const item = document.createElement("li"), name = document.createElement("b"), size = document.createElement("span");
    const bar = document.createElement("progress"), note = document.createElement("span");
    name.className = "name"; name.textContent = file.name;
    size.className = "quiet-text"; size.textContent = " " + inUnits(file.size);
    bar.max = file.size || 1; bar.value = 0; bar.setAttribute("aria-label", file.name);
    item.append(name, size, bar, note);
    list.append(item);
    const row = { file, bar, note, sent: new Map() };
    const refusal = file.size === 0 ? words.empty : file.size > Number(box.dataset.mostBytes) ? words.large : "";
    tell(row, refusal || words.waiting);
    if (refusal) { bar.replaceWith(document.createElement("br")); failed += 1; return null; }
    return row;
  }

  async function announce(row) {
    try {
      row.key = `porchlight:${path}:${row.file.name}:${row.file.size}:${row.file.lastModified}`;
      row.stand = await resume(row) || await ask("", { name: row.file.name, size: row.file.size });
      remember(row.key, row.stand.exhibit);
      return null;
    } catch (error) { return error; }
  }

  async function resume(row) {
    const known = recall(row.key);
    if (!known) return null;
    try {
      const stand = await ask("/" + known);
      return stand.size === row.file.size && stand.state === "receiving" ? stand : null;
    } catch (error) {
      if (error.status === 404) return null;
      throw error;
    }
  }

  async function send(row, announced) {
    try {
      tell(row, words.starting);
      const refusal = await announced;
      if (refusal) throw refusal;
      await sendParts(row);
      tell(row, words.checking);
      await ask(`/${row.stand.exhibit}/finish`, {});
      forget(row.key);
      row.bar.value = row.bar.max;
      tell(row, words.done);
    } catch (error) {
      failed += 1;
      if (error.status === 404) forget(row.key);
      tell(row, fill(words.failed, { reason: error.sentence || words.unknown }));
    }
    going.delete(row);
    if (!going.size) { say(failed ? words.not_all : words.all_done); failed = 0; letSleep(); }
  }

  async function sendParts(row) {
    const { file, stand } = row, count = Math.ceil(file.size / stand.part_bytes), done = new Set(stand.parts_done);
    const open = [];
    for (let number = 1; number <= count; number += 1) {
      if (done.has(number)) row.sent.set(number, partOf(row, number).size); else open.push(number);
    }
    show(row);
    const urls = new Map();
    const worker = async () => {
      while (open.length) {
        const number = open.shift();
        await sendPart(row, number, urls, open);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
  }

  async function sendPart(row, number, urls, open) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await online(row);
        if (!urls.has(number)) await sign(row, [number, ...open.slice(0, URLS_AT_ONCE - 1)], urls);
        await put(urls.get(number), partOf(row, number), (bytes) => { row.sent.set(number, bytes); show(row); });
        return;
      } catch (error) {
        urls.delete(number); // It may have grown too old: a fresh one is signed for the next try.
        row.sent.set(number, 0);
        if (attempt === TRIES || (error.status >= 400 && error.status < 500 && error.sentence)) throw error;
        tell(row, words.again);
        await new Promise((wake) => setTimeout(wake, Math.min(30000, 500 * 2 ** attempt)));
      }
    }
  }

  async function sign(row, numbers, urls) {
    const answer = await ask(`/${row.stand.exhibit}/parts`, { numbers });
    for (const number of numbers) urls.set(number, answer.urls[number]);
  }

  function put(url, blob, progressed) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest(); // fetch cannot tell how far an upload is.
      request.open("PUT", url);
      request.timeout = 15 * 60 * 1000;
      request.upload.onprogress = (event) => progressed(event.loaded);
      request.onload = () => {
        if (request.status >= 300) { reject(failure(request.status)); return; }
        progressed(blob.size);
        resolve();
      };
      request.onerror = request.ontimeout = request.onabort = () => reject(failure(0));
      request.send(blob);
    });
  }

  async function ask(tail, body) {
    const post = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    for (let attempt = 1; ; attempt += 1) {
      let answer = null;
      try { answer = await fetch(path + tail, post || {}); } catch { /* The line is down: tried again below. */ }
      if (answer && answer.ok) return answer.json();
      if ((answer && answer.status < 500) || attempt === TRIES) {
        const said = answer ? await answer.json().catch(() => ({})) : {};
        throw failure(answer ? answer.status : 0, said.error);
      }
      await new Promise((wake) => setTimeout(wake, Math.min(30000, 500 * 2 ** attempt)));
    }
  }

  function online(row) {
    if (navigator.onLine) return null;
    tell(row, words.offline);
    return new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
  }

  function partOf(row, number) {
    const start = (number - 1) * row.stand.part_bytes;
    return row.file.slice(start, Math.min(start + row.stand.part_bytes, row.file.size));
  }

  function show(row) {
    const bytes = [...row.sent.values()].reduce((sum, each) => sum + each, 0);
    row.bar.value = bytes;
    tell(row, fill(words.sending, { done: inUnits(bytes), all: inUnits(row.file.size) }));
  }

  function inUnits(bytes) {
    const units = [[1024 ** 3, "gb"], [1024 ** 2, "mb"], [1024, "kb"]];
    const [unit, name] = units.find(([least]) => bytes >= least) || [1, "bytes"];
    return fill(words["unit_" + name], { count: (bytes / unit).toFixed(1).replace(/\.0$/, "") });
  }

  function failure(code, sentence) { return Object.assign(new Error("upload"), { status: code, sentence }); }
  function fill(sentence, values) { return sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all); }
  function tell(row, sentence) { row.note.textContent = sentence; }
  function say(sentence) { status.textContent = sentence; }
  function remember(key, exhibit) { try { localStorage.setItem(key, exhibit); } catch { /* Private mode: no resuming. */ } }
  function recall(key) { try { return localStorage.getItem(key); } catch { return null; } }
  function forget(key) { try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ } }
  async function stayAwake() { try { wakeLock = await navigator.wakeLock.request("screen"); } catch { /* Not there. */ } }
  function letSleep() { if (wakeLock) { wakeLock.release(); wakeLock = null; } }
})();
