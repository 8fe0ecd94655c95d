import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseXml } from './element';

export const root = resolve(__dirname, '..', '..');
export const read = (...path: string[]): string => readFileSync(resolve(root, ...path), 'utf8');
export const readJson = <T>(...path: string[]): T => JSON.parse(read(...path)) as T;

export const manifest = parseXml(read('manifest.xml'));
export const origins = readJson<{ development: string; production: string }>('scripts/addin/origins.json');

interface ShortcutFile {
  readonly actions: readonly { id: string; name: string }[];
  readonly shortcuts: readonly { action: string; key: Readonly<Record<string, string>> }[];
  readonly resources: { readonly default: Readonly<Record<string, { value: string }>> };
}
export const shortcuts = readJson<ShortcutFile>('assets/shortcuts.json');
export const koreanShortcuts =
  readJson<Readonly<Record<string, { value: string }>>>('assets/shortcuts-ko.json');

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
}
export const functionsIn = (file: string) =>
  readJson<{ functions: readonly FunctionMetadata[] }>('assets', file).functions;
