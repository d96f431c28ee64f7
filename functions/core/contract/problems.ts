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
  'zoho-blocked': {
    sentence: '{product} takes no calls from us for {minutes} minutes.',
    next: 'All work waits and goes on by itself. If it comes often, ask Zoho for a higher limit.',
  },
  'zoho-calls-low': {
    sentence: 'Less than a tenth of the day’s calls to {product} is left.',
    next: 'The last ones are kept for people, other work waits. Ask Zoho for a higher daily limit.',
  },
  'zoho-plan-missing': {
    sentence: 'Your plan of {product} does not include what we need.',
    next: 'An administrator changes the plan or turns this part off; then it goes on by itself.',
  },
  'zoho-organization-wrong': {
    sentence: '{product} does not know our user in this organization.',
    next: 'An administrator checks the organization’s id and whether the user who connected is still in it.',
  },
  'zoho-data-centre-wrong': {
    sentence: 'The connection belongs to {theirs}, but we are set up for {ours}.',
    next: 'An administrator chooses the right data centre on the settings page and connects again.',
  },
  'money-changed': {
    sentence: '{what} {reference} is over {now} in {product}; we had written {written}.',
    next: 'Somebody has changed it, and we leave it so. Correct the amount there; then it goes on by itself.',
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
  'approval-own': {
    sentence: 'You asked for this yourself, so somebody else must decide.',
    next: 'Ask a colleague who may approve.',
  },
  'approval-over': {
    sentence: 'This was decided before: {decision}.',
    next: 'Reload the page. If it must be done all the same, start it again.',
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
    next: 'The gateway tells of the last 24 hours only: an administrator checks the merchant’s keys and the timer before they are over.',
  },
  'not-there-yet': {
    sentence: '{what} was announced, and the gateway does not show it yet.',
    next: 'We look for it by ourselves for a day, then it is given up.',
  },
  'never-appeared': {
    sentence: '{what} was announced a day ago and never appeared at the gateway.',
    next: 'Look it up in the Business Center. If it is there, replay, else skip.',
  },
  'older-than-connection': {
    sentence: 'The payment is older than the connection to Zoho, and no invoice is linked to it.',
    next: 'Book this refund by hand, or link the payment to its invoice and replay.',
  },
  'dispute-unmatched': {
    sentence:
      'Dispute {number} is about transaction {transaction}, which the gateway does not show.',
    next: 'Look the dispute up in the Business Center; refund nothing of its payment.',
  },
  'void-unclear': {
    sentence: 'Something of this payment was voided, and we can’t tell what.',
    next: 'Look the void up in the Business Center. Nothing was freed by it; replay when it is clear.',
  },
  'refund-undone': {
    sentence: 'A refund that had succeeded is reported as {status} by the gateway.',
    next: 'Look the refund up in the Business Center and correct the books by hand.',
  },
  'mapping-field-empty': {
    sentence: '“{target}” can’t be filled: {source} is empty.',
    next: 'Fill it at the source, or say in rule {rule} of “{mapping}” what to write then. Then replay.',
  },
  'mapping-field-too-long': {
    sentence: '“{target}” takes {lengthMax} characters, but {source} gives {length}.',
    next: 'Shorten it at the source, or let rule {rule} of “{mapping}” cut it. Then replay.',
  },
  'mapping-field-wrong': {
    sentence: '“{target}” can’t be filled from {source}: {detail}.',
    next: 'Correct it at the source, or change rule {rule} of “{mapping}”. Then replay.',
  },
  'mapping-value-unknown': {
    sentence: '“{target}” has no match for what {source} says: {detail}.',
    next: 'Add it in rule {rule} of “{mapping}”, or give a value for all others. Then replay.',
  },
  'mapping-field-gone': {
    sentence: 'The field “{target}” is no longer there.',
    next: 'Create it again, or take rule {rule} out of “{mapping}”. Then replay.',
  },
  'channel-unknown': {
    sentence: 'No channel “{channel}” of the kind {kind} is set up.',
    next: 'An administrator adds it on the settings page; then it goes on by itself.',
  },
  'channel-address-wrong': {
    sentence: 'The address of the channel “{channel}” can’t be used: {detail}.',
    next: 'An administrator corrects it on the settings page; then it goes on by itself.',
  },
  'channel-refused': {
    sentence: '“{channel}” refused the message ({detail}).',
    next: 'Mend the text or the address in the flow, publish it, and replay this run.',
  },
  'channel-closed': {
    sentence: '“{channel}” takes no messages from us any more ({detail}).',
    next: 'An administrator renews it on the settings page; then it goes on by itself.',
  },
  'channel-busy': {
    sentence: '“{channel}” asks us to slow down.',
    next: 'We send it again by ourselves.',
  },
  'channel-unavailable': {
    sentence: '“{channel}” did not answer.',
    next: 'We send it again by ourselves.',
  },
  'mail-sender-missing': {
    sentence: 'No sender for mail is set up.',
    next: 'An administrator has an address verified in Catalyst and enters it on the settings page.',
  },
  'document-changed': {
    sentence: 'Somebody else has changed {what} since you opened it.',
    next: 'Open it again to see what has changed, then make your own change anew.',
  },
  'document-faulty': {
    sentence: '{what} can’t be published yet. {faults}',
    next: 'Correct it, then publish it again.',
  },
  'document-too-long': {
    sentence: '{what} is too long to be kept.',
    next: 'Split it in two.',
  },
  'document-in-use': {
    sentence: '{what} can’t be switched off: {by} calls it.',
    next: 'Change or switch off the flow that calls it first.',
  },
  'sample-missing': {
    sentence: 'There is no sample of “{what}” to show the mapping on.',
    next: 'Give a sample record along.',
  },
  'bundle-unreadable': {
    sentence: 'This is not a bundle that can be read: {detail}.',
    next: 'Export it again, with this version of Tallybridge or an older one.',
  },
  'bundle-faulty': {
    sentence: 'Nothing was imported. {faults}',
    next: 'Correct it where the bundle comes from, or add here what it needs, then import it again.',
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
