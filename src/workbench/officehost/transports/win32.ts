/// <reference lib="dom" />
/**
 * The in-page transport: the functions that office.js of desktop Excel expects on `window.external`.
 *
 * Install it before the script tag of office.js, and give the page the host info in its address (`hostInfo`).
 * Answers come in a later task of the page, as they do across a process border: a callback never re-enters its caller.
 */
import type { HostPort, MessageEntry, PagePort } from '../core/port';

/** Value of the query parameter `_host_Info`: desktop Excel, shared runtime (1) with custom functions (2). */
export function hostInfo(locale: string): string {
  return `Excel$Win32$16.01$${locale}$$$disableLogging$3`;
}

/** The arrays of desktop Excel are COM arrays: office.js asks them for their content. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

type Callback = (answer: number | SafeArray) => void;
type Handler = (dispatch: number, payload: SafeArray) => void;

/** What of a window the transport needs. */
export interface HostedWindow {
  readonly external: object;
  setTimeout(handler: () => void, milliseconds: number): number;
}

const dispatch = {
  settingsChanged: 1,
  selectionChanged: 2,
  richMessage: 33,
  command: 39,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** 5001 is office.js's number for an internal error: what a call that nobody answers gets. */
const notAnswered = 5001;

function safeArray(items: unknown[]): SafeArray {
  return { toArray: () => items, dimensions: () => 1 };
}

/** Puts the host on `window.external`. Returns the function that takes it away again. */
export function installWin32(page: HostedWindow, host: HostPort): () => void {
  const handlers = new Map<number, Handler>();
  const later = (work: () => void): void => {
    page.setTimeout(work, 0);
  };
  const deliver = (event: number, payload: unknown[]): void => {
    later(() => handlers.get(event)?.(event, safeArray(payload)));
  };
  const port: PagePort = {
    messages: (entries) => {
      deliver(dispatch.richMessage, entries.map(entryArray));
    },
    command: (id, functionName, argument) => {
      deliver(dispatch.command, [id, functionName, argument]);
    },
    selectionChanged: () => {
      deliver(dispatch.selectionChanged, []);
    },
    settingsChanged: () => {
      deliver(dispatch.settingsChanged, []);
    },
  };

  Object.assign(page.external, {
    GetContext: () => contextOf(host),
    Execute(id: number, parameters: unknown[], callback: Callback) {
      if (id === dispatch.richApi) {
        const [, , , , body, , flags] = parameters[0] as [never, never, never, never, string, never, number];
        host.richApi(body, flags, (answer) => {
          later(() => {
            callback(
              answer.body === null ? answer.status : safeArray([0, safeArray([200, [], answer.body])]),
            );
          });
        });
        return;
      }
      if (id === dispatch.commandCompleted) {
        const [command, status, result] = parameters as [string, number, string];
        host.commandCompleted(command, status, result);
        later(() => {
          callback(safeArray([0, null]));
        });
        return;
      }
      later(() => {
        callback(notAnswered);
      });
    },
    RegisterEvent(id: number, _target: string, handler: Handler, callback: Callback) {
      handlers.set(id, handler);
      later(() => {
        callback(0);
      });
    },
    UnregisterEvent(id: number, _target: string, callback: Callback) {
      handlers.delete(id);
      later(() => {
        callback(0);
      });
    },
  });
  const disconnect = host.connect(port);
  return () => {
    disconnect();
    handlers.clear();
    for (const name of ['GetContext', 'Execute', 'RegisterEvent', 'UnregisterEvent']) {
      Reflect.deleteProperty(page.external, name);
    }
  };
}

function entryArray(entry: MessageEntry): SafeArray {
  return safeArray([entry.category, entry.type, entry.target, entry.message, null, false]);
}

/** The context object of desktop Excel: plain getters. */
function contextOf(host: HostPort): Record<string, () => unknown> {
  const { facts } = host;
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'looplens',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => facts.locale,
    GetAppDataLocale: () => facts.locale,
    GetDocUrl: () => facts.documentUrl,
    GetAppCapabilities: () => (facts.readOnly ? 1 : 0),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => facts.instanceId,
    GetCorrelationId: () => facts.instanceId,
    GetSupportedMatrix: () => JSON.stringify(facts.requirementSets),
    GetHostFullVersion: () => '16.0.15407.20000',
    GetFeaturesForSolution: () => '',
    GetInitialDisplayMode: () => (facts.startsHidden ? 1 : 2),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of host.readSettings()) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        host.writeSettings(keys.map((key, index) => [key, values[index]] as const));
      },
    }),
  };
}
