/**
 * The commands of ribbon, context menu, keyboard and pane, as one table. The ids are those of manifest.xml,
 * assets/shortcuts.json and the pane's buttons; a test holds them together.
 */
import type { Sentences } from '../engine/index';
import { freeName } from '../workbook/names';
import { Refusal, type WorkbookPort } from '../workbook/port';
import type { Sheets } from '../workbook/sheets';
import { answerSheet } from './answerSheet';
import { missingShortNames } from './shortNames';
import { addressOf, faultOf } from './scorable';
import type { CommandWords } from './words';

/** The open workbook: what the user is looking at, and the port to change it. */
export interface Desk {
  readonly sheets: Sheets;
  readonly workbook: WorkbookPort;
  /** The language of what is wrong with deals. */
  readonly sentences: () => Promise<Sentences>;
  /**
   * Opens the pane, where Excel lets an add-in do so: from the Marketplace it does not since February 2026, and then
   * nothing happens.
   */
  readonly showPane: () => Promise<void>;
}

/** A command does one thing and says in one sentence what it did. */
export type Command = (desk: Desk, words: CommandWords) => Promise<string>;

const score =
  (of: 'sheet' | 'selection'): Command =>
  async ({ sheets, workbook, sentences }, words) => {
    const deals = await sheets.deals(of);
    if (deals === null) return words.empty;
    const fault = faultOf(deals.head, await sentences());
    if (fault !== null) return words.noDeals(addressOf(deals.head), fault);
    const sheet = freeName(words.title, await sheets.names());
    await workbook.apply(answerSheet(sheet, deals.reference, words));
    await sheets.show(sheet);
    return words.added(sheet, deals.reference);
  };

/** Nothing is overwritten: a name that stands for something else is the user's. */
const addShortNames: Command = async ({ workbook }, words) => {
  const { names = [] } = await workbook.read([], { names: true });
  const { missing, other } = missingShortNames(names);
  if (other !== null) return words.nameTaken(other.name, other.formula);
  if (missing.length === 0) return words.namesThere;
  try {
    await workbook.apply(missing.map(({ name, formula }) => ({ kind: 'define-name', name, formula })));
  } catch (error) {
    // Excel does not say that it has no LAMBDA: it finds the formula wrong.
    if (error instanceof Refusal && error.why === 'other') return words.namesRefused(error.message);
    throw error;
  }
  return words.namesAdded(missing.map(({ name }) => name));
};

const showPane: Command = async (desk, words) => {
  await desk.showPane();
  return words.shown;
};

export const commands = {
  ShowPane: showPane,
  ScoreSheet: score('sheet'),
  ScoreSelection: score('selection'),
  AddShortNames: addShortNames,
} satisfies Readonly<Record<string, Command>>;

/** Runs a command and turns a refusal into its sentence. Anything else is a fault, and is thrown on. */
export async function runCommand(command: Command, desk: Desk, words: CommandWords): Promise<string> {
  try {
    return await command(desk, words);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { why } = error;
    return why === 'editing' || why === 'locked' ? words[why] : words.refused(error.message);
  }
}
