/// <reference types="custom-functions-runtime" />
/// <reference types="office-js" />
/**
 * The script of the custom functions: small, because it is loaded before the pane whenever a workbook holds a formula.
 *
 * It is the script of their worker too, so that the engine is fetched once: as a worker it answers questions, as the
 * page's script it asks them. Functions are associated as soon as office.js offers to, else when it is ready: a workbook
 * that is just being opened must not find them missing.
 */
import { associateFunctions } from './associate';
import { answerInWorker } from './call';
import { platformClock } from './turns';
import { serveQuestions, type WorkerScope } from './worker/answering';

function associateAll(): void {
  associateFunctions((id, answer) => CustomFunctions.associate(id, answer));
}

if (typeof document === 'undefined') {
  serveQuestions(self as unknown as WorkerScope, platformClock);
} else {
  const own = document.currentScript;
  if (own instanceof HTMLScriptElement) answerInWorker(() => new Worker(own.src));
  if (typeof CustomFunctions !== 'undefined') associateAll();
  // Without office.js there is nobody to ask; the pane says so.
  else if (typeof Office !== 'undefined') void Office.onReady(associateAll);
}
