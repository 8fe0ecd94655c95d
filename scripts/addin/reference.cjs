/** The functions as the help page shows them, written from the metadata that Excel itself is given. */

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => entities[sign]);

const words = {
  en: { optional: 'optional' },
  ko: { optional: '생략 가능' },
};

/** Where the help of a function is: the fragment of its helpUrl, so that the two cannot part. */
const anchor = (entry) => decodeURIComponent(new URL(entry.helpUrl).hash.slice(1));

/** A description may have several lines; each is a paragraph. */
const paragraphs = (text) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

function parameterRows(parameters, { optional }) {
  return parameters
    .map(({ name, description, optional: mayBeLeftOut }) => {
      const mark = mayBeLeftOut ? ` <span class="quiet">(${optional})</span>` : '';
      return `<dt><code>${escaped(name)}</code>${mark}</dt><dd>${escaped(description ?? '')}</dd>`;
    })
    .join('\n');
}

function entryOf(entry, language) {
  const list = entry.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ');
  return [
    `<section id="${escaped(anchor(entry))}">`,
    `<h3>=DEAL.${escaped(entry.name)}(${escaped(list)})</h3>`,
    paragraphs(entry.description),
    `<dl>${parameterRows(entry.parameters, words[language])}</dl>`,
    '</section>',
  ].join('\n');
}

/** `metadata` is functions.json or functions-ko.json, parsed. */
function functionReference(metadata, language) {
  return metadata.functions.map((entry) => entryOf(entry, language)).join('\n');
}

/** The same functions as links, for the pane. `page` is the help page. */
function functionLinks(metadata, page) {
  return metadata.functions
    .map(
      (entry) =>
        `<li><a href="${page}#${escaped(anchor(entry))}" target="_blank" rel="noopener">DEAL.${escaped(entry.name)}</a></li>`,
    )
    .join('\n');
}

module.exports = { functionLinks, functionReference };
