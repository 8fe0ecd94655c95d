/** Fills the {{places}} of a page. An unknown place is an error: a page must not show its own scaffolding. */
const { documentPolicy, panePolicy } = require('./policy.cjs');

const deliveryNetwork = 'https://appsforoffice.microsoft.com';

/**
 * Where office.js comes from. Certification demands Microsoft's delivery network; the workbench and the tests serve
 * the pinned package, unmodified, beside the pages.
 */
const officeSources = {
  microsoft: { script: `${deliveryNetwork}/lib/1/hosted/office.js`, origin: deliveryNetwork },
  beside: { script: 'office/office.js', origin: null },
};

/** The values of all places. `mark` is the drawing of the sign, `version` that of package.json. */
function places({ office, mark, version }) {
  const source = officeSources[office];
  if (!source) {
    throw new Error(
      `office.js cannot come from "${office}": say ${Object.keys(officeSources).join(' or ')}.`,
    );
  }
  return {
    'pane-policy': panePolicy(source.origin),
    'document-policy': documentPolicy,
    'office-script': source.script,
    mark,
    version,
  };
}

function fillPage(name, text, values) {
  return text.replace(/\{\{([^}]*)\}\}/g, (_, place) => {
    if (!Object.hasOwn(values, place)) throw new Error(`Nothing is known for "{{${place}}}" (${name}).`);
    return values[place];
  });
}

module.exports = { places, fillPage };
