/** The product's look in the spreadsheet: one teal for what is selected and for the headings of tables, greys for the rest. */
import type { Injector } from '@univerjs/core';
import { ThemeService } from '@univerjs/core';

/** Teal from paper to ink, in the engine's steps. */
const teal = {
  50: '#F2F8F8',
  100: '#E3F0F1',
  200: '#C7E0E2',
  300: '#9CC9CD',
  400: '#4F9AA1',
  500: '#1F7A83',
  600: '#0B5C63',
  700: '#094E54',
  800: '#073F44',
  900: '#053034',
};

/** Name of the look of tables; the engine shows a table whose look it does not know without any. */
export const TABLE_LOOK = 'table-default-looplens';

export const tableSettings = {
  userThemes: [
    {
      name: TABLE_LOOK,
      style: {
        headerRowStyle: { bg: { rgb: teal[600] }, cl: { rgb: '#FFFFFF' } },
        firstRowStyle: { bg: { rgb: '#FFFFFF' } },
        secondRowStyle: { bg: { rgb: teal[50] } },
      },
    },
  ],
};

export function applyLook(injector: Injector): void {
  const themes = injector.get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: teal });
}

/**
 * Takes over the two style elements that the engine writes into the page: its colours, and its passing messages.
 *
 * The page allows no styles written into it (Content-Security-Policy), so the browser leaves them without effect. Their
 * text is adopted as a style sheet of the page's own. Only these two are; any other stays without effect.
 */
export function adoptEngineStyles(): void {
  const adopted = new Map<string, CSSStyleSheet>();
  const adopt = (node: Node): void => {
    if (!(node instanceof HTMLStyleElement)) return;
    const text = node.textContent;
    const name =
      node.id === 'univer-theme-css-variables'
        ? 'colours'
        : text.startsWith('[data-sonner-toaster]')
          ? 'messages'
          : null;
    if (name === null) return;
    const sheet = adopted.get(name) ?? new CSSStyleSheet();
    sheet.replaceSync(text);
    if (adopted.has(name)) return;
    adopted.set(name, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  for (const node of document.head.childNodes) adopt(node);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) adopt(node);
  }).observe(document.head, { childList: true });
}
