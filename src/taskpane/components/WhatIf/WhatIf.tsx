/** "What if": funding cut, deals off or closed otherwise. Every view shows the result; the sheet is not touched. */
import { useDeferredValue, useMemo, useState } from 'react';
import { Field, SearchBox, Slider, Text, ToggleButton } from '@fluentui/react-components';
import { dotComFall } from '../../../app/scenario';
import { usePane, useSelect } from '../../context/usePane';
import { VirtualList } from '../VirtualList/VirtualList';
import { DealRow, dealRowHeight } from './DealRow';
import { Losses } from './Losses';
import { useWhatIfStyles } from './WhatIf.styles';

export function WhatIf() {
  const { words } = usePane();
  const styles = useWhatIfStyles();
  return (
    <div className={styles.whatIf}>
      <Text as="p" className={styles.lead}>
        {words.whatIfLead}
      </Text>
      <FundingCut />
      <Losses />
      <Deals />
    </div>
  );
}

function FundingCut() {
  const { pane, words } = usePane();
  const styles = useWhatIfStyles();
  const cut = useSelect((state) => state.scenario.fundingCut);
  const set = (fundingCut: number): void => void pane.setScenario({ fundingCut });
  return (
    <Field label={`${words.cutFunding}: ${Math.round(cut * 100)} %`} size="small">
      <Slider min={0} max={100} value={Math.round(cut * 100)} onChange={(_, { value }) => set(value / 100)} />
      <div className={styles.presets}>
        <ToggleButton size="small" checked={cut === dotComFall} onClick={() => set(dotComFall)}>
          {words.cutPreset}
        </ToggleButton>
        <ToggleButton size="small" checked={cut === 0} onClick={() => set(0)}>
          {words.noCut}
        </ToggleButton>
      </div>
    </Field>
  );
}

/** Pixels that the list may take of the pane. */
const listHeight = 420;

function Deals() {
  const { words } = usePane();
  const styles = useWhatIfStyles();
  const deals = useSelect((state) => state.deals);
  const all = useSelect((state) => state.analysis?.ledger.deals ?? 0);
  const basis = useSelect((state) => state.basis);
  const [wanted, setWanted] = useState('');
  const text = useDeferredValue(wanted.trim().toLowerCase());
  const found = useMemo(
    () =>
      text === ''
        ? deals
        : deals.filter(({ from, to, kind, status }) =>
            `${from}\n${to}\n${kind}\n${status}`.toLowerCase().includes(text),
          ),
    [deals, text],
  );
  return (
    <section>
      <Text as="h2" className={styles.heading}>
        {words.dealsOff}
      </Text>
      <SearchBox
        size="small"
        className={styles.search}
        placeholder={words.searchDeals}
        aria-label={words.searchDeals}
        value={wanted}
        onChange={(_, { value }) => setWanted(value)}
      />
      {basis === 'headline' && (
        <Text as="p" className={styles.lead}>
          {words.chancesDoNotCount(words.bases.headline, words.bases.expected)}
        </Text>
      )}
      {deals.length < all && <Text size={200}>{words.largestDeals(deals.length)}</Text>}
      <VirtualList
        label={words.dealsOff}
        count={found.length}
        rowHeight={dealRowHeight}
        mostHeight={listHeight}
        row={(index) => <DealRow deal={found[index]} />}
      />
    </section>
  );
}
