// A customer in Zoho and their profile at the gateway: each field goes one way, an echo nowhere, a merge is followed.
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import type { FlowData } from '../../../../functions/core/flows/expression.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { hashed } from '../../../../functions/core/work/links.ts';
import { INSTALLATION, MERCHANT } from '../fake-transactions.ts';
import { ann, annAtGateway, profileWorld } from './profile-world.ts';

type World = Awaited<ReturnType<typeof profileWorld>>;

const payers = (world: World) => world.profiles.get('v1')?.cards.map(({ payer }) => payer);

/** The field owners' mapping as the company has changed it. */
function own(world: World, owners: Readonly<Record<string, string>>): void {
  const { map } = world.ports.flows;
  world.ports.flows.map = async (installation, mapping, sources) => {
    const mapped = await map(installation, mapping, sources);
    return mapped.ok && mapping.id === 'customer-field-owners'
      ? ok<FlowData>({ ...mapped.value, ...owners })
      : mapped;
  };
}

async function payment(world: World, id: string, columns: object): Promise<void> {
  const key = `${INSTALLATION}|${MERCHANT}|${id}`;
  await world.ports.store.insert('Payments', {
    payment_key: key,
    installation: INSTALLATION,
    merchant_id: MERCHANT,
    gateway_id: id,
    state: 'captured',
    currency: 'USD',
    version: '1',
    ...columns,
  });
}

describe('a customer who was changed in Zoho', () => {
  it('is written to the profile and beside each card, but for the name on the card', async () => {
    const world = await profileWorld();
    await world.changes('books', 'b1', ann);
    expect(world.profiles.get('v1')).toMatchObject({
      email: 'ann@example.com',
      reference: 'books-b1',
    });
    expect(payers(world)).toEqual([annAtGateway, annAtGateway]);
    expect(await world.outcomes('customer-to-gateway')).toEqual([
      {
        state: 'done',
        changed: 1,
        cards: 2,
        fields: 'email, company, phone, billing',
        merged: 0,
        duplicates: '',
      },
    ]);
  });

  it('costs one reading of the profile and nothing more when nothing differs', async () => {
    const world = await profileWorld();
    await world.changes('books', 'b1', ann);
    world.calls.length = 0;
    await world.changes('books', 'b1', { ...ann, email: ' Ann@Example.com' });
    expect(world.calls).toEqual([
      'read change of books-contact',
      'read crm card',
      'read books card',
      'read profile',
    ]);
  });

  it('blanks nothing at the gateway, and keeps a number that the merchant has given', async () => {
    const world = await profileWorld();
    const profile = world.profiles.get('v1');
    if (profile !== undefined) world.profiles.set('v1', { ...profile, reference: 'K-77' });
    await world.changes('crm', 'c1', { email: '', firstName: '', lastName: 'Buyer' });
    expect(world.profiles.get('v1')).toEqual({ ...profile, reference: 'K-77' });
  });

  it('is left as it is where nobody owns the field, and overwritten where the owner says so', async () => {
    const world = await profileWorld();
    own(world, { phone: 'nobody', billing: 'gateway', name: 'zoho' });
    await world.changes('books', 'b1', ann);
    const { phone: _, billing: __, ...rest } = annAtGateway;
    expect(payers(world)).toEqual([
      { ...rest, firstName: 'Ann' },
      { ...rest, firstName: 'Ann' },
    ]);
  });

  it('leaves the profile of another record with the same mail address alone, and tells of it', async () => {
    const world = await profileWorld();
    world.records.cards.books.set('b2', ann);
    await payment(world, 'p2', {
      books_customer_id: 'b2',
      customer_key: hashed('ann@example.com'),
      detail: JSON.stringify({ facts: { customerProfileId: 'v2' } }),
    });
    const other = { customerId: 'v2', email: 'other@example.com', cards: [] };
    world.profiles.set('v2', other);
    await world.changes('books', 'b1', ann);
    expect(world.profiles.get('v2')).toEqual(other);
    expect(await world.outcomes('customer-to-gateway')).toMatchObject([
      { changed: 1, merged: 0, duplicates: 'b2' },
    ]);
  });
});

describe('a customer whom another was merged into', () => {
  it.each([
    ['by mail', { customer_key: hashed('ann@example.com') }],
    ['by the link to the same contact of the CRM', { crm_contact_id: 'c1' }],
  ])('has the other one’s payments and cards, found %s', async (_, columns) => {
    const world = await profileWorld();
    await payment(world, 'p2', { books_customer_id: 'gone', ...columns });
    await world.keepCard('pi-2', { books_customer_id: 'gone' });
    await world.changes('books', 'b1', ann);
    const cards = await world.ports.store.select('Cards', {
      where: [['books_customer_id', '=', 'b1']],
    });
    const paid = await world.ports.store.select('Payments', {
      where: [['books_customer_id', '=', 'b1']],
    });
    expect([cards.length, paid.length]).toEqual([2, 1]);
    expect(await world.outcomes('customer-to-gateway')).toMatchObject([{ merged: 1 }]);
  });

  it('is followed in the CRM as well', async () => {
    const world = await profileWorld();
    await payment(world, 'p2', { books_customer_id: 'b1', crm_contact_id: 'gone' });
    await world.changes('crm', 'c1', ann);
    const paid = await world.ports.store.find(
      'Payments',
      'payment_key',
      `${INSTALLATION}|${MERCHANT}|p2`,
    );
    expect(paid?.crm_contact_id).toBe('c1');
  });
});

