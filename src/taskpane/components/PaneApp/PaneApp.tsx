/** The whole pane: a theme, the answer, five views, and what is selected in the sheet. */
import { FluentProvider, Tab, TabList } from '@fluentui/react-components';
import type { Tab as TabName } from '../../../app/state';
import { PaneProvider, usePane, useSelect, type PaneContext } from '../../context/usePane';
import { useIsDark } from '../../context/useIsDark';
import { darkTheme, lightTheme } from '../../theme';
import { Answer } from '../Answer/Answer';
import { Busy } from '../Busy/Busy';
import { Loops } from '../Loops/Loops';
import { Capex } from '../Capex/Capex';
import { Notices } from '../Notices/Notices';
import { Overview } from '../Overview/Overview';
import { Selected } from '../Selected/Selected';
import { Share } from '../Share/Share';
import { Trouble } from '../Trouble/Trouble';
import { Welcome } from '../Welcome/Welcome';
import { WhatIf } from '../WhatIf/WhatIf';
import { usePaneAppStyles } from './PaneApp.styles';

export function PaneApp({ context, isDark }: { context: PaneContext; isDark: boolean | null }) {
  const styles = usePaneAppStyles();
  const theme = useIsDark(isDark) ? darkTheme : lightTheme;
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <PaneProvider value={context}>
        <Views />
      </PaneProvider>
    </FluentProvider>
  );
}

function Views() {
  const { words } = usePane();
  const styles = usePaneAppStyles();
  const trouble = useSelect((state) => state.trouble);
  const hasAnswer = useSelect((state) => state.analysis !== null);
  const isBusy = useSelect((state) => state.busy !== null);
  return (
    <div className={styles.views}>
      <Busy />
      <Welcome />
      <Notices />
      {trouble !== null && <Trouble trouble={trouble} />}
      {hasAnswer && (
        <>
          <Answer />
          <TabBar />
          <Panel />
          <Selected />
        </>
      )}
      {!hasAnswer && isBusy && trouble === null && <Bones label={words.busy['Reading the workbook']} />}
    </div>
  );
}

const tabs: readonly TabName[] = ['overview', 'loops', 'capex', 'what-if', 'share'];

function TabBar() {
  const { pane, words } = usePane();
  const styles = usePaneAppStyles();
  const tab = useSelect((state) => state.tab);
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={words.tabList}
      selectedValue={tab}
      onTabSelect={(_, { value }) => pane.setTab(value as TabName)}
    >
      {tabs.map((name) => (
        <Tab key={name} value={name} id={`tab-${name}`} aria-controls="view">
          {words.tabs[name]}
        </Tab>
      ))}
    </TabList>
  );
}

function Panel() {
  const tab = useSelect((state) => state.tab);
  return (
    <div role="tabpanel" id="view" aria-labelledby={`tab-${tab}`}>
      {tab === 'overview' && <Overview />}
      {tab === 'loops' && <Loops />}
      {tab === 'what-if' && <WhatIf />}
      {tab === 'capex' && <Capex />}
      {tab === 'share' && <Share />}
    </div>
  );
}

/** The shape of what is coming. */
function Bones({ label }: { label: string }) {
  const styles = usePaneAppStyles();
  return (
    <div className={styles.bones} role="status" aria-busy="true" aria-label={label}>
      {[100, 82, 58, 100, 100, 70].map((width, index) => (
        <i key={index} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
