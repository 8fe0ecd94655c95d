/** A figure of the sheet, pressed to see its cell; what the sheet does not give is said, and is never nothing. */
import { Link } from '@fluentui/react-components';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { useFigureStyles } from './Figure.styles';

interface FigureProps {
  /** As it is written; null: unknown. */
  readonly text: string | null;
  readonly cell: string;
  /** The sheet's own, where a scenario has changed it. */
  readonly before?: string | null;
}

export function Figure({ text, cell, before = null }: FigureProps) {
  const { pane, words } = usePane();
  const styles = useFigureStyles();
  const was = before !== null && before !== text && (
    <span className={styles.before}>{words.instead(before)}</span>
  );
  if (text === null)
    return (
      <span className={styles.unknown}>
        {words.notGiven}
        {was}
      </span>
    );
  const label = `${text} · ${words.showCells(shownText(cell, 60))}`;
  return (
    <span className={styles.figure}>
      <Link
        as="button"
        inline
        className={styles.link}
        aria-label={label}
        title={words.showCells(shownText(cell, 60))}
        onClick={() => void pane.goTo(cell)}
      >
        {text}
      </Link>
      {was}
    </span>
  );
}
