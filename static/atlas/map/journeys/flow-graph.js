/* Where journeys run together: places as nodes, and how many journeys go from one to another.
 *
 * Places that lie near each other at a zoom are one node; an area is a node of its own, because it
 * is no point. A journey counts once in each flow, and the general route, nobody's journey, in none.
 */
import { mercator } from "../plane/projection.js";

const NEAR_PX = 80;

/**
 * Nodes and edges at a zoom, and the edges that each journey takes: those of journey `i` are
 * `edgeOf[at]`, reached at its mark `marks[at]`, for `at` from `first[i]` to `first[i + 1]`.
 * @param {{ places: Place[], journeys: JourneyRecord[] }} records @param {number} zoom
 * @returns {FlowGraph}
 */
export function flowGraph({ places, journeys }, zoom) {
  const nodes = nodesAt(places, zoom);
  /** @type {Map<string, FlowEdge>} */
  const edges = new Map();
  const first = [0];
  /** @type {number[]} */
  const edgeOf = [];
  /** @type {number[]} */
  const marks = [];
  for (const journey of journeys) {
    const taken = new Set();
    for (let at = 1; at < journey.size; at++) {
      const [from, to] = [nodes[journey.placeOf(at - 1)], nodes[journey.placeOf(at)]];
      const key = `${from.key}>${to.key}`;
      if (from === to || taken.has(key)) continue;
      taken.add(key);
      const edge = edges.get(key) || { index: edges.size, from, to, area: from.area || to.area, all: 0 };
      edges.set(key, edge);
      edge.all += 1;
      edgeOf.push(edge.index);
      marks.push(at);
    }
    first.push(edgeOf.length);
  }
  const all = [...edges.values()];
  return { edges: all, first, edgeOf, marks, most: all.reduce((most, edge) => Math.max(most, edge.all), 1) };
}

/**
 * Of how many journeys each flow is, as far as they came by `day` if there is one.
 * @param {FlowGraph} graph @param {JourneyRecord[]} visible @param {number | null} day
 */
export function journeysByEdge({ edges, first, edgeOf, marks }, visible, day) {
  const counts = new Int32Array(edges.length);
  for (const journey of visible) {
    if (journey.corridor) continue;
    for (let at = first[journey.index]; at < first[journey.index + 1]; at++) {
      if (day === null || journey.reached(marks[at], day) > 0) counts[edgeOf[at]] += 1;
    }
  }
  return counts;
}

/**
 * The node of each place: areas alone, points together with those near them.
 * @param {Place[]} places @param {number} zoom @returns {FlowNode[]}
 */
export function nodesAt(places, zoom) {
  /** @type {Map<string, FlowNode>} */
  const found = new Map();
  return places.map((place, index) => {
    const [x, y] = mercator(place.lng, place.lat).map((at) => Math.floor((at * 2 ** zoom) / NEAR_PX));
    const key = place.codes ? place.codes.join() : `${x},${y}`;
    const node = found.get(key) || { key, area: Boolean(place.codes), places: [] };
    found.set(key, node);
    node.places.push(index);
    return node;
  });
}

/**
 * The middle of the places of a node.
 * @param {FlowNode} node @param {XY[]} points of all places @returns {XY}
 */
export function middle({ places }, points) {
  const sum = { x: 0, y: 0 };
  for (const place of places) {
    sum.x += points[place].x;
    sum.y += points[place].y;
  }
  return { x: sum.x / places.length, y: sum.y / places.length };
}
