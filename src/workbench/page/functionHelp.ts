/** What the spreadsheet shows while a custom function is typed: its name, its arguments, its help. */
import type { Injector } from '@univerjs/core';
import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { FunctionMetadata, FunctionsFile } from '../officehost/functionBridge';

/** Offers the functions while a formula is typed; they must be known to formulas already. */
export function offerFunctions(injector: Injector, namespace: string, file: FunctionsFile): void {
  injector
    .get(IDescriptionService)
    .registerDescriptions(file.functions.map((one) => informationOf(namespace, one)));
}

function informationOf(namespace: string, one: FunctionMetadata): IFunctionInfo {
  return {
    functionName: `${namespace}.${one.name}`.toUpperCase(),
    aliasFunctionName: '',
    functionType: FunctionType.User,
    description: one.description ?? '',
    abstract: one.description ?? '',
    functionParameter: one.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? '',
      example: parameter.dimensionality === 'matrix' ? 'A1:H90' : '',
      require: parameter.optional === true ? 0 : 1,
      repeat: parameter.repeating === true ? 1 : 0,
    })),
  };
}
