// Spends about a second on a form, so that floods of forms cost something; writes the number found into its field `work`.
// Without this script the page offers another way: a text to us.

const K = new Uint32Array(64);
const START = new Uint32Array(8);

// The constants of SHA-256 (FIPS 180-4, 4.2.2 and 5.3.3): fractions of the roots of the first primes.
(function constants() {
  let found = 0;
  for (let candidate = 2; found < 64; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = (Math.sqrt(candidate) % 1) * 4294967296;
    K[found] = (Math.cbrt(candidate) % 1) * 4294967296;
    found += 1;
  }
})();

const W = new Uint32Array(64);

// Hash one block of 64 bytes after the state; give the new state in place.
function compress(state, block) {
  for (let i = 0; i < 16; i += 1) W[i] = (block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3];
  for (let i = 16; i < 64; i += 1) {
    const x = W[i - 15], y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

// What is the same for every number is hashed once; only the last block changes.
function prepare(challenge) {
  const bytes = new TextEncoder().encode(`${challenge}:`);
  const state = START.slice();
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) compress(state, bytes.subarray(at, at + 64));
  return { state, rest: bytes.subarray(whole), length: bytes.length };
}

function firstWord(prepared, number) {
  const digits = String(number), { rest, length } = prepared;
  const block = new Uint8Array(rest.length + digits.length + 9 > 64 ? 128 : 64);
  block.set(rest);
  for (let i = 0; i < digits.length; i += 1) block[rest.length + i] = digits.charCodeAt(i);
  block[rest.length + digits.length] = 0x80;
  new DataView(block.buffer).setUint32(block.length - 4, (length + digits.length) * 8);
  const state = prepared.state.slice();
  for (let at = 0; at < block.length; at += 64) compress(state, block.subarray(at, at + 64));
  return state[0];
}

export function find(challenge, bits, { slice = 2000, rest = (go) => setTimeout(go, 0) } = {}) {
  const prepared = prepare(challenge);
  return new Promise((resolve) => {
    let number = 0;
    (function go() {
      for (const end = number + slice; number < end; number += 1) {
        if (firstWord(prepared, number) >>> (32 - bits) === 0) return resolve(String(number));
      }
      rest(go);
    })();
  });
}

// A form that asks for work says how much in data-work; who sends it sooner waits for the rest.
for (const form of document.querySelectorAll("form[data-work]")) {
  const field = form.elements.work;
  const found = find(form.elements.stamp.value, Number(form.dataset.work)).then((number) => { field.value = number; });
  form.addEventListener("submit", (event) => {
    if (field.value || event.submitter?.name === "do") return;
    event.preventDefault();
    const said = form.querySelector("[data-working]");
    if (said) said.hidden = false;
    found.then(() => form.requestSubmit(event.submitter ?? undefined));
  });
}
