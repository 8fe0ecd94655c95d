/** Makes the functions of functions.json known to the workbook: a formula then calls the add-in through office.js. */
import type { FunctionAnswer, FunctionCall, WorkbookModel } from '../model';
import { cellAddress, type Cell } from '../../engine/index';
import type { OfficeHost } from './core/host';

/** What of functions.json matters here. */
export interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  /** Errors among arguments of type any are handed to the function. */
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly options?: {
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

export interface BridgeOptions {
  /** What an empty cell of a range is for the function: hosts differ, so tests try each. */
  readonly blank?: 0 | '' | null;
}

/** Registers each function as NAMESPACE.NAME. */
export function registerFunctions(
  host: OfficeHost,
  model: WorkbookModel,
  namespace: string,
  file: FunctionsFile,
  options: BridgeOptions = {},
): void {
  const blank = options.blank === undefined ? 0 : options.blank;
  for (const one of file.functions) {
    model.registerFunction(`${namespace}.${one.name}`.toUpperCase(), (call) =>
      callAddIn(host, model, one, file.allowErrorForDataTypeAny === true, blank, call),
    );
  }
}

function callAddIn(
  host: OfficeHost,
  model: WorkbookModel,
  one: FunctionMetadata,
  allowErrors: boolean,
  blank: 0 | '' | null,
  call: FunctionCall,
): Promise<FunctionAnswer> {
  const { parameters } = one;
  const last = parameters.at(-1);
  const repeats = last?.repeating === true;
  const required = parameters.filter(
    (parameter) => parameter.optional !== true && parameter.repeating !== true,
  );
  if (call.arguments.length < required.length || (!repeats && call.arguments.length > parameters.length)) {
    return Promise.resolve({ error: '#VALUE!', message: `${one.name} does not take that many arguments.` });
  }
  const given: unknown[] = [];
  const rest: unknown[] = [];
  for (let index = 0; index < Math.max(call.arguments.length, parameters.length); index++) {
    const parameter = index < parameters.length ? parameters[index] : last;
    if (parameter === undefined) break;
    const value = index < call.arguments.length ? call.arguments[index] : null;
    const isMatrix = parameter.dimensionality === 'matrix';
    const shaped = argumentFor(value, isMatrix, blank);
    if (shaped === undefined) return Promise.resolve({ error: '#VALUE!', message: '' });
    if (parameter.repeating !== true) given.push(shaped);
    else if (index < call.arguments.length) rest.push(shaped);
  }
  if (repeats) given.push(rest);
  const wantsAddresses = one.options?.requiresParameterAddresses === true;
  const sheet = model.sheets().find((known) => known.id === call.at.sheet)?.name ?? '';
  return host.invokeFunction(one.id, given, {
    address: one.options?.requiresAddress === true ? cellAddress(sheet, call.at.row, call.at.column) : null,
    parameterAddresses: wantsAddresses ? call.parameterAddresses : null,
    cancelable: one.options?.cancelable === true,
    allowErrors,
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
}

/** A scalar where a matrix is asked becomes one cell; rows where a scalar is asked have no meaning (undefined). */
function argumentFor(
  value: Cell | readonly (readonly Cell[])[],
  isMatrix: boolean,
  blank: 0 | '' | null,
): unknown {
  if (Array.isArray(value)) {
    if (!isMatrix) return undefined;
    return (value as readonly (readonly Cell[])[]).map((row) => row.map((cell) => cell ?? blank));
  }
  if (!isMatrix || value === null) return value;
  return [[value]];
}
