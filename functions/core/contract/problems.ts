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
  'access-revoked': {
    sentence: 'An administrator has ended your access to Tallybridge.',
    next: 'Ask an administrator of your company if you think that this is wrong.',
  },
  'leaving-unconfirmed': {
    sentence: 'The name does not match.',
    next: 'Type the company’s name as it stands on the settings page: {company}.',
  },
  'leaving-money-open': {
    sentence: 'The outcome of {count} movements is not known yet.',
    next: 'Wait until it is. If you leave all the same, look them up in the Business Center.',
  },
  'uninstall-announced': {
    sentence: 'Tallybridge was uninstalled in {product}. It leaves your company on {date}.',
    next: 'If the other products go on using it, say on the settings page that it stays.',
  },
  'last-admin': {
    sentence: 'This is the last administrator.',
    next: 'Make somebody else an administrator first.',
  },
  'too-many-tries': {
    sentence: 'There were too many failed tries from your network.',
    next: 'Wait a quarter of an hour, then try again.',
  },
  'zoho-data-centre-unknown': {
    sentence: 'The sign-in came back from a server that is not known to be Zoho’s.',
    next: 'Start again. If it stays, tell your administrator and do not enter your password.',
  },
  'zoho-account-elsewhere': {
    sentence: 'The Zoho account {mail} is no administrator of {company}.',
    next: 'Sign in with Zoho as an administrator of this organization, then connect again.',
  },
  'zoho-scopes-missing': {
    sentence: 'Zoho did not grant all that was asked for ({scopes}).',
    next: 'Connect again and agree to everything on Zoho’s page.',
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
  'cannot-given-back': {
    sentence: 'The payment is {state}.',
    next: 'The customer has their money; nothing more can be done.',
  },
  'cannot-window-over': {
    sentence: 'The payment is more than 180 days old.',
    next: 'No processor takes a refund that late. Pay the customer by another way.',
  },
  'cannot-movement-under-way': {
    sentence: 'Another movement of this money is on its way.',
    next: 'Wait until its outcome is known.',
  },
  'cannot-no-refund-to-void': {
    sentence: 'There is no refund to call back.',
    next: 'Only a refund that the gateway has accepted can be.',
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
  'card-confirmation-needed': {
    sentence: 'The bank wants the cardholder to confirm this payment.',
    next: 'Nothing was charged. Let the customer pay on the card page, with a card that needs no confirmation if it asks again.',
  },
  'charge-over-balance': {
    sentence: 'Only {left} of invoice {number} is open; {asked} was asked for.',
    next: 'Ask for {left} or less.',
  },
  'charge-beyond-limit': {
    sentence: 'You may not charge that much of a saved card alone. {why}',
    next: 'Send the customer a link instead, or let {by} charge the card.',
  },
  'card-saves-exhausted': {
    sentence: 'This customer was asked for a card {count} times within a day.',
    next: 'Wait until tomorrow, or use one of the links that are open.',
  },
  'invoice-not-open': {
    sentence: 'Nothing of invoice {number} can be paid: it is {status}.',
    next: 'Send a draft first; a paid or void invoice needs no payment.',
  },
  'customer-not-in-books': {
    sentence: 'Zoho Books has no customer, or several, with the address {email}.',
    next: 'Create the customer in Zoho Books, or open the right one there and ask from it.',
  },
  'currency-not-connected': {
    sentence: 'No merchant account takes {currency}.',
    next: 'Connect one on the settings page, or ask in another currency.',
  },
  'link-unknown': {
    sentence: 'This payment link is not known.',
    next: 'Check that the whole address was copied, or ask for a new link.',
  },
  'link-used': {
    sentence: 'This payment link can no longer be used.',
    next: 'Nothing was charged just now. Ask for a new link.',
  },
  'card-declined': {
    sentence: 'The card was declined ({reason}).',
    next: 'Nothing was charged. Use another card, or try again later if the bank allows it.',
  },
  'card-entry-invalid': {
    sentence: 'The card details could not be used.',
    next: 'Nothing was charged. Enter the card again.',
  },
  'card-in-use': {
    sentence: 'The card is still used elsewhere, as the default card or by a subscription.',
    next: 'Make another card the default one first.',
  },
  'gateway-distrusted': {
    sentence: 'What the gateway sent for the card fields is not signed by it.',
    next: 'No card was asked for. Check the gateway address on the settings page.',
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
  'gateway-environment-wrong': {
    sentence: 'The key of merchant {merchant} belongs to the {other} environment, not to {asked}.',
    next: 'Choose the right environment, or make a key in the Business Center of the other one.',
  },
  'merchant-environment-mixed': {
    sentence: 'The other merchant ids of this company are not in the {environment} environment.',
    next: 'Use the same environment for all, or try the sandbox with an organization of its own.',
  },
  'key-file-unreadable': {
    sentence: 'The key file can’t be read.',
    next: 'Check the password, or make a new P12 file in the Business Center.',
  },
  'settings-being-saved': {
    sentence: 'The settings are being saved right now.',
    next: 'Nothing of yours was saved. Try again in a minute.',
  },
  'settings-changed': {
    sentence: 'Somebody else has changed the settings since you opened them.',
    next: 'Reload them, look what has changed, and save again.',
  },
  'zoho-sign-in-off': {
    sentence: 'Signing in with Zoho is not set up in this project.',
    next: 'Whoever runs the project enters the client of Zoho’s API console, or connects with the set-up command.',
  },
  'setup-step-missing': {
    sentence: 'Another step comes first: {step}.',
    next: 'Do that, then come back to this one.',
  },
  'account-unfit': {
    sentence: 'The account {account} is none that fits here.',
    next: 'Load the list again and choose one of it.',
  },
  'live-test-refused': {
    sentence: 'A test payment is made in the sandbox only.',
    next: 'Nothing was sent. With live keys, the first real payment is the test.',
  },
  'webhook-not-offered': {
    sentence: 'The gateway offers merchant {merchant} no events of payments.',
    next: 'Ask the gateway’s support for them. Until then we find payments by asking each minute.',
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
  'approval-needed': {
    sentence: 'This needs approval by {by}. {why}',
    next: 'Ask for approval, or change what you want to move.',
  },
  'approval-not-needed': {
    sentence: 'This needs no approval: you may do it yourself.',
    next: 'Go back and do it without asking.',
  },
  'approval-not-yours': {
    sentence: 'Somebody else has asked for this.',
    next: 'Only who has asked can withdraw it.',
  },
  'policy-forbids': {
    sentence: 'The rules of your company forbid this. {why}',
    next: 'Change what you want to move, or ask an administrator.',
  },
  'policy-amount': {
    sentence: 'It is above {limit}, the limit for one movement.',
    next: 'Enter {limit} or less, or have it approved.',
  },
  'policy-per-day': {
    sentence: 'It is above {limit} a day: {left} of it is left today.',
    next: 'Enter {left} or less, or have it approved.',
  },
  'policy-per-payment': {
    sentence: 'It is above {limit} of one payment: {moved} went back before.',
    next: 'Enter {left} or less, or have it approved.',
  },
  'policy-no-limit': {
    sentence: 'No amount in {currency} may be moved alone.',
    next: 'Have it approved, or ask an administrator for a limit in {currency}.',
  },
  'policy-age': {
    sentence: 'The payment is {days} days old; the limit is {limit} days.',
    next: 'Have it approved.',
  },
  'policy-currency': {
    sentence: '{currency} is none of the currencies that may be moved: {among}.',
    next: 'Ask an administrator.',
  },
  'policy-risk': {
    sentence: 'The fraud check sees a {band} risk.',
    next: 'Have it approved.',
  },
  'policy-dispute': {
    sentence: 'A dispute over this payment is open.',
    next: 'Have it approved, or wait for the end of the dispute.',
  },
  'policy-other-card': {
    sentence: 'The money would go to another card than it came from.',
    next: 'Refund to the card that was paid with.',
  },
  'policy-reason': {
    sentence: 'The reason must have at least {lengthMin} characters.',
    next: 'Say in a few more words why.',
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
  'fields-unreadable': {
    sentence: 'The list of fields of {object} came in a form that we don’t know.',
    next: 'We go on with the fields that we know and ask again by ourselves.',
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
  'zoho-organization-closed': {
    sentence: 'The organization in {product} is closed.',
    next: 'Open it again in {product}, or choose another one on the settings page.',
  },
  'zoho-field-duplicates': {
    sentence: 'The custom field {field} in {product} allows duplicates.',
    next: 'Edit the field there and choose “Prevent duplicate values”: our writes could double otherwise.',
  },
  'plan-calls-fewer': {
    sentence:
      'The plan {plan} of Zoho Books allows {allowed} calls a day; the settings count on {counted}.',
    next: 'Lower the figure in the settings, or change the plan.',
  },
  'clock-off': {
    sentence: 'Our clock is {seconds} seconds {side} the gateway’s.',
    next: 'Nothing is lost, but requests may be refused. It is the platform’s clock: tell its support if it stays.',
  },
  'webhook-absent': {
    sentence: 'The gateway sends nothing to us for merchant {merchant}: no webhook is subscribed.',
    next: 'Press “Mend it”. Until then payments are found by asking each minute.',
  },
  'webhook-elsewhere': {
    sentence: 'The webhook of merchant {merchant} sends to {there}, and we are at {here}.',
    next: 'Press “Mend it” to subscribe our address and end the old one.',
  },
  'webhook-suspended': {
    sentence: 'The gateway has stopped the webhook of merchant {merchant} ({status}).',
    next: 'Press “Mend it” to switch it on. What was missed is found by asking.',
  },
  'webhook-in-review': {
    sentence: 'The gateway reviews the address of merchant {merchant}’s webhook.',
    next: 'Nothing is to be done: it takes one to two business days, then it switches itself on. Until then we ask each minute.',
  },
  'webhook-blocked': {
    sentence: 'The gateway has refused the address of merchant {merchant}’s webhook.',
    next: 'Call the gateway’s support: the address is public and answers. Until then we ask each minute.',
  },
  'signing-key-ending': {
    sentence: 'The key that signs the webhooks of merchant {merchant} ends in {days} days.',
    next: 'Press “Mend it” to make a new one; the old one stays believed for a day.',
  },
  'account-missing': {
    sentence: 'Merchant {merchant} has no clearing account for {currency}.',
    next: 'Choose one in the step “Accounts” of the settings page: until then its payments in {currency} can’t be booked.',
  },
  'account-gone': {
    sentence: 'The account {account} is no longer in Zoho Books.',
    next: 'Choose another one in the step “Accounts” of the settings page.',
  },
  'account-inactive': {
    sentence: 'The account {account} is inactive in Zoho Books.',
    next: 'Mark it as active there, or choose another one in the step “Accounts”.',
  },
  'account-currency-wrong': {
    sentence: 'The account {account} is kept in {theirs}, but holds payments in {currency}.',
    next: 'Choose an account in {currency} in the step “Accounts” of the settings page.',
  },
  'crm-watch-ended': {
    sentence: 'The CRM no longer tells us of changed contacts.',
    next: 'We open the channel again by ourselves and find the changes by asking. If it stays, check the sign-in with Zoho.',
  },
  'shop-webhook-off': {
    sentence: 'The shop has switched off its webhook {topic}.',
    next: 'Press “Mend it” to switch it on again.',
  },
  'shop-webhook-absent': {
    sentence: 'The shop has no webhook that sends to us.',
    next: 'Add one in WooCommerce under Settings, Advanced, Webhooks, with the address shown on the settings page.',
  },
  'mail-sender-unverified': {
    sentence: 'The platform does not send mail from {sender}.',
    next: 'Have the address verified in the Catalyst console, or enter one that is.',
  },
  'data-version-old': {
    sentence: 'The stored data has not been brought up to this version for {days} days.',
    next: 'The timer does it by itself: look whether it runs and what its last run says in the Catalyst console.',
  },
  'pages-unreachable': {
    sentence: 'Nobody has said under which address our card page is reached.',
    next: 'Set TALLYBRIDGE_PUBLIC_URL in the Catalyst console.',
  },
  'card-page-changed': {
    sentence: 'The card page is not as it was built: {faults}.',
    next: 'Send no payment links now. Deploy the functions again and let somebody look who has changed {address}, or what stands before it.',
  },
  'own-page-unreachable': {
    sentence: 'Our own page {address} did not answer.',
    next: 'We look again by ourselves. If it stays, check TALLYBRIDGE_PUBLIC_URL in the Catalyst console.',
  },
  'timer-late': {
    sentence: 'The timer has not run for {minutes} minutes.',
    next: 'Open the Catalyst console, Job Scheduling, and look whether the cron of each minute is on.',
  },
  'unknown-for-a-day': {
    sentence: 'For more than a day we could not find out whether the gateway has done this.',
    next: 'Call the gateway’s support with the reference {reference}.',
  },
  'card-data-found': {
    sentence: 'Nothing was written: {where} has card data in “{field}”.',
    next: 'Remove the card number or security code where it comes from, then try again or replay. Nobody may keep one in a note.',
  },
  'card-data-received': {
    sentence:
      '{source} sent card data in “{field}”. It was blotted out before anything was stored.',
    next: 'Remove the card number or security code there, and tell who typed it that it belongs into the card fields only.',
  },
  'audit-broken': {
    sentence: 'The audit chain is not whole: row {row} of {last} {what}.',
    next: 'Export the audit and check it against an earlier export: node verify-audit.mjs export.jsonl earlier.jsonl.',
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
