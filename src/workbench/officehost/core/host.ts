/**
 * The host: answers the unmodified office.js the way Excel does, for a workbook that it is given.
 *
 * One object serves one workbook and one page at a time. Requests run one after the other and each of them at once;
 * what they cause (events) is told after they have been answered.
 */
import { meta } from '../meta/meta';
import type { FunctionAnswer, ModelEvent, WorkbookModel } from '../../model';
import { makersOf } from '../excel/makers';
import { seedMarks } from '../excel/seeding';
import { follow } from '../excel/shifting';
import { Dialogs, type ShowDialog } from './dialogs';
import { HostError, transportStatus } from './errors';
import { entriesOf, eventCode, eventEntry } from './events';
import { FunctionBroker, type InvokeOptions } from './functions';
import type { HostObject, Session } from './objects';
import { bytes, payloadLimit } from './payload';
import type { HostFacts, HostPort, MessageEntry, PagePort, RichAnswer } from './port';
import { runRequest } from './request';
import { requirementSets } from './requirementSets';
import { newShell, Service, shellServices, type ShellState } from './services';
import { Store } from './store';
import { TableWatch } from './tableEvents';
import { pathKind, type WireRequest } from './wire';

export interface HostOptions {
  readonly model: WorkbookModel;
  readonly locale?: string;
  readonly documentUrl?: string;
  readonly instanceId?: string;
  readonly readOnly?: boolean;
  /** The add-in is loaded without its pane. */
  readonly startsHidden?: boolean;
  /** Default: it is light. */
  readonly isDark?: () => boolean;
  /** Told when the pane is shown or hidden, by the user or by the add-in. */
  readonly paneChanged?: (visible: boolean) => void;
  /** Shows a dialog of the add-in. Absent: dialogs are refused. */
  readonly showDialog?: ShowDialog;
  /** Replaces what is declared: for tests of an older Excel. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/** Request flag: wait until the user has finished editing a cell. */
const waitForCellEdit = 64;

const functionResults = 'SetInvocationArrayResults';
const functionServiceName = 'Microsoft.ExcelServices.CustomFunctions';

let instances = 0;

export class OfficeHost implements HostPort {
  readonly facts: HostFacts;
  readonly functions: FunctionBroker;
  readonly shell: ShellState;
  readonly dialogs: Dialogs;
  /** Members that a page asked for and the host does not know, as 'Class.member'. Tests want it empty. */
  readonly notImplemented: string[] = [];
  /** Bytes; tests may lower it. */
  payloadLimit = payloadLimit;

  private readonly session: Session;
  private readonly store = new Store();
  private readonly services: (name: string) => HostObject | null;
  private readonly unsubscribe: () => void;
  private readonly tellPane: ((visible: boolean) => void) | null;
  private page: PagePort | null = null;
  private readonly messagesBefore: MessageEntry[] = [];
  private events: ModelEvent[] = [];
  private activeBefore: string;
  private readonly tableWatch: TableWatch;
  private inRequest = false;
  private eventsScheduled = false;
  private readonly failures: (string | number)[] = [];
  private editing: (() => void)[] | null = null;
  private held: (() => void)[] | null = null;
  private readonly commands = new Map<string, (result: string) => void>();
  private readonly actionsBefore: MessageEntry[] = [];
  /** Commands that were pressed before the page could hear them; null while it can. */
  private commandsBefore: (() => void)[] | null = [];
  private lastCommand = 0;

  constructor(options: HostOptions) {
    const { model } = options;
    instances++;
    this.facts = {
      instanceId: options.instanceId ?? `page-${String(instances)}`,
      locale: options.locale ?? 'en-US',
      documentUrl: options.documentUrl ?? model.name,
      readOnly: options.readOnly ?? false,
      startsHidden: options.startsHidden ?? false,
      isDark: options.isDark ?? (() => false),
      requirementSets: options.requirementSets ?? requirementSets,
    };
    this.dialogs = new Dialogs(options.showDialog ?? null);
    this.shell = newShell(this.facts.startsHidden);
    this.functions = new FunctionBroker((entries) => {
      this.send(entries);
    });
    this.session = {
      model,
      meta,
      store: this.store,
      make: makersOf(() => this.session),
      unknown: (place) => {
        this.notImplemented.push(place);
        throw new HostError('NotImplemented', `The office host does not know "${place}".`, place);
      },
    };
    seedMarks(this.session);
    const shell = shellServices(
      () => this.session,
      this.shell,
      () => {
        this.paneChanged();
      },
      () => {
        this.sendActions();
      },
    );
    this.services = (name) => (name === functionServiceName ? this.functionService() : shell(name));
    this.activeBefore = model.activeSheet();
    this.tableWatch = new TableWatch(this.session);
    this.unsubscribe = model.subscribe((event) => {
      // What the add-in has moved itself is followed in its request.
      const isShift = event.kind === 'changed' && event.shift !== undefined && event.source === 'user';
      if (isShift && model.sheets().some(({ id }) => id === event.sheet))
        follow(this.session, event.sheet, { area: event.area, direction: event.shift });
      this.events.push(event);
      this.scheduleEvents();
    });
    this.tellPane = options.paneChanged ?? null;
  }

