// Changes at Zoho and in the shop: which flows they start, how often, and what it costs where none waits for them.
import { describe, expect, it } from 'vitest';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import { noteOrderChange } from '../../../functions/core/steps/note-order-change.ts';
import { pollZohoChanges } from '../../../functions/core/steps/poll-zoho-changes.ts';
import { renewCrmWatch } from '../../../functions/core/steps/renew-crm-watch.ts';
import { readCursors } from '../../../functions/core/work/cursors.ts';
import { type AnnouncedEvent, putInInbox } from '../../../functions/core/work/inbox.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { flowThatEnds, libraryWith } from './flow-library-with.ts';
import { createWorld, START_MS } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function worldOn(on: string, where?: object[], once = 'change') {
  const flow = flowThatEnds({ on, once, ...(where === undefined ? {} : { where }) });
  const world = createWorld({ flows: libraryWith(flow) });
  const announce = (
    event: Pick<AnnouncedEvent, 'source' | 'type' | 'subject'>,
    salt: string,
    body = '',
  ) => putInInbox(world.ports, { ...event, installation: INSTALLATION, sameness: [salt], body });
  const runs = async () => {
    const rows = await world.ports.store.select('Runs', { where: [['flow', '=', 'noticed']] });
    return rows.map((row) => [row.state, JSON.parse(row.input ?? '{}').given]);
  };
  const poll = () => pollZohoChanges(world.ports, INSTALLATION, [flow]);
  return { world, flow, announce, runs, poll };
}

const invoice = { source: 'books', type: 'invoice', subject: 'inv-7' } as const;
const byPeople = [['$change.byTallybridge', '=', false]];

describe('an announced change', () => {
  it('starts the flow once, however often and by whomever the same change is announced', async () => {
    const { world, announce, runs } = worldOn('invoice.created');
    world.zohoChanges.change('invoice', { id: 'inv-7', changedAt: START_MS });
    for (const salt of ['webhook', 'poll', 'webhook again']) await announce(invoice, salt);
    await world.work();
    expect(await runs()).toEqual([['done', { invoice: { id: 'inv-7' } }]]);
  });

  it('costs no call where no flow begins with it', async () => {
    const { world, announce, runs } = worldOn('ticket.closed');
    await announce(invoice, 'webhook');
    await world.work();
    expect(world.calls).toEqual([]);
    expect(await runs()).toEqual([]);
    const [event] = await world.ports.store.select('Inbox', { where: [['state', '=', 'done']] });
    expect(event?.subject).toBe('inv-7');
  });

  it('starts once for each later change', async () => {
    const { world, announce, runs } = worldOn('invoice.updated');
    const createdAt = START_MS - DAY_MS;
    for (const changedAt of [START_MS, START_MS + 5_000]) {
      world.zohoChanges.change('invoice', { id: 'inv-7', createdAt, changedAt });
      await announce(invoice, String(changedAt));
      await world.work();
    }
    expect(await runs()).toHaveLength(2);
  });

  it.each([
    ['made just now', 0, 1, 0],
    ['changed soon after it was made', 10 * MINUTE_MS, 1, 1],
    ['changed long after it was made', DAY_MS, 0, 1],
  ])('tells a record that was %s', async (_, age, created, updated) => {
    for (const [on, expected] of [
      ['invoice.created', created],
      ['invoice.updated', updated],
    ] as const) {
      const { world, announce, runs } = worldOn(on);
      const change = { id: 'inv-7', createdAt: START_MS - age, changedAt: START_MS };
      world.zohoChanges.change('invoice', change);
      await announce(invoice, 'webhook');
      await world.work();
      expect(await runs()).toHaveLength(expected);
    }
  });

  it('leaves out what Tallybridge has made or changed itself, when the flow says so', async () => {
    for (const [on, ours] of [
      ['invoice.created', { madeByUs: true }],
      ['invoice.updated', { changedByUs: true, createdAt: START_MS - DAY_MS }],
    ] as const) {
      const { world, announce, runs } = worldOn(on, byPeople);
      world.zohoChanges.change('invoice', { id: 'inv-7', changedAt: START_MS, ...ours });
      await announce(invoice, 'webhook');
      await world.work();
      expect(await runs()).toEqual([]);
    }
  });

  it('is over when the record is gone', async () => {
    const { world, announce, runs } = worldOn('contact.updated');
    await announce({ source: 'crm', type: 'crm-contact', subject: 'gone' }, 'webhook');
    await world.work();
    expect(await runs()).toEqual([]);
    expect(world.warnings).toEqual([]);
    const waiting = await world.ports.store.select('Inbox', { where: [['state', '!=', 'done']] });
    expect(waiting).toEqual([]);
  });

  it('is taken up again when Zoho can not be asked', async () => {
    const { world, announce, runs } = worldOn('ticket.closed');
    const feed = world.company.changes.ticket;
    const read = feed.read;
    Object.assign(feed, { read: async () => refused(problem('zoho-unavailable', 'retry')) });
    await announce({ source: 'desk', type: 'ticket', subject: 't1' }, 'webhook');
    await world.work();
    Object.assign(feed, { read });
    world.zohoChanges.change('ticket', { id: 't1', changedAt: START_MS });
    await world.heal();
    expect(await runs()).toEqual([['done', { ticket: { id: 't1' } }]]);
  });
});

