// The English texts of the secrets: what each is for, and what happens when it is replaced.
import type { SecretView } from '../../../../functions/core/contract/lifecycle.ts';
import { spoken } from '../../../text/spoken.ts';

const kinds: Readonly<Record<SecretView['kind'], string>> = {
  'gateway-key': 'Key of the gateway',
  'gateway-webhook': 'Signing key of the gateway’s announcements',
  'zoho-sign-in': 'Sign-in with Zoho',
  'zoho-client': 'Secret of our client in Zoho’s API console',
  'shop-api': 'Keys of the shop',
  'shop-webhook': 'Secret of the shop’s webhooks',
  'books-webhook': 'Secret of the workflow webhooks of Books and Inventory',
  channel: 'Secret of a channel',
};

const signed =
  'What was signed with the old one is believed until the overlap ends. Enter the new one at the other side within that time.';
const asked =
  'We use the new one within a minute. Delete the old one at the other side after that.';

/** What happens when it is replaced. */
const overlap: Readonly<Record<SecretView['kind'], string>> = {
  'gateway-key': asked,
  'gateway-webhook': signed,
  'zoho-sign-in':
    'Sign in with Zoho again, in the set-up: the new sign-in takes the place of this one.',
  'zoho-client':
    'Zoho accepts the new one at once. Our CRM channel is believed with the old one until the overlap ends, and is renewed meanwhile.',
  'shop-api': asked,
  'shop-webhook': signed,
  'books-webhook': signed,
  channel:
    'Messages carry both signatures until the overlap ends. A Slack address is used within a minute.',
};

export const enSecrets = {
  title: 'Secrets',
  about:
    'Every key that we hold. Each is sealed with a key of its own and can be replaced; none is ever shown.',
  none: 'No secret is held: nothing is connected yet.',
  kinds,
  overlap,
  of: (kind: string, of: string) => `${kind}: ${of}`,
  keyId: (id: string) => `Key id ${id}`,
  certificate:
    'It is a certificate: upload a new P12 file in the set-up, under “Cybersource merchant ids”.',
  since: (age: string) => `In use since ${age}`,
  old: 'In use for longer than ages are kept',
  states: {
    inUse: 'In use',
    overlap: (date: string) => `The one before is believed until ${date}`,
    ends: (date: string) => `Good until ${date}`,
  },
  replace: 'Replace…',
  replaceLabel: (what: string) => `Replace: ${what}`,
  master: (id: string, sealed: number, left: number) =>
    left === 0
      ? `All ${sealed} sealed texts are wrapped by the present master key, ${id}.`
      : `${left} of ${sealed} sealed texts still need the former master key; the present one is ${id}. It goes on by itself.`,
  form: {
    keyId: 'New key id',
    secret: 'New secret',
    consumerKey: 'New consumer key',
    channel: 'New signing secret (whsec_…) or Slack address',
    booksHint: '12 to 50 letters and digits',
    overlap: 'The old one stays believed',
    hours: { '0': 'not at all: it has leaked', '24': 'for a day', '168': 'for a week' },
    sure: 'The new one takes its place as soon as you press the button.',
    yes: 'Replace it now',
    done: (usable: string, until: string) =>
      `Replaced. Use the new one at the other side from ${usable} on; the old one is believed until ${until}.`,
    doneAtOnce: (usable: string) =>
      `Replaced. Use the new one at the other side from ${usable} on; the old one is worth nothing any more.`,
  },
};

export const secretsTexts = spoken('secrets', enSecrets);
