/** Objects of a request that are not of the workbook: found by name, each a handful of methods. */
import { HostError } from './errors';
import { HostObject, type Session } from './objects';
import type { TypeMeta } from '../meta/types';

const noMembers: TypeMeta = {
  scalars: [],
  writable: [],
  aliases: {},
  children: {},
  item: null,
  collection: false,
  methods: {},
  events: {},
};

export type ServiceMethods = Readonly<Record<string, (given: readonly unknown[]) => unknown>>;

export class Service extends HostObject {
  constructor(
    session: Session,
    name: string,
    private readonly methods: ServiceMethods,
    private readonly setters: Readonly<Record<string, (value: unknown) => void>> = {},
  ) {
    super(session, name, `service:${name}`);
  }

  override get meta(): TypeMeta {
    return noMembers;
  }

  override set(name: string, value: unknown): void {
    const setter = Object.hasOwn(this.setters, name) ? this.setters[name] : undefined;
    if (setter === undefined) this.session.unknown(`${this.type}.${name}`);
    setter(value);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const method = Object.hasOwn(this.methods, name) ? this.methods[name] : undefined;
    return method === undefined ? this.session.unknown(`${this.type}.${name}`) : method(given);
  }
}

/** What the pane and the ribbon look like after what the add-in asked of them. */
export interface ShellState {
  /** 'Visible' or 'Background'. */
  pane: string;
  /** What happens when the document opens: 'Background' loads the add-in, 'Inactive' does not. */
  startup: string;
  readonly enabledButtons: Map<string, boolean>;
  readonly visibleTabs: Map<string, boolean>;
  /** Action -> keys. */
  shortcuts: Record<string, string | null>;
  actionsReady: boolean;
}

export function newShell(startsHidden: boolean): ShellState {
  return {
    pane: startsHidden ? 'Background' : 'Visible',
    startup: 'Inactive',
    enabledButtons: new Map(),
    visibleTabs: new Map(),
    shortcuts: {},
    actionsReady: false,
  };
}

/**
 * The pane, the ribbon, shortcuts and telemetry. `paneChanged` is called when the pane is shown or hidden, `actionsReady`
 * when the page can be told keys.
 */
export function shellServices(
  session: () => Session,
  shell: ShellState,
  paneChanged: () => void,
  actionsReady: () => void,
): (name: string) => HostObject | null {
  const services: Readonly<Record<string, ServiceMethods>> = {
    'Microsoft.InternalService.AddinInternalService': {
      NotifyActionHandlerReady() {
        shell.actionsReady = true;
        actionsReady();
        return null;
      },
    },
    'Microsoft.AppRuntime.AppRuntimePersistenceService': {
      GetAppRuntimeStartState: () => shell.startup,
      SetAppRuntimeStartState([state]) {
        shell.startup = String(state);
        return null;
      },
    },
    'Microsoft.AppRuntime.AppRuntimeService': {
      GetAppRuntimeState: () => shell.pane,
      SetAppRuntimeState([state]) {
        const wanted = String(state);
        if (wanted !== shell.pane) {
          shell.pane = wanted;
          paneChanged();
        }
        return null;
      },
    },
    'Microsoft.DynamicRibbon.DynamicRibbon': {
      GetButton: ([id]) => ribbonButton(session(), shell, String(id)),
      GetTab: ([id]) =>
        new Service(session(), 'RibbonTab', {
          SetVisibility([visible]) {
            shell.visibleTabs.set(String(id), visible === true);
            return null;
          },
        }),
    },
    'Microsoft.Office.ActionService': {
      GetShortcuts: () => shell.shortcuts,
      AreShortcutsInUse: ([wanted]) =>
        (Array.isArray(wanted) ? wanted : []).map((shortcut: unknown) => ({
          shortcut,
          inUse: Object.values(shell.shortcuts).includes(String(shortcut)),
        })),
      ReplaceShortcuts([wanted]) {
        if (typeof wanted !== 'object' || wanted === null) throw new HostError('InvalidArgument');
        shell.shortcuts = { ...shell.shortcuts, ...(wanted as Record<string, string | null>) };
        return null;
      },
    },
    // Nothing leaves the page: what would be sent is dropped.
    'Microsoft.Telemetry.TelemetryService': { SendTelemetryEvent: () => null },
  };
  return (name) => {
    if (!Object.hasOwn(services, name)) return null;
    return new Service(session(), name, services[name]);
  };
}

function ribbonButton(session: Session, shell: ShellState, id: string): HostObject {
  const enable = (enabled: unknown): null => {
    shell.enabledButtons.set(id, enabled === true);
    return null;
  };
  return new Service(
    session,
    'RibbonButton',
    { SetEnabled: ([enabled]) => enable(enabled) },
    { Enabled: enable },
  );
}