  /** The workbook is closed: nothing of it is told any more. */
  close(): void {
    this.unsubscribe();
    this.dialogs.close();
    this.page = null;
    this.functions.end();
  }

  // The page

  connect(page: PagePort): () => void {
    this.page = page;
    this.commandsBefore ??= [];
    this.shell.actionsReady = false;
    if (this.messagesBefore.length > 0) page.messages(this.messagesBefore.splice(0));
    return () => {
      if (this.page !== page) return;
      this.page = null;
      this.commandsBefore ??= [];
      this.functions.reset();
      this.endCommands();
    };
  }

  readSettings(): readonly (readonly [string, string])[] {
    return [...this.store.settings];
  }

  writeSettings(settings: readonly (readonly [string, string])[]): void {
    this.store.settings.clear();
    for (const [key, value] of settings) this.store.settings.set(key, value);
  }

  /** Commands under way end with their page. */
  private endCommands(): void {
    for (const completed of this.commands.values()) completed('');
    this.commands.clear();
    this.commandsBefore?.splice(0);
  }

  hearsCommands(): void {
    const before = this.commandsBefore ?? [];
    this.commandsBefore = null;
    for (const press of before) press();
  }

  commandCompleted(id: string, _status: number, result: string): void {
    this.commands.get(id)?.(result);
    this.commands.delete(id);
  }

  richApi(body: string, flags: number, answered: (answer: RichAnswer) => void): void {
    if (this.editing !== null && (flags & waitForCellEdit) !== 0) {
      this.editing.push(() => {
        this.richApi(body, flags, answered);
      });
      return;
    }
    const answer = this.answer(body);
    if (this.held === null) answered(answer);
    else
      this.held.push(() => {
        answered(answer);
      });
  }

  private answer(body: string): RichAnswer {
    const request = requestOf(body);
    if (this.editing !== null && (request === null || isAboutWorkbook(request)))
      return { status: transportStatus.cellEditMode, body: null };
    if (bytes(body) > this.payloadLimit) {
      const answers = request === null ? undefined : functionAnswers(request);
      if (answers === undefined) return { status: transportStatus.requestTooLarge, body: null };
      // office.js would send them again and again, and their cells would stay #BUSY!.
      this.functions.refuseLarge(answers, this.payloadLimit);
    }
    if (request === null) return { status: transportStatus.internal, body: null };
    const failure = isHousekeeping(request) ? undefined : this.failures.shift();
    if (typeof failure === 'number') return { status: failure, body: null };
    if (failure !== undefined) return { status: 0, body: JSON.stringify(failedAtOnce(failure)) };
    this.inRequest = true;
    let response = {};
    const work = (): void => {
      response = runRequest(this.session, this.services, request);
    };
    try {
      if (this.session.model.asOneStep === undefined) work();
      else this.session.model.asOneStep(work);
    } finally {
      this.inRequest = false;
    }
    this.scheduleEvents();
    const text = JSON.stringify(response);
    if (bytes(text) > this.payloadLimit) return { status: transportStatus.responseTooLarge, body: null };
    return { status: 0, body: text };
  }

  // Events

  private scheduleEvents(): void {
    if (this.inRequest || this.held !== null || this.eventsScheduled) return;
    if (this.events.length === 0 && !this.tableWatch.hasNews) return;
    this.eventsScheduled = true;
    queueMicrotask(() => {
      this.eventsScheduled = false;
      if (this.inRequest || this.held !== null) return;
      const events = this.events.splice(0);
      if (events.some((event) => event.kind === 'selected')) this.page?.selectionChanged();
      const told = [...entriesOf(this.session, events, this.activeBefore), ...this.tableWatch.news()];
      const entries = this.eventsEnabled ? told : [];
      this.activeBefore = this.session.model.activeSheet();
      if (entries.length > 0) this.send(entries);
    });
  }

  private get eventsEnabled(): boolean {
    return this.store.bag('workbook/_Runtime').get('EnableEvents') !== false;
  }

  private send(entries: readonly MessageEntry[]): void {
    if (this.page === null) this.messagesBefore.push(...entries);
    else this.page.messages(entries);
  }

