/// <reference types="custom-functions-runtime" />
/** Every id of the metadata and the function behind it. Ids stand in saved workbooks: they never change. */
import {
  capexCoverage,
  capexIntensity,
  capexPayback,
  commitmentCoverage,
  monetizationGap,
  requiredRevenue,
} from './capexFunctions';
import {
  circularity,
  circularityRange,
  concentration,
  externalDemand,
  fundedShare,
  loops,
  organicRevenue,
  parties,
  risk,
  roundtrip,
  rowScore,
  stress,
} from './dealFunctions';

/** A function as Excel calls it: the arguments of the formula in their order, then the invocation. */
export type HostFunction = (...given: unknown[]) => Promise<unknown[][]>;

export const functionsById: Readonly<Record<string, HostFunction>> = {
  CIRCULARITY: called(circularity),
  ROUNDTRIP: called(roundtrip),
  ORGANICREVENUE: called(organicRevenue),
  FUNDEDSHARE: called(fundedShare),
  LOOPS: called(loops),
  PARTIES: called(parties),
  ROWSCORE: called(rowScore),
  CONCENTRATION: called(concentration),
  CAPEXCOVERAGE: called(capexCoverage),
  CAPEXINTENSITY: called(capexIntensity),
  CAPEXPAYBACK: called(capexPayback),
  REQUIREDREVENUE: called(requiredRevenue),
  COMMITMENTCOVERAGE: called(commitmentCoverage),
  EXTERNALDEMAND: called(externalDemand),
  STRESS: called(stress),
  CIRCULARITYRANGE: called(circularityRange),
  RISK: called(risk),
  MONETIZATIONGAP: called(monetizationGap),
};

export function associateFunctions(associate: (id: string, answer: HostFunction) => void): void {
  for (const [id, answer] of Object.entries(functionsById)) associate(id, answer);
}

/**
 * Excel remembers metadata for up to a day, so a call can come with fewer arguments than the newest signature has: what is
 * missing is null, as a skipped argument is. The invocation is last in every call, and is made up where a caller gives none.
 */
function called<Given extends unknown[]>(declared: (...given: Given) => Promise<unknown[][]>): HostFunction {
  const places = declared.length - 1;
  return (...args) => {
    const last = args[args.length - 1];
    const invocation = isInvocation(last) ? last : {};
    const values = isInvocation(last) ? args.slice(0, -1) : args;
    const padded = Array.from({ length: places }, (_, place) => values[place] ?? null);
    // The types of the declarations are for the metadata; what Excel really hands over is checked behind them.
    return declared(...([...padded, invocation] as Given));
  };
}

/** An object that is neither a range nor a cell: data types and errors carry a type or a code. */
function isInvocation(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('basicValue' in value) &&
    !('code' in value) &&
    !('type' in value)
  );
}
