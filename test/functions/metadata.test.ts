import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/docs/caseFiles';
import { functionComments } from '../../scripts/functions/comments';
import { functionsDocument } from '../../scripts/functions/document';
import {
  englishMetadata,
  jsonText,
  koreanMetadata,
  type FunctionsFile,
} from '../../scripts/functions/metadata';
import { associateFunctions, functionsById } from '../../src/functions/associate';

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8');

/** The catalogue: names and their order of arguments are stored in workbooks, so a change here breaks files. */
const catalogue: Readonly<Record<string, string>> = {
  CIRCULARITY: 'deals, [basis], [aliases]',
  ROUNDTRIP: 'deals, party, [basis], [aliases]',
  ORGANIC_REVENUE: 'deals, party, [basis], [aliases]',
  FUNDED_SHARE: 'deals, seller, [buyer], [aliases]',
  LOOPS: 'deals, [top], [max_legs], [window_months], [aliases]',
  PARTIES: 'deals, [aliases]',
  ROW_SCORE: 'deals, [aliases]',
  CONCENTRATION: 'deals, party, [aliases]',
  EXTERNAL_DEMAND: 'deals, party, outside_revenue, [aliases]',
  STRESS: 'deals, funding_cut, [aliases]',
  CIRCULARITY_RANGE: 'deals, [draws], [seed], [aliases]',
  RISK: 'deals, [financials], [aliases]',
  CAPEX_COVERAGE: 'revenue, capex, [cash_margin]',
  CAPEX_INTENSITY: 'capex, revenue',
  CAPEX_PAYBACK: 'capex, revenue, [cash_margin], [growth], [discount]',
  REQUIRED_REVENUE: 'capex, [gross_margin], [chip_share]',
  COMMITMENT_COVERAGE: 'revenue, commitments, [years]',
  MONETIZATION_GAP: 'paid_revenue, committed_spend',
};

let english: FunctionsFile;
let korean: FunctionsFile;
beforeAll(async () => {
  english = await englishMetadata();
  korean = koreanMetadata(english);
});

describe('the metadata of the functions', () => {
  it('is what the comments say (npm run functions)', () => {
    expect(read('assets', 'functions.json')).toBe(jsonText(english));
    expect(read('assets', 'functions-ko.json')).toBe(jsonText(korean));
  });

  it('and so is docs/functions.md, with computed answers', async () => {
    expect(read('docs', 'functions.md')).toBe(await functionsDocument(english));
  });

  it('names the catalogue, and its arguments in their order', () => {
    const named = english.functions.map(({ name, parameters }) => [
      name,
      parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(', '),
    ]);
    expect(Object.fromEntries(named)).toEqual(catalogue);
  });

  it('lets cells with errors and data types reach the functions', () => {
    for (const file of [english, korean]) {
      expect(file.allowErrorForDataTypeAny).toBe(true);
      expect(file.allowCustomDataForDataTypeAny).toBe(true);
    }
  });

  it('has ids without underscores that are the names without them, each associated in the code', () => {
    const ids = english.functions.map(({ id }) => id);
    const associated: string[] = [];
    associateFunctions((id, answer) => {
      expect(typeof answer).toBe('function');
      associated.push(id);
    });
    expect([...associated].sort()).toEqual([...ids].sort());
    for (const { id, name } of english.functions) {
      expect(id).toMatch(/^[A-Z0-9.]{3,128}$/);
      expect(id).toBe(name.replace(/_/g, ''));
    }
  });

  it('has names that Excel takes: letters first, no look-alike of a cell, unique whatever the case', () => {
    const names = english.functions.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_.]{2,127}$/);
      expect(name).not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
    }
  });

  it('gives every function a help address of its own and asks for the addresses of ranges', () => {
    for (const { name, helpUrl, options, result } of english.functions) {
      expect(helpUrl).toBe(`https://looplens.app/help.html#${name}`);
      expect(options).toEqual({ cancelable: true, requiresParameterAddresses: true });
      // Excel tells addresses to functions that answer ranges only.
      expect(result.dimensionality).toBe('matrix');
    }
  });

  it('never makes a function volatile or streaming', () => {
    for (const { options } of english.functions) expect(options).not.toHaveProperty('volatile');
    for (const { options } of english.functions) expect(options).not.toHaveProperty('stream');
  });

  it('puts optional arguments last, because signatures only ever grow at the end', () => {
    for (const { parameters } of english.functions) {
      const firstOptional = parameters.findIndex((parameter) => parameter.optional);
      const after = firstOptional < 0 ? [] : parameters.slice(firstOptional);
      expect(after.every((parameter) => parameter.optional)).toBe(true);
    }
  });

  it('explains every function and argument in both languages, within the length that Excel shows', () => {
    english.functions.forEach((entry, index) => {
      const other = korean.functions[index];
      expect(other.description).toMatch(/[가-힣]/);
      expect(other.description).not.toBe(entry.description);
      entry.parameters.forEach((parameter, place) => {
        expect(other.parameters[place].description).toMatch(/[가-힣]/);
        expect(parameter.description.length).toBeLessThanOrEqual(255);
        expect(other.parameters[place].description.length).toBeLessThanOrEqual(255);
      });
    });
  });

  it('differs between the languages in nothing but texts and the page of the help', () => {
    const bare = (file: FunctionsFile) =>
      file.functions.map((entry) => ({
        ...entry,
        description: '',
        helpUrl: entry.helpUrl.replace('/help.ko.html#', '/help.html#'),
        parameters: entry.parameters.map((parameter) => ({ ...parameter, description: '' })),
      }));
    expect(bare(korean)).toEqual(bare(english));
  });

  it('comes with an answer and an example for each function', () => {
    const comments = functionComments();
    for (const { id, name } of english.functions) {
      const comment = comments.get(id);
      expect(comment?.returns).not.toBe('');
      expect(comment?.example).toMatch(new RegExp(`^=DEAL\\.${name}\\(`));
    }
    expect(comments.size).toBe(Object.keys(functionsById).length);
  });
});
