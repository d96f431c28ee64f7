// A payment's state as one reads it: what the gateway says, with what went back since.
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { paymentTone, type Tone } from '../parts/tone.ts';
import type { StateText } from '../text/en.ts';
import type { Text } from '../text/text.ts';

export interface Headline extends StateText {
  readonly tone: Tone;
}

/** States in which "refunded" says more than the state itself. */
const refundable = new Set(['captured', 'settled', 'won', 'partially-captured']);

export function headlineOf(payment: PaymentView, text: Text): Headline {
  const { messages } = text;
  const { capturedMinor, refundedMinor } = payment.limits;
  if (refundable.has(payment.state) && refundedMinor > 0) {
    const isAll = refundedMinor >= capturedMinor;
    return isAll
      ? { ...messages.fullyRefunded, tone: 'neutral' }
      : { ...messages.partlyRefunded, tone: 'good' };
  }
  const known = messages.paymentStates[payment.state] ?? messages.unknownState(payment.state);
  return { ...known, tone: paymentTone(payment.state) };
}
