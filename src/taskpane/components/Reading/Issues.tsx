/** Remarks of the reading, each with its cell. */
import type { Analysis } from '../../../engine/index';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useReadingStyles } from './Reading.styles';

/** Remarks that are listed; the rest are counted. */
const mostIssues = 30;

export function Issues({ issues }: { issues: Analysis['ledger']['issues'] }) {
  const { words } = usePane();
  const styles = useReadingStyles();
  return (
    <ul className={styles.list}>
      {issues.slice(0, mostIssues).map(({ message, cell }, index) => (
        <li key={`${cell} ${index}`}>
          {cell === '' ? (
            shownText(message, 400)
          ) : (
            <>
              {shownText(withoutCell(message, cell), 400)} <CellLink cell={cell} />
            </>
          )}
        </li>
      ))}
      {issues.length > mostIssues && <li>{words.more(issues.length - mostIssues)}</li>}
    </ul>
  );
}

/** A message ends with its cell, which is a link here: 'Amount "12,5O" is not a number (Ledger!C41).' */
function withoutCell(message: string, cell: string): string {
  return message.endsWith(` (${cell}).`) ? `${message.slice(0, -cell.length - 4)}.` : message;
}
