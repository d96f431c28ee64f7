// A flow asks for an invoice's money: one request however often the step is tried, and a link that works in the customer's mail.
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import { askByFlow } from '../../../../functions/core/steps/charges/ask-by-flow.ts';
import { type ChargeStory, INVOICE_MINOR, openChargeStory } from './charge-story.ts';

let story: ChargeStory;
let mails: string[];

beforeEach(() => {
  story = openChargeStory();
  mails = [];
  Object.assign(story.company, { publicUrl: 'https://pay.example/server/api' });
  story.company.notices.sendMail = async (to, { text }) => {
    mails.push(`${to}: ${text}`);
    return ok(undefined);
  };
});

const ask = () =>
  askByFlow(story.ports, story.company, {
    invoiceId: 'invoice-inv',
    reason: 'Invoice',
    effectKey: 'inst-1|invoice-created|inv|ask',
  });
const secretIn = (mail: string | undefined) => /#([\w-]{43})/.exec(mail ?? '')?.[1] ?? '';

describe('a flow that asks for payment', () => {
  it('mails the customer a link over what is open', async () => {
    expect(await ask()).toMatchObject({ value: { state: 'asked', amount_minor: INVOICE_MINOR } });
    expect(mails[0]).toContain('buyer@example.com: Please pay USD 100.00 for invoice INV-inv');
    const secret = secretIn(mails[0]);
    await story.open(secret);
    expect(await story.pay(story.payRequest(secret))).toMatchObject({ value: { state: 'paid' } });
  });

  it('tried again makes the same request, with a link that is good in place of the first', async () => {
    await ask();
    await ask();
    expect(await story.charges()).toHaveLength(1);
    expect(await story.show(secretIn(mails[0]))).toMatchObject({
      problem: { code: 'link-unknown' },
    });
    expect(await story.show(secretIn(mails[1]))).toMatchObject({ value: { state: 'open' } });
    const [charge] = await story.charges();
    expect(charge?.charge_key).toMatch(/\|[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });

  it('leaves alone what the customer has paid meanwhile', async () => {
    await ask();
    const secret = secretIn(mails[0]);
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    expect(await ask()).toMatchObject({ value: { state: 'paid' } });
    expect(mails).toHaveLength(1);
  });

  it('says what is missing where nobody could open the page', async () => {
    Object.assign(story.company, { publicUrl: undefined });
    expect(await ask()).toMatchObject({ problem: { code: 'pages-unreachable' } });
    expect(await story.charges()).toEqual([]);
  });
});
