// What speaks for the merchant in a dispute, by what it is about.

const byMeaning: readonly (readonly [meaning: RegExp, evidence: string])[] = [
  [
    /fraud/i,
    'proof that the cardholder took part: address and security code checks, 3-D Secure result, delivery to the billing address, earlier undisputed orders',
  ],
  [
    /authorization/i,
    'the authorization: its code, amount, date and the card’s expiry at that time',
  ],
  [
    /processing|double/i,
    'receipts that show each charge was for something of its own, or the refund that was already given',
  ],
  [
    /goods|service|credit/i,
    'proof of delivery or use, the description that the customer saw, your terms for returns and how they were agreed to, and letters with the customer',
  ],
];

/** @param reason as `disputeReasonText` has put it. */
export function evidenceFor(reason: string): string {
  const found = byMeaning.find(([meaning]) => meaning.test(reason));
  return found?.[1] ?? 'order, receipt, proof of delivery and letters with the customer';
}
