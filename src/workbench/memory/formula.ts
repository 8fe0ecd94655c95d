/**
 * Formulas of the workbook in memory: one call of a function with literals and references, or one reference.
 * Anything else is not understood there (the grid has a real engine) and shows #NAME?.
 */

export type Operand =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  /** 'A1:C9', 'Deals[#All]', "'My sheet'!B2", 'F2#': resolved against the workbook when it is calculated. */
  | { readonly kind: 'reference'; readonly text: string };

export type Formula =
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Operand[] }
  | { readonly kind: 'reference'; readonly text: string };

/** null: not understood. */
export function parseFormula(text: string): Formula | null {
  const body = text.replace(/^=\s*/, '').trim();
  const call = /^([A-Za-z_][\w.]*)\s*\((.*)\)$/s.exec(body);
  if (call === null) {
    const operand = parseOperand(body);
    return operand?.kind === 'reference' ? operand : null;
  }
  const operands: Operand[] = [];
  const parts = call[2].trim() === '' ? [] : splitArguments(call[2]);
  if (parts === null) return null;
  for (const part of parts) {
    const operand = parseOperand(part.trim());
    if (operand === null) return null;
    operands.push(operand);
  }
  return { kind: 'call', name: call[1].toUpperCase(), operands };
}

/** Splits at commas outside of quotes and brackets; null when those are not closed. */
function splitArguments(text: string): string[] | null {
  const parts: string[] = [];
  let quote = '';
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[' || sign === '(') depth++;
    else if (sign === ']' || sign === ')') depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return quote === '' && depth === 0 ? parts : null;
}

function parseOperand(text: string): Operand | null {
  if (text === '') return { kind: 'value', value: null };
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?%?$/.test(text)) {
    const number = Number(text.replace('%', ''));
    return { kind: 'value', value: text.endsWith('%') ? number / 100 : number };
  }
  if (/^"(?:[^"]|"")*"$/s.test(text)) return { kind: 'value', value: text.slice(1, -1).replace(/""/g, '"') };
  if (/^(true|false)$/i.test(text)) return { kind: 'value', value: text.toLowerCase() === 'true' };
  const reference =
    /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+|#)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})$/u.test(
      text,
    );
  if (reference || /^[\p{L}_][\p{L}\p{N}_.]*(?:\[[^\]]*\])?$/u.test(text)) return { kind: 'reference', text };
  return null;
}
