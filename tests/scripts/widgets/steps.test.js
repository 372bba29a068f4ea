import assert from "node:assert/strict";
import { test } from "node:test";
import { Steps } from "../../../static/atlas/widgets/steps.js";

const at = (search, path = "/") => new URL(`http://here${path}${search}`);

test("the first change after a deed is a step, and what follows belongs to it", () => {
  const steps = new Steps();
  steps.did(0);
  assert.equal(steps.isStep(at(""), at("?kind=Journey"), false, 10), true);
  assert.equal(steps.isStep(at("?kind=Journey"), at("?kind=Return"), false, 20), false);
  assert.equal(steps.isStep(at("?kind=Return"), at(""), true, 30), false);
});

test("a change that nobody asked for is no step", () => {
  assert.equal(new Steps().isStep(at("?kind=x"), at(""), false, 90_000), false);
});

test("where the map looks, how far a lesson is and the order of the parts are no steps", () => {
  const steps = new Steps();
  steps.did(0);
  assert.equal(steps.isStep(at("?a=1&b=2"), at("?b=2&a=1&camera=1_2_3&step=4"), true, 10), false);
  assert.equal(steps.isStep(at("?a=1"), at("?a=2"), false, 20), true);
});

test("keys on one slider are one step until something else is done", () => {
  const [steps, one, other] = [new Steps(), {}, {}];
  const change = (now) => steps.isStep(at(`?period=${now - 1}`), at(`?period=${now}`), false, now);
  const made = [0, 500, 9000].map((now) => {
    steps.did(now, one);
    return change(now);
  });
  assert.deepEqual(made, [true, false, false]);
  steps.did(9100, other);
  assert.equal(change(9110), true);
  steps.did(9200);
  steps.did(9300, other);
  assert.equal(change(9310), true);
});

test("a stretch that is typed and told to the server at each rest is one step", () => {
  const [steps, edge] = [new Steps(), {}];
  steps.did(0, edge);
  assert.equal(steps.isStep(at(""), at("?period=1991"), true, 400), true);
  steps.did(8500, edge);
  assert.equal(steps.isStep(at("?period=1991"), at("?period=1992"), true, 8900), false);
});

test("a drag is due from where it ends", () => {
  const steps = new Steps();
  steps.did(0);
  steps.letGo(30_000);
  assert.equal(steps.isStep(at(""), at("?period=1996"), false, 30_010), true);
});

test("going back makes no step of what it changes", () => {
  const steps = new Steps();
  steps.did(0);
  steps.went(10);
  assert.equal(steps.isStep(at("?kind=x"), at(""), true, 300), false);
});

test("another page is a step when one is asked for", () => {
  const steps = new Steps();
  steps.did(0);
  assert.equal(steps.isStep(at(""), at("", "/method"), true, 0), true);
  assert.equal(steps.isStep(at("?a=1", "/method"), at("?a=1", "/sources"), true, 10), true);
  assert.equal(steps.isStep(at("", "/sources"), at("", "/arrivals"), false, 20), false);
});

test("an address that names no page leads to the first one without a step", () => {
  assert.equal(new Steps().isStep(at("", "/journey"), at(""), true, 500), false);
});
