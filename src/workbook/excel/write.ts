/// <reference types="office-js" />
/** Carries a plan out, in as few requests as their sizes allow. What it cannot finish it says exactly. */
import { cellsOf, placeInPlan } from '../operations';
import { checkPlan } from '../plan';
import type { Refusal } from '../port';
import { type Operation, type WorkOptions } from '../port';
import { mostBytes, mostCells, mostRanges } from './limits';
import { isTooLarge, refusalOf } from './officeErrors';
import { OpenSheets } from './openSheets';
import type { Piece } from './piece';
import { piecesOf } from './pieces';
import { throwIfStopped } from '../stopping';
import { undoNotSupported } from './run';
import { checkProtection, readState } from './state';
import { stepsOf, type Step } from './steps';
import { checkSupport } from './support';

export async function writePlan(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  options: WorkOptions,
): Promise<void> {
  throwIfStopped(options.signal, () => 'Nothing was changed.');
  const plan = checkSupport(operations);
  const state = await readState(context);
  checkPlan(state, operations);
  await checkProtection(context, state, operations);
  const steps = await stepsOf(context, state.sheets, plan);
  await new Writer(context, new OpenSheets(context, state.sheets, state.names), steps, options).write();
}

class Writer {
  /** Pieces that are done, and of which operation and whether whole the last was. */
  private pieces = 0;
  private last = { of: -1, isLast: true };
  private cells = 0;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly sheets: OpenSheets,
    private readonly operations: readonly Step[],
    private readonly options: WorkOptions,
  ) {}

  async write(): Promise<void> {
    const total = this.operations.reduce((sum, operation) => sum + cellsOf(operation), 0);
    for (const request of this.requests()) {
      throwIfStopped(this.options.signal, () => this.soFar(0));
      await this.send(request);
      this.options.progress?.(this.cells, total);
    }
  }

  /** Pieces in their order, as many in one request as fit. */
  private *requests(): Generator<readonly Piece[]> {
    let request: Piece[] = [];
    let [cells, bytes] = [0, 0];
    for (let of = 0; of < this.operations.length; of++) {
      for (const piece of piecesOf(this.operations[of], of)) {
        const fits =
          cells + piece.cells <= mostCells && bytes + piece.bytes <= mostBytes && request.length < mostRanges;
        if (!fits && request.length > 0) {
          yield request;
          request = [];
          [cells, bytes] = [0, 0];
        }
        request.push(piece);
        cells += piece.cells;
        bytes += piece.bytes;
      }
    }
    if (request.length > 0) yield request;
  }

  /** A request that is too large is refused whole, and sent again in two. Depth: the logarithm of its cells. */
  private async send(request: readonly Piece[]): Promise<void> {
    const back = this.sheets.mark();
    request.forEach((piece, index) => {
      piece.queue(this.sheets);
      // Comes back with an error for everything that was done before it.
      this.context.trace(String(index));
    });
    try {
      await this.context.sync();
    } catch (error) {
      if (!(error instanceof OfficeExtension.Error)) throw error;
      const done = error.traceMessages.length;
      if (error.code === undoNotSupported && this.pieces + done === 0) throw error;
      if (isTooLarge(error) && done === 0) {
        back();
        const halves = halvesOf(request);
        if (halves !== null) {
          await this.send(halves[0]);
          await this.send(halves[1]);
          return;
        }
      }
      request.slice(0, done).forEach((piece) => this.did(piece));
      throw this.refusal(error, request[Math.min(done, request.length - 1)]);
    }
    this.sheets.answered();
    request.forEach((piece) => this.did(piece));
  }

  private did(piece: Piece): void {
    this.pieces++;
    this.cells += piece.cells;
    this.last = piece;
  }

  private refusal(error: OfficeExtension.Error, piece: Piece): Refusal {
    const operation = this.operations[piece.of];
    const place = placeInPlan(this.operations, piece.of);
    const sheet = 'sheet' in operation && operation.kind !== 'add-sheet' ? operation.sheet : null;
    return refusalOf(error, `Excel stopped ${place}`, sheet, this.soFar(piece.cells));
  }

  /** `piece`: cells of the piece that Excel refused. office.js writes a range in parts of 1,500 cells. */
  private soFar(piece: number): string {
    const whole = this.last.isLast ? this.last.of + 1 : this.last.of;
    const isPartly = !this.last.isLast;
    if (whole === 0 && !isPartly && piece <= 1_500) return 'Nothing was changed.';
    const before = `${whole} of ${this.operations.length} changes ${whole === 1 ? 'was' : 'were'} made`;
    if (isPartly) return `${before}, and change ${whole + 1} in part.`;
    return piece > 1_500 ? `${before}, and change ${whole + 1} perhaps in part.` : `${before}.`;
  }
}

function halvesOf(request: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | null {
  if (request.length > 1) {
    const middle = request.length >> 1;
    return [request.slice(0, middle), request.slice(middle)];
  }
  const halves = request[0].halves();
  return halves === null ? null : [[halves[0]], [halves[1]]];
}
