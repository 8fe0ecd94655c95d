/** Fills the {{places}} of a page. An unknown place is an error: a page must not show its own scaffolding. */
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('./files.cjs');
const origins = require('./origins.json');
const { documentPolicy, panePolicy } = require('./policy.cjs');
const { functionLinks, functionReference } = require('./reference.cjs');

const deliveryNetwork = 'https://appsforoffice.microsoft.com';

/**
 * Where office.js comes from. Certification demands Microsoft's delivery network; the workbench and the tests serve
 * the pinned package, unmodified, beside the pages.
 */
const officeSources = {
  microsoft: { script: `${deliveryNetwork}/lib/1/hosted/office.js`, origin: deliveryNetwork, before: '' },
  // In the workbench the frame asks the page around it for the host, before office.js looks for one.
  beside: { script: 'office/office.js', origin: null, before: '<script src="attach.js" defer></script>' },
};

const read = (...names) => fs.readFileSync(path.join(root, ...names), 'utf8');
const metadata = (file) => JSON.parse(read('assets', file));

/** The drawing of the mark, as a part of a page: decoration, because the name stands beside it. */
const mark = () =>
  read('assets', 'icons', 'mark-40.svg')
    .trim()
    .replace('<svg xmlns="http://www.w3.org/2000/svg"', '<svg aria-hidden="true"');

/** The value of each place. Read anew for each build. */
function places(office) {
  const source = officeSources[office];
  if (!source) {
    throw new Error(
      `office.js cannot come from "${office}": say ${Object.keys(officeSources).join(' or ')}.`,
    );
  }
  const english = metadata('functions.json');
  const korean = metadata('functions-ko.json');
  return {
    'pane-policy': panePolicy(source.origin),
    'document-policy': documentPolicy,
    'before-office': source.before,
    'office-script': source.script,
    mark: mark(),
    version: JSON.parse(read('package.json')).version,
    'support-address': `support@${new URL(origins.production).hostname}`,
    'functions-en': functionReference(english, 'en'),
    'functions-ko': functionReference(korean, 'ko'),
    'function-list-en': functionLinks(english, 'help.html'),
    'function-list-ko': functionLinks(korean, 'help.ko.html'),
  };
}

function fillPage(name, text, values) {
  return text.replace(/\{\{([^}]*)\}\}/g, (_, place) => {
    if (!Object.hasOwn(values, place)) throw new Error(`Nothing is known for "{{${place}}}" (${name}).`);
    return values[place];
  });
}

module.exports = { places, fillPage };
