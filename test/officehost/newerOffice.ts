/// <reference types="office-js" />
/**
 * Teaches the pinned office.js the notes of ExcelApi 1.18, which it is too old for. A note is reached, made and read like
 * a comment, so the library's own class does it, at the path that newer ones use: what is sent is made by office.js.
 */
interface Inner {
  readonly BatchApiHelper: {
    createPropertyObject(
      type: unknown,
      parent: object,
      name: string,
      isCollection: boolean,
      flags: number,
    ): unknown;
  };
}

export const newerSets = { ExcelApi: '1.18', DelayForCellEdit: '1.1' } as const;

export function teachNotes(): void {
  const { BatchApiHelper } = OfficeExtension as unknown as Inner;
  Object.defineProperty(Excel.Worksheet.prototype, 'notes', {
    get(this: object): unknown {
      return BatchApiHelper.createPropertyObject(Excel.CommentCollection, this, 'Notes', true, 4);
    },
  });
}