describe('an order of the shop', () => {
  const placed = { source: 'woocommerce', type: 'order.created', subject: '1001' } as const;
  const changed = { ...placed, type: 'order.updated' } as const;

  it('is placed once', async () => {
    const { world, announce, runs } = worldOn('order.placed');
    await announce(placed, '1', '{"id":1001}');
    await announce(placed, '2', '{"id":1001,"note":""}');
    await world.work();
    expect(await runs()).toEqual([['done', { order: { id: '1001' } }]]);
  });

  it('is changed by people, unless we have just set its outcome', async () => {
    const { world, announce, runs } = worldOn('order.changed', byPeople);
    world.places('1001', 4_000);
    await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
    await world.work();
    const body = (at: number) =>
      JSON.stringify({
        id: 1001,
        transaction_id: 'p1',
        date_modified_gmt: new Date(at).toISOString().slice(0, 19),
      });
    await announce(changed, 'ours', body(START_MS));
    await world.work();
    expect(await runs()).toEqual([]);
    await announce(changed, 'theirs', body(START_MS + 10 * MINUTE_MS));
    await world.work();
    expect(await runs()).toEqual([['done', { order: { id: '1001' } }]]);
  });

  it('is not changed by people where we have set it for its invoice', async () => {
    const { world, announce, runs } = worldOn('order.changed', byPeople);
    const body = (at: number) =>
      JSON.stringify({ id: 1001, date_modified_gmt: new Date(at).toISOString().slice(0, 19) });
    for (const setAt of [0, 30]) {
      world.advance(setAt * MINUTE_MS);
      await noteOrderChange(world.ports, INSTALLATION, '1001');
      await announce(changed, `ours ${setAt}`, body(world.ports.clock.now()));
      await world.work();
    }
    expect(await runs()).toEqual([]);
    await announce(changed, 'theirs', body(START_MS + 10 * MINUTE_MS));
    await world.work();
    expect(await runs()).toHaveLength(1);
  });
});

