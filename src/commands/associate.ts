/// <reference types="office-js" />
import type { Sheets } from '../workbook/sheets';
import { commands, runCommand } from './commands';
import type { CommandWords } from './words';

export interface CommandSurroundings {
  readonly associate: typeof Office.actions.associate;
  readonly sheets: Sheets;
  /** Asked at each run: the language is known only when Office is ready. */
  readonly words: () => CommandWords;
  /** Shows the sentence that a command ends with. */
  readonly say: (sentence: string) => void;
}

/** Ties each command to its id. A ribbon button waits for `completed`; a key press passes no event. */
export function associateCommands({ associate, sheets, words, say }: CommandSurroundings): void {
  for (const [id, command] of Object.entries(commands)) {
    associate(id, async (event?: Partial<Office.AddinCommands.Event>) => {
      try {
        say(await runCommand(command, sheets, words()));
      } finally {
        event?.completed?.();
      }
    });
  }
}
