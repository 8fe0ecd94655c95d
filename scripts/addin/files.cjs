/** What the add-in serves beside its scripts: output name -> source, both relative, with forward slashes. */
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');

/** Files of a folder that end so, as paths relative to the project. */
const filesOf = (folder, ending) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

const base = (file) => file.slice(file.lastIndexOf('/') + 1);

function addinFiles() {
  const same = [...filesOf('assets', '.json'), ...filesOf('assets/icons/v1', '.png'), 'manifest.xml'];
  const flat = ['src/taskpane', 'src/pages'].flatMap((folder) => [
    ...filesOf(folder, '.html'),
    ...filesOf(folder, '.css'),
  ]);
  return Object.fromEntries([...same.map((file) => [file, file]), ...flat.map((file) => [base(file), file])]);
}

module.exports = { addinFiles, root };
