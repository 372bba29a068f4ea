/** A word of the glossary: see `TermData` in views/lessons/lesson_data.py. */
interface Term {
  id: string;
  term: string;
  named: [lang: string, name: string][];
  definition: string;
  note: string;
  sources: { id: string; title: string; url: string }[];
  /** each way to write it, and whether its capitals count */
  spellings: [words: string, capitals: boolean][];
}
interface LessonData {
  id: string;
  terms: Term[];
}
