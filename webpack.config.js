const path = require('node:path');

/** The command line as one file without dependencies: node dist/looplens.cjs. */
const commandLine = {
  name: 'command-line',
  target: 'node20',
  entry: './src/cli/main.ts',
  output: { path: path.resolve(__dirname, 'dist'), filename: 'looplens.cjs' },
  resolve: { extensions: ['.ts', '.js'] },
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
    ],
  },
  // Names stay readable in stack traces, and a command line has no download to save.
  optimization: { minimize: false },
  devtool: false,
  performance: { hints: false },
};

/**
 * The script of the custom functions: loaded before the pane, and for any workbook that holds a formula of ours, so
 * nothing but the engine and src/functions goes into it. The build names its size.
 */
const functions = {
  name: 'functions',
  target: ['web', 'es2022'],
  entry: { functions: './src/functions/main.ts' },
  output: { path: path.resolve(__dirname, 'dist', 'addin'), filename: '[name].js' },
  resolve: commandLine.resolve,
  // What the engine offers and no function asks for stays out.
  module: { rules: commandLine.module.rules.map((rule) => ({ ...rule, sideEffects: false })) },
  // No eval in any mode: the pages forbid it.
  devtool: false,
  // Grows with the engine; anything like a user interface would show here at once.
  performance: { hints: 'error', maxEntrypointSize: 200_000, maxAssetSize: 200_000 },
};

module.exports = [commandLine, functions];
