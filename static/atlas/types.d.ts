/* The plain data that the scripts take and give. */

type Lang = "en" | "ko" | "zh";
type LatLon = [lat: number, lon: number];
type Years = [first: number, last: number];
/** Years that are shown, and those of which what was before them is a trace. */
interface Previewed { first: number; last: number; frame?: Years }
/** Of time, in moments (ms). */
type Stretch = [from: number, to: number];

/* On the screen, in pixels. */
interface XY { x: number; y: number }
interface Size { w: number; h: number }
interface Rect extends XY, Size {}
/** A cubic curve from a to b; c and d pull it aside. */
interface Curve { a: XY; c: XY; d: XY; b: XY }

/* What comes from the server. */
/** What became of those who travelled; "" where nobody did, or where it is withheld. */
type Outcome = "arrived" | "settled-elsewhere" | "in-transit" | "returned" | "died" | "not-told" | "";

/** Everything that a map can show: see packed.py. */
interface PackedScene {
  lang: Lang;
  years: Years;
  relief: { url: string; opacity?: number } | null;
  strings: Record<string, string>;
  id: string[];
  title: string[];
  colour: number[];
  corridor: number;
  outcome: number[];
  span: number[];
  core: number[];
  marks: number[];
  held: number[];
  markLooks: number[];
  markTimes: number[];
  heldSpans: number[];
  colours: string[];
  outcomes: string[];
  words: string[];
  places: PackedPlace[];
  spans: [number | null, number | null][];
  /** place, orders, number, label, short label, label told, label left, role, soft, style of the leg */
  looks: number[][];
  times: [words: number, span: number][];
}
type PackedPlace = [codes: string[]] | [lat: number, lng: number, metres?: number | null];
interface Open { journey: string; stop: number | null }
type CameraSetting = "fit" | { lat: number; lng: number; zoom: number };
/**
 * What a map shows: `ids` and `asked` (what all filters but the period leave) as bits, the journey
 * and stop that are told in full, `countries` to tint, and the layers `relief` and `tiles`. A step
 * of a story says more: the orders of the stops that it shows of a journey, and a camera.
 */
interface State {
  ids: string;
  asked: string;
  open: Open | null;
  countries: string[];
  possibly: boolean;
  relief?: boolean;
  tiles?: boolean;
  only?: Record<string, number[]> | null;
  camera?: CameraSetting | null;
}
/** A place that a name may mean. */
interface Choice { letter: string; name: string; lat: number; lng: number; chosen: boolean }

/* Records, unpacked. */
type Journey = import("./map/journeys/records.js").Journey;
interface Place { lat: number; lng: number; metres?: number | null; codes?: string[] }
interface Mark extends Place {
  id: string;
  /** of all stops that it stands for */
  ids: string[];
  n: string;
  label: string;
  short: string;
  told: string;
  left: string;
  tip: string;
  soft: boolean;
  /** a position in the places of the records */
  place: number;
}
/** A line from the anchor of an area: pixels and radians. */
interface Lead { length: number; angle: number }
/** The middle of the label of an area, and the line that leads to it. */
interface AreaSpot { at: XY; line: Lead | null }
/** `from` and `to` are positions in the marks of the journey. */
interface Leg { id: string; from: number; to: number; style: string; tip: string }
/** What is needed of a journey to place it among others. */
interface JourneyRecord {
  index: number;
  id: string;
  corridor: boolean;
  outcome: Outcome;
  size: number;
  marks: Mark[];
  placeOf(at: number): number;
  spotOf(at: number): number;
  reached(at: number, day: number): number;
}
/** By journey the ids of the stops that are shown; null: all of all. */
type Only = Map<string, Set<string>> | null;

