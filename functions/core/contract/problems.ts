// Every problem code with its English sentence and what to do next; `{name}` is filled from the problem's facts.

export interface ProblemText {
  readonly sentence: string;
  readonly next: string;
}

export const problems = {
  'not-signed-in': {
    sentence: 'We could not tell who you are.',
    next: 'Reload the page. If it stays, ask an administrator to reconnect Tallybridge.',
  },
  'session-expired': {
    sentence: 'Your sign-in has expired.',
    next: 'Reload the page to sign in again.',
  },
  'not-allowed': {
    sentence: 'Your role ({role}) does not allow this.',
    next: 'Ask an administrator for the right to do it, or ask a colleague who has it.',
  },
  'not-connected': {
    sentence: 'Tallybridge is not connected for this organization.',
    next: 'An administrator finishes the set-up on the settings page.',
  },
  'invalid-request': {
    sentence: 'The request was not understood: {field} {detail}.',
    next: 'Reload the page and try again.',
  },
  'not-found': {
    sentence: '{what} was not found.',
    next: 'It may have been deleted. Reload the page.',
  },
  'internal-error': {
    sentence: 'Something went wrong on our side.',
    next: 'Nothing was lost. Try again in a minute; the reference is {reference}.',
  },
  'store-unavailable': {
    sentence: 'Our storage did not answer.',
    next: 'Try again in a minute. Money that is on its way is not forgotten.',
  },
  'amount-invalid': {
    sentence: 'The amount is not a valid amount in {currency}.',
    next: 'Enter an amount above zero.',
  },
  'refund-over-limit': {
    sentence: 'Only {left} can still be refunded; {asked} was asked for.',
    next: 'Enter {left} or less.',
  },
  'payment-not-captured': {
    sentence: 'Nothing of this payment has been captured, so there is nothing to refund.',
    next: 'Wait for the capture, or release the authorization instead.',
  },
  'currency-mismatch': {
    sentence: 'The payment is in {currency}.',
    next: 'Enter the amount in {currency}.',
  },
  'intent-reused': {
    sentence: 'This request was already made with other data.',
    next: 'Reload the page to see what happened, then start again.',
  },
  'reason-missing': {
    sentence: 'A refund needs a reason.',
    next: 'Say in a few words why the money goes back.',
  },
  'refund-declined': {
    sentence: 'The bank declined the refund ({reason}).',
    next: 'Nothing was paid out. Refund by another way, or ask the customer to call their bank.',
  },
  'outcome-unknown': {
    sentence: 'We do not know yet whether the gateway has done this.',
    next: 'The amount stays reserved and we keep asking the gateway. Do not try again.',
  },
  'never-sent': {
    sentence: 'The refund was never sent to the gateway.',
    next: 'Nothing moved. Start it again if it is still wanted.',
  },
  'needs-inspection': {
    sentence: 'The gateway answered with a status that we do not know ({status}).',
    next: 'Look the transaction up in the Business Center; the amount stays reserved.',
  },
  'gateway-refused': {
    sentence: 'The gateway refused the request ({reason}).',
    next: 'Nothing moved. Check the amount and the age of the payment.',
  },
  'gateway-credentials': {
    sentence: 'The gateway does not accept our keys for merchant {merchant}.',
    next: 'An administrator checks key, secret and environment on the settings page.',
  },
  'gateway-unavailable': {
    sentence: 'The gateway did not answer.',
    next: 'We try again by ourselves.',
  },
  'gateway-busy': {
    sentence: 'The gateway asks us to slow down.',
    next: 'We try again by ourselves.',
  },
  'merchant-unknown': {
    sentence: 'Merchant {merchant} is not connected.',
    next: 'An administrator adds its keys on the settings page.',
  },
  'zoho-unavailable': {
    sentence: '{product} did not answer.',
    next: 'We try again by ourselves.',
  },
  'zoho-busy': {
    sentence: '{product} has reached its call limit.',
    next: 'We go on by ourselves when {product} allows it.',
  },
  'zoho-sign-in-needed': {
    sentence: 'The connection to Zoho is no longer valid.',
    next: 'An administrator signs in with Zoho again on the settings page.',
  },
  'zoho-permission-missing': {
    sentence: 'Our connection may not do this in {product}.',
    next: 'An administrator reconnects Zoho and grants what is asked for.',
  },
  'zoho-refused': {
    sentence: '{product} refused the record: {detail}.',
    next: 'Correct it in {product} or in the settings, then replay.',
  },
  'zoho-field-missing': {
    sentence: '{product} has no unique custom field {field}.',
    next: 'An administrator creates the field with "no duplicates", then replays.',
  },
  'shop-unavailable': { sentence: 'The shop did not answer.', next: 'We try again by ourselves.' },
  'shop-refused': {
    sentence: 'The shop refused our request ({detail}).',
    next: 'An administrator checks the shop keys on the settings page.',
  },
  'order-not-found': {
    sentence: 'The shop has no order {reference}.',
    next: 'If the payment was not made in the shop, link it to an invoice by hand.',
  },
  'flow-input': {
    sentence: 'The flow gives the action {action} no usable {field}.',
    next: 'Mend the flow, publish it, and replay this run.',
  },
  'flow-items': {
    sentence: 'The step {node} of the flow found {count} items; its limit is {limit}.',
    next: 'Raise the limit in the flow or split the work, publish it, and replay this run.',
  },
  'document-mismatch': {
    sentence: '{product} made {booked} of order {reference}, which is over {order}.',
    next: 'Check the tax and rounding settings of the items, correct the draft, then replay.',
  },
  'decisions-late': {
    sentence: 'Review decisions of merchant {merchant} were not read for {hours} hours.',
    next: 'The gateway tells of the last 24 hours only. Payments in review are read again one by one.',
  },
  'refund-undone': {
    sentence: 'A refund that had succeeded is reported as {status} by the gateway.',
    next: 'Look the refund up in the Business Center and correct the books by hand.',
  },
  'unknown-for-a-day': {
    sentence: 'For more than a day we could not find out whether the gateway has done this.',
    next: 'Call the gateway’s support with the reference {reference}.',
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problems;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** Fills `{name}` from the facts; a missing fact leaves a dash, never a raw placeholder. */
export function fillText(template: string, facts: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '–');
}
