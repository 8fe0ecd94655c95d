/**
 * What our add-in keeps in a workbook: the properties of its web extension. Those of other add-ins are not looked at.
 *
 * The package leads to a list of task panes, that to a web extension for each add-in.
 */
import { isOurs, settingValue } from './addIn';
import type { Package } from './package';
import { partKey } from './partNames';
import { readElements } from './xmlParts';

export async function readSettings(
  pack: Package,
  taskPanes: string | null,
): Promise<ReadonlyMap<string, unknown>> {
  const seen = new Set<string>();
  for (const { type, part } of taskPanes === null ? [] : await pack.relationships(taskPanes)) {
    if (type !== 'webextension' || part === null || !pack.has(part) || seen.has(partKey(part))) continue;
    seen.add(partKey(part));
    const settings = await pack.read(part, (bytes) => settingsIn(bytes, part, pack));
    if (settings !== null) return settings;
  }
  return new Map();
}

/** null for the web extension of another add-in. */
function settingsIn(bytes: Uint8Array, part: string, { opening }: Package): Map<string, unknown> | null {
  const settings = new Map<string, unknown>();
  let isOwn = false;
  readElements(bytes, part, opening, ({ name, path, attribute }) => {
    const around = path.join('/');
    if (name === 'reference' && around === 'webextension') isOwn = isOurs(attribute('id') ?? '');
    if (name !== 'property' || around !== 'webextension/properties') return;
    const value = settingValue(attribute('value') ?? '');
    if (value !== undefined) settings.set(attribute('name') ?? '', value);
  });
  if (!isOwn) return null;
  opening.hold(bytes.length);
  return settings;
}
