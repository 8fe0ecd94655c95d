import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { root } from './project';

/** Evaluates an expression over an export of a script in Node, because the scripts are modules of their own. */
function evaluated(script: string, expression: string): unknown {
  const address = pathToFileURL(resolve(root, 'scripts', script)).href;
  const code = `const it = await import(${JSON.stringify(address)}); console.log(JSON.stringify(${expression}))`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    cwd: root,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as unknown;
}

describe('npm run excel', () => {
  it('says in one sentence why it cannot run', () => {
    const cases = `[['linux', []], ['win32', []], ['darwin', ['web', 'https://example.com/book.xlsx']], ['darwin', ['web']], ['win32', ['word']]]`;
    expect(
      evaluated('excel.mjs', `${cases}.map(([platform, words]) => it.objection(platform, words))`),
    ).toEqual([
      'Excel cannot be started from "linux": sideloading works on Windows and Mac. Here, "npm start" runs the same add-in in the browser.',
      null,
      null,
      '"" is not the address of a workbook: copy it from the browser that shows the workbook in Excel on the web.',
      '"word" is not understood: say nothing for Excel on this machine, or "web" and the address of a workbook.',
    ]);
  });
});

describe('the server of the development build', () => {
  it('gives files of its folder and nothing else', () => {
    const asked = [
      '/v1/mark-16.png?x=1',
      '/',
      '/nothing',
      '/../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/%',
      '/%00',
      '/%ff',
    ];
    const folder = JSON.stringify(resolve(root, 'assets', 'icons'));
    const found = evaluated(
      'addin/serve.mjs',
      `${JSON.stringify(asked)}.map((path) => it.fileFor(${folder}, path))`,
    );
    expect(found).toEqual([resolve(root, 'assets/icons/v1/mark-16.png'), ...asked.slice(1).map(() => null)]);
  });
});
