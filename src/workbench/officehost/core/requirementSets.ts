/**
 * What the host declares: exactly what the pinned office.js can speak (it is frozen at ExcelApi 1.15).
 * The sets without public documentation steer the protocol: RichApiRuntime 1.2 brings retrieve and update actions,
 * CustomFunctions 1.9 results as arrays with timings.
 */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: '1.15',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.9',
  SharedRuntime: '1.2',
  RibbonApi: '1.2',
  DialogApi: '1.2',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  KeyboardShortcuts: '1.1',
  DelayForCellEdit: '1.1',
};
