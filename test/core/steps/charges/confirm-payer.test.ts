// The payer's bank confirms before the card is charged: never, when the bank asks, or always.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PayConfirmation } from '../../../../functions/core/contract/charges.ts';
import { type ChargeStory, openChargeStory } from './charge-story.ts';

const device: PayConfirmation = {
  kind: 'device',
  referenceId: 'reference-1',
  browser: {
    language: 'en-US',
    colorDepth: 24,
    screenHeight: 864,
    screenWidth: 1536,
    timeDifferenceMinutes: 300,
    userAgent: 'Browser/1.0',
  },
};
const returned: PayConfirmation = { kind: 'returned' };
const challenge = {
  kind: 'challenge',
  transactionId: 'bank-1',
  accessToken: 'challenge',
  stepUpUrl: 'https://bank.example/ask',
} as const;

let story: ChargeStory;
let secret: string;

async function begin(confirmsPayers?: 'asked' | 'always'): Promise<void> {
  story = openChargeStory();
  Object.assign(story.company, { publicUrl: 'https://pay.example/server/api', confirmsPayers });
  secret = await story.link();
  await story.open(secret);
}
const press = (confirmation?: PayConfirmation) =>
  story.payRequest(secret, confirmation === undefined ? {} : { confirmation });

describe('always', () => {
  beforeEach(() => begin('always'));

  it('asks the bank, charges with its word, and tells staff who bears a loss', async () => {
    expect(await story.show(secret)).toMatchObject({ value: { confirms: true } });
    expect(await story.pay(press(device))).toMatchObject({ value: { state: 'paid' } });
    expect(story.chargeOrders[0]?.proof).toMatchObject({ indicator: 'vbv', liability: 'bank' });
    expect((await story.charges())[0]).toMatchObject({ liability: 'bank' });
  });

  it('charges nothing without having asked', async () => {
    for (const skipped of [press(), press(returned)]) {
      expect(await story.pay(skipped)).toMatchObject({
        problem: { code: 'card-confirmation-needed' },
      });
    }
    expect(story.chargeOrders).toEqual([]);
  });

  it('shows the bank’s page, and charges after it came back', async () => {
    story.bankAnswers.push(challenge);
    const first = press(device);
    expect(await story.pay(first)).toMatchObject({
      value: { state: 'open', challenge: { url: 'https://bank.example/ask', token: 'challenge' } },
    });
    expect(story.chargeOrders).toEqual([]);
    expect(await story.pay({ ...first, confirmation: returned })).toMatchObject({
      value: { state: 'paid' },
    });
    expect(story.banks.at(-1)).toBe(`concluded ${first.transientToken} bank-1`);
  });

  it('takes a challenge of another card, or of another press, for none', async () => {
    story.bankAnswers.push(challenge);
    const first = press(device);
    await story.pay(first);
    for (const other of [
      { ...first, transientToken: 'token-other', confirmation: returned },
      { ...first, tryId: press().tryId, confirmation: returned },
    ]) {
      expect(await story.pay(other)).toMatchObject({ ok: false });
    }
    expect(story.chargeOrders).toEqual([]);
  });

  it('charges nothing when the bank says no, and counts it as a try', async () => {
    for (let tries = 1; tries <= 5; tries += 1) {
      story.bankAnswers.push({ kind: 'failed' });
      expect(await story.pay(press(device))).toMatchObject({
        value: { state: tries < 5 ? 'open' : 'over', problem: { code: 'payer-not-confirmed' } },
      });
    }
    expect(await story.pay(press(device))).toMatchObject({ problem: { code: 'link-used' } });
    expect(story.chargeOrders).toEqual([]);
  });

  it('charges nothing when a challenge ends in no', async () => {
    story.bankAnswers.push(challenge, { kind: 'failed' });
    const first = press(device);
    await story.pay(first);
    expect(await story.pay({ ...first, confirmation: returned })).toMatchObject({
      value: { state: 'open', triesLeft: 4, problem: { code: 'payer-not-confirmed' } },
    });
    expect(story.chargeOrders).toEqual([]);
  });
});

describe('when the bank asks', () => {
  it('charges at once, and confirms after the bank has asked for it', async () => {
    await begin('asked');
    story.chargeBehaviours.push('confirm');
    const first = await story.pay(press());
    expect(first).toMatchObject({ value: { state: 'open', confirms: true } });
    expect(await story.pay(press())).toMatchObject({
      problem: { code: 'card-confirmation-needed' },
    });
    expect(await story.pay(press(device))).toMatchObject({ value: { state: 'paid' } });
  });
});

it('never asks where that is switched off', async () => {
  await begin();
  story.chargeBehaviours.push('confirm');
  const answered = await story.pay(press(device));
  expect(answered).toMatchObject({ value: { problem: { code: 'card-confirmation-needed' } } });
  expect(answered.ok && answered.value.confirms).toBeUndefined();
  expect(story.banks).toEqual([]);
});
