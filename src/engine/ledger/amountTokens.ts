/** An amount cell's text as tokens: digit runs, words, single signs. One pass, no patterns over the whole text. O(length). */
import { currencyOfWord } from './currency';
import { folded } from './text';

export type TokenKind = 'number' | 'word' | 'sign';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const LETTER = /\p{L}/u;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(char);
}

/** Whether a blank or apostrophe at `at` groups thousands: three digits follow, and not a fourth. */
function groupsHere(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  );
}

/** Tokens of a cell text, lower case. 'n/a' is one word; 'us$' is one word; minus signs of all kinds are '-'. */
export function tokensOf(raw: string): Token[] {
  const text = folded(raw);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    const code = text.charCodeAt(at);
    const start = at;
    if (
      isDigit(code) ||
      ((char === '.' || char === ',') &&
        isDigit(text.charCodeAt(at + 1)) &&
        !isDigit(text.charCodeAt(at - 1)))
    ) {
      let run = '';
      while (at < text.length) {
        const c = text[at];
        if (isDigit(text.charCodeAt(at))) run += c;
        else if ((c === '.' || c === ',') && isDigit(text.charCodeAt(at + 1))) run += c;
        else if (!((c === ' ' || c === "'" || c === '’') && groupsHere(text, at))) break;
        at++;
      }
      tokens.push({ kind: 'number', text: run });
    } else if (isLetter(char)) {
      while (at < text.length && isLetter(text[at])) at++;
      let word = text.slice(start, at);
      if (word === 'n' && text[at] === '/' && text[at + 1] === 'a') {
        at += 2;
        word = 'n/a';
      } else if (text[at] === '$' && currencyOfWord(`${word}$`) !== null) {
        at++;
        word = `${word}$`;
      }
      tokens.push({ kind: 'word', text: word });
    } else {
      at++;
      if (char === ' ') continue;
      if (currencyOfWord(char) !== null) tokens.push({ kind: 'word', text: char });
      else
        tokens.push({
          kind: 'sign',
          text: char === '−' || char === '–' || char === '—' || char === '‐' ? '-' : char,
        });
    }
  }
  return tokens;
}
