/**
 * What the engine says, kept so that it can be told in any language: the words as they stand in the source, apart from the values
 * between them.
 *
 * A value is a stranger's text or a number, the same in every language, or a sentence of its own. Another language is a table from
 * English templates ('Amount {0} is not a number') to its own, which may put the values in another order.
 */
export interface Sentence {
  /** One more than values. */
  readonly words: readonly string[];
  readonly values: readonly Said[];
}

export type Said = string | number | Sentence;

/** English template -> template of another language. */
export type Sentences = Readonly<Record<string, string>>;

export type Tell = (sentence: Sentence) => string;

/** say`Amount ${quoted(text)} is not a number` */
export function say(words: readonly string[], ...values: readonly Said[]): Sentence {
  return { words, values };
}

/** A word that other sentences are filled with, out of a list of such words. */
export function word(text: string): Sentence {
  return { words: [text], values: [] };
}

/** Tells by a table, and in English what has no entry there. O(length) a sentence. */
export function telling(sentences: Sentences): Tell {
  return function tell({ words, values }): string {
    const told = values.map((value) => (typeof value === 'object' ? tell(value) : String(value)));
    const filled = (valueAt: (at: number) => string): string =>
      words.reduce((text, part, at) => text + valueAt(at - 1) + part);
    const theirs = sentences[filled((at) => `{${at}}`)];
    return theirs === undefined
      ? filled((at) => told[at])
      : theirs.replace(/\{(\d)\}/g, (_, at: string) => told[Number(at)]);
  };
}

export function inEnglish(sentence: Sentence): string {
  return telling({})(sentence);
}

/** 'a, b and c'. O(items). */
export function listed(items: readonly Said[]): Said {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  return say`${items.slice(0, -1).reduce((list, item) => say`${list}, ${item}`)} and ${last}`;
}
