/** Which company is looked at: those whose money comes back are offered first. */
import { Field, Select } from '@fluentui/react-components';
import { companyGroups, type Company } from '../../../app/capexView';
import { shownText } from '../../context/figures';
import { usePane } from '../../context/usePane';
import { useCapexStyles } from './Capex.styles';

/** More than these are no choice but a search. */
const mostCompanies = 500;

interface CompanyChoiceProps {
  readonly companies: readonly Company[];
  readonly company: Company;
  readonly choose: (party: string) => void;
}

export function CompanyChoice({ companies, company, choose }: CompanyChoiceProps) {
  const { words } = usePane();
  const styles = useCapexStyles();
  const offered = companies.slice(0, mostCompanies);
  return (
    <div>
      <Field label={words.company} size="small">
        <Select
          size="small"
          value={String(companies.indexOf(company))}
          onChange={(_, { value }) => choose(companies[Number(value)].party)}
        >
          {companyGroups
            .filter((group) => offered.some((one) => one.group === group))
            .map((group) => (
              <optgroup key={group} label={words.companyGroups[group]}>
                {offered.map(
                  (one, index) =>
                    one.group === group && (
                      <option key={one.party} value={String(index)}>
                        {nameOf(one.party)}
                      </option>
                    ),
                )}
              </optgroup>
            ))}
        </Select>
      </Field>
      {companies.length > offered.length && (
        <span className={styles.small}>{words.more(companies.length - offered.length)}</span>
      )}
    </div>
  );
}

function nameOf(party: string): string {
  const name = shownText(party, 40);
  return name === '' ? '–' : name;
}
