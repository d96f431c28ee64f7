// The English texts of the data: taking it along, erasing a person, how long things are kept, and leaving.
import type { LeavingTask } from '../../../../functions/core/contract/lifecycle.ts';
import { spoken } from '../../../text/spoken.ts';

const tasks: Readonly<Record<LeavingTask, string>> = {
  'stop-work': 'Stop all work that waits',
  'gateway-webhooks': 'Delete our subscriptions at the gateway',
  'shop-webhooks': 'Delete our webhooks in the shop',
  'crm-watch': 'Close our channel in Zoho CRM',
  'zoho-access': 'Give back the access to Zoho',
  'forget-secrets': 'Forget all keys and secrets',
};

const kept: Readonly<Record<string, string>> = {
  Inbox: 'Announcements that were worked off',
  Runs: 'Finished runs of flows with their results',
  Approvals: 'Requests that were decided',
  Alarms: 'Alarms that are over',
  Sessions: 'Sign-ins that have ended',
  DayClaims: 'What each person moved on a day, for the limits',
  Catalogs: 'Lists of fields of a product that does not answer any more',
};

export const enData = {
  export: {
    title: 'Take your data along',
    about:
      'Everything that we hold of your company, as lines of JSON. Secrets are left out. An export of the audit stands under “Audit”.',
    start: 'Export everything',
    progress: (pages: number) => `${pages} ${pages === 1 ? 'page' : 'pages'} read…`,
    stop: 'Stop',
    done: (lines: number) => `${lines} ${lines === 1 ? 'row is' : 'rows are'} ready.`,
  },
  erase: {
    title: 'Erase a customer',
    about:
      'When a customer asks for it. Names, addresses and messages go; amounts and the numbers of your books stay, as the law wants them kept.',
    mail: 'Mail address of the customer',
    mailFault: 'Enter a mail address.',
    find: 'Look what is there',
    found: (payments: string, rows: number) =>
      `Found: ${payments} ${payments === '1' ? 'payment' : 'payments'}, and ${rows} other ${rows === 1 ? 'row' : 'rows'} that name the customer.`,
    orMore: (count: number) => `${count} or more`,
    nothing: 'We hold nothing of this customer.',
    reference: 'Number of the request',
    referenceHint: 'For the audit. Never the customer’s name.',
    confirm: 'Type the mail address once more',
    yes: 'Erase for good',
    sure: 'It can’t be taken back.',
    done: (payments: number, rows: number) =>
      `Done: the payer of ${payments} ${payments === 1 ? 'payment' : 'payments'} and ${rows} other ${rows === 1 ? 'row' : 'rows'} were erased.`,
    elsewhere:
      'Zoho, the gateway and the shop have data of their own: erase the customer there, too.',
  },
  periods: {
    title: 'How long things are kept',
    about:
      'After this they are deleted by themselves. Payments, movements, your rules and flows, and the audit stay as long as you use Tallybridge.',
    what: 'What',
    days: 'Days',
    kept,
  },
  leave: {
    title: 'Uninstall',
    about:
      'All connections end at once. Your rows stay for 30 days, so that you can export them or change your mind; then they are deleted.',
    revoked: 'What is taken back, in this order:',
    law: 'What stays: everything in Zoho Books and at the gateway. It is yours, and the law wants it kept.',
    byPerson:
      'What you do yourself: delete the workflow webhooks in Books and Inventory and the webhook in Desk, and remove the extension.',
    confirm: (company: string) => `Type the name of the company: ${company}`,
    despite: 'Leave although the outcome of some money is not known yet',
    yes: 'Uninstall now',
    announced: (date: string) =>
      `Tallybridge was uninstalled in Zoho Desk. It leaves this company on ${date}, unless you say that it stays.`,
    leaving: (date: string) => `Tallybridge leaves this company. All rows are deleted on ${date}.`,
    progress: (done: number, all: number) => `${done} of ${all} are done`,
    allDone: 'Everything was taken back. Nothing works any more; your rows can still be exported.',
    restByHand:
      'We have done what we can. What is left is marked below; your rows can still be exported.',
    tasks,
    taskDone: 'Done',
    taskOpen: 'Waiting',
    taskByHand: 'To be done by you',
    look: 'Look again',
    stay: 'The company stays',
    stayHint: 'What was taken back is connected anew in the set-up.',
  },
};

export const dataTexts = spoken('data', enData);
