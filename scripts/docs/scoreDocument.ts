/** docs/score.md: every threshold, weight and reason of the score, and what it makes of the labelled cases. */
import {
  driverRules,
  exposedFloor,
  material,
  pillarWeights,
  rules,
  unstatedSizeFloor,
  type Analysis,
  type DriverRule,
} from '../../src/engine/index';
import { embeddedCases } from '../samples/embedded';
import { analysisOf, caseAnalysis, openFile } from './caseFiles';

export async function scoreDocument(): Promise<string> {
  const cases: { id: string; name: string; label: string; analysis: Analysis }[] = [];
  for (const entry of embeddedCases()) {
    cases.push({
      id: entry.id,
      name: entry.case,
      label: entry.label,
      analysis: await caseAnalysis(entry.id),
    });
  }
  cases.sort((a, b) => b.analysis.score.overall - a.analysis.score.overall || (a.id < b.id ? -1 : 1));
  const real = analysisOf(await openFile('assets', 'samples', 'ai-deals.xlsx'));
  return [
    '# The score',
    '',
    `Written by \`npm run docs\` from src/engine/score/thresholds.ts (rules version ${rules}) and the files in test/fixtures/cases. Do not edit by hand.`,
    '',
    'The score is evidence, never a verdict: it says how much of what a sheet shows returns to where it started, what does not clear it, and whether revenue carries the capex. It knows nothing that is not in the sheet.',
    '',
    '## How it is made',
    '',
    `Two pillars, each 0 to 100: round trip (${pillarWeights.roundTrip} % of the overall score) and capex (${pillarWeights.capex} %).`,
    "A driver weighs its share of its pillar times the pillar's share of the score. A driver without data is left out and its weight is shared out among all others; the score says how many drivers it rests on. A pillar's own score is the weighted mean of its drivers. Points are in steps of a half and add up exactly.",
    '',
    'Every driver of the round trip is a share of the **revenue of the sellers in the circle**, so a true but immaterial loop scores low, and the shape of a loop alone scores nothing. What counts is the *uncleared* round trip: money in deals that match (sizes within 20 % and dates within 92 days, alone or in tranches; within 1 % where a date is missing or as long as a year) or name one another, and beyond it the most that can leave a seller as funding, pass through buyers, and come back as revenue, when each buyer passes on only what it could not have paid from outside income. Outside demand clears vendor finance; it does not clear matched deals.',
    '',
    `A seller whose revenue is not given is taken as large as its throughflow in the sheet, and no smaller than ${100 * unstatedSizeFloor} % of the sheet; in a circle where some revenue is given, only those sellers count. The most exposed seller has at least ${100 * exposedFloor} % of the circular money. Missing outside demand counts in full once ${100 * material} % of revenue is circular.`,
    '',
    '## Drivers',
    '',
    '| driver | pillar | weight | points by value | what it measures |',
    '|---|---|---:|---|---|',
    ...driverRules.map(
      (rule) =>
        `| ${rule.label} (\`${rule.id}\`) | ${rule.pillar === 'capex' ? 'capex' : 'round trip'} | ${rule.weight} | ${curveText(rule)} | ${rule.meaning} |`,
    ),
    '',
    '## Reasons',
    '',
    ...driverRules.map((rule) => `- **${rule.label}.** ${rule.reason}`),
    '',
    '## The labelled cases',
    '',
    'Each case of data/cases-circular.csv and data/cases-clean.csv, put among the same ordinary deals, with the revenue of its sellers as the sources give it. A label is what a court, a regulator or the company said; the score is not asked to repeat it.',
    '',
    `| case | label | score | ${roundTripRules.map((rule) => rule.label).join(' | ')} | evidence |`,
    `|---|---|---:|${roundTripRules.map(() => '---:').join('|')}|---:|`,
    ...cases.map(
      ({ id, name, label, analysis }) =>
        `| ${id} ${name} | ${label} | ${analysis.score.overall} | ${roundTripRules.map((rule) => driverText(analysis, rule)).join(' | ')} | ${analysis.score.evidence.used} of ${analysis.score.evidence.of} |`,
    ),
    '',
    'Each cell is the value of the driver and the points that it brings. Two circular cases stand low, because the sheet holds only a small part of what was found: one swap of 0.0672 bn is 0.34 % of a year of Qwest (the complaint was about 3.8 bn over three years), and the 0.7 bn that Winstar owed is 0.75 % of the three years of Lucent in which it was spent (8.1 bn had been committed to all customers).',
    '',
    "What the sheet cannot know is said. A leg that stands in nobody's books (P13-hidden) leaves nothing to find:",
    '',
    ...cases.flatMap(({ id, analysis }) => unknownLines(id, analysis)),
    '',
    '## The AI deals of 2019 to 2026',
    '',
    `\`assets/samples/ai-deals.xlsx\`: ${real.score.overall} on headline amounts, ${real.score.byBasis.expected} on expected, ${real.score.byBasis.firm} on firm amounts (round trip ${real.score.roundTrip}, capex ${real.score.capex}).`,
    '',
    '| driver | value | points of weight | evidence |',
    '|---|---:|---:|---|',
    ...real.score.drivers.map(
      (driver) =>
        `| ${driver.label} | ${valueText(driver.value, driver.unit)} | ${driver.points} of ${driver.weight} | ${driver.evidence} |`,
    ),
    '',
  ].join('\n');
}

const roundTripRules = driverRules.filter((rule) => rule.pillar === 'roundTrip');

function curveText(rule: DriverRule): string {
  return rule.curve.map(([value, points]) => `${valueText(value, rule.unit)}: ${points}`).join(', ');
}

function valueText(value: number | null, unit: DriverRule['unit']): string {
  if (value === null) return 'no data';
  return unit === 'share' ? `${Number((100 * value).toFixed(2))} %` : `${Number(value.toFixed(2))} x`;
}

function driverText(analysis: Analysis, rule: DriverRule): string {
  const driver = analysis.score.drivers.find((entry) => entry.id === rule.id);
  if (driver === undefined || driver.value === null) return 'no data';
  return driver.value === 0 ? '0' : `${valueText(driver.value, driver.unit)}: ${driver.points}`;
}

function unknownLines(id: string, analysis: Analysis): string[] {
  const could = analysis.unknown.filter((entry) => (entry.couldReturn ?? 0) > 0);
  return could.map(
    (entry) =>
      `- ${id}: the amount of ${entry.from} to ${entry.to} is not known (${entry.cell}); up to ${entry.couldReturn} could come round through it, and the score would then be ${analysis.score.ifUnknownReturns}.`,
  );
}
