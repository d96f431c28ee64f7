// What is booked beside a payment, and what a void does with it: the fee by contract, and the rest of a cent that was written off.
import { describe, expect, it } from 'vitest';
import type { CardFee } from '../../../functions/core/domain/fee.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { readInverses, runKey } from '../../../functions/core/work/runs.ts';
import { clearing, KEY, sale, sold } from './clearing-entries.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, type World } from './world.ts';

describe('a fee by contract', () => {
  const usual: CardFee = { basisPoints: 290, fixedMinor: 30 };
  const parts = { c1: 1_500, c2: 2_500 } as const;

  function charging(fee: CardFee): World {
    const world = createWorld();
    world.places('1001', 4_000);
    charge(world, fee);
    return world;
  }

  function charge({ company }: World, fee: CardFee): void {
    Object.assign(company, {
      feeAccount: { id: 'acct-fees', name: 'Cybersource Fees' },
      merchants: company.merchants.map((one) => ({ ...one, fees: { USD: fee } })),
    });
  }

  async function captureTwice(world: World) {
    await world.happens({ ...sale, kind: 'authorization' });
    await world.work();
    for (const [id, amountMinor] of Object.entries(parts)) {
      await world.happens({ id, rootId: 'p1', kind: 'capture', amountMinor });
      await world.work();
    }
  }

  const voidOf = (id: 'c1' | 'c2') =>
    ({ id: `v-${id}`, rootId: 'p1', kind: 'void', amountMinor: parts[id], related: [id] }) as const;
  const booked = ({ records }: World) =>
    [...records.payments.values()].map(({ amount, fee }) => [amount.minor, fee?.minor]);

  it('is booked with the payment to the account for fees; without one, it comes with the settlement', async () => {
    const world = charging(usual);
    await world.happens(sale);
    await world.work();
    expect([...world.records.payments.values()]).toMatchObject([
      { amount: { minor: 4_000 }, fee: { minor: 146, currency: 'USD' }, feeAccountId: 'acct-fees' },
    ]);
    expect(booked(await sold())).toEqual([[4_000, undefined]]);
    const nowhere = charging(usual);
    Object.assign(nowhere.company, { feeAccount: undefined });
    await nowhere.happens(sale);
    await nowhere.work();
    expect(booked(nowhere)).toEqual([[4_000, undefined]]);
  });

  it('of each capture is lowered by the terms that it was booked by when one is voided, and goes with the other', async () => {
    const world = charging(usual);
    await captureTwice(world);
    expect(booked(world)).toEqual([[4_000, 177]]);
    // A contract of tomorrow says nothing of what was booked today.
    charge(world, { basisPoints: 100, fixedMinor: 0 });
    await world.happens(voidOf('c1'));
    await world.work();
    expect(booked(world)).toEqual([[2_500, 103]]);
    const run = runKey(INSTALLATION, 'void-to-books', `${KEY}|c1`);
    expect(await readInverses(world.ports.store, run)).toMatchObject([
      { raise: 'customer-payment', amountMinor: 1_500, feeMinor: 74 },
    ]);
    await world.happens(voidOf('c2'));
    await world.work();
    expect(booked(world)).toEqual([]);
  });

  it('that an earlier try has booked by other terms goes down by its share when a part is voided', async () => {
    let isCut = false;
    const world: World = createWorld({
      step: async (name) => {
        if (name !== 'after saveCustomerPayment' || isCut) return;
        isCut = true;
        charge(world, { basisPoints: 100, fixedMinor: 0 });
        throw new StoreFailure('crash', 'crash');
      },
    });
    world.places('1001', 4_000);
    charge(world, usual);
    await captureTwice(world).catch(() => undefined);
    await world.heal();
    expect([isCut, booked(world)]).toEqual([true, [[4_000, 177]]]);
    await world.happens(voidOf('c1'));
    await world.work();
    // 177 times 25 of 40 parts; by today's terms it would be 25.
    expect(booked(world)).toEqual([[2_500, 111]]);
  });

  it('stays as it is when the payment is refunded', async () => {
    const world = charging(usual);
    await world.happens(sale);
    await world.work();
    await world.happens({ id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 4_000 });
    await world.work();
    expect(booked(world)).toEqual([[4_000, 146]]);
    expect(clearing(world)).toContainEqual(['r1', -4_000]);
  });
});

describe('the rest of a cent', () => {
  const voided = { id: 'v1', rootId: 'p1', kind: 'void', amountMinor: 3_999 } as const;
  const writtenOff = ({ records }: World) => [...records.writtenOff];

  it('that was written off is owed again when the payment is voided, and what would write it off again is kept', async () => {
    const world = await sold(3_999);
    expect(writtenOff(world)).toEqual([['invoice-inv-1001', 1]]);
    await world.happens(voided);
    await world.work();
    expect(writtenOff(world)).toEqual([]);
    expect(clearing(world)).toEqual([]);
    const run = runKey(INSTALLATION, 'void-to-books', KEY);
    expect(await readInverses(world.ports.store, run)).toMatchObject([
      { writeOffs: [{ cancel: 'write-off', of: 'invoice-inv-1001', amountMinor: 1 }] },
    ]);
  });

  it.each(['after cancelWriteOff', 'after deleteCustomerPayment'])(
    'is owed again once although the void’s run was cut off %s',
    async (moment) => {
      let isCut = false;
      const world: World = createWorld({
        step: async (name) => {
          if (name !== moment || isCut) return;
          isCut = true;
          throw new StoreFailure('crash', 'crash');
        },
      });
      world.places('1001', 4_000);
      await world.happens({ ...sale, amountMinor: 3_999 });
      await world.work();
      await world.happens(voided);
      await world.work().catch(() => undefined);
      await world.heal();
      expect(isCut).toBe(true);
      expect(writtenOff(world)).toEqual([]);
      expect(clearing(world)).toEqual([]);
      expect(world.calls.filter((call) => call === 'cancelWriteOff')).toHaveLength(1);
    },
  );

  it('is owed again when a person has removed the payment before', async () => {
    const world = await sold(3_999);
    world.records.payments.clear();
    await world.happens(voided);
    await world.work();
    expect(writtenOff(world)).toEqual([]);
  });

  it('is left to people where they have written off another amount since', async () => {
    const world = await sold(3_999);
    world.records.writtenOff.set('invoice-inv-1001', 500);
    await world.happens(voided);
    await world.work();
    expect(writtenOff(world)).toEqual([['invoice-inv-1001', 500]]);
    expect(clearing(world)).toEqual([]);
  });
});
