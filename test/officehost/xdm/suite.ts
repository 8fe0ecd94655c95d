/**
 * describe, it and expect for a page without Jest: enough of them that the contract runs there as it stands.
 * A matcher that is not here fails to compile nowhere and throws at once: add it.
 */

interface Test {
  readonly name: string;
  readonly work: () => unknown;
}

export interface Verdict {
  readonly name: string;
  /** null: passed. */
  readonly failure: string | null;
}

const tests: Test[] = [];
const names: string[] = [];

function describe(name: string, work: () => void): void {
  names.push(name);
  work();
  names.pop();
}

function it(name: string, work: () => unknown): void {
  tests.push({ name: [...names, name].join(' › '), work });
}

it.each =
  (table: readonly unknown[]) =>
  (name: string, work: (...given: unknown[]) => unknown): void => {
    for (const line of table) {
      const given: unknown[] = Array.isArray(line) ? line : [line];
      let index = 0;
      it(
        name.replace(/%s/g, () => String(given[index++])),
        () => work(...given),
      );
    }
  };

function same(one: unknown, other: unknown, partial: boolean): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  const keys = (of: Record<string, unknown>): string[] =>
    Object.keys(of).filter((key) => of[key] !== undefined);
  if ((!partial || Array.isArray(one)) && keys(left).length !== keys(right).length) return false;
  return keys(right).every((key) => same(left[key], right[key], partial));
}

function expect(seen: unknown): Record<string, (wanted?: unknown) => void> {
  const check = (holds: boolean, matcher: string, wanted: unknown): void => {
    if (!holds) throw new Error(`${JSON.stringify(seen)} ${matcher} ${JSON.stringify(wanted)}`);
  };
  return {
    toBe: (wanted) => {
      check(Object.is(seen, wanted), 'toBe', wanted);
    },
    toEqual: (wanted) => {
      check(same(seen, wanted, false), 'toEqual', wanted);
    },
    toMatchObject: (wanted) => {
      check(same(seen, wanted, true), 'toMatchObject', wanted);
    },
    toMatch: (wanted) => {
      check((wanted as RegExp).test(String(seen)), 'toMatch', String(wanted));
    },
    toContain: (wanted) => {
      const holds =
        typeof seen === 'string' ? seen.includes(String(wanted)) : (seen as unknown[]).includes(wanted);
      check(holds, 'toContain', wanted);
    },
    toBeNull: () => {
      check(seen === null, 'toBeNull', null);
    },
    toBeGreaterThan: (wanted) => {
      check(Number(seen) > Number(wanted), 'toBeGreaterThan', wanted);
    },
    toBeInstanceOf: (wanted) => {
      check(seen instanceof (wanted as new () => object), 'toBeInstanceOf', String(wanted));
    },
  };
}

Object.assign(globalThis, { describe, it, expect });

/** Runs what was described, one after the other. */
export async function run(): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const test of tests) {
    try {
      await test.work();
      verdicts.push({ name: test.name, failure: null });
    } catch (error) {
      verdicts.push({ name: test.name, failure: error instanceof Error ? error.message : String(error) });
    }
  }
  return verdicts;
}
