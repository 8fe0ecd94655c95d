/**
 * When the spreadsheet can be typed into, and when what was typed is in its cell.
 *
 * The engine draws a third of a second after it was given a workbook, and its cell editor comes with the first drawing:
 * keys before that fall on nothing, a click lands on the empty frame, and neither is made up for. So the page stays
 * covered until the editor is there, stands at the selected cell and has the keyboard.
 */
import type { Injector } from '@univerjs/core';
import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  LifecycleService,
  LifecycleStages,
} from '@univerjs/core';
import { DocSelectionRenderService, IEditorService } from '@univerjs/docs-ui';
import { DeviceInputEventType, IRenderManagerService } from '@univerjs/engine-render';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';
import { asapScheduler, filter, firstValueFrom, map, observeOn, startWith } from 'rxjs';
import type { WorkbookModel } from '../model';

/** Resolves when the next key that is pressed goes into the selected cell of `workbook`. */
export async function untilKeysAreTaken(injector: Injector, workbook: WorkbookModel): Promise<void> {
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const editors = injector.get(IEditorService);
  const editor = await firstValueFrom(
    injector.get(IRenderManagerService).created$.pipe(
      startWith(null),
      // The editor is entered into the list after its drawing has been announced, in the same turn.
      observeOn(asapScheduler),
      map(() => editors.getEditor(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)),
      filter((found) => found !== undefined && found !== null),
    ),
  );
  // Selected once more: whether the editor was there for the first time depends on the speed of the machine.
  const { sheet, area } = workbook.selection();
  workbook.select(sheet, area);
  await firstValueFrom(
    injector.get(IEditorBridgeService).currentEditCellState$.pipe(filter((cell) => cell !== null)),
  );
  editor.render.with(DocSelectionRenderService).focus();
}

/** Takes what is being typed into a cell, as Enter does; nothing when nobody types. */
export function finishEditing(injector: Injector): void {
  const { visible, unitId } = injector.get(IEditorBridgeService).isVisible();
  if (!visible) return;
  injector.get(ICommandService).syncExecuteCommand(SetCellEditVisibleOperation.id, {
    visible: false,
    eventType: DeviceInputEventType.Keyboard,
    keycode: KeyCode.ENTER,
    unitId,
  });
}

/** Gives the keyboard to the selected cell. */
export function takeKeyboard(injector: Injector): void {
  const editor = injector.get(IEditorService).getEditor(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  editor?.render.with(DocSelectionRenderService).focus();
}
