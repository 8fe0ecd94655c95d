/** A sheet of prose: a title, sections, and lines with a label beside their text. No merged cells, so that rows fit their text. */
import { look, TEAL } from './look';
import type { SheetCell, SheetRow, SheetSpec } from './xlsx/sheet';

export interface ProseLine {
  readonly label: string;
  /** One text for each column of prose. */
  readonly texts: readonly string[];
  /** A place in the workbook that the label leads to: `#'Deal ledger'!A1`. */
  readonly link?: string;
}

export interface ProseSection {
  readonly heading: string;
  readonly lines: readonly ProseLine[];
}

export interface Prose {
  readonly name: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly ProseSection[];
  /** Characters of the label column and of each column of prose. */
  readonly widths: readonly [label: number, ...texts: number[]];
}

const MARGIN = 2;

export function proseSheet(prose: Prose): SheetSpec {
  const columns = prose.widths.length + 1;
  const rows: SheetRow[] = [
    { cells: [null, { value: prose.title, style: look.title }], height: 34 },
    { cells: [null, null, ...prose.lead.map((value) => ({ value, style: look.lead }))] },
  ];
  for (const { heading, lines } of prose.sections) {
    const rule = Array.from({ length: columns - 2 }, () => ({ value: null, style: look.section }));
    rows.push({ cells: [] });
    rows.push({ cells: [null, { value: heading, style: look.section }, ...rule], height: 22 });
    for (const { label, texts, link } of lines) {
      const first: SheetCell =
        link === undefined
          ? { value: label, style: look.label }
          : { value: label, style: look.bodyLink, link };
      rows.push({ cells: [null, first, ...texts.map((value) => ({ value, style: look.body }))] });
    }
  }
  return { name: prose.name, tab: TEAL, widths: [MARGIN, ...prose.widths], rows, onePage: true };
}

/** Grades, in the words of every sample. */
export const gradeLines: readonly ProseLine[] = [
  { label: 'A', texts: ['Primary text: a filing, a court paper, the announcement of a party.'] },
  { label: 'A-copy', texts: ['A mirror of a primary text that is itself no longer at its address.'] },
  { label: 'B', texts: ['Press or an analyst.'] },
  { label: 'C', texts: ['A public compilation whose own source was not opened.'] },
  { label: 'I', texts: ['Inferred: worked out from another figure or another leg. The note says how.'] },
  { label: 'K', texts: ['General knowledge, no source stored.'] },
];
