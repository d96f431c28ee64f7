// The English texts of the people and of what waits for approval.
import type { StaffView } from '../../../../functions/core/contract/identity.ts';
import { spoken } from '../../../text/spoken.ts';

const access: Readonly<Record<StaffView['access'], string>> = {
  allowed: 'Has access',
  ended: 'Access ended',
  removed: 'No longer in Zoho',
};

export const enPeople = {
  title: 'People',
  about:
    'Everybody who has signed in. Roles follow Zoho, unless you set one here; which role of Zoho is which is said in the set-up, under “Webhooks, channels, roles”.',
  none: 'Nobody has signed in yet.',
  you: 'you',
  access,
  role: (name: string) => `Role of ${name}`,
  asInZoho: (role: string) => `As in Zoho (${role})`,
  end: 'End the access',
  endLabel: (name: string) => `End the access of ${name}`,
  sure: (name: string) => `${name} is out at once and can’t sign in again until you allow it.`,
  restore: 'Allow again',
  restoreLabel: (name: string) => `Allow ${name} again`,
  seen: (date: string) => `Looked up in Zoho ${date}`,
  approvals: {
    title: 'Waiting for approval',
    about: 'What people or flows have asked for and nobody has decided. Never your own request.',
    none: 'Nothing waits.',
    asked: (person: string, age: string) => `Asked for by ${person}, ${age}.`,
    since: (age: string) => `Asked ${age}.`,
    ends: (time: string) => `It lapses ${time}.`,
    own: 'You asked for this yourself: somebody else must decide.',
    reason: 'Reason of your decision',
    approve: 'Approve',
    refuse: 'Refuse',
    approveLabel: (what: string) => `Approve: ${what}`,
    refuseLabel: (what: string) => `Refuse: ${what}`,
    done: { approved: 'Approved.', rejected: 'Refused.' },
  },
};

export const peopleTexts = spoken('people', enPeople);
