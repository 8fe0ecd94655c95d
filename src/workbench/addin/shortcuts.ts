/// <reference lib="dom" />
/** Keyboard shortcuts of the add-in, as its shortcuts.json names them. */

interface ShortcutsFile {
  readonly shortcuts: readonly { readonly action: string; readonly key: { readonly default: string } }[];
  readonly resources?: { readonly default?: Readonly<Record<string, { readonly value: string }>> };
}

/** Keys, 'ctrl+shift+alt+l' with the modifiers in this order, and the id of the action that they run. */
export type Shortcuts = ReadonlyMap<string, string>;

export function readShortcuts(file: ShortcutsFile): Shortcuts {
  const words = new Map(Object.entries(file.resources?.default ?? {}));
  const told = (text: string): string =>
    text.replace(/\$\{resource\.([^}]*)\}/g, (whole, name: string) => words.get(name)?.value ?? whole);
  return new Map(file.shortcuts.map(({ action, key }) => [told(key.default).toLowerCase(), action]));
}

/** The keys of a press in the same spelling; the letter is that of the key, whatever the modifiers make of it. */
export function keysOf(event: KeyboardEvent): string {
  const letter = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  const held = [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.shiftKey ? 'shift' : '',
    event.altKey ? 'alt' : '',
    letter.toLowerCase(),
  ];
  return held.filter((part) => part !== '').join('+');
}
