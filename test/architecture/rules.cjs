/**
 * Who may import whom, executable: `npm run architecture`.
 * Each rule carries its reason. The table that it comes from is in CONTRIBUTING.md.
 */
const inside = (room) => `^src/${room}/`;

/** A room may import only itself and what is listed. */
const only = (room, allowed, comment) => ({
  name: `${room.replace(/\//g, '-')}-imports-only-what-it-may`,
  comment,
  severity: 'error',
  from: { path: inside(room) },
  to: { path: '^src/', pathNot: [inside(room), ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle of imports has no bottom to start reading at.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'engine-is-pure',
      comment:
        'The engine runs unchanged in a pane, a worker, a custom function and Node: no packages, no platform.',
      severity: 'error',
      from: { path: inside('engine') },
      to: { pathNot: inside('engine') },
    },
    {
      name: 'kernel-knows-nothing-above-it',
      comment: 'The kernel is typed arrays only: a reader of an algorithm needs no other room.',
      severity: 'error',
      from: { path: inside('engine/kernel') },
      to: { path: '^src/engine/', pathNot: inside('engine/kernel') },
    },
    {
      name: 'ledger-does-not-measure',
      comment: 'Reading cells and measuring money are two rooms; measures look down on the ledger.',
      severity: 'error',
      from: { path: inside('engine/ledger') },
      to: { path: '^src/engine/(measures|score)/' },
    },
    {
      name: 'measures-do-not-score',
      comment: 'A measure is a fact with a formula; the score weighs facts and stands above them.',
      severity: 'error',
      from: { path: inside('engine/measures') },
      to: { path: '^src/engine/score/' },
    },
    {
      name: 'report-imports-only-what-it-may',
      comment: 'A report turns an Analysis into rows, text and pictures; it computes nothing.',
      severity: 'error',
      from: { path: inside('report'), pathNot: inside('report/annotate') },
      to: { path: '^src/', pathNot: [inside('report(?!/annotate)'), '^src/engine/index\\.ts$'] },
    },
    only(
      'report/annotate',
      ['^src/engine/index\\.ts$', inside('report'), '^src/workbook/[^/]+\\.ts$'],
      'A plan of operations is made of the port alone, so that Excel and files are written to by the same one.',
    ),
    only(
      'report/layout',
      ['^src/engine/index\\.ts$', '^src/report/(words|visible)\\.ts$', '^src/report/text/numbers\\.ts$'],
      'The drawing is geometry before it is a picture: the pane and the SVG draw the same.',
    ),
    only('report/svg', ['^src/report/layout/'], 'A picture is written from its geometry alone.'),
    only(
      'workbook/file',
      ['^src/engine/index\\.ts$', '^src/workbook/[^/]+\\.ts$'],
      'A file adapter turns bytes into a Book.',
    ),
    only(
      'functions',
      ['^src/engine/index\\.ts$'],
      'A custom function hands cells to the engine: its script is loaded before everything else and must stay small.',
    ),
    only(
      'workbench',
      ['^src/engine/index\\.ts$', '^src/workbook/'],
      'The workbench is a spreadsheet and a host: it knows the add-in only by its files.',
    ),
    {
      name: 'office-host-knows-no-grid',
      comment: 'The host asks a WorkbookModel, whoever implements it; tests give it one in memory.',
      severity: 'error',
      from: { path: inside('workbench/officehost') },
      to: {
        path: '^src/workbench/',
        pathNot: [inside('workbench/officehost'), '^src/workbench/model\\.ts$', inside('workbench/formulas')],
      },
    },
    only(
      'workbench/formulas',
      ['^src/engine/index\\.ts$'],
      'What formulas are written of, and where references go: text and arithmetic for every workbook and for the host.',
    ),
    {
      name: 'memory-workbook-knows-no-host',
      comment: 'A workbook is told what to do; who tells it is not its business.',
      severity: 'error',
      from: { path: inside('workbench/memory') },
      to: {
        path: '^src/workbench/',
        pathNot: ['^src/workbench/model\\.ts$', inside('workbench/(memory|formulas)')],
      },
    },
    {
      name: 'office-host-core-knows-no-transport',
      comment: 'One core answers on every transport; a transport holds no state of the workbook.',
      severity: 'error',
      from: { path: inside('workbench/officehost/(core|excel|meta)') },
      to: { path: inside('workbench/officehost/transports') },
    },
    {
      name: 'file-adapter-has-no-disk',
      comment:
        'Bytes in, bytes out: the same adapter opens files in a browser. zlib comes in as an argument.',
      severity: 'error',
      from: { path: inside('workbook/file') },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'workbench/grid',
      ['^src/engine/index\\.ts$', '^src/workbench/model\\.ts$', '^src/workbook/[^/]+\\.ts$'],
      'The grid is a spreadsheet behind the workbook model: it knows no page, no office host and no files.',
    ),
    only(
      'workbench/page',
      [
        '^src/engine/index\\.ts$',
        '^src/workbench/[^/]+\\.ts$',
        '^src/workbench/addin/',
        '^src/workbench/grid/',
        '^src/workbench/officehost/functionBridge\\.ts$',
        '^src/workbook/[^/]+\\.ts$',
        '^src/workbook/file/',
      ],
      'The page puts a workbook on the desk: it opens and saves files and draws the grid.',
    ),
    only(
      'workbench/addin',
      ['^src/workbench/model\\.ts$', '^src/workbench/officehost/'],
      'The add-in is started from its manifest and reached through its frame: none of its code is imported.',
    ),
    {
      name: 'only-the-workbench-knows-the-spreadsheet-engine',
      comment: 'Twelve megabytes that no add-in may carry: the engine stays behind the workbook model.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/(grid|page)/' },
      to: { path: 'node_modules/@univerjs/' },
    },
    {
      name: 'only-the-command-line-has-a-disk',
      comment: 'fs, process and streams belong to src/cli.',
      severity: 'error',
      from: { path: '^src/', pathNot: inside('cli') },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'commands',
      ['^src/engine/index\\.ts$', '^src/workbook/[^/]+\\.ts$'],
      'A command asks the engine and says what to write; the port says how, so that it runs without Excel in tests.',
    ),
    only(
      'workbook/excel',
      ['^src/engine/index\\.ts$', '^src/workbook/[^/]+\\.ts$'],
      'The only room with Excel.run: what office.js is like stays in here.',
    ),
    only(
      'app',
      ['^src/engine/index\\.ts$', '^src/report/', '^src/workbook/[^/]+\\.ts$'],
      'The pane without a picture: it knows the workbook by its ports, and neither React nor Office.',
    ),
    {
      name: 'app-has-no-framework',
      comment: 'State, commands and analysis are tested without a browser and outlive whatever draws them.',
      severity: 'error',
      from: { path: inside('(app|locales|report|engine|workbook)') },
      to: { path: 'node_modules/(react|react-dom|@fluentui)/' },
    },
    only(
      'locales',
      ['^src/engine/index\\.ts$', '^src/app/(state|capexView|yardstick)\\.ts$', '^src/workbook/port\\.ts$'],
      'Words only: types of what they are about, and no work.',
    ),
    only(
      'taskpane',
      [
        '^src/(app|commands|locales|report)/',
        '^src/engine/index\\.ts$',
        '^src/functions/associate\\.ts$',
        '^src/workbook/',
      ],
      'The page ties functions, commands, workbook and pane together, and draws; it computes nothing.',
    ),
    {
      name: 'components-know-no-workbook',
      comment:
        'A component draws state and calls the pane; what that does to a workbook is decided in src/app.',
      severity: 'error',
      from: { path: inside('taskpane/(components|context)') },
      to: { path: '^src/(workbook|commands|functions)/' },
    },
    {
      name: 'components-do-not-analyse',
      comment: 'Analysis belongs to the worker: the engine is types to a component.',
      severity: 'error',
      from: { path: inside('taskpane/components') },
      to: { path: '^src/engine/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-barrel-is-imported-from-outside',
      comment: 'What the engine offers is named in one place, so that everything behind it can move.',
      severity: 'error',
      from: { path: '^src/', pathNot: inside('engine') },
      to: { path: '^src/engine/', pathNot: '^src/engine/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
