// What must hold at any instant, looked at with each write that reaches the store; and a count of what happens there.
import { holdsAmount, type MovementState } from '../../../functions/core/domain/movement.ts';
import type { Row, TableName } from '../../../functions/core/store/schema.ts';
import { fromSafeText } from '../../../functions/core/work/safe-text.ts';
import type { Coverage } from '../coverage.ts';
import type { GatewayModel } from '../outside/gateway.ts';

export interface StoreWrite {
  /** The function instance that writes. */
  readonly by: string;
  readonly table: string;
  readonly columns: object;
}

type Movement = Row<'Movements'>;
type AnyRow = Row<TableName> & { readonly state?: string; readonly problem?: string };

export class Watch {
  readonly #gateway: GatewayModel;
  readonly #coverage: Coverage;
  readonly #violation: (what: string) => void;
  /** The lease under which each run is worked on, and which instance has which lease. */
  readonly #leases = new Map<string, string>();
  readonly #holders = new Map<string, string>();
  /** The movements of each payment. */
  readonly #logs = new Map<string, Map<string, Movement>>();

  constructor(parts: {
    readonly gateway: GatewayModel;
    readonly coverage: Coverage;
    readonly violation: (what: string) => void;
  }) {
    this.#gateway = parts.gateway;
    this.#coverage = parts.coverage;
    this.#violation = parts.violation;
  }

  /** Called by the store for each row that changes. */
  seeChange(table: TableName, before: Row<TableName> | undefined, after: Row<TableName>): void {
    this.#count(table, before as AnyRow | undefined, after as AnyRow);
    this.#checkSkipped(before, after);
    if (table === 'Runs') {
      const run = after as Row<'Runs'>;
      this.#leases.set(run.run_key, run.lease_token ?? '');
    }
    if (table === 'Movements') this.#seeMovement(before as Movement, after as Movement);
  }

  /** A run's nodes are finished by the one who has its lease, and by nobody beside. */
  seeWrite({ by, table, columns }: StoreWrite): void {
    // A decision is no node: whoever decides writes it, and the first one stays.
    if (table !== 'Tasks' || !('run_key' in columns)) return;
    if ('action' in columns && columns.action === 'approval') return;
    const runKey = String(columns.run_key);
    const token = this.#leases.get(runKey) ?? '';
    const holder = this.#holders.get(token) ?? by;
    this.#holders.set(token, holder);
    if (token === '' || holder !== by) {
      this.#violation(`${by} works on ${runKey} under the lease of ${token && holder}`);
    }
  }

  /** The gateway has just acted on a movement of ours. */
  seeMoved(mti: string): void {
    for (const log of this.#logs.values()) {
      const state = [...log.values()].find((one) => intentOf(one) === mti)?.state;
      if (state === 'failed' || state === 'declined') {
        this.#violation(`movement ${mti} is ${state}, and the gateway does it`);
      }
    }
  }

  /** What a person has laid aside stays there. */
  #checkSkipped(before: AnyRow | undefined, after: AnyRow): void {
    if (before?.state !== 'skipped' || after.state === 'skipped') return;
    this.#violation(`row ${after.ROWID} was laid aside, and is ${after.state}`);
  }

  #seeMovement(before: Movement | undefined, after: Movement): void {
    const log = this.#logs.get(after.payment_key) ?? new Map<string, Movement>();
    log.set(after.movement_key, after);
    this.#logs.set(after.payment_key, log);
    if (before === undefined && after.origin === 'panel') this.#checkBalance(after, log);
    if (after.state !== 'failed' && after.state !== 'declined') return;
    // What the gateway has done is never called a failure.
    const done = this.#gateway.takenMtis.get(intentOf(after));
    if (done !== undefined && done.status !== 'DECLINED') {
      this.#violation(
        `${after.kind} ${intentOf(after)} is ${after.state}, and the gateway has done it`,
      );
    }
  }

  /** With a refund that is let in, all that is or may be out is within what came in. */
  #checkBalance(refund: Movement, log: ReadonlyMap<string, Movement>): void {
    let [captured, out] = [0, 0];
    for (const { kind, state, amount_minor: minor } of log.values()) {
      if (kind === 'capture' && state === 'succeeded') captured += minor;
      const isOut = kind === 'refund' || kind === 'dispute' || kind === 'void';
      if (isOut && holdsAmount(state as MovementState)) out += minor;
    }
    if (out > captured) {
      this.#violation(`${refund.movement_key} is let in: ${out} out of ${captured} captured`);
    }
  }

  #count(table: TableName, before: AnyRow | undefined, after: AnyRow): void {
    if (table === 'Tasks') this.#coverage.count(`step ${(after as Row<'Tasks'>).action}`);
    if (after.state !== undefined && after.state !== before?.state) {
      const name = table === 'Movements' ? (after as Movement).kind : table;
      this.#coverage.count(`${name} ${before?.state ?? 'new'} > ${after.state}`);
    }
    if (after.problem !== undefined && after.problem !== before?.problem) {
      const { code } = JSON.parse(fromSafeText(after.problem)) as { readonly code: string };
      this.#coverage.count(`problem ${code}`);
    }
  }
}

/** The movement's id without its installation: for our own the one that the gateway is told. */
export function intentOf({ movement_key: key }: Movement): string {
  return key.slice(key.indexOf('|') + 1);
}
