/// <reference types="custom-functions-runtime" />
/// <reference types="office-js" />
/**
 * The script of the custom functions: small, because it is loaded before the pane whenever a workbook holds a formula.
 *
 * Functions are associated as soon as office.js offers to, else when it is ready: a workbook that is just being opened
 * must not find them missing.
 */
import { associateFunctions } from './associate';

function associateAll(): void {
  associateFunctions((id, answer) => CustomFunctions.associate(id, answer));
}

if (typeof CustomFunctions !== 'undefined') associateAll();
// Without office.js there is nobody to ask; the pane says so.
else if (typeof Office !== 'undefined') void Office.onReady(associateAll);
