// The page for one camera's place: opens the map where a browser can show one. Without it the plain picture and the
// buttons beside it do the same.

const given = JSON.parse(document.getElementById("place").dataset.map);
const spot = document.getElementById("spot");

async function open() {
  const { openMap } = await import(given.script);
  (await openMap(given, spot)).moveTo(spot);
}

if (document.createElement("canvas").getContext("webgl2")) {
  open().catch(() => {
    document.getElementById("map").hidden = true;
    document.getElementById("map-help").hidden = true;
    document.getElementById("picture").hidden = false;
  });
}