/* Journeys as they are drawn. */
/** `to` is the mark where it ends. */
interface DrawnLeg { journey: Journey; to: number; curve: Curve; full: boolean }
interface DrawnMark { journey: Journey; mark: Mark; point: XY }
/** What a pointer touches; of a ribbon neither journey nor stop. */
interface Touched { ribbon?: boolean; journey: string | null; id: string | null; tip: string }
interface Shape extends Touched {
  distance(point: XY): number;
  /** among the journeys */
  order: number;
  /** pixels by which it counts as nearer */
  bonus: number;
  points: XY[];
  /** of the room that labels leave around each point; 0 for none */
  size: number;
}
/** Whether one of the areas that codes name holds a point. */
type Holds = (codes: string[], point: { lat: number; lng: number }) => boolean;
/** Where lines pass a place; in an area on the way to a heading, or at an end of a journey. */
interface Spot { lat: number; lng: number; place: number; heading: XY | null; end: boolean }
/** Spots from which legs run together, and to which. */
interface Bundle { index: number; from: number[]; to: number[] }
/** The legs of all journeys that have a lane: see bundles.js. */
interface Bundles { bundles: Bundle[]; first: number[]; bundleOf: number[]; marks: number[] }
/** A bundle on the screen: `right` and `apart` are how it bows, `lines` how many of `count` it has. */
interface DrawnBundle extends Bundle {
  a: XY;
  b: XY;
  right: XY;
  apart: number;
  count: number;
  reached: number;
  width: number;
  lines: number;
  colour: string;
}
interface Strand { journey: Journey; bundle: DrawnBundle; to: number; lane: number }

/* The basemap's data (see build_basemap.py), and decoded. */
interface Names { en: string; ko?: string; zh?: string }
interface Geometry { arcs: number[][][] | number[][]; properties: object }
interface BasemapData {
  bounds: [southWest: LatLon, northEast: LatLon];
  credit: string;
  topology: {
    transform: { scale: number[]; translate: number[] };
    arcs: [number, number][][];
    kinds: string[] | string;
    objects: Record<"units" | "lakes" | "rivers" | "far", { geometries: Geometry[] }>;
  };
  countries: Named[];
  waters: Water[];
  towns: [string, string, string, number, number, number, number, string][];
  aliases: Record<string, string>;
}
interface Box { west: number; north: number; east: number; south: number }
/** `points` are x, y after x, y; `levels` those worth drawing at each whole zoom. */
interface Arc { points: Float64Array; box: Box; kind: string; levels: Float64Array[] }
interface RingStep { arc: Arc; backwards: boolean }
interface Ring { steps: RingStep[]; box: Box }
interface Area { rings: Ring[] }
/** `room` is how far it reaches around its point, in degrees. */
interface Named extends Names { code: string; at: LatLon; room: number }
interface Unit extends Area, Named { country: string }
interface River extends Names { code: string; at?: LatLon; rank: number; zoom: number; arcs: Arc[] }
interface Water extends Names { code: string; kind: "sea" | "lake"; at: LatLon; zoom: [number, number] }
interface Coded { units: Unit[]; rivers: River[]; at?: LatLon }
interface Model {
  data: BasemapData;
  kinds: Record<string, Arc[]>;
  units: Unit[];
  lakes: Area[];
  far: Area[];
  rivers: River[];
  land: Ring[];
  countries: Map<string, Named>;
  byCode: Map<string, Coded>;
}
/** Layer pixel = world point * scale - x, y; `box` in world points. */
interface View extends XY { scale: number; zoom: number; box: Box }
interface Relief { picture: HTMLImageElement; opacity: number; shown: boolean }
interface AskedMark {
  codes: string[];
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  dash?: number[];
  weight?: number;
}
interface AreaMark {
  rings: Ring[];
  outline: Arc[];
  rivers: Arc[];
  fill: string;
  fillOpacity: number;
  stroke?: string;
  dash: number[];
  weight: number;
}
type Colours = Record<
  | ("sea" | "land" | "chosen" | "province" | "border" | "coast" | "river" | "lake")
  | ("waterName" | "countryName" | "provinceName" | "town" | "townMark" | "halo"),
  string
>;

/* Names on the basemap. */
type NameKind = "country" | "sea" | "lake" | "river" | "capital" | "town" | "province";
type Written<T> = T & { text: string };
interface Town { text: string; at: LatLon; zoom: number; capital: boolean }
interface TownMark extends Rect { of: Town }
interface Look { font: string; px: number; spacing: number; colour: string; halo: number }
type Measure = (line: string, look: Look) => number;
/** `lead` is the line from a name at sea to its land. */
interface LineSpot extends XY { lines: string[]; lead?: [from: XY, to: XY] }
interface PlacedName extends LineSpot {
  text: string;
  kind: NameKind;
  code?: string;
  look: Look;
  angle: number;
  boxes: Rect[];
  lead?: [from: XY, to: XY];
  mark?: XY & { radius: number };
}
interface Cell extends XY { country: string | undefined }
interface World {
  zoom: number;
  size: XY;
  colours: Colours;
  /** of the letters of a name */
  leastPx: number;
  /** pixels to a degree of longitude */
  degree: number;
  provinces: Unit[];
  pointOf(x: number, y: number): XY;
  point(at: LatLon): XY;
  within(at: XY, margin: number): boolean;
  toEdge(at: XY): number;
  landAt(x: number, y: number): boolean;
  unitAt(x: number, y: number): { code: string; country: string } | undefined;
  cells(): Cell[];
}
interface Placing { measure: Measure; sheet: import("./map/names/placement.js").Sheet; world: World }

