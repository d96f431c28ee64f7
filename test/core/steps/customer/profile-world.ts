// A world whose company keeps profiles at the gateway in step, with a customer in Books and the CRM and two cards in the vault.
import type { Customer } from '../../../../functions/core/domain/customer.ts';
import type { FlowLibrary } from '../../../../functions/core/flows/library.ts';
import { shippedFlows } from '../../../../functions/core/flows/shipped.ts';
import { triggerNamed } from '../../../../functions/core/flows/triggers.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import { putInInbox } from '../../../../functions/core/work/inbox.ts';
import { INSTALLATION, MERCHANT } from '../fake-transactions.ts';
import { createWorld, START_MS } from '../world.ts';

const switchedOn = ['customer-to-gateway', 'customer-from-gateway'];

export const ann: Customer = {
  email: 'ann@example.com',
  firstName: 'Ann',
  lastName: 'Buyer',
  company: 'Bean Ltd',
  phone: '+1 555 0100',
  billing: {
    line1: '12 Bean Street',
    city: 'Portland',
    region: 'Oregon',
    postalCode: '97201',
    country: 'United States',
  },
};

/** What stands beside a card when Ann's record is in step; the name on the card is nobody's. */
export const annAtGateway = {
  email: 'ann@example.com',
  firstName: 'A.',
  lastName: 'Buyer',
  company: 'Bean Ltd',
  phone: '+1 555 0100',
  billing: {
    line1: '12 Bean Street',
    city: 'Portland',
    region: 'OR',
    postalCode: '97201',
    country: 'US',
  },
};

export async function profileWorld(
  options: { intercept?: Interceptor; step?: (name: string) => Promise<void> } = {},
) {
  const world = createWorld(options);
  const flows: Partial<FlowLibrary> = {
    startedBy: async (_installation, trigger) =>
      [...shippedFlows().values()].filter(
        ({ id, trigger: { on } }) => switchedOn.includes(id) && triggerNamed(on) === trigger,
      ),
  };
  Object.assign(world.ports.flows, flows);
  const { cards } = world.records;
  cards.books.set('b1', ann);
  cards.crm.set('c1', { ...ann, company: '' });
  const payer = { email: 'old@example.com', firstName: 'A.', lastName: 'Buyer' };
  world.profiles.set('v1', {
    customerId: 'v1',
    email: 'old@example.com',
    cards: [
      { paymentInstrumentId: 'pi-1', isDefault: true, payer },
      { paymentInstrumentId: 'pi-2', isDefault: false, payer },
    ],
  });
  const keepCard = (paymentInstrument: string, more: object) =>
    world.ports.store.insert('Cards', {
      card_key: `${INSTALLATION}|${MERCHANT}|${paymentInstrument}`,
      installation: INSTALLATION,
      merchant_id: MERCHANT,
      vault_customer_id: 'v1',
      payment_instrument_id: paymentInstrument,
      state: 'active',
      ...more,
    });
  await keepCard('pi-1', { books_customer_id: 'b1', crm_contact_id: 'c1' });
  let events = 0;
  return {
    ...world,
    keepCard,
    /** Somebody changes the record in Zoho, and it is announced. */
    async changes(product: 'books' | 'crm', id: string, customer: Customer): Promise<void> {
      await this.announces(product, id, customer);
      await world.work();
    },
    async announces(product: 'books' | 'crm', id: string, customer: Customer): Promise<void> {
      events += 1;
      cards[product].set(id, customer);
      const record = `${product}-contact` as const;
      const changedAt = START_MS + events * 60_000;
      world.zohoChanges.change(record, { id, changedAt, createdAt: START_MS - 86_400_000 });
      await putInInbox(world.ports, {
        installation: INSTALLATION,
        source: product,
        type: record,
        subject: id,
        sameness: [String(events)],
        body: '',
      });
    },
    /** The gateway announces a change of the profile. */
    async announcesProfile(): Promise<void> {
      events += 1;
      await putInInbox(world.ports, {
        installation: INSTALLATION,
        source: 'cybersource',
        type: 'tms.token.updated',
        subject: 'v1',
        merchantId: MERCHANT,
        sameness: [String(events)],
        body: JSON.stringify({ profile: 'v1' }),
      });
      await world.work();
    },
    async outcomes(flow: string): Promise<readonly unknown[]> {
      const runs = await world.ports.store.select('Runs', { where: [['flow', '=', flow]] });
      return runs.map(({ state, outcome }) => ({ state, ...JSON.parse(outcome ?? '{}') }));
    },
  };
}
