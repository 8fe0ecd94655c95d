/**
 * The metadata of the custom functions: what Excel reads to know their names, arguments and help.
 *
 * Made by Microsoft's generator from the comments in src/functions, then completed: errors and data types in cells reach the
 * functions (top-level properties that the generator does not write), and a second file has the Korean texts. Names, ids and
 * order are the same in both: a formula means the same everywhere.
 */
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { join } from 'node:path';
import { projectRoot } from '../docs/caseFiles';
import korean from '../../src/locales/ko/functions.json';

export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

export interface FunctionEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly FunctionParameter[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
  readonly options: Readonly<Record<string, boolean>>;
}

export interface FunctionsFile {
  readonly $schema: string;
  readonly allowCustomDataForDataTypeAny: true;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionEntry[];
}

/** Files with the declarations, in the order in which the functions are listed. */
export const functionSources = ['dealFunctions.ts', 'capexFunctions.ts'].map((file) =>
  join(projectRoot, 'src', 'functions', file),
);

const schema = 'https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json';

/** assets/functions.json. Throws where a comment is incomplete: every function needs its help and every argument its text. */
export async function englishMetadata(): Promise<FunctionsFile> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(functionSources);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const { functions } = JSON.parse(metadataJson) as { functions: Partial<FunctionEntry>[] };
  return fileOf(functions.map(complete));
}

/** assets/functions-ko.json: the same with Korean texts. Throws where one is missing or belongs to nothing. */
export function koreanMetadata(english: FunctionsFile): FunctionsFile {
  const texts = new Map(Object.entries<KoreanTexts>(korean));
  const functions = english.functions.map((entry) => {
    const own = texts.get(entry.name);
    if (own === undefined) throw new Error(`${entry.name} has no Korean text.`);
    texts.delete(entry.name);
    const parameters = new Map(Object.entries(own.parameters));
    const translated = entry.parameters.map((parameter) => {
      const description = parameters.get(parameter.name);
      if (description === undefined)
        throw new Error(`${entry.name}: "${parameter.name}" has no Korean text.`);
      parameters.delete(parameter.name);
      return { ...parameter, description };
    });
    if (parameters.size > 0)
      throw new Error(`${entry.name} has no "${[...parameters.keys()].join('", "')}".`);
    // The help page in Korean is a page of its own.
    const helpUrl = entry.helpUrl.replace('/help.html#', '/help.ko.html#');
    return { ...entry, description: own.description, helpUrl, parameters: translated };
  });
  if (texts.size > 0) throw new Error(`There is no function "${[...texts.keys()].join('", "')}".`);
  return fileOf(functions);
}

export function jsonText(file: FunctionsFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

interface KoreanTexts {
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function fileOf(functions: readonly FunctionEntry[]): FunctionsFile {
  return { $schema: schema, allowCustomDataForDataTypeAny: true, allowErrorForDataTypeAny: true, functions };
}

function complete(entry: Partial<FunctionEntry>): FunctionEntry {
  const { id, name, description, helpUrl, parameters, result, options } = entry;
  if (id === undefined || name === undefined) throw new Error('A function has no id or no name.');
  if (description === undefined) throw new Error(`${name} has no description.`);
  if (helpUrl === undefined) throw new Error(`${name} has no @helpurl: certification demands one.`);
  for (const parameter of parameters ?? []) {
    if ((parameter.description ?? '') === '')
      throw new Error(`${name}: "${parameter.name}" has no description.`);
  }
  return {
    id,
    name,
    description,
    helpUrl,
    parameters: parameters ?? [],
    result: result ?? {},
    options: options ?? {},
  };
}
