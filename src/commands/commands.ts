/**
 * The commands of ribbon, context menu and keyboard, as one table. The ids are those of manifest.xml and
 * assets/shortcuts.json; a test holds the three together.
 */
import { freeName } from '../workbook/names';
import { Refusal, type WorkbookPort } from '../workbook/port';
import type { Sheets } from '../workbook/sheets';
import { answerSheet } from './answerSheet';
import { addressOf, faultOf } from './scorable';
import type { CommandWords } from './words';

/** The open workbook: what the user is looking at, and the port to change it. */
export interface Desk {
  readonly sheets: Sheets;
  readonly workbook: WorkbookPort;
}

/** A command does one thing and says in one sentence what it did. */
export type Command = (desk: Desk, words: CommandWords) => Promise<string>;

const score =
  (of: 'sheet' | 'selection'): Command =>
  async ({ sheets, workbook }, words) => {
    const deals = await sheets.deals(of);
    if (deals === null) return words.empty;
    const fault = faultOf(deals.head);
    if (fault !== null) return words.noDeals(addressOf(deals.head), fault);
    const sheet = freeName(words.title, await sheets.names());
    await workbook.apply(answerSheet(sheet, deals.reference, words));
    await sheets.show(sheet);
    return words.added(sheet, deals.reference);
  };

export const commands = {
  ScoreSheet: score('sheet'),
  ScoreSelection: score('selection'),
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
