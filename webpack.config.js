const path = require('node:path');
const { addinFiles, officeFiles } = require('./scripts/addin/files.cjs');
const origins = require('./scripts/addin/origins.json');
const { places } = require('./scripts/addin/pages.cjs');
const { StaticFiles } = require('./scripts/addin/static-files.cjs');
const { GzipBudget } = require('./scripts/gzip-budget.cjs');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const Minify = require('./scripts/minify.cjs');

const typescript = {
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
          },
        },
      },
    ],
  },
};

/** The command line as one file without dependencies: node dist/looplens.cjs. */
const commandLine = {
  ...typescript,
  name: 'command-line',
  target: 'node20',
  entry: './src/cli/main.ts',
  output: { path: path.resolve(__dirname, 'dist'), filename: 'looplens.cjs' },
  // Names stay readable in stack traces, and a command line has no download to save.
  optimization: { minimize: false },
  devtool: false,
  performance: { hints: false },
};

/** Twice from the same sources: `name` tells the builds apart, `more` is what one of them has besides. */
const addinBuild = ({ name, folder, office, origin, files, more = {} }, mode) => ({
  ...typescript,
  name,
  target: ['web', 'es2022'],
  entry: {
    // Alone and first: a workbook that holds a formula needs this and not the pane.
    functions: './src/functions/main.ts',
    taskpane: { import: './src/taskpane/index.ts', dependOn: 'functions' },
    ...more,
  },
  output: {
    path: path.resolve(__dirname, 'dist', ...folder),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  plugins: [
    new StaticFiles({ files, places: () => places(office), origins: Object.values(origins), origin }),
    // The script of the functions is the engine and, the same file, their worker; a user interface would show here at once. The pane is React and
    // Fluent UI for the most part, and is fetched when it is looked at.
    new GzipBudget({ functions: 77_000, pane: 270_000, korean: 10_000, sample: 11_400 }),
  ],
  // What the engine offers and nobody asks for stays out.
  module: { rules: typescript.module.rules.map((rule) => ({ ...rule, sideEffects: false })) },
  optimization: { minimizer: [new Minify()] },
  // No eval in any mode: the pages forbid it.
  devtool: mode === 'production' ? false : 'source-map',
  performance: { hints: false },
});

/**
 * The add-in as a folder for any https server: dist/addin.
 * --mode production serves from origins.production, --mode development from origins.development.
 */
const addin = (mode) =>
  addinBuild(
    { name: 'add-in', folder: ['addin'], office: 'microsoft', origin: origins[mode], files: addinFiles },
    mode,
  );

/** The same with the pinned office.js beside it, for a frame of the workbench: addresses begin at the server's root. */
const addinBeside = (mode) =>
  addinBuild(
    {
      name: 'add-in-beside',
      folder: ['web', 'addin'],
      office: 'beside',
      origin: '/addin',
      files: () => ({ ...addinFiles(), ...officeFiles() }),
      more: { attach: './src/workbench/addin/attach.ts' },
    },
    mode,
  );

/** The workbench: a page that npm start serves. The spreadsheet is a chunk of its own, because it is large. */
const workbench = {
  name: 'workbench',
  target: 'web',
  entry: { workbench: './src/workbench/page/main.ts' },
  output: {
    path: path.resolve(__dirname, 'dist', 'web'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    assetModuleFilename: 'samples/[name][ext]',
    // The add-in beside it is a build of its own.
    clean: { keep: /^addin\// },
  },
  resolve: { extensions: ['.ts', '.js'] },
  // Styles as files of their own: the page allows none that are written into it.
  experiments: { css: true },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      },
      // Of Looplens' own engine the page needs a few words about cells: what it does not ask for stays out.
      { test: /\.ts$/, include: path.resolve(__dirname, 'src', 'engine'), sideEffects: false },
      // The engine's packages leave out the endings of files that they import.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
      { test: /\.xlsx$/, type: 'asset/resource' },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({
      template: './src/workbench/page/workbench.html',
      filename: 'workbench.html',
      scriptLoading: 'module',
    }),
    // The spreadsheet is a whole one: nearly all of it is the engine's. What saving shares with opening is in the first;
    // it writes everything that the page changes, the settings of the add-in too, and what an annotated workbook has
    // besides cells: notes with their boxes, highlights, looks, layouts and pictures (13 kB).
    // The host answers for those too: pages, page breaks, notes (1 kB).
    new GzipBudget({ workbench: 81_500, saving: 48_000, spreadsheet: 1_900_000 }),
  ],
  optimization: { minimizer: [new Minify()] },
  devtool: false,
  performance: { hints: false },
};

module.exports = (_env, { mode = 'production' } = {}) => [
  commandLine,
  addin(mode),
  addinBeside(mode),
  workbench,
];
