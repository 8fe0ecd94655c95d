/**
 * A 64-bit digest of the deals as read: payer, receiver, amount, weight, class, dates, term, in sheet order.
 *
 * For telling whether a sheet has changed since it was scored; not for security. Two 32-bit FNV-1a lanes with
 * different offsets over UTF-16 units and number text. The same deals give the same digest whatever the order of
 * the columns or the formats of the cells. O(characters).
 */
import type { Ledger } from './ledger/types';

export function digestOf(ledger: Ledger): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  const add = (text: string) => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
    }
    low = Math.imul(low ^ 0x1f, 0x01000193);
    high = Math.imul(high ^ 0x1f, 0x85ebca6b);
  };
  add(`${ledger.money.currency ?? ''}|${ledger.money.scale}|${ledger.money.decimals}`);
  for (let deal = 0; deal < ledger.deals; deal++) {
    add(ledger.parties[ledger.from[deal]]);
    add(ledger.parties[ledger.to[deal]]);
    add(
      `${ledger.amount[deal]}|${ledger.weight[deal]}|${ledger.firm[deal]}|${ledger.dealClass[deal]}|${ledger.day[deal]}|${ledger.lastDay[deal]}|${ledger.term[deal]}`,
    );
  }
  const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}
