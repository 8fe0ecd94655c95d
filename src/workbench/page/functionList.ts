/**
 * Keeps the list of functions, which opens while a formula is typed, to the text that it was made for.
 *
 * The engine makes the list anew a third of a second after the last key and lets the old one take Enter, Tab and arrows
 * until then: who wrote `=SU`, thought for a moment and went on `M(1,2)` and Enter at once, got a formula that stayed
 * open, or SUBSTITUTE for SUM. So the keys are the list's only while the text is still the one that it belongs to.
 */
import type { Injector } from '@univerjs/core';
import { IEditorService } from '@univerjs/docs-ui';
import { IShortcutService } from '@univerjs/ui';

/** What the ids of the list's shortcuts begin with; the id of the editor follows. */
const LIST = 'sheet.formula-embedding-editor.search_function.';

/** To be called before anything is typed. */
export function keepFunctionListCurrent(injector: Injector): void {
  const shortcuts = injector.get(IShortcutService);
  const editors = injector.get(IEditorService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (shortcut) => {
    if (!shortcut.id.startsWith(LIST)) return register(shortcut);
    const text = (): string | undefined =>
      editors.getEditor(shortcut.id.slice(LIST.length))?.getDocumentDataModel()?.getPlainText();
    // The list registers its keys each time it is made.
    const listed = text();
    return register({ ...shortcut, preconditions: () => text() === listed });
  };
}
