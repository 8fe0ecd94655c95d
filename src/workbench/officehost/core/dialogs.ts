/**
 * Dialogs: a second page of the add-in, one at a time, that shares nothing with the first but messages.
 *
 * The host decides whether one may open and passes messages on; how it is shown is up to who made the host.
 */

/** Numbers of office.js for what becomes of a dialog. */
export const dialogStatus = {
  opened: 0,
  notAnAddress: 12003,
  untrusted: 12004,
  needsHttps: 12005,
  closedByUser: 12006,
  alreadyOpen: 12007,
  /** Nobody shows dialogs here, or there is none to close. */
  internal: 5001,
} as const;

/** The dialog's page, as the host sees it. */
export type DialogPage = (message: string, origin: string) => void;

/** What has to be shown. Sizes are percent of the screen. */
export interface DialogView {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  /** To be called when the user closes it. */
  readonly closedByUser: () => void;
}

/** Shows a dialog; the function that comes back takes it off the screen. */
export type ShowDialog = (view: DialogView) => () => void;

/** Tells the page that opened it: a message with the origin of its page, or a number of `dialogStatus`. */
export interface DialogParent {
  message(text: string, origin: string): void;
  ended(status: number): void;
}

interface OpenDialog {
  readonly parent: DialogParent;
  hide: () => void;
  page: DialogPage | null;
  /** What was said before the dialog's page listened. */
  readonly early: [string, string][];
}

export class Dialogs {
  private open: OpenDialog | null = null;

  constructor(private readonly show: ShowDialog | null) {}

  get isOpen(): boolean {
    return this.open !== null;
  }

  /** Opens a dialog for the page at `opener`. Returns a number of `dialogStatus`. */
  display(
    opener: string,
    { address, width, height }: Pick<DialogView, 'address' | 'width' | 'height'>,
    parent: DialogParent,
  ): number {
    if (this.open !== null) return dialogStatus.alreadyOpen;
    const refusal = refusalOf(address, opener);
    if (refusal !== null) return refusal;
    if (this.show === null) return dialogStatus.internal;
    const dialog: OpenDialog = { parent, hide: () => undefined, page: null, early: [] };
    this.open = dialog;
    const closedByUser = (): void => {
      if (this.open !== dialog) return;
      this.close();
      parent.ended(dialogStatus.closedByUser);
    };
    dialog.hide = this.show({ address, width, height, closedByUser });
    return dialogStatus.opened;
  }

  /** The page that opened it closes it, or is gone. */
  close(): number {
    if (this.open === null) return dialogStatus.internal;
    const { hide } = this.open;
    this.open = null;
    hide();
    return dialogStatus.opened;
  }

  /** From the page that opened it. */
  messageChild(text: string, origin: string): void {
    if (this.open === null) return;
    if (this.open.page === null) this.open.early.push([text, origin]);
    else this.open.page(text, origin);
  }

  /** From the dialog's page. */
  messageParent(text: string, origin: string): void {
    this.open?.parent.message(text, origin);
  }

  /** The dialog's page listens from now on. */
  listen(page: DialogPage): void {
    if (this.open === null) return;
    this.open.page = page;
    for (const [text, origin] of this.open.early.splice(0)) page(text, origin);
  }
}

/**
 * Null: may be opened. A dialog is of the add-in's own origin, and https; only an add-in that is itself served without
 * it, as on one's own machine, may do the same with its dialogs.
 */
function refusalOf(address: string, opener: string): number | null {
  if (!URL.canParse(address)) return dialogStatus.notAnAddress;
  const { origin, protocol } = new URL(address);
  const home = new URL(opener).origin;
  if (origin === home) return null;
  if (protocol === 'http:') return dialogStatus.needsHttps;
  return protocol === 'https:' ? dialogStatus.untrusted : dialogStatus.notAnAddress;
}
