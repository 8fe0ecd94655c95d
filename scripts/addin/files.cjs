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

/** The pinned office.js, unmodified: the library, Excel on a desktop and on the web, and the texts of both languages. */
function officeFiles() {
  const dist = 'node_modules/@microsoft/office-js/dist';
  const files = [
    'office.js',
    'excel-win32-16.01.js',
    'excel-web-16.00.js',
    'en-us/office_strings.js',
    'ko-kr/office_strings.js',
  ];
  return Object.fromEntries(files.map((file) => [`office/${file}`, `${dist}/${file}`]));
}

module.exports = { addinFiles, officeFiles, root };
