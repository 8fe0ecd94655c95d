/** The line under the sheet: what a function said about the selected cell, else what is to be known about the book. */
import type { UniverWorkbook } from '../grid/univerWorkbook';
import { element } from './elements';

export class Notes {
  private book = '';

  constructor(private readonly workbook: UniverWorkbook) {}

  aboutBook(text: string): void {
    this.book = text;
    this.say(text);
  }

  /** Says why the selected cell shows an error, in the words of the function that made it. */
  look(): void {
    const { sheet, area } = this.workbook.selection();
    this.say(this.workbook.messageAt(sheet, area.top, area.left) ?? this.book);
  }

  say(text: string): void {
    const place = element('note', HTMLParagraphElement);
    place.textContent = text;
    place.hidden = text === '';
  }
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
