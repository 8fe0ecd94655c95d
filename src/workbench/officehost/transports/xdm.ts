/// <reference lib="dom" />
/**
 * The transport of Excel on the web: the add-in lives in an iframe and speaks to its parent by postMessage.
 *
 * office.js trusts a parent only over https and with the host name of its own page. The parent here trusts only the one
 * window that it opened and only the origin that it opened it with.
 */
import type { HostPort, MessageEntry, PagePort } from '../core/port';

/** Messages are JSON texts of these. */
interface XdmRequest {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const messageType = { request: 0, response: 1 } as const;
const actionType = { invoke: 0, register: 1, unregister: 2 } as const;
const responseType = { forCalling: 0, forEvent: 1 } as const;

const contextRequest = 'ContextActivationManager_getAppContextAsync';
const commandEvent = 'appCommandInvoked';
const dispatch = { richApi: 93, commandCompleted: 94, saveSettings: 76 } as const;
/** Internal error: what a call that nobody answers gets. */
const notAnswered = 5001;

/** Name of the iframe, from which office.js learns where it is. `parentUrl` is the address of the parent page. */
export function frameName(host: HostPort, conversation: string, parentUrl: string): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${conversation}`,
    hostInfo: `Excel$Web$16.00$${host.facts.locale}$${host.facts.instanceId}$$disableLogging$3`,
    xdmInfo: `${conversation}|looplens|${parentUrl}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/**
 * Listens to the add-in in `frame`. `addInOrigin` is the exact origin of its page.
 * Returns the function that ends it.
 */
export function installXdm(
  parent: Window,
  frame: HTMLIFrameElement,
  host: HostPort,
  addInOrigin: string,
): () => void {
  const registered = new Map<string, string>();
  const post = (message: object): void => {
    frame.contentWindow?.postMessage(JSON.stringify(message), addInOrigin);
  };
  const answer = (request: XdmRequest, data: unknown, errorCode = 0): void => {
    post({
      _messageType: messageType.response,
      _responseType: responseType.forCalling,
      _actionName: request._actionName,
      _conversationId: request._conversationId,
      _correlationId: request._correlationId,
      _errorCode: errorCode,
      _data: data,
      _origin: parent.location.href,
    });
  };
  const deliver = (event: string, data: unknown): void => {
    const conversation = registered.get(event);
    if (conversation === undefined) return;
    post({
      _messageType: messageType.response,
      _responseType: responseType.forEvent,
      _actionName: event,
      _conversationId: conversation,
      _correlationId: -1,
      _errorCode: 0,
      _data: data,
      _origin: parent.location.href,
    });
  };
  const port: PagePort = {
    messages: (entries) => {
      deliver('richApiMessage', { ArrayData: entries.map(entryArray) });
    },
    command: (id, functionName, argument) => {
      deliver(commandEvent, [id, functionName, argument]);
    },
    selectionChanged: () => {
      deliver('documentSelectionChanged', {});
    },
    settingsChanged: () => {
      deliver('settingsChanged', {});
    },
  };
  let disconnect: () => void = () => undefined;
  // The first question of every page: what was registered before it belongs to a page that is gone.
  const newPage = (): void => {
    disconnect();
    registered.clear();
    disconnect = host.connect(port);
  };
  const receive = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow || event.origin !== addInOrigin) return;
    const request = requestOf(event.data);
    if (request === null) return;
    if (request._actionName === contextRequest) newPage();
    switch (request._actionType) {
      case actionType.register:
        registered.set(request._actionName, request._conversationId);
        answer(request, { Error: 0 });
        if (request._actionName === commandEvent) host.hearsCommands();
        return;
      case actionType.unregister:
        registered.delete(request._actionName);
        answer(request, { Error: 0 });
        return;
      default:
        invoked(host, request, (data) => {
          answer(request, data);
        });
    }
  };
  parent.addEventListener('message', receive);
  return () => {
    disconnect();
    parent.removeEventListener('message', receive);
  };
}

function invoked(host: HostPort, request: XdmRequest, answered: (data: unknown) => void): void {
  switch (request._actionName) {
    case contextRequest:
      answered(contextOf(host));
      return;
    case 'executeMethod':
      execute(host, request._data, answered);
      return;
    // Focus, keys and telemetry: nothing to answer.
    default:
      answered(null);
  }
}

function execute(host: HostPort, data: unknown, answered: (data: unknown) => void): void {
  if (!isRecord(data) || !isRecord(data['DdaMethod'])) {
    answered({ Error: notAnswered, Version: 1 });
    return;
  }
  switch (data['DdaMethod']['DispatchId']) {
    case dispatch.richApi: {
      const parts = data['ArrayData'] as [never, never, never, never, string, never, number];
      host.richApi(parts[4], parts[6], (answer) => {
        answered(
          answer.body === null
            ? { Error: answer.status, Version: 1 }
            : { Error: 0, Version: 1, Data: [200, [], answer.body] },
        );
      });
      return;
    }
    case dispatch.commandCompleted:
      host.commandCompleted(String(data['0']), Number(data['1']), String(data['2']));
      answered({ Error: 0, Version: 1 });
      return;
    case dispatch.saveSettings: {
      const method = data['DdaSettingsMethod'];
      const pairs = isRecord(method) && Array.isArray(method['Properties']) ? method['Properties'] : [];
      host.writeSettings((pairs as [string, string][]).map(([key, value]) => [key, value] as const));
      answered({ Error: 0, Version: 1 });
      return;
    }
    default:
      answered({ Error: notAnswered, Version: 1 });
  }
}

function entryArray(entry: MessageEntry): unknown[] {
  return [entry.category, entry.type, entry.target, entry.message, null, false];
}

/** A request, or null: anything on the page may post anything. */
function requestOf(data: unknown): XdmRequest | null {
  if (typeof data !== 'string' || !data.startsWith('{')) return null;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isRecord(message) || message['_messageType'] !== messageType.request) return null;
  const whole =
    typeof message['_actionType'] === 'number' &&
    typeof message['_actionName'] === 'string' &&
    typeof message['_conversationId'] === 'string' &&
    typeof message['_correlationId'] === 'number';
  if (!whole) return null;
  const request: unknown = message;
  return request as XdmRequest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The context as Excel on the web gives it. 16 is its number among the applications. */
function contextOf(host: HostPort): Record<string, unknown> {
  const { facts } = host;
  return {
    _id: 'looplens',
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: facts.locale,
    _dataLocale: facts.locale,
    _docUrl: facts.documentUrl,
    _clientMode: facts.readOnly ? 0 : 1,
    _settings: host.readSettings(),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: facts.instanceId,
    _appInstanceId: facts.instanceId,
    _requirementMatrix: JSON.stringify({ ...facts.requirementSets, ExcelApiOnline: '1.1' }),
    _hostFullVersion: '16.0.15407.20000',
    _addinName: 'Looplens',
    _appDomains: [],
    _initialDisplayMode: facts.startsHidden ? 1 : 2,
    _featureGates: {},
  };
}