  private paneChanged(): void {
    const visibility = this.shell.pane === 'Visible' ? 'Visible' : 'Hidden';
    this.tellPane?.(visibility === 'Visible');
    this.send([eventEntry(eventCode.visibility, '', { visibility })]);
  }

  // Custom functions

  /** Calls a function that the add-in has associated, by its id. */
  invokeFunction(
    name: string,
    given: readonly unknown[],
    options: InvokeOptions = {},
  ): Promise<FunctionAnswer> {
    return this.functions.invoke(name, given, options);
  }

  private functionService(): HostObject {
    return new Service(this.session, 'CustomFunctions', {
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        this.functions.markReady();
        return null;
      },
      // 2 and 4: results come every 200 ms rather than every 500.
      _GetEnabledFeatures: () => [2, 4],
      [functionResults]: ([lines]) => {
        this.functions.results(lines);
        return null;
      },
    });
  }

  // Commands

  /**
   * Presses a ribbon button that runs a function, as soon as the page hears commands. Resolves with what the function
   * completed with, or with '' when its page goes away before.
   */
  runCommand(functionName: string, argument: Record<string, unknown> = {}): Promise<string> {
    this.lastCommand++;
    const id = `command-${String(this.lastCommand)}`;
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      const press = (): void => this.page?.command(id, functionName, JSON.stringify(argument));
      if (this.commandsBefore === null) press();
      else this.commandsBefore.push(press);
    });
  }

  /** Runs an action that was associated with Office.actions.associate, as a keyboard shortcut does. */
  runAction(id: string, argument: Record<string, unknown> = {}): void {
    const message = JSON.stringify([id, JSON.stringify(argument)]);
    this.actionsBefore.push({ category: 2, type: 1000, target: '', message });
    this.sendActions();
  }

  /** Keys that were pressed before the page has its actions wait for them. */
  private sendActions(): void {
    if (this.shell.actionsReady && this.actionsBefore.length > 0) this.send(this.actionsBefore.splice(0));
  }

  /** The user closes or opens the pane. */
  showPane(visible: boolean): void {
    const wanted = visible ? 'Visible' : 'Background';
    if (wanted === this.shell.pane) return;
    this.shell.pane = wanted;
    this.paneChanged();
  }

  // What goes wrong in a real Excel

  /** The next request (giving references back does not count) fails: with a code of Excel, or with the number of a transport status. */
  fail(code: string | number): void {
    this.failures.push(code);
  }

  /** The user starts to edit a cell; the function that comes back ends it. */
  startCellEdit(): () => void {
    this.editing ??= [];
    return () => {
      const waiting = this.editing ?? [];
      this.editing = null;
      for (const work of waiting) work();
    };
  }

  /** Answers are worked out but not given until the function that comes back is called: in their order or against it. */
  holdAnswers(): (order?: 'oldest first' | 'newest first') => void {
    this.held ??= [];
    return (order = 'oldest first') => {
      const waiting = this.held ?? [];
      this.held = null;
      if (order === 'newest first') waiting.reverse();
      for (const give of waiting) give();
      this.scheduleEvents();
    };
  }

  /** Answers that are held back. */
  get heldCount(): number {
    return this.held?.length ?? 0;
  }

  /** Objects that the page asked to keep. */
  get referenceCount(): number {
    return this.store.referenceCount;
  }
}

/** null: the body is not a request at all. */
function requestOf(body: string): WireRequest | null {
  try {
    const request: unknown = JSON.parse(body);
    const whole =
      typeof request === 'object' && request !== null && 'Actions' in request && 'ObjectPaths' in request;
    return whole && Array.isArray(request.Actions) ? (request as WireRequest) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** After each Excel.run office.js gives references back in a request of its own that nobody waits for. */
function isHousekeeping(request: WireRequest): boolean {
  return request.Actions.some((action) => action.Name === '_RemoveReference');
}

/** The lines of a request that brings answers of functions; undefined for every other one. */
function functionAnswers(request: WireRequest): unknown {
  return request.Actions.find((action) => action.Name === functionResults)?.ArgumentInfo?.Arguments?.[0];
}

/** Not so for answers of functions, the pane and the ribbon: they go on while a cell is edited. */
function isAboutWorkbook(request: WireRequest): boolean {
  return Object.values(request.ObjectPaths).every((path) => path.ObjectPathType !== pathKind.service);
}

function failedAtOnce(code: string): object {
  const error = new HostError(code);
  return {
    Error: {
      Code: code,
      Message: error.message,
      Location: '',
      ActionIndex: 0,
      HttpStatusCode: error.status,
    },
    ProcessedResults: { Results: [] },
  };
}
