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

module.exports = [commandLine];
