import { makeStyles, tokens } from '@fluentui/react-components';

const stripes = (colour: string, gap: string): string =>
  `repeating-linear-gradient(135deg, ${colour} 0 2px, ${gap} 2px 4px)`;

/** A contrast theme leaves patterns as they are when it is told to, in its own colours. */
const inContrast = (backgroundColor: string) =>
  ({
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor },
  }) as const;

export const useBarStyles = makeStyles({
  track: { position: 'relative', display: 'block', height: '8px', minWidth: 0 },
  bar: {
    position: 'absolute',
    boxSizing: 'border-box',
    top: 0,
    left: 0,
    height: '100%',
    minWidth: '1px',
  },
  plain: { backgroundColor: tokens.colorNeutralForeground4, ...inContrast('CanvasText') },
  strong: { backgroundColor: tokens.colorNeutralForeground1, ...inContrast('CanvasText') },
  check: { backgroundColor: tokens.colorPaletteMarigoldBorderActive, ...inContrast('CanvasText') },
  outlined: {
    border: `1px solid ${tokens.colorNeutralForeground3}`,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  hatched: {
    border: `1px solid ${tokens.colorNeutralForeground3}`,
    backgroundImage: stripes(tokens.colorNeutralForeground4, 'transparent'),
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      border: '1px solid CanvasText',
      backgroundImage: stripes('CanvasText', 'Canvas'),
    },
  },
  circle: {
    border: `1px solid ${tokens.colorBrandForeground1}`,
    backgroundImage: stripes(tokens.colorBrandForeground1, 'transparent'),
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      border: '1px solid Highlight',
      backgroundImage: stripes('Highlight', 'Canvas'),
    },
  },
  /** A gap near the end: the value goes on beyond the room. */
  cut: {
    position: 'absolute',
    top: '-1px',
    right: '8px',
    width: '3px',
    height: '10px',
    transform: 'skewX(-20deg)',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Canvas' },
  },
  line: {
    position: 'absolute',
    top: '-9px',
    bottom: '-9px',
    width: 0,
    borderLeft: `1px dashed ${tokens.colorNeutralForeground2}`,
  },
});
