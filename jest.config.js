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
  ],
};
