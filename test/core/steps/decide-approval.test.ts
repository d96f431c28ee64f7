// Approvals: a run asks, somebody else decides once, and the run goes the way that was decided.
import { beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import { readFlow } from '../../../functions/core/flows/document.ts';
import type { FlowLibrary } from '../../../functions/core/flows/library.ts';
import { shippedLibrary } from '../../../functions/core/flows/shipped.ts';
import { decideApproval, showApprovals } from '../../../functions/core/steps/decide-approval.ts';
import { startFlow } from '../../../functions/core/steps/start-flow.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, type World } from './world.ts';

const asked = readFlow({
  format: 1,
  id: 'ask-first',
  version: 1_001,
  title: 'Ask first',
  trigger: { on: 'button', once: 'change' },
  start: 'ask',
  nodes: {
    ask: {
      kind: 'approval',
      ask: 'Give back {$payment.reference}?',
      role: 'approver',
      expiresMinutes: 60,
      approved: 'yes',
      rejected: 'no',
      expired: 'late',
    },
    yes: { kind: 'stop', outcome: { way: 'approved' } },
    no: { kind: 'stop', outcome: { way: 'rejected' } },
    late: { kind: 'stop', outcome: { way: 'expired' } },
  },
});
const caller = readFlow({
  format: 1,
  id: 'call-first',
  version: 1_001,
  title: 'Call first',
  trigger: { on: 'button', once: 'change' },
  start: 'other',
  nodes: {
    other: { kind: 'call', flow: 'ask-first', with: {}, next: 'end' },
    end: { kind: 'stop', outcome: { way: '$other.way' } },
  },
});
const own = [asked, caller];
const flows: FlowLibrary = {
  ...shippedLibrary,
  flow: async (installation, id, version) =>
    own.find((one) => one.id === id) ?? shippedLibrary.flow(installation, id, version),
  current: async (installation, id) =>
    own.find((one) => one.id === id) ?? shippedLibrary.current(installation, id),
};
const agent = { userId: 'u1', name: 'Agent', role: 'agent' } as const;
const approver = { userId: 'u2', name: 'Approver', role: 'approver' } as const;
const other = { userId: 'u3', name: 'Other', role: 'admin' } as const;

let world: World;

async function way() {
  const [run] = await world.ports.store.select('Runs', { where: [['flow', '=', asked.id]] });
  return run?.state === 'done' ? JSON.parse(run.outcome ?? '{}').way : run?.state;
}

async function openKey(actor = approver as typeof approver | typeof other) {
  const shown = await showApprovals(world.ports, INSTALLATION, actor);
  if (!shown.ok) throw new Error(shown.problem.code);
  return shown.value.approvals[0]?.key ?? '';
}

const decide = (
  key: string,
  actor: typeof approver | typeof other | typeof agent,
  decision = 'approved',
) =>
  decideApproval(world.ports, INSTALLATION, actor, {
    key,
    decision: decision as 'approved' | 'rejected',
    reason: 'Looked at it',
  });

async function isMember({ userId, name, role }: typeof agent | typeof approver, mail: string) {
  await world.ports.store.insert('Grants', {
    grant_key: `${INSTALLATION}|${userId}`,
    installation: INSTALLATION,
    zoho_user_id: userId,
    name,
    mail,
    role,
    role_from: 'zoho',
    product: 'books',
    state: 'active',
  });
}

async function ask(actor: typeof agent | typeof approver, flow = asked.id) {
  const pressed = await startFlow(world.ports, world.company, actor, {
    intentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    flow,
    paymentKey: `${INSTALLATION}|mid_usd|p1`,
  });
  expect(pressed).toMatchObject({ ok: true, value: { state: 'started' } });
  await world.work();
}

beforeEach(async () => {
  world = createWorld({ flows });
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

describe('an approval', () => {
  it('is shown to those who may decide, with what is asked', async () => {
    await ask(agent);
    expect(await way()).toBe('waiting');
    expect(await showApprovals(world.ports, INSTALLATION, approver)).toMatchObject({
      ok: true,
      value: { approvals: [{ ask: 'Give back 1001?', own: false, role: 'approver' }] },
    });
    expect(await showApprovals(world.ports, INSTALLATION, agent)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });

  it.each(['approved', 'rejected'])('lets the run go on as it was %s', async (decision) => {
    await ask(agent);
    expect(await decide(await openKey(), approver, decision)).toMatchObject({ ok: true });
    await world.work();
    expect(await way()).toBe(decision);
    expect(await openKey()).toBe('');
  });

  it('is never given by who asked for it, nor by who may not', async () => {
    await ask(approver);
    const key = await openKey();
    expect(await decide(key, approver)).toMatchObject({ problem: { code: 'approval-own' } });
    expect(await decide(key, agent)).toMatchObject({ problem: { code: 'not-allowed' } });
    await world.work();
    expect(await way()).toBe('waiting');
  });

  it('is never given by who asked for it under another user with the same mail address', async () => {
    await isMember(agent, 'Ann@example.com');
    await isMember(approver, 'ann@example.com');
    await ask(agent);
    const key = await openKey();
    expect(await decide(key, approver)).toMatchObject({ problem: { code: 'approval-own' } });
    expect(await decide(key, other)).toMatchObject({ ok: true });
  });

  it('is never given by who asked for it, when a flow that was called asks', async () => {
    await ask(approver, caller.id);
    const key = await openKey();
    expect(key).not.toBe('');
    expect(await decide(key, approver)).toMatchObject({ problem: { code: 'approval-own' } });
  });

  it('is told of once: by mail to those who may decide but not who asks, and on the contact', async () => {
    await isMember(agent, 'ann@example.com');
    await isMember(approver, 'bo@example.com');
    await isMember({ ...approver, userId: 'u9' } as unknown as typeof approver, 'ann@example.com');
    await ask(agent);
    for (let hours = 0; hours < 3; hours += 1) {
      world.advance(15 * 60_000);
      await world.work();
    }
    const { notices, crmNotes } = world.records;
    expect([...notices.keys()]).toEqual(['bo@example.com']);
    expect([...crmNotes.values()]).toEqual([
      expect.stringMatching(
        /^[^:]+: Agent asks: Give back 1001\?\nAn approver decides .*panel, until .+\.\n\[Tallybridge /,
      ),
    ]);
  });

  it('is told of again by the next look when the mail could not be sent', async () => {
    await isMember(approver, 'bo@example.com');
    const { notices } = world.company;
    const send = notices.sendMail;
    let tries = 0;
    Object.assign(notices, {
      sendMail: async (...mail: Parameters<typeof send>) => {
        tries += 1;
        return tries === 1 ? refused(problem('channel-unavailable', 'retry')) : send(...mail);
      },
    });
    await ask(agent);
    expect([...world.records.notices.keys()]).toEqual([]);
    world.advance(6 * 60_000);
    await world.work();
    expect([...world.records.notices.keys()]).toEqual(['bo@example.com']);
    expect([tries, world.records.crmNotes.size]).toEqual([2, 1]);
    expect(await way()).toBe('waiting');
  });

  it('stays as it was decided first, and saying the same again changes nothing', async () => {
    await ask(agent);
    const key = await openKey();
    const [first, second] = await Promise.all([
      decide(key, approver),
      decide(key, other, 'rejected'),
    ]);
    expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
    const again = first.ok ? await decide(key, approver) : await decide(key, other, 'rejected');
    expect(again).toMatchObject({ ok: true });
    await world.work();
    expect(await way()).toBe(first.ok ? 'approved' : 'rejected');
  });

  it('expires, and comes too late after that', async () => {
    await ask(agent);
    const key = await openKey();
    world.advance(61 * 60_000);
    expect(await decide(key, approver)).toMatchObject({
      problem: { code: 'approval-over', facts: { decision: 'expired' } },
    });
    await world.work();
    expect(await way()).toBe('expired');
  });

  it('is unknown to another installation', async () => {
    await ask(agent);
    const decided = await decideApproval(world.ports, 'inst-2' as typeof INSTALLATION, approver, {
      key: await openKey(),
      decision: 'approved',
      reason: 'x',
    });
    expect(decided).toMatchObject({ problem: { code: 'not-found' } });
  });
});
