/**
 * Webpack plugin: copies what is not compiled, fills the pages, and moves every text to the address of the build.
 * Every occurrence of every known address: a forgotten one is an add-in that asks its users' own machine.
 */
const fs = require('node:fs');
const path = require('node:path');
const { fillPage } = require('./pages.cjs');

const isText = (name) => /\.(xml|json|html|css|svg)$/.test(name);

class StaticFiles {
  /**
   * @param files output name -> path of its source
   * @param places what the {{places}} of .html files become, as a function: it is asked at each build
   * @param origins all addresses that a text may name
   * @param origin the one that it shall name
   */
  constructor({ files, places, origins, origin }) {
    Object.assign(this, { files, places, origins, origin });
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
          // Pages are served as they are written: small, and readable for whoever checks what they do.
          compilation.emitAsset(name, new RawSource(this.content(name, file, places)), { minimized: true });
        }
      });
    });
  }

  content(name, file, places) {
    if (!isText(name)) return fs.readFileSync(file);
    const text = fs.readFileSync(file, 'utf8');
    const filled = name.endsWith('.html') ? fillPage(name, text, places) : text;
    return this.origins.reduce((moved, known) => moved.replaceAll(known, this.origin), filled);
  }
}

module.exports = { StaticFiles };
