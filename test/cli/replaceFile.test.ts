import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { failureOf } from '../../src/cli/failure';
import { NotWritten, replaceFile } from '../../src/cli/files';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'looplens-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Uint8Array.from([7, 8, 9]);

describe('a file that is replaced', () => {
  it('is the new one whole, keeps its permissions, and leaves nothing beside it', async () => {
    const file = path.join(folder, 'a.xlsx');
    await writeFile(file, 'before');
    await chmod(file, 0o640);
    await replaceFile(file, bytes);
    expect([...(await readFile(file))]).toEqual([7, 8, 9]);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  it('is the one that a link leads to', async () => {
    const file = path.join(folder, 'a.xlsx');
    const link = path.join(folder, 'b.xlsx');
    await writeFile(file, 'before');
    await symlink(file, link);
    await replaceFile(link, bytes);
    expect([...(await readFile(file))]).toEqual([7, 8, 9]);
  });

  it.each([
    ['in a folder that is not there', path.join('none', 'a.xlsx'), 'its folder does not exist'],
    ['that is a folder', 'sub', 'it is a folder'],
  ])('%s is not written, and that is said', async (_, name, why) => {
    await writeFile(path.join(folder, 'other.xlsx'), 'other');
    const file = path.join(folder, name);
    if (name === 'sub') await mkdir(path.join(file, 'inside'), { recursive: true });
    const error: unknown = await replaceFile(file, bytes).catch((failed: unknown) => failed);
    expect(error).toBeInstanceOf(NotWritten);
    expect(failureOf(error, '')).toMatchObject({ exit: 74, message: expect.stringContaining(why) as string });
    expect((await readdir(folder)).filter((one) => one.startsWith('.'))).toEqual([]);
  });
});
