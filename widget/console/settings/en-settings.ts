// The settings page's English texts.
import type {
  FieldView,
  SetupStep,
  StepState,
  TestOutcome,
} from '../../../functions/core/contract/setup.ts';
import type { Words } from '../../../functions/core/contract/words.ts';
import { spoken } from '../../text/spoken.ts';
import { enDoctor } from './en-doctor.ts';

const steps: Readonly<Record<SetupStep, { readonly title: string; readonly about: string }>> = {
  'sign-in': {
    title: 'Sign in with Zoho',
    about:
      'Tallybridge works in Books, CRM and Desk with the consent of one administrator, best of a user of its own.',
  },
  organizations: {
    title: 'Organizations',
    about: 'Which organizations of Zoho belong to this company.',
  },
  merchants: {
    title: 'Cybersource merchant ids',
    about:
      'Each with a key of the Business Center. It is tried before it is saved, and never shown again.',
  },
  webhooks: {
    title: 'Announcements of the gateway',
    about:
      'So that payments are known at once; without, each merchant id is asked every few minutes.',
  },
  accounts: {
    title: 'Accounts in Zoho Books',
    about: 'Card money waits in a clearing account until the bank has it.',
  },
  fields: {
    title: 'Custom fields',
    about: 'Fields that hold our keys: by them nothing is ever booked twice.',
  },
  test: {
    title: 'Test payment',
    about: 'A payment of 1.00 on a test card of the gateway, released at once. Sandbox only.',
  },
  doors: {
    title: 'Webhooks, channels, roles',
    about: 'What Zoho announces to us, and whom we tell.',
  },
};

const states: Readonly<Record<StepState, string>> = {
  done: 'Done',
  open: 'To do',
  waiting: 'Waiting',
  trouble: 'Needs attention',
  later: 'Later',
  skipped: 'Not needed',
};

/** The gateway's words for a subscription, in ours. */
const webhookStates: Readonly<Record<string, string>> = {
  ACTIVE: 'Active: payments are announced at once.',
  PENDING_REVIEW:
    'The gateway reviews our address: one to two business days. Until then we ask every few minutes.',
  BLOCKED: 'The gateway has refused our address. Call its support; until then we ask.',
  SUSPENDED: 'The gateway has stopped it after failures. Press the button to switch it on.',
  INACTIVE: 'Switched off. Press the button to switch it on.',
  NONE: 'Not subscribed yet.',
};

const outcomes: Readonly<Record<TestOutcome, string>> = {
  passed: 'It works: the payment was authorized and released again.',
  'not-authorized':
    'The gateway did not authorize the test card. Check in the Business Center that the merchant id takes Visa in this currency.',
  'not-reversed':
    'It was authorized, but could not be released. The bank releases it by itself; ask the gateway’s support about reversals.',
};

const fieldStates: Readonly<Record<FieldView['state'], string>> = {
  there: 'there',
  missing: 'missing',
  inactive: 'switched off',
  'not-unique': 'allows duplicates',
};

