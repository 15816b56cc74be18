import { Dictionary } from './dictionary.ts'

/** What records refer to, as written; a word has the same code in all tables. Words may hold citizen numbers. */
export class Mentions {
  readonly organizations = new Dictionary()
  readonly persons = new Dictionary()
  readonly sessions = new Dictionary()
}
