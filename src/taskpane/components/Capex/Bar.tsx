/**
 * One bar: what holds without the round trip is solid, and the part that the round trip makes is striped in the colour
 * of the circle. Always beside its figure as text, and so silent to a screen reader.
 */
import { mergeClasses } from '@fluentui/react-components';
import { stretch } from '../../../app/capexScale';
import { useBarStyles } from './Bar.styles';

interface BarProps {
  readonly value: number | null;
  /** The same without the round trip; null where there is none. */
  readonly organic?: number | null;
  readonly scale: number;
  /** Where a dashed line is drawn across. */
  readonly line?: number;
  readonly look?: 'plain' | 'check' | 'outlined' | 'hatched' | 'strong';
}

export function Bar({ value, organic = null, scale, line, look = 'plain' }: BarProps) {
  const styles = useBarStyles();
  const solid = stretch(organic === null || value === null ? value : Math.min(value, organic), scale);
  const whole = stretch(organic === null || value === null ? value : Math.max(value, organic), scale);
  const share = (part: number): string => `${part * 100}%`;
  return (
    <span className={styles.track} aria-hidden="true">
      {solid.length > 0 && (
        <span className={mergeClasses(styles.bar, styles[look])} style={{ width: share(solid.length) }} />
      )}
      {whole.length > solid.length && (
        <span
          className={mergeClasses(styles.bar, styles.circle)}
          style={{ left: share(solid.length), width: share(whole.length - solid.length) }}
        />
      )}
      {whole.isCut && <span className={styles.cut} />}
      {line !== undefined && <span className={styles.line} style={{ left: share(line / scale) }} />}
    </span>
  );
}
