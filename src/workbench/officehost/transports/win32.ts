/// <reference lib="dom" />
/**
 * The in-page transport: the functions that office.js of desktop Excel expects on `window.external`.
 *
 * Install it before the script tag of office.js, and give the page the host info in its address (`hostInfo`).
 * Answers come in a later task of the page, as they do across a process border: a callback never re-enters its caller.
 */
import { dialogStatus } from '../core/dialogs';
import type { HostPort, PagePort } from '../core/port';
import { contextOf, entryArray, safeArray, type Callback, type Handler } from './win32Values';

/** Value of the query parameter `_host_Info`: desktop Excel, shared runtime (1) with custom functions (2). */
export function hostInfo(locale: string): string {
  return `Excel$Win32$16.01$${locale}$$$disableLogging$3`;
}

/** What of a window the transport needs. */
export interface HostedWindow {
  readonly external: object;
  readonly location: { readonly href: string; readonly origin: string };
  setTimeout(handler: () => void, milliseconds: number): number;
}

const dispatch = {
  settingsChanged: 1,
  selectionChanged: 2,
  dialog: 10,
  richMessage: 33,
  command: 39,
  richApi: 93,
  commandCompleted: 94,
} as const;

const answered = ['GetContext', 'Execute', 'RegisterEvent', 'UnregisterEvent', 'MessageChild2'];

/** 5001 is office.js's number for an internal error: what a call that nobody answers gets. */
const notAnswered = 5001;

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

  /** For a dialog the target of the event says what to open. */
  const displayDialog = (target: string, handler: Handler): number => {
    const { url, width, height } = JSON.parse(target) as { url: string; width: number; height: number };
    const tell = (payload: unknown[]): void => {
      later(() => {
        handler(dispatch.dialog, safeArray(payload));
      });
    };
    return host.dialogs.display(
      page.location.href,
      { address: url, width, height },
      {
        message: (text, origin) => {
          tell([0, text, origin]);
        },
        ended: (status) => {
          tell([status]);
        },
      },
    );
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
    RegisterEvent(id: number, target: string, handler: Handler, callback: Callback) {
      let status: number = dialogStatus.opened;
      if (id === dispatch.dialog) status = displayDialog(target, handler);
      else handlers.set(id, handler);
      later(() => {
        callback(status);
        if (id === dispatch.command) host.hearsCommands();
      });
    },
    UnregisterEvent(id: number, _target: string, callback: Callback) {
      const status = id === dispatch.dialog ? host.dialogs.close() : dialogStatus.opened;
      handlers.delete(id);
      later(() => {
        callback(status);
      });
    },
    MessageChild2(json: string) {
      const { messageContent } = JSON.parse(json) as { messageContent: string };
      host.dialogs.messageChild(messageContent, page.location.origin);
    },
  });
  const disconnect = host.connect(port);
  return () => {
    disconnect();
    host.dialogs.close();
    handlers.clear();
    for (const name of answered) Reflect.deleteProperty(page.external, name);
  };
}
