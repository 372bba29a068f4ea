import assert from "node:assert/strict";
import { test } from "node:test";
import { another, asDraft, emptyDraft, isEmpty } from "../../../static/atlas/compose/draft/changes.js";
import { moved, put, tidy } from "../../../static/atlas/compose/draft/changes.js";
import { History } from "../../../static/atlas/compose/draft/history.js";
import { Keep } from "../../../static/atlas/compose/draft/keep.js";
import { isPicture, withPictures, withoutPictures } from "../../../static/atlas/compose/draft/pictures.js";
import { pictureName } from "../../../static/atlas/compose/draft/pictures.js";
import { readPeriod, readShown, writePeriod, writeShown } from "../../../static/atlas/compose/draft/shown.js";
import { toYaml } from "../../../static/atlas/compose/draft/yaml.js";
import { fileName, storyIn } from "../../../static/atlas/compose/draft/files.js";
import { Checked } from "../../../static/atlas/compose/checked.js";
import { Questions } from "../../../static/atlas/compose/questions.js";

/** @type {any} */ (globalThis).window ??= globalThis; // as in a browser

test("a value that is put in changes no draft but the new one, and one that is empty goes", () => {
  const before = { title: "A", steps: [{ heading: "One", care: "hunger" }] };
  const after = put(before, ["steps", 0, "care"], "");
  assert.deepEqual(after, { title: "A", steps: [{ heading: "One" }] });
  assert.deepEqual(before.steps[0], { heading: "One", care: "hunger" });
  assert.deepEqual(put(before, ["title"], ""), { steps: before.steps });
});

test("that no journey is shown is another thing than that all are", () => {
  const draft = put(emptyDraft(), ["steps", 0, "show"], []);
  assert.deepEqual(draft, { steps: [{ show: [] }] });
  assert.deepEqual(put(draft, ["steps", 0, "show"], undefined), emptyDraft());
});

test("the kind of a task stays while its answer is rewritten", () => {
  const draft = { steps: [{ tasks: [{ ask: "How many?", number: "12" }] }] };
  const cleared = put(draft, ["steps", 0, "tasks", 0, "number"], "");
  assert.deepEqual(cleared.steps[0].tasks[0], { ask: "How many?", number: "" });
});

test("a card is moved up and down, and no further than the ends", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, 1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], 0, -1), ["a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], 0, 9), ["b", "c", "a"]);
});

test("a copy of a step has a heading that no other has", () => {
  const steps = [{ heading: "A" }, { heading: "a (2)" }];
  assert.equal(another(steps, steps[0]).heading, "A (3)");
  assert.deepEqual(another(steps, {}), {});
});

test("a line that was begun is a paragraph, and what is empty is not there", () => {
  const step = { text: "One.\nTwo.\n\n\nThree.", show: [], care: " " };
  const told = { title: " A  b ", goals: ["", "x"], steps: [step] };
  const steps = [{ text: "One.\n\nTwo.\n\nThree.", show: [] }];
  assert.deepEqual(tidy(told), { title: "A b", goals: ["x"], steps });
});

test("one text of a file may stand for a list, and what is no draft is none", () => {
  const draft = asDraft({ goals: "one", steps: [{ show: "a", tasks: { ask: "?", choices: "x" } }, 7] });
  const steps = [{ show: ["a"], tasks: [{ ask: "?", choices: ["x"] }] }];
  assert.deepEqual(draft, { goals: ["one"], steps });
  for (const given of [null, 7, "x", []]) assert.equal(asDraft(given), null);
  assert.ok(isEmpty(emptyDraft()) && !isEmpty({ title: "A", steps: [{}] }));
});

test("what is typed without a pause is one deed, and each other deed is undone by itself", () => {
  const history = new History(emptyDraft());
  const draft = (title) => ({ title, steps: [{}] });
  history.take(draft("a"), "title", 0);
  history.take(draft("ab"), "title", 500);
  history.take(draft("abc"), "title", 5000);
  history.take({ title: "abc", steps: [{}, {}] });
  history.undo();
  history.undo();
  assert.equal(history.now.title, "ab");
  history.undo();
  assert.deepEqual([history.now, history.canUndo], [emptyDraft(), false]);
  history.redo();
  history.redo();
  assert.equal(history.now.title, "abc");
  history.take(draft("z"));
  assert.equal(history.canRedo, false);
});

function storage(most = Infinity) {
  const kept = new Map();
  const setItem = (key, text) => {
    if (text.length > most) throw new Error("full");
    kept.set(key, text);
  };
  return { getItem: (key) => kept.get(key) ?? null, setItem };
}

test("a window does not write over what another one wrote since, unless it is told to", () => {
  const shared = storage();
  const [one, other] = [new Keep(shared, "one"), new Keep(shared, "other")];
  const [mine, theirs] = [{ title: "mine", steps: [] }, { title: "theirs", steps: [] }];
  assert.equal(one.read(), null);
  assert.equal(one.write(mine), "kept");
  assert.equal(other.write(theirs), "other");
  assert.deepEqual(other.read(), mine);
  assert.equal(other.write(theirs), "kept");
  assert.ok(one.isOther);
  assert.equal(one.write(mine), "other");
  assert.equal(one.write(mine, true), "kept");
  assert.deepEqual(other.read(), mine);
});

test("a browser without room says so, and what cannot be read is as if nothing were there", () => {
  assert.equal(new Keep(storage(10), "one").write(emptyDraft()), "full");
  const broken = storage();
  broken.setItem("ways-out-lesson", "{");
  assert.equal(new Keep(broken, "one").read(), null);
});

