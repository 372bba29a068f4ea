/* The whole document of a picture: what it holds in words, its typefaces, and what was drawn. */
import { typefacesOf } from "./typefaces.js";
import { tag, worded } from "./xml.js";

/** @typedef {import("./picture.js").Subject} Subject */

const NAMESPACES = {
  xmlns: "http://www.w3.org/2000/svg",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
};
const RDF = {
  "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/**
 * @param {import("./svg-context.js").SvgContext} context @param {Size} size @param {Subject} subject
 * @param {import("./rooms.js").What} what
 */
export async function documentOf(context, { w: width, h: height }, subject, what) {
  const { words, atlas } = subject;
  const drawn = context.svg();
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const own = { ...NAMESPACES, ...size, role: "img", "xml:lang": words.lang };
  const ids = what === "time" ? [] : atlas.layer.visible.map((journey) => journey.id);
  const about = [
    worded("title", {}, words.title),
    worded("desc", {}, words.sentence),
    tag("metadata", {}, metadataOf(subject, ids)),
  ];
  const content = [...about, await typefacesOf(drawn), drawn].join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag("svg", own, content)}\n`;
}

/**
 * Dublin Core: title, what is selected, day, address, rights, and the ids of the journeys on the map.
 * @param {Subject} subject @param {string[]} ids
 */
function metadataOf({ words, address, atlas }, ids) {
  const told = [
    worded("dc:title", {}, words.title),
    worded("dc:description", {}, words.sentence),
    worded("dc:date", {}, new Date().toISOString().slice(0, 10)),
    worded("dc:source", {}, address),
    worded("dc:rights", {}, atlas.base.credit),
    ...ids.map((id) => worded("dc:subject", {}, id)),
  ];
  const description = tag("rdf:Description", { "rdf:about": "" }, told.join(""));
  return tag("rdf:RDF", RDF, description);
}
