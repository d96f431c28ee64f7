// Who settles a merchant id's cards, as far as its limits are known (Cybersource docs, "Refunds").

export const processors = ['visa-platform-connect', 'other'] as const;
export type Processor = (typeof processors)[number];

/** For so many days after the authorization it takes a refund. */
export const refundDays: Readonly<Record<Processor, number>> = {
  'visa-platform-connect': 180,
  other: 60,
};
