/// <reference lib="dom" />
/**
 * The page of a dialog, as `window.external` of desktop Excel serves it: it hears its opener and answers it, and the
 * workbook is not there for it.
 */
import type { HostPort } from '../core/port';
import type { HostedWindow } from './win32';
import { contextOf, safeArray, type Callback, type Handler } from './win32Values';

/** Value of `_host_Info` for a dialog's page: it has neither pane nor functions. */
export function dialogInfo(locale: string): string {
  return `Excel$Win32$16.01$${locale}$$isDialog$disableLogging$0`;
}

const parentMessage = { event: 12, received: 1 } as const;
/** office.js's number for what is not there. */
const notAnswered = 5001;

/** Puts the dialog that is open in `host` on `window.external` of its page, before the script tag of office.js. */
export function installWin32Dialog(page: HostedWindow, host: HostPort): void {
  const later = (work: () => void): void => {
    page.setTimeout(work, 0);
  };
  Object.assign(page.external, {
    GetContext: () => contextOf(host),
    Execute(_id: number, _parameters: unknown[], callback: Callback) {
      later(() => {
        callback(notAnswered);
      });
    },
    RegisterEvent(id: number, _target: string, handler: Handler, callback: Callback) {
      later(() => {
        callback(0);
        if (id !== parentMessage.event) return;
        host.dialogs.listen((message, origin) => {
          later(() => {
            handler(id, safeArray([parentMessage.received, message, origin]));
          });
        });
      });
    },
    UnregisterEvent(_id: number, _target: string, callback: Callback) {
      later(() => {
        callback(0);
      });
    },
    MessageParent2(json: string) {
      const { messageToParent } = JSON.parse(json) as { messageToParent: unknown };
      host.dialogs.messageParent(String(messageToParent), page.location.origin);
    },
  });
}
