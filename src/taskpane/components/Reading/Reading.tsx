/** What was taken for the deals and how its columns were read; each of it can be put right. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Select,
  Text,
} from '@fluentui/react-components';
import type { DealPlace } from '../../../app/state';
import type { Analysis } from '../../../engine/index';
import { moneyFor, shownText } from '../../context/figures';
import { usePane, useSelect } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { ColumnChoices } from './ColumnChoices';
import { Forget } from './Forget';
import { Issues } from './Issues';
import { useReadingStyles } from './Reading.styles';

export function Reading() {
  const { words } = usePane();
  const styles = useReadingStyles();
  const analysis = useSelect((state) => state.analysis);
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
      <Accordion collapsible multiple className={styles.accordion}>
        <AccordionItem value="columns">
          <AccordionHeader size="small">{words.columns}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <ColumnChoices columns={ledger.columns} />
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
      <Forget />
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
