// Who settles a merchant id's cards, as far as its limits are known (Cybersource docs, "Refunds").

export const processors = ['visa-platform-connect', 'other'] as const;
export type Processor = (typeof processors)[number];

/** For so many days after the authorization it takes a refund. */
const refundDays: Readonly<Record<Processor, number>> = {
  'visa-platform-connect': 180,
  other: 60,
};

/** Of most processors. */
export const REFUND_USUAL_DAYS = refundDays.other;

/** Days after the authorization in which a refund is taken; up to the longest where nobody has said who settles the cards. */
export function refundWindowDays(processor: Processor | undefined): number {
  return refundDays[processor ?? 'visa-platform-connect'];
}
