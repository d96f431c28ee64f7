// The English texts of the rules: what each kind bounds, in the words of the list and of the form.
import type { PolicyFault } from '../../../../functions/core/contract/documents.ts';
import type {
  PolicyConsequence,
  PolicyMovement,
  PolicyRule,
} from '../../../../functions/core/contract/policy.ts';
import { spoken } from '../../../text/spoken.ts';

const kinds: Readonly<Record<PolicyRule['kind'], string>> = {
  amount: 'Amount at once',
  'per-day': 'Amount a day and person',
  'per-payment': 'Amount of one payment',
  age: 'Age of the payment',
  currency: 'Currency',
  risk: 'Risk of the customer',
  dispute: 'Open dispute',
  'other-card': 'Another card',
  reason: 'Length of the reason',
};

const movements: Readonly<Record<PolicyMovement, string>> = {
  refund: 'Refunds',
  charge: 'Charges',
  capture: 'Captures',
  void: 'Voids',
  reversal: 'Releases',
};

const consequences: Readonly<Record<PolicyConsequence, string>> = {
  approver: 'needs the approval of another approver',
  admin: 'needs the approval of another administrator',
  forbidden: 'is forbidden',
};

export const enRules = {
  title: 'Rules for money',
  about:
    'Who may move how much alone. What is beyond a rule waits for a second person, or is forbidden. The server checks it at each movement.',
  standing: (version: number, author: string, date: string) =>
    `Version ${version} holds, published by ${author} on ${date}.`,
  shipped: 'The rules that come with Tallybridge hold; nobody has changed them yet.',
  none: 'There is no rule: everybody with the right to refund may refund any amount.',
  edit: 'Change',
  editLabel: (rule: string) => `Change: ${rule}`,
  remove: 'Remove',
  removeLabel: (rule: string) => `Remove: ${rule}`,
  add: 'Add a rule',
  // A line of the list: who does what, how much, what follows.
  line: (subject: string, bound: string, consequence: string) =>
    `${subject}: ${bound} ${consequence}.`,
  by: (movements: string, people: string) => `${movements} by ${people}`,
  everybody: 'everybody',
  people: {
    viewer: 'viewers',
    agent: 'agents',
    approver: 'approvers',
    admin: 'administrators',
  } as Readonly<Record<string, string>>,
  bounds: {
    amount: (amounts: string) => `more than ${amounts} at once`,
    'per-day': (amounts: string) => `more than ${amounts} a day and person`,
    'per-payment': (amounts: string) => `more than ${amounts} of one payment`,
    age: (days: string) => `of a payment older than ${days} days`,
    currency: (among: string) => `in another currency than ${among}`,
    risk: (from: string) => `at ${from} risk`,
    dispute: () => 'while a dispute is open',
    'other-card': () => 'to another card than the money came from',
    reason: (length: string) => `with a reason shorter than ${length} characters`,
  } satisfies Readonly<Record<PolicyRule['kind'], (value: string) => string>>,
  nothing: 'nothing',
  risks: { medium: 'medium or high', high: 'high' },
  kinds,
  movements,
  consequences,
  form: {
    title: 'A rule',
    kind: 'What it bounds',
    on: 'Of which movements',
    who: 'For whom',
    whoHint: 'Nobody ticked: for everybody.',
    named: (people: string) => `For ${people} alone, in place of the rule for the role.`,
    beyond: 'What is beyond it',
    amounts: 'Up to',
    amountsHint:
      'One line for each currency, as “USD 500.00”. In other currencies nothing is allowed alone.',
    days: 'Up to how many days',
    currencies: 'Allowed currencies',
    currenciesHint: 'Three letters each: USD EUR',
    risk: 'From which risk on',
    length: 'Characters at least',
    keep: 'Keep in the draft',
    faults: {
      movements: 'Tick at least one kind of movement.',
      'per-day': 'By the day only refunds and charges are counted: tick nothing else.',
      amounts: (line: string) =>
        `“${line}” is no amount. Write the currency, a space and the amount: USD 500.00`,
      number: 'Enter a whole number.',
      currencies: 'Enter at least one currency of three letters.',
    },
  },
  requests: {
    title: 'Requests for approval',
    hours: 'Hours that a request stays open',
    tell: 'Also told of each request',
    tellHint:
      'Mail addresses or names of mail channels, separated by spaces. Who may decide is always told.',
    keep: 'Keep in the draft',
  },
  draft: {
    title: 'Your draft',
    about: (author: string, age: string) => `Changed by ${author}, ${age}. It does not hold yet.`,
    tryOut: 'Try it on the last month',
    note: 'Why, for the history',
    publish: 'Publish',
    drop: 'Throw the draft away',
    faults: 'This keeps it from being published:',
    warnings: 'Worth knowing:',
    published: (version: number) => `Version ${version} holds from now on.`,
  },
  changes: {
    title: (before: string, after: string) => `Title: “${before}” is now “${after}”.`,
    added: (rule: string) => `Added: ${rule}`,
    removed: (rule: string) => `Removed: ${rule}`,
    changed: (before: string, after: string) => `Changed: ${before} Now: ${after}`,
    hours: (before: string, after: string) =>
      `A request stayed open for ${before} hours, now for ${after}.`,
    tell: (before: string, after: string) =>
      `Also told of each request: before ${before}, now ${after}.`,
    nobodyElse: 'nobody',
  },
  faults: {
    'no-currency': (rule: string, value: string) => `Rule ${rule}: ${value} is no currency.`,
    'agents-unbounded': () => 'Agents may refund any amount at once.',
    'no-mail-channel': (_rule: string, value: string) =>
      `No mail channel “${value}” is set up here.`,
  } satisfies Readonly<Record<PolicyFault, (rule: string, value: string) => string>>,
  dryRun: {
    title: 'The last month under these rules',
    sum: (all: number, approval: number, forbidden: number) =>
      `Of ${all} ${all === 1 ? 'refund' : 'refunds'} ${approval} would have needed approval and ${forbidden} would have been forbidden.`,
    none: 'There was no refund in this time: nothing to try the rules on.',
    elsewhere: (count: number) =>
      `${count} more ${count === 1 ? 'was' : 'were'} made outside of Tallybridge, where no rule reaches.`,
    partial: 'There were more than are looked at: the oldest are left out.',
    outcomes: { allowed: 'Allowed', 'needs-approval': 'Needs approval', forbidden: 'Forbidden' },
    table: 'The figures as a table',
    outcome: 'Outcome',
    count: 'Refunds',
    list: 'Refund by refund',
    line: (amount: string, person: string, date: string) => `${amount} by ${person}, ${date}`,
  },
  history: {
    title: 'Versions',
    version: (version: number) => `Version ${version}`,
    shipped: 'as it comes with Tallybridge',
    holds: 'Holds',
    by: (author: string, date: string) => `${author}, ${date}`,
    compare: 'What has changed?',
    compareLabel: (version: number) => `What has changed? Since version ${version}`,
    same: 'Nothing: it says the same as the one that holds.',
    goBack: 'Go back',
    goBackLabel: (version: number) => `Go back to version ${version}`,
    sure: (version: number) =>
      `Version ${version} becomes the newest once more. The versions between stay in the history.`,
    note: 'Why, for the history',
    yes: 'Make it hold again',
  },
};

export const rulesTexts = spoken('rules', enRules);
export type RulesMessages = typeof rulesTexts;
