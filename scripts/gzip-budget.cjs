/**
 * Webpack plugin: what a page has to fetch, compressed as a server sends it, may not grow beyond a budget. A build that
 * does not keep it fails, so that a growth is decided and not found.
 */
const { gzipSync } = require('node:zlib');

class GzipBudget {
  /** @param budgets name of an entry or of a named chunk -> bytes that all its scripts and styles together may have */
  constructor(budgets) {
    this.budgets = budgets;
  }

  apply(compiler) {
    // A build for development is not compressed, and nobody fetches it.
    if (compiler.options.mode !== 'production') return;
    compiler.hooks.thisCompilation.tap('GzipBudget', (compilation) => {
      compilation.hooks.afterProcessAssets.tap('GzipBudget', () => {
        for (const [name, budget] of Object.entries(this.budgets)) {
          const sentence = overrun(compilation, name, budget);
          if (sentence !== null)
            compilation.errors.push(new compilation.compiler.webpack.WebpackError(sentence));
        }
      });
    });
  }
}

/** Why a group of chunks is too large, or null when it is not. */
function overrun(compilation, name, budget) {
  const group = compilation.namedChunkGroups.get(name);
  if (group === undefined) return `There is no entry or chunk "${name}" to hold to a budget.`;
  const size = gzipSize(compilation, group);
  if (size <= budget) return null;
  return `"${name}" is ${size} bytes compressed; its budget is ${budget}. Make it smaller, or raise the budget and say why.`;
}

function gzipSize(compilation, group) {
  return group
    .getFiles()
    .filter((file) => /\.(js|css)$/.test(file))
    .reduce((sum, file) => sum + gzipSync(compilation.getAsset(file).source.buffer()).length, 0);
}

module.exports = { GzipBudget };
