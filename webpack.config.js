const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const Minify = require('./scripts/minify.cjs');

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
    clean: true,
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
  ],
  optimization: { minimizer: [new Minify()] },
  devtool: false,
  performance: { hints: false },
};

module.exports = [commandLine, workbench];
