// Problems about money that moves, and what is told of it: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const moneyProblems = {
  'amount-invalid': {
    sentence: 'The amount is not a valid amount in {currency}.',
    next: 'Enter an amount above zero.',
  },
  'refund-over-limit': {
    sentence: 'Only {left} can still be refunded; {asked} was asked for.',
    next: 'Enter {left} or less.',
  },
  'refund-lines-differ': {
    sentence: 'The chosen lines do not come to {asked} any more.',
    next: 'Reload the page and choose the lines again.',
  },
  'capture-over-limit': {
    sentence: 'Only {left} is still reserved; {asked} was asked for.',
    next: 'Enter {left} or less.',
  },
  'movement-target-gone': {
    sentence: 'What was to be taken back no longer stands as it was shown.',
    next: 'Reload the page and look at what can be done now.',
  },
  'movement-beyond-role': {
    sentence: 'You may not do this alone. {why}',
    next: 'Let {by} do it.',
  },
  'void-too-late': {
    sentence: 'It went out with the batch before it could be voided.',
    next: 'Nothing was called back. Refund a payment instead; a refund stands.',
  },
  'cannot-in-review': {
    sentence: 'The payment is held for review.',
    next: 'Accept or reject it in the Business Center first.',
  },
  'cannot-not-authorized': {
    sentence: 'Nothing is reserved on the card.',
    next: 'Ask the customer to pay again.',
  },
  'cannot-nothing-captured': {
    sentence: 'Nothing of the {authorized} is captured.',
    next: 'Capture it, or release it.',
  },
  'cannot-captured-in-full': {
    sentence: 'All of the {authorized} is captured, or on its way.',
    next: 'Nothing more can be taken of this authorization.',
  },
  'cannot-captured-already': {
    sentence: '{captured} of the {authorized} is captured, or on its way.',
    next: 'Void or refund what is captured.',
  },
  'cannot-in-the-batch': {
    sentence: 'It went out with a batch.',
    next: 'A void is for the hours before; refund what was captured.',
  },
  'cannot-refunded-already': {
    sentence: '{refunded} of the {captured} was refunded, or is on its way back.',
    next: 'A void takes back the whole; refund the rest.',
  },
  'cannot-nothing-left': {
    sentence: 'Nothing of the {captured} is left: {refunded} went back or is on its way.',
    next: 'Nothing more can be refunded.',
  },
  'cannot-disputed': {
    sentence: '{disputed} is disputed.',
    next: 'Wait for the end of the dispute: a refund now could pay the customer twice.',
  },
  'cannot-disputed-until': {
    sentence: '{disputed} is disputed; answer by {until}.',
    next: 'Send {evidence}. A refund now could pay the customer twice.',
  },
  'cannot-given-back': {
    sentence: 'The payment is {state}.',
    next: 'The customer has their money; nothing more can be done.',
  },
  'cannot-window-over': {
    sentence: 'The payment is more than {days} days old.',
    next: 'The processor takes no refund that late. Pay the customer by another way.',
  },
  'cannot-movement-under-way': {
    sentence: 'Another movement of this money is on its way.',
    next: 'Wait until its outcome is known.',
  },
  'cannot-no-refund-to-void': {
    sentence: 'There is no refund to call back.',
    next: 'Only a refund that the gateway has accepted can be.',
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
  'movement-reason-missing': {
    sentence: 'This needs a reason.',
    next: 'Say in a few words why: it stays in the audit.',
  },
  'capture-declined': {
    sentence: 'The bank declined the capture ({reason}).',
    next: 'No money has moved. Ask for less, or let the customer pay again.',
  },
  'reversal-declined': {
    sentence: 'The authorization could not be released ({reason}).',
    next: 'The bank releases it by itself within days. Try again, or call the processor.',
  },
  'void-declined': {
    sentence: 'The payment could not be voided ({reason}).',
    next: 'Nothing was called back. Refund it once it is settled.',
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
    sentence: 'It was never sent to the gateway.',
    next: 'Nothing moved. Start it again if it is still wanted.',
  },
  'needs-inspection': {
    sentence: 'The gateway answered with a status that we do not know ({status}).',
    next: 'Look the transaction up in the Business Center; the amount stays reserved.',
  },
  'money-changed': {
    sentence: '{what} {reference} is over {now} in {product}; we had written {written}.',
    next: 'Somebody has changed it, and we leave it so. Correct the amount there; then it goes on by itself.',
  },
  'order-not-found': {
    sentence: 'The shop has no order {reference}.',
    next: 'If the payment was not made in the shop, link it to an invoice by hand.',
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
  'booking-under-way': {
    sentence: 'The booking of this refund is not at its end yet.',
    next: 'It is taken out of Zoho Books as soon as that has ended. If the booking is among the failed work, replay it there first.',
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
