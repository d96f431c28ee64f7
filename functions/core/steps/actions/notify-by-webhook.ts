// Calls somebody's own program with a signed notice.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { hashed } from '../../work/links.ts';
import type { Subject } from '../run-subject.ts';
import { defineAction } from './define-action.ts';
import { noticeText } from './shapes.ts';

export const notifyByWebhook = defineAction({
  name: 'notify-by-webhook',
  sentence: 'call the webhook {to}',
  about: [],
  input: z.object({ to: z.string(), text: noticeText }),
  output: z.object({ to: z.string(), messageId: z.string() }),
  scopes: [],
  calls: { other: 1 },
  inverse: 'none: the receiver knows what it did',
  causes: [],
  async run({ company, subject }, { to, text }, { effectKey }) {
    const id = `msg_${hashed(effectKey).slice(0, 32)}`;
    const called = await company.notices.callWebhook(to, { id, text, about: aboutOf(subject) });
    return called.ok ? ok({ output: { to, messageId: id } }) : called;
  },
});

/** What a receiver needs to look the rest up; nothing personal leaves by a webhook. */
function aboutOf({ payment, movement }: Subject): Readonly<Record<string, string | number>> {
  return {
    ...(payment === undefined
      ? {}
      : {
          merchantId: payment.merchant_id,
          paymentId: payment.gateway_id,
          paymentState: payment.state,
          reference: payment.reference ?? '',
          currency: payment.currency,
        }),
    ...(movement === undefined
      ? {}
      : {
          movementKind: movement.kind,
          movementId: movement.gateway_id ?? '',
          movementState: movement.state,
          amountMinor: movement.amount_minor,
        }),
  };
}
