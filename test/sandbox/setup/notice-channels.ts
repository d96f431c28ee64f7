// The company's named channels: mail, a Slack channel and a program's webhook on the control server, a department.
import { createHmac } from 'node:crypto';
import type { NoticeKeys } from '../control/notice-board.ts';
import { deskDepartments } from '../zoho/desk/desk-org.ts';
import type { Credentials } from './credentials.ts';

/** What proves to the receivers on the control server that a notice is ours. */
export function noticeKeys({ masterKey }: Credentials): NoticeKeys {
  const derived = (what: string) => createHmac('sha256', masterKey).update(what).digest();
  return {
    slackToken: derived('slack').toString('hex').slice(0, 24),
    webhookSecret: `whsec_${derived('webhook').toString('base64')}`,
  };
}

/** What PUT /installation takes of it. @param homeUrl the control server's address. */
export function noticeSettings(homeUrl: string, { slackToken, webhookSecret }: NoticeKeys): object {
  return {
    mailSender: 'billing@example.com',
    channels: [
      { name: 'payments', kind: 'mail', address: 'payments@example.com' },
      { name: 'finance', kind: 'mail', address: 'finance@example.com' },
      { name: 'team', kind: 'slack', address: `${homeUrl}/slack/services/${slackToken}` },
      {
        name: 'erp',
        kind: 'webhook',
        address: `${homeUrl}/webhooks/notices`,
        secret: webhookSecret,
      },
      { name: 'fraud', kind: 'desk-department', address: deskDepartments[1].id },
    ],
  };
}
