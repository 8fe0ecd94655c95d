/** Formulas of the workbook in memory as trees: operators, calls, references. */
import { tokensOf, type Token } from '../formulas/tokens';
import type { Cell } from '../../engine/index';

export type Expression =
  | { readonly kind: 'value'; readonly value: Cell }
  /** 'A1:C9', 'Deals[#All]', "'My sheet'!B2", 'F2#': resolved against the workbook when it is calculated. */
  | { readonly kind: 'reference'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
  | { readonly kind: 'percent' | 'minus'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression };

const strength: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** Deeper than a person nests; what is deeper is not understood. */
const deepest = 64;

/** null: not understood. */
export function parseFormula(text: string): Expression | null {
  const tokens = tokensOf(text)?.filter((token) => token.kind !== 'space');
  if (tokens === undefined) return null;
  const reader = new Reader(tokens);
  const found = reader.expression(0, 0);
  return found === null || !reader.isAtEnd ? null : found;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** Everything that binds more strongly than `floor`. */
  expression(floor: number, depth: number): Expression | null {
    let left = depth > deepest ? null : this.operand(depth);
    while (left !== null) {
      const sign = this.tokens[this.at] as Token | undefined;
      if (sign?.kind !== 'operator') return left;
      if (sign.text === '%') {
        this.at++;
        left = { kind: 'percent', of: left };
        continue;
      }
      if (strength[sign.text] <= floor) return left;
      this.at++;
      const right = this.expression(strength[sign.text], depth + 1);
      left = right === null ? null : { kind: 'binary', sign: sign.text, left, right };
    }
    return null;
  }

  private operand(depth: number): Expression | null {
    const token = this.tokens[this.at] as Token | undefined;
    this.at++;
    switch (token?.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
      case 'error':
        return { kind: 'value', value: { error: token.text.startsWith('#REF!') ? '#REF!' : token.text } };
      case 'word':
        return /^(true|false)$/i.test(token.text)
          ? { kind: 'value', value: token.text.toLowerCase() === 'true' }
          : { kind: 'reference', text: token.text };
      case 'reference':
      case 'structured':
        return { kind: 'reference', text: token.text };
      case 'function':
        return this.call(token.text.toUpperCase(), depth);
      case 'open': {
        const inner = this.expression(0, depth + 1);
        return this.takes('close') ? inner : null;
      }
      case 'operator': {
        if (token.text !== '-' && token.text !== '+') return null;
        // A sign binds more strongly than any operator: -2^2 is 4.
        const of = this.expression(9, depth + 1);
        return of === null || token.text === '+' ? of : { kind: 'minus', of };
      }
      default:
        return null;
    }
  }

  private call(name: string, depth: number): Expression | null {
    const operands: Expression[] = [];
    if (!this.takes('open')) return null;
    if (this.takes('close')) return { kind: 'call', name, operands };
    for (;;) {
      const next = (this.tokens[this.at] as Token | undefined)?.kind;
      // A skipped argument.
      const operand: Expression | null =
        next === 'comma' || next === 'close' ? { kind: 'value', value: null } : this.expression(0, depth + 1);
      if (operand === null) return null;
      operands.push(operand);
      if (this.takes('close')) return { kind: 'call', name, operands };
      if (!this.takes('comma')) return null;
    }
  }

  private takes(kind: Token['kind']): boolean {
    const isThere = (this.tokens[this.at] as Token | undefined)?.kind === kind;
    if (isThere) this.at++;
    return isThere;
  }
}

/** The calls of functions that `isWanted` knows, inner ones before those around them. */
export function callsIn(expression: Expression, isWanted: (name: string) => boolean): CallExpression[] {
  switch (expression.kind) {
    case 'call': {
      const inner = expression.operands.flatMap((operand) => callsIn(operand, isWanted));
      return isWanted(expression.name) ? [...inner, expression] : inner;
    }
    case 'binary':
      return [...callsIn(expression.left, isWanted), ...callsIn(expression.right, isWanted)];
    case 'minus':
    case 'percent':
      return callsIn(expression.of, isWanted);
    default:
      return [];
  }
}

export type CallExpression = Extract<Expression, { kind: 'call' }>;

/** Every reference in it, in the order in which they are written. */
export function referencesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'reference':
      return [expression.text];
    case 'call':
      return expression.operands.flatMap(referencesIn);
    case 'binary':
      return [...referencesIn(expression.left), ...referencesIn(expression.right)];
    case 'minus':
    case 'percent':
      return referencesIn(expression.of);
    default:
      return [];
  }
}