export const enSettings = {
  title: 'Tallybridge settings',
  loading: 'Reading the settings…',
  progress: (done: number, all: number) => `${done} of ${all} steps are done`,
  ready: 'Connected',
  notReady: 'Set-up under way',
  unsaved: 'Something is typed in and not saved. Save or close that step first.',
  steps,
  states,
  reload: 'Load again',
  save: 'Save',
  working: 'One moment…',
  laterBecause: 'An earlier step comes first.',
  signIn: {
    button: 'Sign in with Zoho',
    again: 'Sign in again',
    done: (host: string) => `Signed in; the data centre is ${host}.`,
    waiting: 'A window was opened. This page goes on by itself when you are done there.',
    blocked: 'Your browser blocked the window. Open it here:',
    open: 'Open the sign-in',
    products: 'Products to connect',
  },
  products: {
    books: 'Zoho Books and Inventory',
    crm: 'Zoho CRM',
    desk: 'Zoho Desk',
  } as Readonly<Record<string, string>>,
  organizations: { load: 'Show my organizations', unused: 'Not used' },
  merchants: {
    list: 'Merchant ids',
    add: 'Add a merchant id or change it',
    id: 'Merchant id',
    environment: 'Environment',
    sandbox: 'Sandbox (test money)',
    live: 'Live',
    keyKind: 'Key',
    sharedSecret: 'Shared secret',
    certificate: 'P12 file',
    keyId: 'Key id',
    secret: 'Shared secret (base64)',
    file: 'P12 file',
    password: 'Password of the file',
    currencies: 'Currencies, separated by spaces',
    currenciesHint: 'Three letters each: USD EUR',
    save: 'Try the key and save',
    keyStays: 'Leave the key empty to keep the one that is there.',
    change: 'Change',
    changeLabel: (merchant: string) => `Change ${merchant}`,
    processor: 'Processor',
    processors: {
      unknown: 'Not known',
      'visa-platform-connect': 'Visa Platform Connect',
      other: 'Another one (Chase Paymentech, TSYS, Worldpay …)',
    },
    processorMeans: {
      unknown:
        'Who settles the cards. Refunds are offered for 180 days after the authorization, with a warning after 60.',
      'visa-platform-connect': 'Refunds are offered for 180 days after the authorization.',
      other: 'Refunds are offered for 60 days after the authorization, and refused later.',
    },
    key: (kind: string, id: string) => `${kind}, key id ${id}`,
  },
  webhooks: {
    address: 'Address of our hooks function',
    addressHint: 'As it is reached from the internet, with https.',
    saveAddress: 'Save the address',
    subscribe: (merchant: string) => `Subscribe or renew ${merchant}`,
    keyEnds: (date: string) =>
      `The signing key is good until ${date}; it is renewed by this button and the doctor.`,
    states: webhookStates,
    otherState: (state: string) => `The gateway says ${state}, which we do not know.`,
    notAsked: 'Connected by the set-up command; not asked yet.',
  },
  accounts: {
    load: 'Propose accounts',
    clearing: (currency: string, merchant: string) => `Clearing account ${currency}, ${merchant}`,
    fee: 'Account for fees',
    cardFees: 'Fees by contract',
    cardFeesAbout:
      'Only if your contract says what is kept of each payment: then it is booked to the account for fees together with the payment. Leave it empty if fees come with the settlement, or they would be booked twice. It counts for payments booked from now on.',
    cardFee: (currency: string, merchant: string) => `Fee ${currency}, ${merchant}`,
    percent: 'Percent',
    fixedPart: (currency: string) => `${currency} for each`,
    feeWrong: 'Enter a percentage with at most two decimals, and an amount of this currency.',
    dispute: 'Account for disputes',
    create: (name: string) => `Make a new account “${name}”`,
    hint: 'Nothing is written to Books before you save.',
    save: 'Use these accounts',
  },
  fields: {
    check: 'Check the fields',
    all: 'All fields are there.',
    states: fieldStates,
    how: 'Zoho has no way for programs to make them:',
    where: {
      books: (module: string) =>
        `In Zoho Books: Settings › Preferences › ${module} › Field Customization › New Custom Field`,
      desk: (module: string) =>
        `In Zoho Desk: Setup › Customization › Layouts and Fields › ${module} › Single-line field`,
    },
    what: {
      books: (label: string) =>
        `Label “${label}”, data type Text Box (Single Line), “Prevent duplicate values” on.`,
      desk: (label: string) => `Label “${label}”.`,
    },
    after: 'Then check again: the API name must be as shown.',
  },
  test: {
    button: (merchant: string) => `Test ${merchant}`,
    outcomes,
    at: (date: string) => `Last test: ${date}`,
  },
  doors: {
    secretTitle: 'Workflow webhooks of Books and Inventory',
    secretAbout:
      'In Settings › Automation › Workflow Actions › Webhooks: paste the address, choose POST and the default payload, and paste the secret as Secret Token.',
    address: 'Address for the webhook',
    makeSecret: 'Make a secret',
    renewSecret: 'Make a new secret',
    hasSecret:
      'A secret is set. It can’t be shown again; a new one takes its place, and the old one is believed for a day.',
    secret: 'Secret: copy it now, it is shown this once',
    channelsTitle: 'Channels and mail',
    channelsAbout: 'Flows send to a channel by its name. Addresses are not shown again.',
    sender: 'Sender of mails',
    senderHint: 'An address that is verified in the Catalyst console.',
    name: 'Name of the channel',
    nameHint: 'Small letters, digits and dashes',
    kind: 'Kind',
    kinds: {
      mail: 'Mail',
      slack: 'Slack',
      webhook: 'Signed webhook',
      'desk-department': 'Department in Desk',
    } as Readonly<Record<string, string>>,
    target: 'Mail address, webhook address or department id',
    signing: 'Signing secret (whsec_…)',
    remove: (name: string) => `Remove ${name}`,
    saveChannels: 'Save channel and sender',
    languageTitle: 'Language for staff',
    languageAbout:
      'Mails to staff, notes, comments and tickets in Zoho, and what flows say by themselves are written in it. Customers’ mails follow the language that Books has for the customer.',
    language: 'Language of mails and notes',
    asBooks: (name: string) => `As in Zoho Books (${name})`,
    saveLanguage: 'Save the language',
    rolesTitle: 'Roles',
    rolesAbout:
      'Who has which role in Zoho has which here. Without a line, Zoho administrators are administrators, staff are agents, others look on.',
    zohoRole: 'Role in Zoho',
    ourRole: 'Role here',
    saveRole: 'Save the role',
    cardPageTitle: 'Card page',
    cardPageAbout:
      '3-D Secure: the customer’s bank confirms that the card is theirs, and then bears the loss of a fraudulent payment. Payer authentication must be switched on for your merchant account at Cybersource.',
    confirmsPayers: '3-D Secure',
    confirmChoices: { off: 'Off', asked: 'When the bank asks for it', always: 'Always' },
    saveCardPage: 'Save the card page',
    removeRole: (role: string) => `Remove the line of ${role}`,
  },
  copy: 'Copy',
  copied: 'Copied',
  copyLabel: (what: string) => `Copy: ${what}`,
  doctor: enDoctor,
};

export type SettingsMessages = Words<typeof enSettings>;

export const settingsTexts = spoken('settings', enSettings);
