/**
 * What happened in the workbook, as office.js wants to hear it: one entry for each target that may have a handler.
 *
 * Changes of one request are told together: neighbours that make a rectangle are one event, so that a long column that
 * office.js writes in pieces of 1,500 cells is one change.
 */
import { areaAddress, columnLetters, type Area } from '../../../engine/index';
import type { ModelEvent } from '../../model';
import { apiValue, valueType } from '../excel/cells';
import { visibilityNames } from '../excel/sheets';
import { intersection } from '../../../workbook/areas';
import { isEntireColumn, isEntireRow } from '../excel/address';
import type { Session } from './objects';
import type { MessageEntry } from './port';

const eventCategory = 65_536;

export const eventCode = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  sheetAdded: 13,
  selected: 14,
  sheetDeleted: 15,
  calculated: 16,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  sheetMoved: 27,
  tableSelected: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  visibility: 65_539,
} as const;

type Changed = Extract<ModelEvent, { kind: 'changed' }>;

export function eventEntry(type: number, target: string, message: Record<string, unknown>): MessageEntry {
  return { category: eventCategory, type, target, message: JSON.stringify(message) };
}

/** The entries for what happened, in order. `activeBefore` is the sheet that was shown before. */
export function entriesOf(
  session: Session,
  events: readonly ModelEvent[],
  activeBefore: string,
): MessageEntry[] {
  const entries: MessageEntry[] = [];
  let active = activeBefore;
  const sheets = new Set(session.model.sheets().map(({ id }) => id));
  for (const event of merged(events)) {
    // What was written into a sheet that is gone cannot be read any more.
    if (event.kind === 'changed' && !sheets.has(event.sheet)) continue;
    switch (event.kind) {
      case 'changed':
        changed(session, event, entries);
        break;
      case 'calculated':
        send(session, eventCode.calculated, event.sheet, entries, {
          address: address(event.area),
          worksheetId: event.sheet,
        });
        break;
      case 'selected':
        selected(session, event.sheet, event.area, entries);
        break;
      case 'activated':
        if (event.sheet === active) break;
        send(session, eventCode.deactivated, active, entries, { worksheetId: active });
        send(session, eventCode.activated, event.sheet, entries, { worksheetId: event.sheet });
        active = event.sheet;
        break;
      case 'sheets':
        sheetChanged(session, event.change, event.sheet, entries);
        break;
      default:
        break;
    }
  }
  return entries;
}

/** To the handlers of the sheet and to those of the workbook. */
function send(
  session: Session,
  code: number,
  sheet: string,
  entries: MessageEntry[],
  message: Record<string, unknown>,
): void {
  if (!session.store.isHeard(code)) return;
  entries.push(eventEntry(code, sheet, message), eventEntry(code, 'Workbook', message));
}

function changed(session: Session, event: Changed, entries: MessageEntry[]): void {
  const { sheet, area } = event;
  const message: Record<string, unknown> = {
    changeType: changeType(event),
    source: 'Local',
    triggerSource: event.source === 'code' ? 'ThisLocalAddin' : 'Unknown',
    address: address(area),
    worksheetId: sheet,
    shiftDirection: shiftDirection(event),
  };
  const single = area.top === area.bottom && area.left === area.right;
  if (single && event.before !== undefined) {
    const after = session.model.values(sheet, area)[0][0];
    message['valueBefore'] = apiValue(event.before);
    message['valueAfter'] = apiValue(after);
    message['valueTypeBefore'] = valueType(event.before);
    message['valueTypeAfter'] = valueType(after);
  }
  if (session.store.isHeard(eventCode.changed)) {
    message['referenceId'] = session.store.keepForEvent(session.make.range(sheet, area));
    send(session, eventCode.changed, sheet, entries, message);
  }
  if (!session.store.isHeard(eventCode.tableChanged)) return;
  for (const table of session.model.tables()) {
    if (table.sheet !== sheet || intersection(table.area, area) === null) continue;
    const told = { ...message, tableId: table.id };
    entries.push(eventEntry(eventCode.tableChanged, table.id, told));
    send(session, eventCode.tableChanged, sheet, entries, told);
  }
}

