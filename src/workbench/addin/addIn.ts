/// <reference lib="dom" />
/**
 * The add-in in a frame of the workbench: its own page with its own, unmodified office.js, answered by the office host.
 *
 * What is started is read from manifest.xml, as Excel does it. Nothing of the add-in's code is imported here.
 */
import { registerFunctions, type FunctionsFile } from '../officehost/functionBridge';
import { OfficeHost } from '../officehost/core/host';
import { hostInfo, installWin32 } from '../officehost/transports/win32';
import { installWin32Dialog } from '../officehost/transports/win32Dialog';
import type { WorkbookModel } from '../model';
import { showDialogFrame } from './dialogFrame';
import { readManifest, type Button, type Manifest } from './manifest';
import { readShortcuts, type Shortcuts } from './shortcuts';
import './surroundings';

export interface AddInPlace {
  /** Folder of the add-in on this server, with a slash at its end. */
  readonly folder: string;
  /** Where its page is drawn. */
  readonly room: HTMLElement;
  /** Language of Excel, such as 'ko-KR'. */
  readonly locale: string;
  /** Told when the pane is shown or hidden, by whomever. */
  readonly paneChanged: (visible: boolean) => void;
}

/** What of the add-in does not change with the workbook. */
export interface AddInFiles {
  readonly manifest: Manifest;
  readonly functions: FunctionsFile;
  readonly shortcuts: Shortcuts;
}

/** Reads manifest, functions and shortcuts. Rejects when one of them is not there. */
export async function readAddIn({
  folder,
  locale,
}: Pick<AddInPlace, 'folder' | 'locale'>): Promise<AddInFiles> {
  const manifest = readManifest(await (await fetched(`${folder}manifest.xml`)).text(), locale);
  const [functions, shortcuts] = await Promise.all([
    fetched(manifest.functions).then((file) => file.json() as Promise<FunctionsFile>),
    manifest.shortcuts === null
      ? null
      : fetched(manifest.shortcuts).then(
          (file) => file.json() as Promise<Parameters<typeof readShortcuts>[0]>,
        ),
  ]);
  return { manifest, functions, shortcuts: shortcuts === null ? new Map() : readShortcuts(shortcuts) };
}

/** The add-in beside one workbook. */
export class AddIn {
  readonly host: OfficeHost;
  private readonly frame: HTMLIFrameElement;
  private dialog: HTMLIFrameElement | null = null;
  private detach: (() => void) | null = null;

  constructor(
    private readonly place: AddInPlace,
    readonly files: AddInFiles,
    model: WorkbookModel,
  ) {
    const { locale, room, paneChanged } = place;
    this.host = new OfficeHost({
      model,
      locale,
      startsHidden: room.hidden !== false,
      isDark: () => window.matchMedia('(prefers-color-scheme: dark)').matches,
      paneChanged,
      showDialog: (view) => {
        const shown = showDialogFrame(document, files.manifest.name, locale, view);
        this.dialog = shown.frame;
        return shown.hide;
      },
    });
    registerFunctions(this.host, model, files.manifest.namespace, files.functions);
    window.looplensOffice = (page) => {
      if (page === this.dialog?.contentWindow) {
        installWin32Dialog(page, this.host);
        return;
      }
      // A page that was loaded anew takes the place of the one before.
      this.detach?.();
      this.detach = installWin32(page, this.host);
    };
    this.frame = document.createElement('iframe');
    this.frame.title = files.manifest.name;
    this.frame.src = `${files.manifest.page}?_host_Info=${hostInfo(locale)}`;
    room.replaceChildren(this.frame);
  }

  /** Presses a button of the ribbon or of a menu. */
  async press(button: Button): Promise<void> {
    const { action } = button;
    if (action.kind === 'pane') this.host.showPane(this.place.room.hidden !== false);
    else await this.host.runCommand(action.name);
  }

  /** Runs what the keys stand for; false when they stand for nothing. */
  pressKeys(keys: string): boolean {
    const action = this.files.shortcuts.get(keys);
    if (action === undefined) return false;
    this.host.runAction(action);
    return true;
  }

  /** Ends the page of the add-in: what its functions were asked shows #VALUE! until another one is there to answer. */
  close(): void {
    this.detach?.();
    this.host.close();
    this.frame.remove();
  }
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`"${address}" is not on this server (${response.status}).`);
  return response;
}
