// Problems about connecting a company, and what the doctor finds: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const setUpProblems = {
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
  'gateway-environment-wrong': {
    sentence: 'The key of merchant {merchant} belongs to the {other} environment, not to {asked}.',
    next: 'Choose the right environment, or make a key in the Business Center of the other one.',
  },
  'merchant-key-missing': {
    sentence: 'This merchant id has no key yet.',
    next: 'Enter the key of the Business Center, then save again.',
  },
  'fee-account-missing': {
    sentence: 'Fees by contract need an account to be booked to.',
    next: 'Choose the account for fees, then save again.',
  },
  'merchant-environment-mixed': {
    sentence: 'The other merchant ids of this company are not in the {environment} environment.',
    next: 'Use the same environment for all, or remove the others first.',
  },
  'merchant-in-use': {
    sentence:
      'Payments were made with merchant {merchant}: without its key none of them could be refunded.',
    next: 'Keep it. It costs nothing, and the gateway’s own settings decide whether it takes new payments.',
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
  'zoho-organization-wrong': {
    sentence: '{product} does not know our user in this organization.',
    next: 'An administrator checks the organization’s id and whether the user who connected is still in it.',
  },
  'zoho-data-centre-wrong': {
    sentence: 'The connection belongs to {theirs}, but we are set up for {ours}.',
    next: 'An administrator chooses the right data centre on the settings page and connects again.',
  },
  'zoho-sign-in-needed': {
    sentence: 'The connection to Zoho is no longer valid.',
    next: 'An administrator signs in with Zoho again on the settings page.',
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
} as const satisfies Record<string, ProblemText>;
