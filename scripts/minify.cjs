/**
 * Makes the scripts of a webpack build small with esbuild: the spreadsheet's engine is 12 MB of source, which takes the
 * minifier that webpack brings along a minute and a half, and this one two seconds. Licence comments stay.
 */
const { transform } = require('esbuild');

module.exports = class Minify {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap('Minify', (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: 'Minify', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE },
        async (assets) => {
          for (const name of Object.keys(assets)) {
            const loader = name.endsWith('.js') ? 'js' : name.endsWith('.css') ? 'css' : null;
            // Some are served as they are: office.js above all, which nobody may change.
            if (loader === null || compilation.getAsset(name).info.minimized === true) continue;
            const { code } = await transform(assets[name].source().toString(), {
              loader,
              minify: true,
              target: 'es2022',
              legalComments: 'eof',
            });
            compilation.updateAsset(name, new sources.RawSource(code));
          }
        },
      );
    });
  }
};
