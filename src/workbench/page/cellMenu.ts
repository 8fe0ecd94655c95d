/** The add-in's part of the menu of a cell. */
import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import { ContextMenuGroup, ContextMenuPosition, IMenuManagerService, MenuItemType } from '@univerjs/ui';
import type { Button } from '../addin/manifest';

/** Below everything that the spreadsheet itself has there. */
const LAST = 100;

export function extendCellMenu(
  injector: Injector,
  buttons: readonly Button[],
  press: (button: Button) => void,
): void {
  const commands = injector.get(ICommandService);
  const items = buttons.map((button, index) => {
    const id = `add-in.${button.id}`;
    commands.registerCommand({
      id,
      type: CommandType.COMMAND,
      handler: () => {
        press(button);
        return true;
      },
    });
    const menuItemFactory = () => ({
      id,
      type: MenuItemType.BUTTON,
      title: button.label,
      tooltip: button.tip,
    });
    return [id, { order: LAST + index, menuItemFactory }] as const;
  });
  injector.get(IMenuManagerService).mergeMenu({
    [ContextMenuPosition.MAIN_AREA]: { [ContextMenuGroup.OTHERS]: Object.fromEntries(items) },
  });
}
