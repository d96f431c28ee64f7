// Stored cards that change at the gateway: the token is re-read, and flows start once for each change.
import { describe, expect, it } from 'vitest';
import type { VaultToken } from '../../../functions/core/ports/card-tokens.ts';
import { putInInbox } from '../../../functions/core/work/inbox.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { flowThatEnds, libraryWith } from './flow-library-with.ts';
import { createWorld } from './world.ts';

const token: VaultToken = {
  kind: 'network-token',
  id: 'T1',
  status: 'active',
  cardType: 'visa',
  cardLast4: '1111',
  cardExpiry: '2030-12',
};

function worldWith(trigger: object) {
  const world = createWorld({ flows: libraryWith(flowThatEnds(trigger)) });
  const announce = async (salt: string, id = 'T1') => {
    await putInInbox(world.ports, {
      installation: INSTALLATION,
      source: 'cybersource',
      type: 'tms.networktoken.updated',
      subject: 'enrollment-1',
      merchantId: MERCHANT,
      sameness: [salt],
      body: JSON.stringify({ token: id }),
    });
    await world.work();
  };
  const runs = () => world.ports.store.select('Runs', { where: [['flow', '=', 'noticed']] });
  const becomes = (change: Partial<VaultToken>) =>
    world.tokens.set('T1', { ...token, ...world.tokens.get('T1'), ...change });
  return { world, announce, runs, becomes };
}

describe('a card token’s change', () => {
  it('starts the flow with the token as it is now, once for each change', async () => {
    const { announce, runs, becomes } = worldWith({ on: 'token.changed', once: 'change' });
    becomes({});
    await announce('first');
    await announce('retry');
    expect(await runs()).toHaveLength(1);
    becomes({ status: 'suspended' });
    await announce('second');
    becomes({ status: 'active' });
    await announce('third');
    becomes({ status: 'suspended' });
    await announce('fourth');
    await announce('fifth');
    const started = await runs();
    expect(started).toHaveLength(4);
    expect(JSON.parse(started.at(-1)?.input ?? '{}')).toMatchObject({
      given: { token: { id: 'T1', status: 'suspended', merchantId: MERCHANT, cardLast4: '1111' } },
    });
    expect(started.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is also a new expiry, and obeys the trigger’s condition', async () => {
    const where = [['$token.cardExpiry', '>', '2031']];
    const { announce, runs, becomes } = worldWith({
      on: 'tokenstatusupdate',
      once: 'change',
      where,
    });
    becomes({});
    await announce('first');
    expect(await runs()).toHaveLength(0);
    becomes({ cardExpiry: '2033-01' });
    await announce('second');
    expect(await runs()).toHaveLength(1);
  });

  it('of a token that is not ours starts nothing and is done with', async () => {
    const { world, announce, runs } = worldWith({ on: 'token.changed', once: 'change' });
    await announce('first', 'T9');
    expect(await runs()).toHaveLength(0);
    expect(await world.ports.store.select('Inbox', { where: [] })).toMatchObject([
      { state: 'done' },
    ]);
  });

  it('costs no call where no flow waits for it', async () => {
    const { world, announce, becomes } = worldWith({ on: 'button', once: 'change' });
    becomes({});
    await announce('first');
    expect(world.calls).toEqual([]);
  });
});
