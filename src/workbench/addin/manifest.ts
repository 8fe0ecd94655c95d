/// <reference lib="dom" />
/** What the workbench takes from manifest.xml, so that it starts the same add-in that Excel would. */

export type ButtonAction =
  | { readonly kind: 'pane' }
  | {
      readonly kind: 'function';
      /** As the page has associated it. */
      readonly name: string;
    };

export interface Button {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the icon, 40 pixels wide. */
  readonly icon: string;
  readonly action: ButtonAction;
}

export interface Manifest {
  readonly name: string;
  /** Address of the page with pane, functions and commands. */
  readonly page: string;
  readonly namespace: string;
  /** Address of functions.json. */
  readonly functions: string;
  /** Address of the keyboard shortcuts; null when there are none. */
  readonly shortcuts: string | null;
  readonly ribbon: readonly Button[];
  /** Of the menu of a cell. */
  readonly cellMenu: readonly Button[];
}

// Twice the size that is drawn, for screens with fine pixels.
const ICON_SIZE = '40';

/** `locale` is a language tag such as 'ko-KR'. Throws when a part that the workbench needs is missing. */
export function readManifest(text: string, locale: string): Manifest {
  const manifest = new DOMParser().parseFromString(text, 'text/xml');
  const resources = resourcesOf(manifest, locale);
  const resource = (holder: Element, ...path: string[]): string => {
    const resid = at(holder, ...path).getAttribute('resid') ?? '';
    const value = resources.get(resid);
    if (value === undefined) throw new Error(`The manifest has no resource "${resid}".`);
    return value;
  };
  const buttonOf = (control: Element): Button => ({
    id: control.getAttribute('id') ?? '',
    label: resource(control, 'Label'),
    tip: resource(control, 'Supertip', 'Description'),
    icon: iconOf(control, resources),
    action: actionOf(at(control, 'Action')),
  });
  const points = new Map(
    named(manifest, 'ExtensionPoint').map((point) => [point.getAttribute('xsi:type') ?? '', point]),
  );
  const point = (type: string): Element => {
    const found = points.get(type);
    if (found === undefined) throw new Error(`The manifest has no ExtensionPoint "${type}".`);
    return found;
  };
  const functions = point('CustomFunctions');
  const [shortcuts] = named(manifest, 'ExtendedOverrides');
  return {
    name: localized(at(manifest.documentElement, 'DisplayName'), locale),
    page: resource(functions, 'Page', 'SourceLocation'),
    namespace: resource(functions, 'Namespace'),
    functions: resource(functions, 'Metadata', 'SourceLocation'),
    shortcuts: (shortcuts as Element | undefined)?.getAttribute('Url') ?? null,
    ribbon: named(point('PrimaryCommandSurface'), 'Control').map(buttonOf),
    cellMenu: named(point('ContextMenu'), 'Control').map(buttonOf),
  };
}

function resourcesOf(manifest: Document, locale: string): Map<string, string> {
  const resources = new Map<string, string>();
  for (const holder of named(manifest, 'Resources')) {
    for (const group of holder.children) {
      for (const entry of group.children) {
        resources.set(entry.getAttribute('id') ?? '', localized(entry, locale));
      }
    }
  }
  return resources;
}

/** The value of an element for a language: its own override, else the default. */
function localized(element: Element, locale: string): string {
  const override = [...element.children].find(
    (child) => child.localName === 'Override' && child.getAttribute('Locale') === locale,
  );
  return override?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? '';
}

function iconOf(control: Element, resources: ReadonlyMap<string, string>): string {
  const image = named(at(control, 'Icon'), 'Image').find(
    (candidate) => candidate.getAttribute('size') === ICON_SIZE,
  );
  return resources.get(image?.getAttribute('resid') ?? '') ?? '';
}

function actionOf(action: Element): ButtonAction {
  if (action.getAttribute('xsi:type') === 'ShowTaskpane') return { kind: 'pane' };
  return { kind: 'function', name: at(action, 'FunctionName').textContent };
}

/** All below with a local name: prefixes are the manifest's own affair. */
function named(holder: Document | Element, name: string): Element[] {
  return [...holder.getElementsByTagNameNS('*', name)];
}

/** The child by a path of local names. */
function at(holder: Element, ...path: string[]): Element {
  return path.reduce((element, name) => {
    const found = [...element.children].find((child) => child.localName === name);
    if (found === undefined) throw new Error(`The manifest has no <${name}> in <${element.localName}>.`);
    return found;
  }, holder);
}
