// A flow button: one press is one run, its progress is followed, and what is not known is said so.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createFlowButtonModel,
  type FlowButtonModel,
} from '../../../widget/panel/flow-button-model.ts';

const KEY = 'inst|acme_usd|7000000000000000000001';

interface Call {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

let calls: Call[];
let answer: (call: Call) => object | undefined;
let pending: (() => void)[];
let model: FlowButtonModel;

beforeEach(() => {
  calls = [];
  pending = [];
  answer = ({ path }) =>
    path === '/flows/start'
      ? { state: 'started', flow: { id: 'f' } }
      : { run: { state: 'working' } };
  const host = {
    request: async (_method: string, path: string, body: unknown) => {
      const call = { path, body: body as Call['body'] };
      calls.push(call);
      const value = answer(call);
      return value === undefined
        ? { ok: false as const, why: 'time-out' as const, detail: '' }
        : { ok: true as const, value };
    },
  };
  model = createFlowButtonModel(
    {
      host: host as never,
      timing: {
        nowMs: () => Date.UTC(2026, 10, 22),
        later: (_ms, run) => {
          pending.push(run);
          return () => {
            pending = pending.filter((one) => one !== run);
          };
        },
      },
      randomBytes: (count) => new Uint8Array(count).fill(calls.length),
    },
    'check-customer',
    KEY,
  );
});

/** Lets the next look happen. */
async function look(): Promise<void> {
  pending.shift()?.();
  await new Promise((done) => setTimeout(done, 0));
}

const intents = () => [...new Set(calls.map(({ body }) => body.intentId))];

describe('a flow button', () => {
  it('starts the flow once however often it is pressed, and follows it to its end', async () => {
    await Promise.all([model.press(), model.press()]);
    await model.press();
    expect(calls).toMatchObject([
      { path: '/flows/start', body: { flow: 'check-customer', paymentKey: KEY } },
    ]);
    await look();
    expect(model.step.value).toEqual({ kind: 'running', run: { state: 'working' } });
    const run = { state: 'done', results: [{ label: 'ticket', value: '101' }] };
    answer = () => ({ run });
    await look();
    expect(model.step.value).toEqual({ kind: 'over', run });
    expect(intents()).toHaveLength(1);
    expect(pending).toEqual([]);
  });

  it('may be pressed once more when its flow is over, which is another run', async () => {
    await model.press();
    answer = ({ path }) =>
      path === '/flows/start' ? { state: 'started', flow: {} } : { run: { state: 'failed' } };
    await look();
    await model.press();
    expect(intents()).toHaveLength(2);
  });

  it('says that it is not sure when no answer came, and presses again with the same intent', async () => {
    answer = () => undefined;
    await model.press();
    expect(model.step.value).toEqual({ kind: 'unsure' });
    await model.press();
    expect(calls).toHaveLength(2);
    expect(intents()).toHaveLength(1);
  });

  it('tells why it was refused', async () => {
    const error = { code: 'not-allowed', message: 'No.', next: 'Ask.' };
    answer = () => ({ error });
    await model.press();
    expect(model.step.value).toEqual({ kind: 'refused', problem: error });
  });

  it('looks less and less, rests at last, and looks no more when it is put away', async () => {
    await model.press();
    answer = () => undefined;
    await look();
    expect(model.step.value).toEqual({ kind: 'running' });
    for (let looks = 0; looks < 20; looks += 1) await look();
    expect(model.step.value).toEqual({ kind: 'running', rests: true });
    expect(pending).toEqual([]);
    model.dispose();
    expect(calls.length).toBeLessThan(12);
  });
});
