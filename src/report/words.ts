/** The names of things, the same in the terminal, the CSV and the documents. */
import type { Analysis, Basis, LegReport, LoopFlag, LoopKind } from '../engine/index';

export const classWords: Readonly<Record<LegReport['class'], string>> = {
  F: 'funding',
  W: 'warrant',
  G: 'guarantee',
  S: 'spend',
  X: 'outside',
  '?': 'kind not said',
};

export const kindWords: Readonly<Record<LoopKind, string>> = {
  funded: 'funded',
  swap: 'swap',
  'cross-holding': 'cross-holding',
  reciprocal: 'reciprocal',
};

export const flagWords: Readonly<Record<LoopFlag, string>> = {
  linked: 'linked',
  conditional: 'conditional',
  'within-30-days': 'within 30 days',
  'equal-amounts': 'equal amounts',
  'stock-to-customer': 'stock to the customer',
  cancellable: 'cancellable',
  'up-to': 'up to',
  guarantee: 'guarantee',
  'related-parties': 'related parties',
  'quarter-end': 'quarter end',
  'no-outside-income': 'no outside income',
  estimated: 'estimated',
  superseded: 'superseded',
};

export const basisWords: Readonly<Record<Basis, string>> = {
  headline: 'headline amounts',
  expected: 'expected amounts',
  firm: 'firm amounts',
};

export const pillarWords: Readonly<Record<Analysis['score']['drivers'][number]['pillar'], string>> = {
  roundTrip: 'Round trip',
  capex: 'Capex',
};