test("pictures stay here while a draft is looked at, and come back into whatever is made of it", () => {
  const picture = "data:image/png;base64,AAAA";
  const told = { a: picture, b: picture, c: "data:image/jpeg;base64,BBBB" };
  const { text, pictures } = withoutPictures(JSON.stringify(told));
  assert.ok(!text.includes("AAAA") && pictures.length === 2);
  assert.equal(JSON.parse(withPictures(text, pictures)).b, picture);
  assert.equal(withPictures("data:image/jpeg;base64,held0009", pictures), "data:image/jpeg;base64,held0009");
  assert.equal(pictureName("Brücke (1).HEIC"), "Br-cke-1-.jpg");
  assert.equal(pictureName("…"), "picture.jpg");
});

test("stops are read and written as a story names them", () => {
  assert.deepEqual(readShown("way:1,3-4"), { id: "way", stops: [1, 3, 4] });
  assert.deepEqual(readShown("way"), { id: "way", stops: null });
  assert.equal(writeShown({ id: "way", stops: [4, 1, 3] }, [1, 2, 3, 4]), "way:1,3-4");
  assert.equal(writeShown({ id: "way", stops: [1, 2] }, [1, 2]), "way");
  assert.deepEqual(readPeriod("1996 – 1998"), [1996, 1998]);
  assert.equal(writePeriod([1990, 2026], [1990, 2026]), "");
  assert.equal(writePeriod([1996, 1996], [1990, 2026]), "1996");
});

test("a draft is written in YAML that says no more than it, however hostile its words are", () => {
  const text = toYaml({
    steps: [{ show: [], text: "long ".repeat(30).trim(), heading: "a: b # c", layers: ["relief"] }],
    title: "yes",
    minutes: "20",
  });
  const lines = text.split("\n");
  assert.deepEqual(lines.slice(1, 5), ['title: "yes"', 'minutes: "20"', "steps:", '  - heading: "a: b # c"']);
  assert.equal(lines[5], "    text: |");
  assert.ok(lines.includes("    show: []") && Math.max(...lines.map((line) => line.length)) <= 100);
});

test("the name of a file has letters that every disk takes", () => {
  assert.equal(fileName("Drei Wege: 1996–1999!"), "drei-wege-1996-1999");
  assert.equal(fileName("도문"), "lesson");
});

test("what a file has in another form than its field goes, so that the page can always be drawn", () => {
  const odd = { a: "b" };
  const step = { heading: ["x"], show: [odd, "way"], open: odd, sources: ["x"], period: [1], minutes: 5 };
  const picture = { file: "a.jpg", data: odd, alt: "x" };
  const whole = { ...step, picture, tasks: [odd, "x"] };
  const given = { title: ["x"], words: [odd], further: odd, steps: [whole] };
  const steps = [{ show: ["way"], minutes: "5", picture: { file: "a.jpg", alt: "x" }, tasks: [odd] }];
  assert.deepEqual(asDraft(given), { words: [], steps });
  const proto = JSON.parse('{"__proto__": {"title": "x"}, "steps": []}');
  assert.equal(asDraft(proto)?.title, undefined);
});

test("stops that are named again and again are named once", () => {
  const { stops } = readShown(`way:${"1-900,".repeat(30_000)}`);
  assert.equal(stops?.length, 900);
});

test("a page tells its story, and one that only begins to tell one is read once", async () => {
  const begins = '<script type="application/json" id="lesson-story">';
  const page = (/** @type {string} */ inside) => new File([`<!doctype html>${inside}`], "a.html");
  assert.equal(await storyIn(page(`${begins}"title: A"</script>`)), "title: A");
  for (const inside of ["", begins, begins.repeat(100_000), `${begins}x</script>`]) {
    await assert.rejects(storyIn(page(inside)), { message: "fileWithout" });
  }
});

test("an address elsewhere is no picture, and thousands of pictures are found in one go", () => {
  assert.ok(isPicture("data:image/png;base64,AAAA"));
  const drawn = "data:image/svg+xml;base64,AAAA";
  const others = ["", "https://example.org/a.png", drawn, ["data:image/png;base64,AAAA"], undefined];
  for (const data of others) assert.ok(!isPicture(data));
  const many = Array.from({ length: 9000 }, (_, n) => `data:image/png;base64,A${n}`);
  const { text, pictures } = withoutPictures(many.join(" "));
  assert.deepEqual(pictures, many);
  assert.equal(withPictures(text, pictures), many.join(" "));
});

test("a lesson that is too long for a message is not sent, and its teacher is told so", () => {
  /** @type {any[]} */
  const sent = [];
  /** @type {string[]} */
  const said = [];
  let draft = { title: "가".repeat(80_000), steps: [{}] };
  const say = (/** @type {string} */ words) => said.push(words);
  const asks = { draft: () => draft, heard: () => {}, say };
  const told = (/** @type {object} */ question) => sent.push(question);
  const words = { tooLong: "too long", lost: "lost" };
  const questions = new Questions(told, new Checked(), words, { ...asks, lost: () => {} });
  questions.check(true);
  assert.equal(sent[0].draft, "");
  questions.server.hear({ n: sent[0].n, fault: "cannot be read" });
  assert.deepEqual(said, ["too long"]);
  draft = { title: "A", steps: [{}] };
  questions.check(true);
  assert.equal(JSON.parse(sent[1].draft).title, "A");
  questions.server.end();
});
