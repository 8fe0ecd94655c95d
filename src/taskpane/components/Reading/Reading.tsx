/** What was taken for the deals and how its columns were read; each of it can be put right. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Select,
  Text,
} from '@fluentui/react-components';
import { noCorrections } from '../../../app/corrections';
import type { DealPlace } from '../../../app/state';
import type { Analysis, DealRole } from '../../../engine/index';
import { moneyFor, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { useReadingStyles } from './Reading.styles';

/** Remarks that are listed; the rest are counted. */
const mostIssues = 30;

export function Reading() {
  const { pane, words } = usePane();
  const styles = useReadingStyles();
  const analysis = useSelect((state) => state.analysis);
  const corrections = useSelect((state) => state.corrections);
  if (analysis === null) return null;
  const { input, ledger } = analysis;
  return (
    <section className={styles.reading}>
      <Text as="h2" className={styles.heading}>
        {words.whatWasRead}
      </Text>
      <TableChoice input={input} />
      <ul className={styles.facts}>
        <li>
          <CellLink cell={input.range}>{shownText(input.range)}</CellLink>
          {' · '}
          {words.rowsRead(ledger.deals, ledger.dataRows, ledger.leftOut)}
        </li>
        <li>{words.amountsIn(moneyFor(analysis).exactUnit)}</li>
        <li>
          {input.financials === null ? (
            words.noFigures
          ) : (
            <CellLink cell={input.financials.range}>
              {words.figuresIn(shownText(input.financials.range))}
            </CellLink>
          )}
        </li>
      </ul>
      <Accordion collapsible multiple>
        <AccordionItem value="columns">
          <AccordionHeader size="small">{words.columns}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            {ledger.columns.map((column) => (
              <ColumnChoice key={column.cell} column={column} />
            ))}
          </AccordionPanel>
        </AccordionItem>
        {ledger.issues.length > 0 && (
          <AccordionItem value="issues">
            <AccordionHeader size="small">{words.issues(ledger.issues.length)}</AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <Issues issues={ledger.issues} />
            </AccordionPanel>
          </AccordionItem>
        )}
        {analysis.notes.length > 0 && (
          <AccordionItem value="notes">
            <AccordionHeader size="small">{words.notes}</AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <ul className={styles.list}>
                {analysis.notes.map((note) => (
                  <li key={note}>{shownText(note, 400)}</li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        )}
      </Accordion>
      {corrections !== noCorrections && (
        <div className={styles.forget}>
          <Text size={200}>{words.forgetHelp}</Text>
          <Button size="small" appearance="subtle" onClick={() => void pane.forgetCorrections()}>
            {words.forget}
          </Button>
        </div>
      )}
    </section>
  );
}

const placeName = ({ table, range }: DealPlace): string =>
  table === null ? shownText(range) : `${shownText(table)} (${shownText(range)})`;

/** The table of the deals: one that was found, or the cells that are selected in the sheet. */
function TableChoice({ input }: { input: Analysis['input'] }) {
  const { pane, words } = usePane();
  const places = useSelect((state) => state.places);
  const here: DealPlace = { sheet: input.sheet, table: input.table, range: input.range };
  const all = places.some(({ range }) => range === here.range) ? places : [here, ...places];
  return (
    <Field label={words.chooseTable} size="small">
      <Select
        size="small"
        value={here.range}
        onChange={(_, { value }) => {
          const place = all.find(({ range }) => range === value);
          if (value === selectionValue) void pane.chooseSelection();
          else if (place !== undefined)
            void pane.chooseDeals(place.table === null ? { range: place.range } : { table: place.table });
        }}
      >
        {all.map((place) => (
          <option key={place.range} value={place.range}>
            {placeName(place)}
          </option>
        ))}
        <option value={selectionValue}>{words.useSelection}</option>
      </Select>
    </Field>
  );
}

/** No range is called so. */
const selectionValue = 'selection';

type Column = Analysis['ledger']['columns'][number];

function ColumnChoice({ column: { cell, heading, role, reason } }: { column: Column }) {
  const { pane, words } = usePane();
  const styles = useReadingStyles();
  const name = shownText(heading, 40);
  return (
    <div className={styles.column}>
      <CellLink cell={cell}>{name === '' ? shownText(cell) : name}</CellLink>
      <Select
        size="small"
        aria-label={words.roleOf(name)}
        title={shownText(reason, 200)}
        value={role ?? ''}
        onChange={(_, { value }) =>
          void pane.chooseRole(cell, heading, value === '' ? null : (value as DealRole))
        }
      >
        <option value="">{words.notUsed}</option>
        {Object.entries(words.roles).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}

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
