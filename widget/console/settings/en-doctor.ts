// The doctor's English texts.
import type { CheckView, DoctorCheckName } from '../../../functions/core/contract/doctor.ts';

const names: Readonly<Record<DoctorCheckName, string>> = {
  'sign-in': 'Sign-in with Zoho',
  scopes: 'What Zoho has granted',
  organizations: 'Organizations',
  plan: 'Calls of the plan',
  'gateway-key': 'Keys of the gateway',
  clock: 'Clock',
  webhook: 'Webhooks of the gateway',
  'signing-key': 'Signing keys',
  fields: 'Custom fields',
  accounts: 'Accounts in Books',
  'crm-watch': 'Channel of the CRM',
  'shop-webhook': 'Webhooks of the shop',
  mail: 'Mail',
  timer: 'Timer',
  'data-version': 'Stored data',
  'card-page': 'Card page',
};

const states: Readonly<Record<CheckView['state'], string>> = {
  good: 'Good',
  fault: 'Fault',
  unknown: 'Could not look',
  skipped: 'Nothing to check',
};

export const enDoctor = {
  title: 'Doctor',
  about: 'Checks now what it checks by itself every day. A test mail goes to the sender.',
  call: 'Check everything',
  again: 'Check again',
  well: 'Everything is in order.',
  faults: (count: number) => {
    if (count === 0) return 'No fault was found.';
    return count === 1 ? 'One fault was found.' : `${count} faults were found.`;
  },
  unseen: (count: number) =>
    count === 1 ? 'One check could not look.' : `${count} checks could not look.`,
  mend: 'Mend it',
  mendLabel: (name: string, subject: string) => `Mend it: ${name}, ${subject}`,
  names,
  states,
};