/* Time. */
/** An end of a period, or the whole of it. */
type Edge = "first" | "last" | "both";
type CountedWords = { one: string; other: string };
/** How many arrived in a year, and who says so: a phrase, and pages by name and address. */
interface YearCount { count: string; who: string; pages: Page[] }
type Page = [name: string, address: string, terms: string];
/** How many had arrived by the end of a year; `pages` beside those of the sums before it. */
interface SumSoFar { end: number; total: string; pages: Page[] }
interface Counts { years: Record<string, YearCount>; sums: SumSoFar[] }
/** When journeys have begun, in order, and when something happens. */
interface Times { begun: number[]; happenings: Stretch[] }
interface TimeStrings extends Record<Edge, string> {
  marks: string;
  player: string;
  play: string;
  pause: string;
  back: string;
  forward: string;
  year: string;
  window: string;
  speed: string;
  loop: string;
  years: CountedWords;
  perSecond: CountedWords;
  arrived: string;
  noCount: string;
  soFar: string;
  begun: CountedWords;
  quick: string;
  who: string;
  sumWho: string;
  begunWho: string;
  whole: string;
}

/* What of Plotly is used. */
interface PlotlyTrace {
  name: string;
  customdata?: ArrayLike<string> & Iterable<string>;
  hovertext?: string | string[];
  orientation?: "h" | "v";
  base: string[];
  x: number[];
  y: number[];
  width: number[];
  marker?: { color?: string | string[]; line?: { color?: string; width?: number | number[] } };
  textfont?: { size: number; color?: string | string[] };
  textposition?: string[];
}
interface PlotlyNote {
  text: string;
  name?: string;
  xref?: string;
  yref?: string;
  x?: number | string;
  y?: number;
  xanchor?: string;
  yanchor?: string;
  xshift?: number;
  font?: { size?: number };
}
interface PlotlyLayout {
  xaxis: { range: [string, string] };
  yaxis: { range: [number, number]; tickvals: number[]; ticktext: string[] };
  margin: Record<"l" | "r" | "t" | "b", number>;
  font: { color?: string; size?: number };
  annotations: PlotlyNote[];
  shapes?: { type: string; x0?: string; x1?: string }[];
  width?: number;
  height?: number;
}
interface PlotlyFigure { data: PlotlyTrace[]; layout: PlotlyLayout }
interface PlotlyEvent { points?: { customdata: unknown }[] }
/** An element once a chart is drawn in it. */
interface PlotlyChart extends HTMLElement, PlotlyFigure {
  on(name: string, then: (event: PlotlyEvent) => void): void;
  removeListener?(name: string, then: (event: PlotlyEvent) => void): void;
}
interface Draws {
  (element: HTMLElement, data: PlotlyTrace[], layout: PlotlyLayout, options: object): Promise<unknown>;
}

/* Pictures: see picture.py. */
type PictureWord =
  | ("take" | "what" | "both" | "map" | "time" | "size" | "slide" | "screen" | "form" | "png" | "png2")
  | ("svg" | "save" | "share" | "close" | "making" | "ready" | "failed" | "who" | "more" | "sources")
  | ("taken" | "others" | "onMap" | "onTime" | "unreached")
  | ("whoOwn" | "restMap" | "restTime" | "restBoth");
/** Names of sources, each with how many have it, and how many sources there are. */
interface Names { names: [string, number][]; total: number }
/** `own` are those of the journey that is open; `rest` counts the sources of all else. */
interface Credit extends Names { own: (Names & { title: string; rest: number }) | null }
/** What a picture says of itself; `name` is that of the selection, for its file. */
interface PictureWords {
  lang: Lang;
  title: string;
  sentence: string;
  name: string;
  /** how many journeys are selected, and of how many the timeline shows when */
  count: number;
  timed: number;
  mapCredit: Credit;
  timeCredit: Credit;
  review: string;
  /** who answers for it */
  site: string;
  /** what the colours of a chart in a dark room are in the light */
  light: Record<string, string>;
  strings: Record<PictureWord, string>;
}

