// What a card scheme's dispute reason code is about: the families that Visa and Mastercard publish.

const families: readonly (readonly [code: RegExp, meaning: string])[] = [
  [/^10(\.|$)|^4837$|^4849$|^4870$|^4871$|^4863$/, 'The cardholder says it was fraud'],
  [/^11(\.|$)|^4808$/, 'An authorization was missing or refused'],
  [
    /^12(\.|$)|^4834$|^4831$|^4842$|^4846$/,
    'A processing error: amount, currency, account or a double charge',
  ],
  [
    /^13(\.|$)|^4853$|^4854$|^4855$|^4860$/,
    'The cardholder is not content with goods, service or a missing credit',
  ],
];

/** A sentence with the code behind it; never a bare code. */
export function disputeReasonText(code: string | undefined): string {
  if (code === undefined || code === '') return 'The card scheme gave no reason';
  const family = families.find(([pattern]) => pattern.test(code));
  return family === undefined
    ? `Reason ${code} of the card scheme: see the case in the Business Center`
    : `${family[1]} (reason ${code})`;
}
