/* What a lesson can be made of: journeys, events, sources and places of the records, by their titles. */

/** @typedef {{ id: string, title: string, about?: string }} Option */
/** @typedef {Option & { stops: [number, string][] }} OfferedJourney */
/**
 * @typedef {object} Offered as the server writes it
 * @property {OfferedJourney[]} journeys
 * @property {Option[]} events
 * @property {Option[]} sources
 * @property {Option[]} places
 * @property {Option[]} terms
 * @property {Option[]} countries
 * @property {Option[]} kinds
 * @property {Option[]} outcomes
 * @property {Option[]} told_by
 * @property {[number, number]} years
 */

/** @param {Offered} offered */
export function offersOf(offered) {
  const journey = new Map(offered.journeys.map((one) => [one.id, one]));
  const event = new Map(offered.events.map((one) => [one.id, one]));
  return {
    ...offered,
    journey,
    event,
    source: new Map(offered.sources.map(({ id, title }) => [id, title])),
    openable: [...offered.journeys, ...offered.events],
    stopsOf: (/** @type {string} */ id) => (journey.get(id)?.stops || []).map(([order]) => order),
  };
}

/** @typedef {ReturnType<typeof offersOf>} Offers */

/**
 * What was pressed on map or timeline, in words, and what it is.
 * @param {Offers} offers @param {string} id
 */
export function pickedIn(offers, id) {
  const [key, rest] = id.split(":");
  const journey = offers.journey.get(key);
  if (journey) {
    const order = Number.parseInt(rest || "", 10);
    const stop = journey.stops.find(([each]) => each === order);
    const title = stop ? `${journey.title} · ${stop[0]} ${stop[1]}` : journey.title;
    return { kind: /** @type {const} */ ("journey"), id: key, stop: stop ? order : null, title };
  }
  const event = offers.event.get(id);
  if (event) return { kind: /** @type {const} */ ("event"), id, stop: null, title: event.title };
  const year = key === "year" ? Number.parseInt(rest, 10) : Number.NaN;
  if (Number.isFinite(year)) {
    return { kind: /** @type {const} */ ("year"), id: String(year), stop: null, title: String(year) };
  }
  return null;
}
