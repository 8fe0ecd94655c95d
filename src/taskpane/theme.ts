/**
 * One accent, a deep teal, on Fluent's neutral greys. Contrast themes are the browser's: Fluent follows `forced-colors`.
 */
import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

/** Teal from nearly black to nearly white; 80 is the fill and 4.5 : 1 on white. */
const teal: BrandVariants = {
  10: '#011514',
  20: '#04211f',
  30: '#072e2b',
  40: '#0a3b38',
  50: '#0b4845',
  60: '#0b5551',
  70: '#0b605c',
  80: '#0b6b66',
  90: '#1f7b75',
  100: '#338b85',
  110: '#479b94',
  120: '#5baba4',
  130: '#70bbb4',
  140: '#87cbc4',
  150: '#a3dad4',
  160: '#c4e9e5',
};

/** Text that Fluent's own families lack: Hangul on Windows, Mac and Linux. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, 'Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans KR', 'Nanum Gothic', sans-serif";

export const lightTheme: Theme = { ...createLightTheme(teal), fontFamilyBase };
export const darkTheme: Theme = {
  ...createDarkTheme(teal),
  fontFamilyBase,
  // The fill of the light theme is too dark on a dark pane.
  colorBrandForeground1: teal[120],
  colorBrandForeground2: teal[130],
  colorCompoundBrandForeground1: teal[120],
  colorBrandForegroundLink: teal[120],
  colorBrandForegroundLinkHover: teal[130],
  colorBrandForegroundLinkPressed: teal[110],
  colorBrandForegroundLinkSelected: teal[120],
};
