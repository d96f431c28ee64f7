// One captured payment of 40.00 and a refund of 15.00 that an agent asks for: what tests of its outcome begin with.
import { intentId, type PaymentKey } from '../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import { refundPayment } from '../../../functions/core/steps/refund-payment.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION, type TransactionSeed, transaction } from './fake-transactions.ts';
import { createWorld, START_MS } from './world.ts';

export const KEY = 'inst-1|mid_usd|p1' as PaymentKey;

export type RefundStory = Awaited<ReturnType<typeof openRefundStory>>;

export async function openRefundStory() {
  const world = createWorld();
  const intent: string = intentId(START_MS, new Uint8Array(16));
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
  const log = () => readLog(world.ports.store, KEY);
  return {
    world,
    intent,
    log,
    /** Answers the movement as it stands. */
    async refund(amountMinor = 1_500) {
      const wanted = { paymentKey: KEY, amountMinor, currency: 'USD', reason: 'Damaged' };
      const actor = { userId: 'u1', name: 'Agent', role: 'agent' } as const;
      return refundPayment(world.ports, world.company, actor, { ...wanted, intentId: intent });
    },
    async movement() {
      const key = `${INSTALLATION}|${intent}`;
      const found = await world.ports.store.find('Movements', 'movement_key', key);
      if (found === undefined) throw new Error('the refund is there');
      return found;
    },
    async leftMinor() {
      return refundLimits((await log()).map(entryOf)).leftMinor;
    },
    async alarmCodes() {
      const open = await openAlarms(world.ports.store, INSTALLATION);
      return open.map((alarm) => (JSON.parse(alarm.problem ?? '{}') as { code: string }).code);
    },
    /** Something at the gateway that carries the refund's reference. */
    appears(seed: Partial<TransactionSeed> & { readonly id: string }): void {
      const usual = {
        kind: 'refund',
        rootId: 'p1',
        amountMinor: 1_500,
        reference: intent,
      } as const;
      const submittedAt = world.ports.clock.now();
      world.transactions.set(seed.id, transaction({ ...usual, submittedAt, ...seed }));
    },
  };
}
