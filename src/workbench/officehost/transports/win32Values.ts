/** Values in the shapes that office.js of desktop Excel takes them in. */
import type { HostPort, MessageEntry } from '../core/port';

/** Colours as numbers, which office.js writes as '#rrggbb'. */
const lightTheme = {
  bodyBackgroundColor: 0xe6e6e6,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xffffff,
  controlForegroundColor: 0x262626,
};
const darkTheme = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x363636,
  controlForegroundColor: 0xffffff,
};

/** The arrays of desktop Excel are COM arrays: office.js asks them for their content. */
export interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

export type Callback = (answer: number | SafeArray) => void;
export type Handler = (dispatch: number, payload: SafeArray) => void;

export function safeArray(items: unknown[]): SafeArray {
  return { toArray: () => items, dimensions: () => 1 };
}

export function entryArray(entry: MessageEntry): SafeArray {
  return safeArray([entry.category, entry.type, entry.target, entry.message, null, false]);
}

/** The context object of desktop Excel: plain getters. */
export function contextOf(host: HostPort): Record<string, () => unknown> {
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
    GetOfficeThemeInfo: () => JSON.stringify(facts.isDark() ? darkTheme : lightTheme),
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
