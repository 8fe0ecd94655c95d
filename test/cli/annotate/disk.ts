/** The commands on workbooks in memory: the real reader, the real engine, the real writer, no disk. */
import { analyze } from '../../../src/engine/index';
import type { CliIo } from '../../../src/cli/io';
import { noProgress } from '../../../src/cli/progress';
import { run } from '../../../src/cli/run';
import { FileRefused } from '../../../src/workbook/file/refusal';
import { workbookOf } from '../../oracles/editBytes';
import { openBytes } from '../../oracles/openBytes';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export class Disk {
  readonly files = new Map<string, Uint8Array>();
  private minute = 0;

  put(name: string, bytes: Uint8Array): this {
    this.files.set(name, bytes);
    return this;
  }

  at(name: string): Uint8Array {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new FileRefused('no-such-file', `There is no file "${name}".`);
    return bytes;
  }

  async looplens(...words: string[]): Promise<Answer> {
    let [out, err] = ['', ''];
    const io: CliIo = {
      stdout: { isTTY: false, columns: 80, write: (text) => void (out += text) },
      stderr: { isTTY: false, columns: 80, write: (text) => void (err += text) },
      env: { LOOPLENS_DEBUG: '1' },
      open: async (path) => openBytes(this.at(path), path),
      workbook: async (path) => ({
        workbook: workbookOf(this.at(path), path),
        close: () => Promise.resolve(),
      }),
      save: async (path, bytes) => void this.files.set(path, bytes),
      // Each command a minute after the one before.
      now: () => new Date(Date.UTC(2026, 2, 1, 12, this.minute++)),
      analyze,
      progress: noProgress,
      limitNames: [],
      version: 'test',
    };
    const code = await run([...words, '--quiet'], io);
    return { code, out, err };
  }
}
