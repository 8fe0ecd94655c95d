/** Cells as links, each sheet named once; where the list is cut, how many there are in all. */
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLink } from './CellLink';
import { useCellLinkStyles } from './CellLink.styles';

interface CellLinksProps {
  readonly cells: readonly string[];
  /** All cells that there are: `cells` may be the first of them. */
  readonly count: number;
}

export function CellLinks({ cells, count }: CellLinksProps) {
  const { words } = usePane();
  const styles = useCellLinkStyles();
  const groups = [...bySheet(cells)];
  const isCut = count > cells.length;
  return (
    <>
      {groups.map(([sheet, own], at) => (
        <div key={sheet} className={styles.cells}>
          {sheet !== '' && <span className={styles.note}>{shownText(nameOf(sheet), 40)}</span>}
          {own.map((cell) => (
            <CellLink key={cell} cell={cell}>
              {cell.slice(sheet.length)}
            </CellLink>
          ))}
          {isCut && at === groups.length - 1 && (
            <span className={styles.note}>{words.firstOf(cells.length, count)}</span>
          )}
        </div>
      ))}
    </>
  );
}

/** 'Deals!' -> its cells, sheets in the order in which they come. */
function bySheet(cells: readonly string[]): Map<string, string[]> {
  const sheets = new Map<string, string[]>();
  for (const cell of cells) {
    const sheet = cell.slice(0, cell.lastIndexOf('!') + 1);
    const own = sheets.get(sheet);
    if (own === undefined) sheets.set(sheet, [cell]);
    else own.push(cell);
  }
  return sheets;
}

/** "'Company figures'!" -> 'Company figures': formulas need the quotes, readers do not. */
function nameOf(sheet: string): string {
  const name = sheet.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
