import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import type { Analysis, Basis, LoopFlag, LoopKind } from '../../src/engine/index';
import { analysisSchema } from '../../src/engine/index';
import type { DealClass, DealRole, FinancialRole, IssueSeverity } from '../../src/engine/ledger/types';
import { aiAnalysis, emptyAnalysis, hostileAnalysis, manyLoops, noLoopAnalysis } from './fixtures';

interface Schema {
  readonly $ref?: string;
  readonly $id?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly (string | null)[];
  readonly const?: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(readFileSync(join(__dirname, '../../docs/analysis.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const errorsOf = (value: unknown) => (validate(value) ? [] : (validate.errors ?? []));

function resolve(part: Schema): Schema {
  return part.$ref === undefined ? part : (schema.$defs?.[part.$ref.replace('#/$defs/', '')] ?? {});
}

/** Paths of properties: 'loops[].legs[].row'. */
function pathsOfSchema(part: Schema, path = ''): string[] {
  const { properties, items, anyOf } = resolve(part);
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, value]) => [
      `${path}.${key}`,
      ...pathsOfSchema(value, `${path}.${key}`),
    ]),
    ...(items === undefined ? [] : pathsOfSchema(items, `${path}[]`)),
    ...(anyOf ?? []).flatMap((one) => pathsOfSchema(one, path)),
  ];
}

function pathsOfValue(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOfValue(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    `${path}.${key}`,
    ...pathsOfValue(item, `${path}.${key}`),
  ]);
}

function everyPart(part: Schema): Schema[] {
  return [
    part,
    ...Object.values(part.properties ?? {}).flatMap(everyPart),
    ...Object.values(part.$defs ?? {}).flatMap(everyPart),
    ...(part.items === undefined ? [] : everyPart(part.items)),
    ...(part.anyOf ?? []).flatMap(everyPart),
  ];
}

/** An enumeration of the schema against a union of the engine: the compiler asks for every member of the union here. */
const same = (path: readonly string[], members: Readonly<Record<string, true>>) => {
  const part = path.reduce<Schema>(
    (at, key) => resolve(resolve(at).properties?.[key] ?? at.$defs?.[key] ?? {}),
    schema,
  );
  expect((part.enum ?? []).filter((member) => member !== null)).toEqual(Object.keys(members));
};

describe('docs/analysis.schema.json', () => {
  it.each<[string, Analysis]>([
    ['the AI deals', aiAnalysis],
    ['a sheet without a loop', noLoopAnalysis],
    ['a sheet without a usable row', emptyAnalysis],
    ['hostile names', hostileAnalysis()],
    ['200 loops', manyLoops],
  ])('accepts the analysis of %s', (_name, analysis) => {
    expect(errorsOf(JSON.parse(JSON.stringify(analysis)))).toEqual([]);
  });

  it('knows every key of an analysis, and no other', () => {
    const full: Required<Analysis> = { ...aiAnalysis, certificate: certificate() };
    expect(new Set(pathsOfSchema(schema))).toEqual(new Set(pathsOfValue(full)));
  });

  it('refuses a key that it does not know, at any depth', () => {
    expect(errorsOf({ ...aiAnalysis, verdict: 'x' })).toHaveLength(1);
    const [leg] = aiAnalysis.loops[0].legs;
    const loops = [{ ...aiAnalysis.loops[0], legs: [{ ...leg, extra: 1 }, leg] }];
    expect(errorsOf({ ...aiAnalysis, loops })).toHaveLength(1);
  });

  it('refuses a missing key, a share above one and another version', () => {
    expect(errorsOf({ ...aiAnalysis, notes: undefined })).not.toEqual([]);
    expect(errorsOf({ ...aiAnalysis, mixing: { share: 1.5, reason: '' } })).not.toEqual([]);
    expect(errorsOf({ ...aiAnalysis, schema: 'looplens-analysis/2' })).not.toEqual([]);
  });

  it('requires every key but the certificate, closes every object, and describes every key', () => {
    for (const part of everyPart(schema)) {
      if (part.properties === undefined) continue;
      expect(part.additionalProperties).toBe(false);
      const optional = Object.keys(part.properties).filter((key) => part.required?.includes(key) !== true);
      expect(optional).toEqual(part === schema ? ['certificate'] : []);
    }
    expect(schema.description).toMatch(/unit of the sheet/);
  });

  it('carries its version in its name', () => {
    expect(schema.$id).toBe('urn:looplens:analysis:1');
    expect(schema.properties?.schema.const).toBe(analysisSchema);
  });

  it('lists the same words as the engine', () => {
    same(['input', 'basis'], { headline: true, expected: true, firm: true } satisfies Record<Basis, true>);
    same(['leg', 'class'], { F: true, W: true, G: true, S: true, X: true, '?': true } satisfies Record<
      DealClass,
      true
    >);
    same(['issue', 'severity'], { error: true, warning: true, info: true } satisfies Record<
      IssueSeverity,
      true
    >);
    same(['loop', 'kind'], {
      funded: true,
      swap: true,
      'cross-holding': true,
      reciprocal: true,
    } satisfies Record<LoopKind, true>);
    same(['flag'], {
      linked: true,
      conditional: true,
      'within-30-days': true,
      'equal-amounts': true,
      'stock-to-customer': true,
      cancellable: true,
      'up-to': true,
      guarantee: true,
      'related-parties': true,
      'quarter-end': true,
      'no-outside-income': true,
      estimated: true,
      superseded: true,
    } satisfies Record<LoopFlag, true>);
    same(['dealColumn', 'role'], {
      id: true,
      from: true,
      to: true,
      amount: true,
      amountNote: true,
      kind: true,
      class: true,
      status: true,
      probability: true,
      date: true,
      endDate: true,
      term: true,
      firmShare: true,
      link: true,
      condition: true,
      currency: true,
      unit: true,
      source: true,
      grade: true,
      direction: true,
    } satisfies Record<DealRole, true>);
    same(['financialColumn', 'role'], {
      party: true,
      period: true,
      revenue: true,
      outsideRevenue: true,
      capex: true,
      operatingCashFlow: true,
      cashMargin: true,
      commitments: true,
      source: true,
      grade: true,
    } satisfies Record<FinancialRole, true>);
  });
});

function certificate(): NonNullable<Analysis['certificate']> {
  const { certificate: proof } = aiAnalysis;
  if (proof === undefined) throw new Error('the fixture has no certificate');
  return proof;
}
