/// <reference types="office-js" />
/**
 * Whether Excel is dark; null where it does not say, as on the web: the system's setting is taken then.
 *
 * Newer Excel says so; older ones tell colours only, and a dark one has a dark background.
 */
export function isDarkTheme(theme: Partial<Office.OfficeTheme> | undefined): boolean | null {
  if (theme === undefined) return null;
  if (typeof theme.isDarkTheme === 'boolean') return theme.isDarkTheme;
  const colour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme.bodyBackgroundColor ?? '');
  if (colour === null) return null;
  const [red, green, blue] = colour.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
