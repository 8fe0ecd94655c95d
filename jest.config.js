const { browserPath } = require('./test/e2e/browser.cjs');

/** @type {import('jest').Config} */
const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

/** One project per room, so that a room can be run alone: npx jest --selectProjects kernel */
const project = (name, folder) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
  transform: swc,
});

/** The spreadsheet engine ships as ES modules that jest cannot load: it is bundled once, see engineBundle.cjs. */
const withEngine = (room) => ({
  ...room,
  globalSetup: '<rootDir>/test/grid/engineBundle.cjs',
  moduleNameMapper: {
    '^@univerjs/([a-z-]+)$': '<rootDir>/node_modules/.cache/looplens/univer-$1.cjs',
  },
});

/** Tests in a real browser run where there is one; where there is none, that is said and not passed over. */
const browser = browserPath();
if (browser === null)
  console.warn('No Chromium, Chrome or Edge was found: the tests of the page do not run.');
const inBrowser =
  browser === null ? [] : [{ ...project('e2e', 'e2e'), globalSetup: '<rootDir>/test/e2e/builtPage.cjs' }];

module.exports = {
  // Machines are shared and noisy: no test is a stopwatch.
  testTimeout: 120_000,
  projects: [
    project('kernel', 'engine/kernel'),
    project('ledger', 'engine/ledger'),
    project('measures', 'engine/measures'),
    project('score', 'engine/score'),
    project('analysis', 'engine/analysis'),
    project('workbook', 'workbook'),
    project('report', 'report'),
    project('app', 'app'),
    project('cli', 'cli'),
    project('functions', 'functions'),
    project('house', 'house'),
    project('manifest', 'manifest'),
    {
      ...project('officehost', 'officehost'),
      testEnvironment: 'jsdom',
      // office.js finds out from the address which host it runs in.
      testEnvironmentOptions: {
        url: 'http://localhost/addin.html?_host_Info=Excel$Win32$16.01$en-US$$$disableLogging$3',
        resources: 'usable',
      },
    },
    withEngine(project('grid', 'grid')),
    project('serve', 'serve'),
    ...inBrowser,
  ],
};
