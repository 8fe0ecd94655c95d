/** When every formula has been calculated, those that wait for custom functions too. */
import type { ICommandService } from '@univerjs/core';
import type { ISetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';

/**
 * The engine collects changes for a tenth of a second before it calculates, and tells nobody that some are waiting. So
 * its commands are listened to: those that ask for an evaluation, its beginning and its end.
 */
export class Settling {
  private hasChanges = false;
  private isEvaluating = false;
  private readonly listeners = new Set<() => void>();

  /** `asks` says whether a command of this name may ask for an evaluation. */
  constructor(commands: ICommandService, asks: (id: string) => boolean) {
    commands.onCommandExecuted(({ id, params }, options) => {
      // The engine's own entering of results is no change.
      if (asks(id) && !(id === SetRangeValuesMutation.id && options?.onlyLocal === true))
        this.hasChanges = true;
      if (id === SetFormulaCalculationStartMutation.id) [this.hasChanges, this.isEvaluating] = [false, true];
      if (id === SetFormulaCalculationNotificationMutation.id)
        this.ended((params as ISetFormulaCalculationNotificationMutation).functionsExecutedState);
    });
  }

  /**
   * Resolves when nothing has to be calculated and no cell waits for a function. `start` asks for an evaluation: of the
   * commands that may ask, not all do. Rejects with the signal's reason.
   */
  async settled(start: () => void, isWaiting: () => boolean, signal: AbortSignal): Promise<void> {
    while (this.hasChanges || this.isEvaluating || isWaiting()) {
      if (this.hasChanges && !this.isEvaluating) start();
      await this.evaluated(signal);
    }
  }

  private ended(state: FormulaExecutedStateType | undefined): void {
    // One that was stopped begins anew with what has come since.
    if (state !== FormulaExecutedStateType.SUCCESS && state !== FormulaExecutedStateType.NOT_EXECUTED) return;
    this.isEvaluating = false;
    for (const listener of [...this.listeners]) listener();
  }

  private evaluated(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.listeners.delete(end);
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
        end();
      };
      this.listeners.add(end);
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    });
  }
}
