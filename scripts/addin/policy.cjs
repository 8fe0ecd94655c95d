/**
 * Content security policies of the pages, as meta elements: any server can then serve them. No inline script, no
 * inline style, no eval, no connection of any kind: what the privacy page says is enforced, not promised.
 *
 * office.js needs one source of scripts besides ours: it loads the library of the host, its strings and, once ready,
 * a telemetry script from the folder it came from. The telemetry itself is handed to Excel, which is not a connection
 * of this page; where the script would connect by itself it is refused here, and nothing depends on it.
 * `frame-ancestors` cannot be set by a page and must not be set by its server: Excel on the web frames the pane.
 */
const everywhere = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Of a style element without a text: Fluent adds its rules to such elements one by one, as objects and not as text. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The pane. `officeOrigin` is null where office.js is served from the page's own origin. Its worker comes from its own
 * origin, and its drawing becomes a picture by way of the page's memory (blob:).
 */
function panePolicy(officeOrigin) {
  const own = everywhere.map((rule) =>
    rule.startsWith('style-src')
      ? `${rule} ${emptyStyle}`
      : rule.startsWith('img-src')
        ? `${rule} blob:`
        : rule,
  );
  return [...own, "worker-src 'self'", `script-src 'self'${officeOrigin ? ` ${officeOrigin}` : ''}`].join(
    '; ',
  );
}

/** Help, support and privacy have no scripts at all. */
const documentPolicy = everywhere.join('; ');

module.exports = { panePolicy, documentPolicy };