describe('the poll', () => {
  it('finds what no webhook announced, and announces a webhook’s change as the same', async () => {
    const { world, announce, runs, poll } = worldOn('invoice.updated');
    await poll();
    const createdAt = START_MS - DAY_MS;
    const changedAt = START_MS + MINUTE_MS;
    for (const id of ['inv-7', 'inv-8']) {
      world.zohoChanges.change('invoice', { id, createdAt, changedAt });
    }
    await putInInbox(world.ports, {
      ...invoice,
      installation: INSTALLATION,
      sameness: ['invoice', 'inv-7', String(changedAt)],
      body: '',
    });
    await announce(invoice, 'another delivery');
    world.advance(5 * MINUTE_MS);
    await poll();
    await world.work();
    expect(await world.ports.store.select('Inbox', { where: [] })).toHaveLength(3);
    expect(await runs()).toHaveLength(2);
  });

  it('asks for nothing that no flow waits for, and every five minutes only', async () => {
    const { world, poll, flow } = worldOn('ticket.closed');
    await poll();
    world.advance(5 * MINUTE_MS);
    await poll();
    await poll();
    expect(world.calls).toEqual(['look for changed ticket']);
    await pollZohoChanges(world.ports, INSTALLATION, []);
    expect(world.calls).toHaveLength(1);
    expect(flow.trigger.on).toBe('ticket.closed');
  });

  it('begins with what changes from then on, and reads on where it could not', async () => {
    const { world, runs, poll } = worldOn('invoice.updated');
    const createdAt = START_MS - 2 * DAY_MS;
    world.zohoChanges.change('invoice', { id: 'old', createdAt, changedAt: START_MS - DAY_MS });
    await poll();
    world.zohoChanges.change('invoice', { id: 'new', createdAt, changedAt: START_MS + 1_000 });
    const feed = world.company.changes.invoice;
    const { changedSince } = feed;
    Object.assign(feed, {
      changedSince: async () => refused(problem('zoho-unavailable', 'retry')),
    });
    for (let round = 0; round < 6; round += 1) {
      world.advance(5 * MINUTE_MS);
      await poll();
    }
    Object.assign(feed, { changedSince });
    world.advance(5 * MINUTE_MS);
    await poll();
    await world.work();
    expect(await runs()).toEqual([['done', { invoice: { id: 'new' } }]]);
  });
});

describe('the channel of the CRM', () => {
  function watched(on = 'contact.updated') {
    const { world, flow } = worldOn(on);
    const renewals: number[] = [];
    let works = true;
    const contactWatch = {
      key: 'key-1',
      renew: async (expiresAt: number) => {
        renewals.push(expiresAt);
        return works
          ? { ok: true as const, value: undefined }
          : refused(problem('zoho-unavailable', 'retry'));
      },
    };
    Object.assign(world.company, { contactWatch });
    const renew = () => renewCrmWatch(world.ports, INSTALLATION, [flow]);
    return { world, contactWatch, renew, renewals, fail: (fails: boolean) => (works = !fails) };
  }

  it('is opened when a flow needs it and renewed days before it closes', async () => {
    const { world, renew, renewals } = watched();
    for (let hour = 0; hour < 14 * 24; hour += 1) {
      await renew();
      const [last = 0] = renewals.slice(-1);
      expect(last - world.ports.clock.now()).toBeGreaterThan(3 * DAY_MS);
      world.advance(60 * MINUTE_MS);
    }
    expect(renewals).toHaveLength(5);
  });

  it('is left alone while no flow needs it', async () => {
    const { renew, renewals } = watched('invoice.created');
    await renew();
    expect(renewals).toEqual([]);
  });

  it('is tried again after a quarter of an hour, and opened anew under another address', async () => {
    const { world, contactWatch, renew, renewals, fail } = watched();
    fail(true);
    await renew();
    await renew();
    expect(renewals).toHaveLength(1);
    fail(false);
    world.advance(15 * MINUTE_MS);
    await renew();
    expect(renewals).toHaveLength(2);
    contactWatch.key = 'key-2';
    await renew();
    expect(renewals).toHaveLength(3);
    const cursors = await readCursors(world.ports.store, INSTALLATION, ['crm-watch|key-2']);
    expect(cursors.get('crm-watch|key-2')?.position).toBe(renewals[2]);
  });
});