describe('a profile that was changed at the gateway', () => {
  const moved = { line1: '1 Dock Road', city: 'Hamburg', postalCode: '20095', country: 'DE' };
  const move = (world: World) => {
    const profile = world.profiles.get('v1');
    if (profile === undefined) throw new Error('no profile');
    const cards = profile.cards.map((card) => ({
      ...card,
      payer: { ...card.payer, phone: '+49 40 1', billing: moved },
    }));
    world.profiles.set('v1', { ...profile, cards });
  };

  it('writes into Books and CRM what the gateway owns, and nothing else', async () => {
    const world = await profileWorld();
    own(world, { billing: 'gateway' });
    move(world);
    await world.announcesProfile();
    expect(world.records.cards.books.get('b1')).toEqual({ ...ann, billing: moved });
    expect(world.records.cards.crm.get('c1')).toEqual({ ...ann, company: '', billing: moved });
    expect(await world.outcomes('customer-from-gateway')).toEqual([
      { state: 'done', books: 'billing', crm: 'billing' },
    ]);
  });

  it('asks nobody at Zoho where Zoho owns all that is owned', async () => {
    const world = await profileWorld();
    move(world);
    await world.announcesProfile();
    expect(world.calls.filter((call) => call.endsWith('card'))).toEqual([]);
  });

  it('is no news when it is as we wrote it, or as it was told before', async () => {
    const world = await profileWorld();
    own(world, { billing: 'gateway' });
    await world.changes('books', 'b1', ann);
    await world.announcesProfile();
    expect(await world.outcomes('customer-from-gateway')).toEqual([]);
    move(world);
    await world.announcesProfile();
    await world.announcesProfile();
    expect(await world.outcomes('customer-from-gateway')).toHaveLength(1);
  });

  it('finds a record that was merged away by its mail address', async () => {
    const world = await profileWorld();
    own(world, { billing: 'gateway' });
    world.records.cards.books.delete('b1');
    world.records.cards.books.set('b9', { ...ann, email: 'old@example.com' });
    move(world);
    await world.announcesProfile();
    expect(world.records.cards.books.get('b9')?.billing).toEqual(moved);
  });
});

describe('a crash', () => {
  async function crashAt(at: number, when: 'before' | 'after'): Promise<number> {
    let calls = 0;
    let armed = false;
    const world = await profileWorld({
      intercept: async (_call, apply) => {
        if (!armed) return apply();
        calls += 1;
        if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
        const result = apply();
        if (calls === at) throw new StoreFailure('crash', 'crash');
        return result;
      },
    });
    await payment(world, 'p2', { books_customer_id: 'gone', crm_contact_id: 'c1' });
    await world.keepCard('pi-2', { books_customer_id: 'gone' });
    await world.announces('books', 'b1', ann);
    armed = true;
    await world.work().catch(() => undefined);
    const usual = calls;
    // Leases and retries come due within the hour.
    for (let round = 0; round < 12; round += 1) {
      world.advance(5 * 60_000);
      await world.work().catch(() => undefined);
    }
    expect(payers(world), `crash ${when} store call ${at}`).toEqual([annAtGateway, annAtGateway]);
    const left = await world.ports.store.select('Cards', {
      where: [['books_customer_id', '=', 'gone']],
    });
    expect(left, `crash ${when} store call ${at}`).toEqual([]);
    await world.announcesProfile();
    expect(await world.outcomes('customer-from-gateway'), `echo ${when} ${at}`).toEqual([]);
    return usual;
  }

  it('at any store call leaves the profile in step in the end, and starts no echo', async () => {
    const usual = await crashAt(Number.POSITIVE_INFINITY, 'before');
    for (let at = 1; at <= usual; at += 1) {
      await crashAt(at, 'before');
      await crashAt(at, 'after');
    }
    // With the event's and the run's own, a merge of one payment and one card, and the mark.
    expect(usual).toBe(30);
  });

  it.each([
    'before change profile',
    'after change profile',
    'before change payer',
    'after change payer',
  ])('%s writes what is missing, and no more than that, when it is taken up', async (place) => {
    let isBroken = false;
    const world = await profileWorld({
      step: async (name) => {
        if (isBroken || name !== place) return;
        isBroken = true;
        throw new StoreFailure('crash', place);
      },
    });
    await world.changes('books', 'b1', ann).catch(() => undefined);
    await world.heal();
    expect(payers(world)).toEqual([annAtGateway, annAtGateway]);
    expect(world.profiles.get('v1')?.reference).toBe('books-b1');
    expect(world.calls.filter((call) => call === 'change payer').length).toBeLessThanOrEqual(3);
    await world.announcesProfile();
    expect(await world.outcomes('customer-from-gateway')).toEqual([]);
  });
});
