/** The static server as a process of its own, the way `npm start` runs it. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Server {
  readonly address: string;
  stop(): Promise<void>;
}

/** Answers when the server has printed its address; rejects when it ends before. */
export function startServer(folder: string, file?: string): Promise<Server> {
  const script = join(__dirname, '..', '..', 'scripts', 'serve.mjs');
  const child = spawn(process.execPath, [script, folder, ...(file === undefined ? [] : [file])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    child.stdout.setEncoding('utf8');
    child.stdout.once('data', (text: string) => resolve({ address: text.trim(), stop: () => stop(child) }));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill();
  });
}
