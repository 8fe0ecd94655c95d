/** What went wrong or is missing: what, why, and what to do next. */
import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Trouble as TroubleState } from '../../../app/state';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { CellLink } from '../CellLink/CellLink';
import { ColumnChoices } from '../Reading/ColumnChoices';
import { Forget } from '../Reading/Forget';
import { Issues } from '../Reading/Issues';
import { useTroubleStyles } from './Trouble.styles';

/** There is no deal yet: the sample shows what one looks like. */
const withoutDeals: ReadonlySet<string> = new Set([
  'no-deal-table',
  'no-deals',
  'empty',
  'no-amount-column',
  'no-party-columns',
]);

/** Columns of a table that is none: what is far to the right is not the amount of a deal. */
const mostColumns = 12;

export function Trouble({ trouble }: { trouble: TroubleState }) {
  const { pane, words } = usePane();
  const styles = useTroubleStyles();
  const { code, message, cell, issues, seen } = trouble;
  const isEmpty = withoutDeals.has(code);
  return (
    <section className={styles.trouble} role={isEmpty ? 'status' : 'alert'}>
      <Text as="h2" className={styles.title}>
        {words.troubleTitles[code] ?? words.troubleOther}
      </Text>
      {isEmpty && <Text as="p">{words.noDealsWhy}</Text>}
      <Text as="p" className={styles.message}>
        {shownText(message, 600)}
      </Text>
      {cell !== '' && (
        <div>
          <CellLink cell={cell} />
        </div>
      )}
      {issues.length > 0 && <Issues issues={issues} />}
      {code === 'owner-needed' && <OwnerChoice />}
      {seen !== null && seen.currencies.length > 1 && <CurrencyChoice currencies={seen.currencies} />}
      {seen !== null && seen.columns.length > 0 && (
        <div>
          <Text as="h3" className={styles.heading}>
            {words.columns}
          </Text>
          <ColumnChoices columns={seen.columns.slice(0, mostColumns)} />
        </div>
      )}
      <Forget />
      <div className={styles.actions}>
        {isEmpty && (
          <Button appearance="primary" onClick={() => void pane.fillSample()}>
            {words.fillSample}
          </Button>
        )}
        {code !== 'workbook' && code !== 'defect' && (
          <Button onClick={() => void pane.chooseSelection()}>{words.useSelection}</Button>
        )}
        <Button onClick={() => void pane.refresh()}>{words.tryAgain}</Button>
      </div>
    </section>
  );
}

function CurrencyChoice({ currencies }: { currencies: readonly string[] }) {
  const { pane, words } = usePane();
  return (
    <Field label={words.chooseCurrency} size="small">
      <Select
        size="small"
        value=""
        onChange={(_, { value }) => {
          if (value !== '') void pane.chooseCurrency(value);
        }}
      >
        <option value="">…</option>
        {currencies.map((currency) => (
          <option key={currency} value={currency}>
            {shownText(currency, 24)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Whose sheet it is: typed, and taken with Enter or the button. */
function OwnerChoice() {
  const { pane, words } = usePane();
  const styles = useTroubleStyles();
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void pane.chooseOwner(name.trim());
      }}
    >
      <Field label={words.chooseOwner} size="small">
        <div className={styles.actions}>
          <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
          <Button size="small" type="submit">
            {words.use}
          </Button>
        </div>
      </Field>
    </form>
  );
}
