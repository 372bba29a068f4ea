/** Where the page for pupils is reached: its code is an address of a picture; `here` is this machine alone. */
interface PupilsWay { address: string; code: string; here: boolean }

/* The page for pupils: see views/lessons/pupils. */
interface PupilsTask {
  ask: string;
  kind: "choice" | "number" | "place" | "text";
  choices: string[];
  /** as it is said: one of the choices, a number, the name of a place, a model of an answer */
  answer: string;
  number: number;
  place: { lat: number; lng: number } | null;
  within: number;
  why: string;
}
interface PupilsStep {
  heading: string;
  text: Run[][];
  plain: Run[][];
  question: Run[][];
  care: string;
  when: string;
  sources: { id: string; title: string; url: string }[];
  picture: { src: string; alt: string; credit: string } | null;
  map: string;
  state: State;
  chart: boolean;
  figure: number;
  tasks: PupilsTask[];
}
interface PupilsData {
  id: string;
  title: string;
  whom: string;
  care: string;
  summary: string[];
  steps: PupilsStep[];
  figures: PlotlyFigure[];
  dark: Record<string, string>;
  terms: Term[];
  strings: Record<string, string>;
}
/** What a pupil did with a task: `ask` tells whether it is still the same one. */
interface PupilsAnswer {
  ask: string;
  given: string;
  /** "" before it was checked */
  state: "" | "right" | "wrong" | "shown";
}
/** What a task needs of the page around it. */
interface TaskRoom {
  strings: Record<string, string>;
  answer(): PupilsAnswer;
  keep(answer: PupilsAnswer): void;
  point(mark: (at: { lat: number; lng: number }) => void): void;
  mark(given: { lat: number; lng: number } | null, answer: { lat: number; lng: number } | null): void;
}
