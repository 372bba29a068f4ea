/* Small scenes for tests, packed as the server packs them. */

const WORDS = ["", "1", "2", "3", "in Musan", "Musan", "Yanji", "in 1997", "2 3", "China"];

/** A day of a year, counted from 1 January 1970. */
export function day(year, month = 1, date = 1) {
  return Date.UTC(year, month - 1, date) / 86400000;
}

/**
 * A scene of two journeys from Musan to Yanji: "kim", in 1997 and 1998, and "lee", which only began
 * in 1999 and of which nobody tells an end. A third, "none", has no mark.
 */
export function packedScene(changes = {}) {
  const look = (place, orders, soft = 0, style = -1) => [place, orders, orders, 5, 5, 4, 6, 0, soft, style];
  return {
    lang: "en",
    years: [1990, 2010],
    relief: null,
    strings: { leg: "{title}: from {start} to {goal}", near: "near {place}" },
    id: ["kim", "lee", "none"],
    title: ["Kim", "Lee", "None"],
    colour: [0, 1, 0],
    corridor: -1,
    outcome: [0, 1, 1],
    span: [0, 1, -1],
    core: [-1, -1, -1],
    marks: [2, 2, 0],
    held: [2, 0, 0],
    markLooks: [0, 1, 0, 2],
    markTimes: [0, 1, 2, 2],
    heldSpans: [2, 3],
    colours: ["#111", "#222"],
    outcomes: ["arrived", "not-told"],
    words: WORDS,
    places: [[42.2, 129.2, 500], [42.9, 129.5], [["CN"]]],
    spans: [
      [day(1997), day(1998, 12, 31)],
      [day(1999), null],
      [day(1997), day(1997, 12, 31)],
      [day(1998), day(1998, 12, 31)],
    ],
    looks: [look(0, 1), look(1, 8, 1, 1), look(2, 2, 0, 3)],
    times: [
      [7, 2],
      [0, 3],
      [0, 1],
    ],
    ...changes,
  };
}

/** The marks, legs and reach of a journey over these places, for what asks no more of it. */
export function journeyOver(index, places, more = {}) {
  const id = `j${index}`;
  const marks = places.map((place, at) => ({
    id: `${id}:${at + 1}`,
    ids: [`${id}:${at + 1}`],
    n: `${at + 1}`,
    place,
  }));
  const placeOf = (at) => places[at];
  const own = { index, id, corridor: false, size: places.length, marks, placeOf, spotOf: placeOf };
  return { ...own, colour: "#123456", reached: () => 1, ...more };
}
