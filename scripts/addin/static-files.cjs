/**
 * Webpack plugin: copies what is not compiled, fills the pages, and moves every text from the development address
 * to the address of the build. Every occurrence: a forgotten one is an add-in that asks its users' own machine.
 */
const fs = require('node:fs');
const path = require('node:path');
const { fillPage } = require('./pages.cjs');

const isText = (name) => /\.(xml|json|html|css|svg)$/.test(name);

class StaticFiles {
  /**
   * @param files output name -> path of its source
   * @param places what the {{places}} of .html files become, as a function: it is asked at each build
   * @param from, to the addresses
   */
  constructor({ files, places, from, to }) {
    Object.assign(this, { files, places, from, to });
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap('StaticFiles', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'StaticFiles', stage }, () => {
        const places = this.places();
        for (const [name, source] of Object.entries(this.files())) {
          const file = path.resolve(compiler.context, source);
          compilation.fileDependencies.add(file);
          compilation.emitAsset(name, new RawSource(this.content(name, file, places)));
        }
      });
    });
  }

  content(name, file, places) {
    if (!isText(name)) return fs.readFileSync(file);
    const text = fs.readFileSync(file, 'utf8');
    const filled = name.endsWith('.html') ? fillPage(name, text, places) : text;
    return filled.replaceAll(this.from, this.to);
  }
}

module.exports = { StaticFiles };
