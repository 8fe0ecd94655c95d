/** Class of each row: its class cell where the sheet has one, else what its kind is called. */
import type { IssueLog } from './issues';
import { classOfCell, classOfKind, givesBack, isUnknownKind } from './kinds';
import type { TextColumn } from './textColumn';
import { quoted } from './text';
import { SPEND, UNSAID } from './types';
import { say } from '../sentence';

export class ClassReader {
  readonly #kind: TextColumn;
  readonly #class: TextColumn;
  readonly #kinds: Int8Array;
  readonly #classes: Int8Array;
  readonly #said: Uint8Array;
  readonly #log: IssueLog;
  readonly #kindColumn: number;
  readonly #classColumn: number;

  constructor(
    kind: TextColumn,
    kindColumn: number,
    dealClass: TextColumn,
    classColumn: number,
    log: IssueLog,
  ) {
    this.#kind = kind;
    this.#class = dealClass;
    this.#kinds = Int8Array.from(kind.texts, classOfKind);
    this.#classes = Int8Array.from(dealClass.texts, classOfCell);
    this.#said = new Uint8Array(kind.texts.length);
    this.#log = log;
    this.#kindColumn = kindColumn;
    this.#classColumn = classColumn;
  }

  read(row: number, sheetRow: number): number {
    const cell = this.#class.ids[row];
    if (cell >= 0) {
      if (this.#classes[cell] >= 0) return this.#classes[cell];
      this.#log.cell(
        'class-unknown',
        'warning',
        sheetRow,
        this.#classColumn,
        say`Class ${quoted(this.#class.texts[cell])} is none of F, W, G, S, X; the kind decides`,
      );
    }
    const kind = this.#kind.ids[row];
    if (kind < 0) return UNSAID;
    const text = this.#kind.texts[kind];
    if (this.#said[kind] === 0 && this.#kinds[kind] === SPEND && isUnknownKind(text)) {
      this.#said[kind] = 1;
      this.#log.cell(
        'kind-unknown',
        'warning',
        sheetRow,
        this.#kindColumn,
        say`Kind ${quoted(text)} is no word that Looplens knows; its rows count as purchases, unless a column "Class" says F, W, G, S or X`,
      );
    }
    if (this.#kinds[kind] === UNSAID && this.#said[kind] === 0) {
      this.#said[kind] = 1;
      const shown = quoted(text);
      const [code, sentence] = givesBack(text)
        ? ([
            'kind-gives-back',
            say`Kind ${shown} is money that goes back, neither funding nor revenue; its rows have no class`,
          ] as const)
        : ([
            'kind-passing',
            say`Kind ${shown} says that money moves and not what for; its rows are neither funding nor revenue`,
          ] as const);
      this.#log.cell(code, 'info', sheetRow, this.#kindColumn, sentence);
    }
    return this.#kinds[kind];
  }
}
