/**
 * The commands of ribbon, context menu and keyboard, as one table. The ids are those of manifest.xml and
 * assets/shortcuts.json; a test holds the three together.
 */
import { Refusal } from '../workbook/port';
import type { Sheets } from '../workbook/sheets';
import { answerSheet } from './answerSheet';
import type { CommandWords } from './words';

/** A command does one thing and says in one sentence what it did. */
export type Command = (sheets: Sheets, words: CommandWords) => Promise<string>;

const score =
  (of: 'sheet' | 'selection'): Command =>
  async (sheets, words) => {
    const deals = await sheets.reference(of);
    if (deals === null) return words.empty;
    return words.added(await sheets.addSheet(words.title, answerSheet(deals, words)), deals);
  };

export const commands = {
  ScoreSheet: score('sheet'),
  ScoreSelection: score('selection'),
} satisfies Readonly<Record<string, Command>>;

/** Runs a command and turns a refusal into its sentence. Anything else is a fault, and is thrown on. */
export async function runCommand(command: Command, sheets: Sheets, words: CommandWords): Promise<string> {
  try {
    return await command(sheets, words);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { why } = error;
    return why === 'editing' || why === 'locked' ? words[why] : words.refused(error.message);
  }
}