/** Whole rows and columns have names of their own. */
function changeType({ shift, area }: Changed): string {
  if (shift === undefined) return 'RangeEdited';
  const what = isEntireRow(area) ? 'Row' : isEntireColumn(area) ? 'Column' : 'Cell';
  return `${what}${shift === 'down' || shift === 'right' ? 'Inserted' : 'Deleted'}`;
}

function shiftDirection({ shift, area }: Changed): string {
  if (shift === undefined || isEntireRow(area) || isEntireColumn(area)) return 'None';
  return `ShiftCell${shift.charAt(0).toUpperCase()}${shift.slice(1)}`;
}

function selected(session: Session, sheet: string, area: Area, entries: MessageEntry[]): void {
  send(session, eventCode.selected, sheet, entries, { address: address(area), worksheetId: sheet });
  if (!session.store.isHeard(eventCode.tableSelected)) return;
  for (const table of session.model.tables()) {
    if (table.sheet !== sheet) continue;
    const inside = intersection(table.area, area);
    entries.push(
      eventEntry(eventCode.tableSelected, table.id, {
        address: inside === null ? '' : address(inside),
        isInsideTable: inside !== null,
        tableId: table.id,
        worksheetId: sheet,
      }),
    );
  }
}

function sheetChanged(
  session: Session,
  change: Extract<ModelEvent, { kind: 'sheets' }>['change'],
  sheet: string,
  entries: MessageEntry[],
): void {
  const message = { source: 'Local', worksheetId: sheet };
  const known = session.model.sheets().find((other) => other.id === sheet);
  switch (change) {
    case 'added':
      if (session.store.isHeard(eventCode.sheetAdded))
        entries.push(eventEntry(eventCode.sheetAdded, 'Workbook', message));
      return;
    case 'deleted':
      if (session.store.isHeard(eventCode.sheetDeleted))
        entries.push(eventEntry(eventCode.sheetDeleted, 'Workbook', message));
      return;
    case 'renamed':
      send(session, eventCode.nameChanged, sheet, entries, { ...message, nameAfter: known?.name ?? '' });
      return;
    case 'shown':
      send(session, eventCode.visibilityChanged, sheet, entries, {
        ...message,
        visibilityAfter: visibilityNames[known?.visibility ?? 'visible'],
      });
      return;
    case 'protected':
      send(session, eventCode.protectionChanged, sheet, entries, {
        ...message,
        isProtected: known?.isProtected === true,
      });
      return;
    case 'moved':
      send(session, eventCode.sheetMoved, sheet, entries, {
        ...message,
        positionAfter: session.model.sheets().findIndex((other) => other.id === sheet),
      });
      return;
    default:
      return;
  }
}

/** Changes and calculations that follow each other and touch along a whole side become one. */
function merged(events: readonly ModelEvent[]): ModelEvent[] {
  const kept: ModelEvent[] = [];
  for (const event of events) {
    const last = kept.at(-1);
    const area = last === undefined ? null : joined(last, event);
    if (last === undefined || area === null) kept.push(event);
    else kept[kept.length - 1] = { ...last, area } as ModelEvent;
  }
  return kept;
}

function joined(one: ModelEvent, other: ModelEvent): Area | null {
  if (one.kind !== other.kind || (one.kind !== 'changed' && one.kind !== 'calculated')) return null;
  if (other.kind !== 'changed' && other.kind !== 'calculated') return null;
  if (one.sheet !== other.sheet) return null;
  if ('shift' in one || 'shift' in other) return null;
  if (one.kind === 'changed' && other.kind === 'changed' && one.source !== other.source) return null;
  const [a, b] = [one.area, other.area];
  const below = a.left === b.left && a.right === b.right && b.top <= a.bottom + 1 && b.bottom >= a.top - 1;
  const beside = a.top === b.top && a.bottom === b.bottom && b.left <= a.right + 1 && b.right >= a.left - 1;
  if (!below && !beside) return null;
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** Without the sheet: the event names it by id. Whole columns as 'A:A'. */
function address(area: Area): string {
  return area.top === 0 && area.bottom === 1_048_575
    ? `${columnLetters(area.left)}:${columnLetters(area.right)}`
    : areaAddress('', area);
}
