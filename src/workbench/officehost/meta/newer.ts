/**
 * Classes that Excel has had since the pinned office.js was frozen, written by hand from their documentation. A newer
 * office.js asks for them; their names on the wire follow the rule that all others follow.
 */
import type { TypeMeta } from './types';

const none = { aliases: {}, children: {}, events: {}, item: null, collection: false };

/** ExcelApi 1.18. */
export const newerTypes: Readonly<Record<string, TypeMeta>> = {
  Note: {
    ...none,
    scalars: ['AuthorName', 'Content', 'Height', 'Visible', 'Width'],
    writable: ['Content', 'Height', 'Visible', 'Width'],
    methods: { Delete: 'void', GetLocation: 'Range' },
  },
  NoteCollection: {
    ...none,
    scalars: [],
    writable: [],
    item: 'Note',
    collection: true,
    methods: { Add: 'Note', GetCount: 'value', GetItemAt: 'Note', GetItemOrNullObject: 'Note' },
  },
};

export const newerChildren: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Worksheet: { Notes: 'NoteCollection' },
};
