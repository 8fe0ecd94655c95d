/**
 * Cells that are pasted from Excel come as a page with a style element, whose rules the spreadsheet reads for colours and
 * number formats. The page allows no styles written into it, so the browser gives such an element no rules at all, and the
 * spreadsheet fails on it. Its text is parsed into a sheet that nothing is drawn with.
 */
export function letPastedStylesBeRead(): void {
  const native = Object.getOwnPropertyDescriptor(HTMLStyleElement.prototype, 'sheet');
  if (native?.get === undefined) throw new Error('This browser has no style sheets of elements.');
  const { get } = native;
  Object.defineProperty(HTMLStyleElement.prototype, 'sheet', {
    ...native,
    get(this: HTMLStyleElement): CSSStyleSheet | null {
      const own = get.call(this) as CSSStyleSheet | null;
      // Only where a paste is read: in a shadow of its own. Elements of the page stay as the browser has them.
      if (own !== null || !(this.getRootNode() instanceof ShadowRoot)) return own;
      const read = new CSSStyleSheet();
      read.replaceSync(this.textContent);
      return read;
    },
  });
}
