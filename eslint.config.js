import js from "@eslint/js";
import globals from "globals";

// What can be computed without a page knows of none: no document, no window, no Leaflet.
const PURE = [
  "static/atlas/map/plane/*.js",
  "static/atlas/map/ground/{boxes,outlines,sheet,simplify,topology,tracing,units}.js",
  "static/atlas/map/names/{groups,lands,looks,rivers,sea,spots,towns,waters,world}.js",
  "static/atlas/map/journeys/{flow-graph,records,sentence,stop-spots,strokes,touch,visible,weights}.js",
  "static/atlas/time/{axis,playing,years}.js",
  "static/atlas/glossary/find.js",
  "static/atlas/pupils/{answers,check}.js",
  "static/atlas/lesson/{chart,keys,print}.js",
  "static/atlas/lesson/wall/{clock,heights,size,strip,years}.js",
  "static/atlas/picture/{rooms,sheet,svg-context,svg-looks,svg-path,words,xml}.js",
  "static/atlas/compose/draft/{offers,shown,yaml}.js",
  "static/atlas/widgets/nesting.js",
];

export default [
  { ignores: ["**/vendor/", "static/atlas/made/", "static/atlas/basemap-data.js"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "max-lines": ["error", 350],
      "max-len": ["error", 110],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["static/atlas/**/*.js"],
    ignores: PURE,
    languageOptions: { globals: { ...globals.browser, L: "readonly" } },
  },
  { files: PURE, languageOptions: { globals: { atob: "readonly" } } },
  { files: ["tests/scripts/**/*.js"], languageOptions: { globals: globals.node } },
  {
    files: ["tests/browser/legible.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
  {
    files: ["tests/benchmarks/watch.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, atlas: "readonly" } },
  },
];
