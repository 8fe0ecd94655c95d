/// <reference types="office-js" />
import { commands, runCommand, type Desk } from './commands';
import type { CommandWords } from './words';

export interface CommandSurroundings {
  readonly associate: typeof Office.actions.associate;
  readonly desk: Desk;
  /** Asked at each run: the language is known only when Office is ready. */
  readonly words: () => CommandWords;
  /** Shows the sentence that a command ends with. */
  readonly say: (sentence: string) => void;
}

/** Ties each command to its id. A ribbon button waits for `completed`; a key press passes no event. */
export function associateCommands({ associate, desk, words, say }: CommandSurroundings): void {
  for (const [id, command] of Object.entries(commands)) {
    associate(id, async (event?: Partial<Office.AddinCommands.Event>) => {
      try {
        say(await runCommand(command, desk, words()));
      } finally {
        event?.completed?.();
      }
    });
  }
}
