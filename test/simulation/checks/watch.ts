// What must hold at any instant, looked at with each write that reaches the store.
import type { Store } from '../../../functions/core/ports/store.ts';
import type { GatewayModel } from '../outside/gateway.ts';

export interface StoreWrite {
  /** The function instance that writes. */
  readonly by: string;
  readonly table: string;
  readonly columns: object;
}

export class Watch {
  readonly #store: Store;
  readonly #gateway: GatewayModel;
  readonly #violation: (what: string) => void;
  /** Which instance works under which lease. */
  readonly #holders = new Map<string, string>();

  constructor(store: Store, gateway: GatewayModel, violation: (what: string) => void) {
    this.#store = store;
    this.#gateway = gateway;
    this.#violation = violation;
  }

  /** Called when a write has just been applied. */
  async see({ by, table, columns }: StoreWrite): Promise<void> {
    if (table === 'Tasks' && 'run_key' in columns) {
      await this.#checkLease(by, String(columns.run_key));
    }
    const state = 'state' in columns ? columns.state : undefined;
    if (table === 'Movements' && (state === 'failed' || state === 'declined')) {
      await this.#checkGivenUp(state);
    }
  }

  /** A run's nodes are finished by the one who has its lease, and by nobody beside. */
  async #checkLease(by: string, runKey: string): Promise<void> {
    const run = await this.#store.find('Runs', 'run_key', runKey);
    const token = run?.lease_token ?? '';
    const holder = this.#holders.get(token) ?? by;
    this.#holders.set(token, holder);
    if (token === '' || holder !== by) {
      this.#violation(`${by} works on ${runKey} under the lease of ${token && holder}`);
    }
  }

  /** What the gateway has done is never called a failure. */
  async #checkGivenUp(state: string): Promise<void> {
    const given = await this.#store.select('Movements', { where: [['state', '=', state]] });
    for (const movement of given) {
      const intent = movement.movement_key.slice(movement.movement_key.indexOf('|') + 1);
      const done = this.#gateway.takenMtis.get(intent);
      if (done !== undefined && done.status !== 'DECLINED') {
        this.#violation(`refund ${intent} is ${state}, and the gateway has done it`);
      }
    }
  }
}
