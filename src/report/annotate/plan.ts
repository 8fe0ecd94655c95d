/**
 * Everything that annotating writes into a workbook, as a plan: shown before it is carried out, the same for Excel and
 * for files. What the last run left is taken away by the same plan, so that nothing is ever there twice.
 */
import type { Analysis, DealReport, Sheet } from '../../engine/index';
import { freeName } from '../../workbook/names';
import { Refusal, type Operation, type Snapshot } from '../../workbook/port';
import type { LastRun } from './changes';
import { commentPlan } from './comments';
import { findingsOf } from './commentTexts';
import { dealChanges, dealDigests } from './dealDigests';
import { hiddenSources } from './hidden';
import { highlightPlan } from './highlights';
import { moneyFor } from './moneyCells';
import { removalPlan } from './removal';
import { reportSheet } from './report';
import { valuesPlan } from './rowValues';
import { findState, withoutReport, type FoundState, type RunOptions, type RunState } from './state';

export interface AnnotateWishes {
  readonly comments: boolean;
  readonly highlight: boolean;
  readonly values: boolean;
  /** Content of hidden sheets and columns may stand in the report. */
  readonly hidden: boolean;
  /** The money-flow drawing: a workbook that is open in Excel cannot be given one. */
  readonly drawing: boolean;
  /** Rows of each ranked list of the report. */
  readonly top: number;
  /** UTC, '2026-03-01T12:00:00Z'. */
  readonly time: string;
  readonly options: RunOptions;
}

export interface AnnotationPlan {
  readonly operations: readonly Operation[];
  /** Sentences about what was not done, and why. */
  readonly notes: readonly string[];
  readonly report: string;
  /** null at the first time. */
  readonly last: LastRun | null;
  readonly state: RunState;
}

export const reportName = 'Looplens report';

/** Throws a Refusal where the workbook must not be annotated at all. `deals`: all of them, as the analysis read them. */
export function annotationPlan(
  book: Snapshot,
  analysis: Analysis,
  deals: readonly DealReport[],
  wishes: AnnotateWishes,
): AnnotationPlan {
  const found = findState(book);
  if (found?.state === 'newer') throw newer(found.sheet);
  const hidden = wishes.hidden ? [] : hiddenSources(book, analysis);
  if (hidden.length > 0)
    throw new Refusal(
      'other',
      `The report would show content of ${hidden.join(', ')}, which is hidden. Nothing was changed.`,
    );
  const sheet = book.sheets.find(({ name }) => name === analysis.input.sheet);
  if (sheet === undefined) throw new Error(`There is no sheet "${analysis.input.sheet}".`);
  if (found === null && book.marks?.structureIsProtected === true)
    throw new Refusal(
      'locked',
      'The structure of the workbook is protected, so no report sheet can be added. Nothing was changed.',
    );
  const money = moneyFor(analysis.ledger);
  const removal = removalPlan(book, true);
  const onSheet = besideTheCells(book, analysis, sheet, deals, wishes, removal.operations);
  const state: RunState = {
    engine: analysis.engine.version,
    rules: analysis.engine.rules,
    time: wishes.time,
    digest: analysis.input.digest,
    sheet: analysis.input.sheet,
    range: analysis.input.range,
    unit: money.unit,
    score: analysis.score.overall,
    share: analysis.circularity[analysis.input.basis].share,
    amount: analysis.circularity[analysis.input.basis].amount,
    options: wishes.options,
    hidden: wishes.hidden,
    drawing: wishes.drawing,
    deals: dealDigests(withoutReport(book), analysis, deals),
    values: onSheet.values,
  };
  const last = found === null || typeof found.state !== 'object' ? null : lastRun(found.state, state, deals);
  const report =
    found?.sheet ??
    freeName(
      reportName,
      book.sheets.map(({ name }) => name),
    );
  const rows = reportSheet({ analysis, money, state, last, top: wishes.top });
  return {
    operations: [
      ...removal.operations,
      ...onSheet.operations,
      ...roomFor(report, found, wishes.drawing),
      ...rows.operations(report),
    ],
    notes: [...removal.notes, ...onSheet.notes],
    report,
    last,
    state,
  };
}

/** An empty sheet: the one that is there, so that what refers to it stays, unless it has a drawing that cannot be taken off. */
function roomFor(sheet: string, found: FoundState | null, drawing: boolean): Operation[] {
  if (found === null) return [{ kind: 'add-sheet', sheet }];
  const isDrawn = typeof found.state !== 'object' || found.state.drawing;
  if (!isDrawn) return [{ kind: 'clear-sheet', sheet }];
  if (drawing)
    return [
      { kind: 'delete-pictures', sheet },
      { kind: 'clear-sheet', sheet },
    ];
  return [
    { kind: 'delete-sheet', sheet },
    { kind: 'add-sheet', sheet },
  ];
}

/** What of a last run has become other. */
export function lastRun(before: RunState, now: RunState, deals: readonly DealReport[]): LastRun {
  return { state: before, deals: dealChanges(before.deals, now.deals, deals) };
}

export function newer(sheet: string): Refusal {
  return new Refusal(
    'other',
    `The sheet "${sheet}" was written by a newer Looplens, which this one does not understand. Nothing was changed.`,
  );
}

interface OnSheet {
  readonly operations: readonly Operation[];
  readonly notes: readonly string[];
  readonly values: RunState['values'];
}

/** Comments, highlight and values on the sheet of the deals. */
function besideTheCells(
  book: Snapshot,
  analysis: Analysis,
  sheet: Sheet,
  deals: readonly DealReport[],
  wishes: AnnotateWishes,
  removed: readonly Operation[],
): OnSheet {
  const marks = book.marks?.sheets.find((known) => known.sheet === sheet.name);
  if (marks?.isProtected === true)
    return {
      operations: [],
      notes: [
        `The sheet "${sheet.name}" is protected: comments and highlight are left out, the report has it all.`,
      ],
      values: null,
    };
  const money = moneyFor(analysis.ledger);
  const { top } = wishes;
  const listed = { ...analysis, rows: analysis.rows.slice(0, top), loops: analysis.loops.slice(0, top) };
  const findings = findingsOf(listed);
  const comments = wishes.comments
    ? commentPlan(analysis, sheet, findings, marks?.comments ?? [], money)
    : { operations: [], crowded: [] };
  const old = removed.flatMap((operation) =>
    operation.kind === 'write' && operation.sheet === sheet.name ? [operation.area] : [],
  );
  const values = wishes.values
    ? valuesPlan(analysis, sheet, deals, money, old)
    : { operations: [], kept: null, notes: [] };
  const crowded =
    comments.crowded.length === 0
      ? []
      : [
          `The comments of others stay: what Looplens says of row ${comments.crowded.slice(0, 20).join(', ')} stands in the report only.`,
        ];
  return {
    operations: [
      ...comments.operations,
      ...(wishes.highlight ? highlightPlan(analysis, findings) : []),
      ...values.operations,
    ],
    notes: [...crowded, ...values.notes],
    values: values.kept,
  };
}
