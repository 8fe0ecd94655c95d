/**
 * What lies between a page with office.js and the host: the host's side of every transport.
 *
 * A transport turns its own protocol (window.external, postMessage) into these calls and holds no state of the workbook.
 */

import type { Dialogs } from './dialogs';

/** What a page is told once, while office.js starts. */
export interface HostFacts {
  /** Different for each opening of a page: office.js caches settings under it in the session storage. */
  readonly instanceId: string;
  /** Language of the user interface and of the data, e.g. 'en-US'. */
  readonly locale: string;
  readonly documentUrl: string;
  readonly readOnly: boolean;
  /** The add-in was loaded without its pane. */
  readonly startsHidden: boolean;
  /** Whether Excel has a dark theme, asked whenever the page asks. */
  readonly isDark: () => boolean;
  /** Name of a requirement set -> version, e.g. ExcelApi -> 1.15. */
  readonly requirementSets: Readonly<Record<string, string>>;
}

/** One entry of a RichApi message: an event (category 65536), a call of a custom function (1) or an action (2). */
export interface MessageEntry {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  /** JSON text. */
  readonly message: string;
}

/** Answer to a request: the JSON text of a response, or the number that the transport reports instead of one. */
export type RichAnswer =
  { readonly status: 0; readonly body: string } | { readonly status: number; readonly body: null };

/** A page, as the host sees it. Deliveries never run inside a call of the page. */
export interface PagePort {
  messages(entries: readonly MessageEntry[]): void;
  command(id: string, functionName: string, argument: string): void;
  selectionChanged(): void;
  settingsChanged(): void;
}

/** The host, as a transport sees it. */
export interface HostPort {
  readonly facts: HostFacts;
  readonly dialogs: Dialogs;
  /** `answered` is called once, and before any event that the request causes is delivered. */
  richApi(body: string, flags: number, answered: (answer: RichAnswer) => void): void;
  /** Document settings as [key, JSON text]. */
  readSettings(): readonly (readonly [string, string])[];
  writeSettings(settings: readonly (readonly [string, string])[]): void;
  /** The page has asked to be told commands; what was pressed before is told now. */
  hearsCommands(): void;
  commandCompleted(id: string, status: number, result: string): void;
  /** Returns the function that takes the page away. */
  connect(page: PagePort): () => void;
}
