// How the map looks, by day and by night: the agency's tiles where it has any, or streets drawn from its addresses.

const DAY = { ground: "#f3ead9", edge: "#dccdb2", road: "#ffffff", name: "#5d5348", halo: "#fffaf1", door: "#6b5f50", view: "#b35309" };
const NIGHT = { ground: "#1b1e2e", edge: "#3b3f58", road: "#4a4f6d", name: "#f5ede1", halo: "#181a26", door: "#c9bdad", view: "#ffc45c" };
const FONTS = ["system-ui, sans-serif"];
const empty = () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } });
const wide = (metres) => ["interpolate", ["exponential", 2], ["zoom"], 15, metres * 0.27, 20, metres * 8.6];

export function styleOf(given) {
  const colours = matchMedia("(prefers-color-scheme: dark)").matches && !given.tiles ? NIGHT : DAY;
  const sources = { views: empty(), home: empty() };
  const below = given.tiles ? tiles(given, sources) : streets(colours, sources);
  const layers = [
    ...below,
    { id: "view", type: "fill", source: "views", paint: { "fill-color": colours.view, "fill-opacity": ["case", ["get", "sure"], 0.3, 0.13] } },
    { id: "view-edge", type: "line", source: "views", paint: { "line-color": colours.view, "line-width": 2, "line-opacity": 0.85 } },
    { id: "home", type: "circle", source: "home", paint: { "circle-radius": 5, "circle-color": colours.halo, "circle-stroke-color": colours.view, "circle-stroke-width": 2 } },
  ];
  return { style: { version: 8, sources, layers }, features };
}

function tiles(given, sources) {
  sources.tiles = { type: "raster", tiles: [given.tiles], tileSize: 256, maxzoom: given.max_zoom };
  return [{ id: "tiles", type: "raster", source: "tiles" }];
}

function streets(colours, sources) {
  sources.streets = empty();
  sources.doors = empty();
  const round = { "line-cap": "round", "line-join": "round" };
  return [
    { id: "ground", type: "background", paint: { "background-color": colours.ground } },
    { id: "road-edge", type: "line", source: "streets", layout: round, paint: { "line-color": colours.edge, "line-width": wide(10.5) } },
    { id: "road", type: "line", source: "streets", layout: round, paint: { "line-color": colours.road, "line-width": wide(9) } },
    {
      id: "door", type: "symbol", source: "doors", minzoom: 16.5,
      layout: { "text-field": ["get", "label"], "text-size": 12, "text-font": FONTS },
      paint: { "text-color": colours.door, "text-halo-color": colours.ground, "text-halo-width": 1 },
    },
    {
      id: "road-name", type: "symbol", source: "streets",
      layout: { "symbol-placement": "line", "text-field": ["get", "name"], "text-size": 14, "text-font": FONTS, "symbol-spacing": 250 },
      paint: { "text-color": colours.name, "text-halo-color": colours.halo, "text-halo-width": 1.5 },
    },
  ];
}

// Turns what /map/streets sends (whole steps from a corner) into places.
export function features({ corner, steps, streets: drawn }) {
  const place = (x, y) => [corner[0] + x / steps, corner[1] + y / steps];
  const lines = [], doors = [];
  for (const { name, lines: each, doors: flat } of drawn) {
    for (const line of each) {
      const coordinates = [];
      for (let at = 0; at < line.length; at += 2) coordinates.push(place(line[at], line[at + 1]));
      lines.push({ type: "Feature", properties: { name }, geometry: { type: "LineString", coordinates } });
    }
    for (let at = 0; at < flat.length; at += 3) doors.push({ number: flat[at], label: `${flat[at]} ${name}`, at: place(flat[at + 1], flat[at + 2]) });
  }
  const places = doors.map(({ number, at }) => ({ type: "Feature", properties: { label: number }, geometry: { type: "Point", coordinates: at } }));
  return { lines: { type: "FeatureCollection", features: lines }, places: { type: "FeatureCollection", features: places }, doors };
}
