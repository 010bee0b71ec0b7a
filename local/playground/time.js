// Times of day in the agency's time zone, whatever zone this computer keeps.

let zone = "UTC";

export function keepZone(name) {
  zone = name;
}

export function timeOfDay(seconds) {
  return new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(seconds * 1000);
}

// "2026-11-20T21:00", as an input of type datetime-local wants it.
export function wallClock(seconds) {
  const form = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return form.format(seconds * 1000).replace(" ", "T");
}

// Seconds since 1970 of a wall-clock time in the agency's zone. Where a clock change skips or doubles it, one is taken.
export function secondsOf(wall) {
  const wanted = Date.parse(`${wall}Z`) / 1000;
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) guess += wanted - Date.parse(`${wallClock(guess)}Z`) / 1000;
  return guess;
}

export function zoneName() {
  return zone.replace("_", " ");
}

export function yesterday() {
  return wallClock(Date.now() / 1000 - 86400).slice(0, 10);
}