/* Lessons: see lesson.py and lesson_words.py. */
type LessonAct =
  | ("next" | "back" | "first" | "last" | "leave" | "end" | "help" | "account")
  | ("blank" | "notes" | "window" | "skip" | "full" | "kiosk" | "room" | "play" | "spot" | "near")
  | "pupils";
/** Words, and whether they are a source's own. */
type Run = [words: string, own: boolean];
type LessonWord =
  | ("place" | "next" | "steps" | "help" | "hint" | "question" | "notes" | "noNotes" | "notesWindow")
  | ("following" | "end" | "careGoOn" | "careShow" | "careSkip" | "minutes" | "sources" | "blank" | "kiosk")
  | ("close" | "leave" | "timeline" | "licence" | "room" | "playYears" | "placeInPages" | "span")
  | ("further" | "notesAsk" | "notesHere" | "notesRefused" | "timer" | "timerAlone" | "timerAgain" | "touch")
  | ("termClose" | "pupils" | "pupilsHow" | "pupilsHere" | "pupilsFile");
type LessonStrings = TimeStrings & Record<LessonWord, string> & { keys: Record<string, string> };
interface CitedSource { id: string; title: string; url: string }
interface LessonStep {
  heading: string;
  text: Run[][];
  question: Run[][];
  notes: string[];
  care: string;
  when: string;
  sources: CitedSource[];
  picture: { src: string; alt: string; credit: string } | null;
  /** what the map shows, for a reader who does not see it */
  map: string;
  state: State;
  period: Years | null;
  chart: boolean;
  /** a position in the figures of the lesson */
  figure: number;
  /** how long it takes and what is left after it, or nothing */
  time: string;
  /** where to read on, on the page after the last step alone */
  further?: CitedSource[];
}
interface LessonData {
  title: string;
  audience: string;
  minutes: number;
  care: string;
  steps: LessonStep[];
  figures: PlotlyFigure[];
  /** What each colour of a figure is in a dark room. */
  dark: Record<string, string>;
  counts: Counts;
  strings: LessonStrings;
}
type HandoutStep = ({ figure: PlotlyFigure } | { state: State }) & { timeline?: PlotlyFigure };

/* Widgets of Streamlit: what the default export of an entry gets at each run of the page. */
type TellServer = (name: string, value: unknown) => void;
interface Component<Data> { data: Data; parentElement: HTMLElement; setTriggerValue: TellServer }
/** What is marked in a text; offsets in code points of the whole text. */
interface TextMark {
  id: string;
  start: number;
  end: number;
  kind: "place" | "date";
  state: string;
  unresolved: boolean;
  label: string;
}
interface Paragraph { n: number; start: number; text: string }
/** A stop of a journey that is being made. */
interface MadeStop {
  order: number;
  place: string;
  role: string;
  when: string;
  words: { quote: string; kind: string }[];
  missing: string;
}

/* What a page has beside its modules: data that was loaded before them, and what draws charts. */
type Atlas = import("./map/atlas.js").Atlas;
interface Window {
  ATLAS_BASEMAP: BasemapData;
  Plotly?: {
    react: Draws;
    newPlot: Draws;
    purge(element: HTMLElement): void;
    Plots: { resize(element: HTMLElement): Promise<unknown> };
  };
  AtlasPicture?: typeof import("./picture/index.js");
  /** The map of a page, once it stands. */
  atlas?: Atlas;
  /** The lesson that a page gives. */
  lesson?: import("./lesson/lesson.js").Lesson;
  /** What makes a step of the way back, once a page stands. */
  deeds?: import("./widgets/steps.js").Steps;
}
interface DocumentEventMap {
  "atlas-shown": CustomEvent<null>;
  "atlas-lit": CustomEvent<{ id: string | null }>;
}
interface HTMLElementEventMap {
  "lesson-step": CustomEvent<{ step: number }>;
  "lesson-leave": CustomEvent<object>;
  "lesson-pick": CustomEvent<{ id: string }>;
  "lesson-period": CustomEvent<{ years: [number, number] }>;
}
