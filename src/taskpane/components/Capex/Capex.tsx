/** The third view: whether revenue carries the capex, together, by company, and beside what was before. */
import { Button, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { companiesOf } from '../../../app/capexView';
import { shown } from '../../../app/state';
import { usePane, useSelect } from '../../context/usePane';
import { CompanyChoice } from './CompanyChoice';
import { Ladder } from './Ladder';
import { Needed } from './Needed';
import { Periods } from './Periods';
import { Statement } from './Statement';
import { Together } from './Together';
import { useCapexStyles } from './Capex.styles';

const noLines = [] as const;

export function Capex() {
  const styles = useCapexStyles();
  const capex = useSelect((state) => shown(state)?.capex ?? noLines);
  const companies = useMemo(() => companiesOf(capex), [capex]);
  const [chosen, choose] = useState<string | null>(null);
  const company = companies.find(({ party }) => party === chosen) ?? companies[0];
  return (
    <div className={styles.view}>
      {company === undefined ? (
        <NoFigures />
      ) : (
        <>
          <Together />
          <section className={styles.section}>
            <CompanyChoice companies={companies} company={company} choose={choose} />
            <Periods company={company} />
            <Needed line={company.latest} />
            <Statement line={company.latest} />
          </section>
        </>
      )}
      <Ladder companies={companies} company={company ?? null} />
    </div>
  );
}

function NoFigures() {
  const { pane, words } = usePane();
  const styles = useCapexStyles();
  return (
    <section className={styles.section}>
      <Text as="h2" className={styles.heading}>
        {words.capexNone}
      </Text>
      <Text as="p" className={styles.paragraph}>
        {words.capexNoneWhy}
      </Text>
      <Text as="p" className={styles.paragraph}>
        {words.capexNoneDo}
      </Text>
      <div>
        <Button size="small" onClick={() => void pane.refresh()}>
          {words.refresh}
        </Button>
      </div>
    </section>
  );
}
