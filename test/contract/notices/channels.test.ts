// Slack, webhooks and mail as the product sends them, against receivers that are strict.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openNotices, systemPublicTransport } from '../../../functions/core/compose/notices.ts';
import type { Channel } from '../../../functions/core/contract/connection.ts';
import type { Transport } from '../../../functions/core/ports/platform.ts';
import { createMailer } from '../../../functions/core/store/catalyst-mail.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import { addNoticeBoard, type PostedNotice } from '../../sandbox/control/notice-board.ts';
import { createApp, listen } from '../../sandbox/stand-in.ts';
import { adminApp, type Sandbox, startSandbox } from '../catalyst/sandbox.ts';

const slackToken = 'T000-B000';
const webhookSecret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const clock = new SandboxClock();
const local = systemPublicTransport(true);
const notice = { id: 'msg_1', text: 'A card was declined', about: { paymentId: '7094' } };

let posted: readonly PostedNotice[];
let receiver: Awaited<ReturnType<typeof listen>>;
let sandbox: Sandbox;

beforeAll(async () => {
  const app = createApp();
  posted = addNoticeBoard(app, clock, { slackToken, webhookSecret });
  app.post('/answer/:status', (c) =>
    c.body('', Number(c.req.param('status')) as 400, {
      'retry-after': '7',
      location: `${receiver.url}/webhooks/notices`,
    }),
  );
  receiver = await listen(app, 0);
  sandbox = await startSandbox();
});
afterAll(async () => {
  await receiver.close();
  await sandbox.close();
});

function channels(path: string): readonly Channel[] {
  return [
    { name: 'team', kind: 'slack', address: `${receiver.url}${path}` },
    { name: 'erp', kind: 'webhook', address: `${receiver.url}${path}`, secret: webhookSecret },
    { name: 'finance', kind: 'mail', address: 'finance@example.com' },
    { name: 'fraud', kind: 'desk-department', address: '1900000000000006908' },
  ];
}

function notices(path: string, transport: Transport = local) {
  const mailer = createMailer(adminApp(sandbox.catalyst));
  const ports = { clock, mailer, publicTransport: transport };
  return openNotices(ports, channels(path), 'billing@example.com');
}

describe('Slack', () => {
  const address = `/slack/services/${slackToken}`;

  it('shows a text, in which nobody can hide a link or a call to all', async () => {
    const text = 'Declined: <!channel> Bean & Co';
    expect(await notices(address).postToSlack('team', text)).toEqual({ ok: true });
    expect(posted.at(-1)).toMatchObject({
      by: 'slack',
      text: 'Declined: &lt;!channel&gt; Bean &amp; Co',
    });
  });

  it('is an administrator’s matter when the address is no longer good', async () => {
    expect(await notices('/slack/services/old').postToSlack('team', 'x')).toEqual({
      ok: false,
      problem: {
        code: 'channel-closed',
        remedy: 'fix-setup',
        facts: { channel: 'team', detail: 'no_service' },
      },
    });
  });
});

describe('a webhook', () => {
  it('is signed so that a receiver knows it, and has the same id when it is sent again', async () => {
    const before = posted.length;
    const { callWebhook } = notices('/webhooks/notices');
    expect(await callWebhook('erp', notice)).toEqual({ ok: true });
    clock.advance(60_000);
    expect(await callWebhook('erp', notice)).toEqual({ ok: true });
    expect(posted.slice(before)).toMatchObject([{ by: 'webhook', id: 'msg_1', text: notice.text }]);
  });

  it('is refused by a receiver with another secret', async () => {
    const [channel] = channels('/webhooks/notices').filter(({ kind }) => kind === 'webhook');
    const other = { ...channel, secret: `whsec_${Buffer.alloc(32, 6).toString('base64')}` };
    const opened = openNotices({ clock, publicTransport: local }, [other as Channel], undefined);
    expect(await opened.callWebhook('erp', notice)).toMatchObject({
      problem: { code: 'channel-closed', remedy: 'fix-setup', facts: { detail: 'HTTP 401' } },
    });
  });
});

describe('an answer', () => {
  let before: number;
  beforeEach(() => {
    before = posted.length;
  });

  it.each([
    [400, 'channel-refused', 'fix-input'],
    [404, 'channel-closed', 'fix-setup'],
    [410, 'channel-closed', 'fix-setup'],
    [500, 'channel-unavailable', 'retry'],
    [503, 'channel-unavailable', 'retry'],
  ])('%s is %s for both', async (status, code, remedy) => {
    const { postToSlack, callWebhook } = notices(`/answer/${status}`);
    expect(await postToSlack('team', 'x')).toMatchObject({ problem: { code, remedy } });
    expect(await callWebhook('erp', notice)).toMatchObject({ problem: { code, remedy } });
  });

  it('429 is waited for as long as it says', async () => {
    const { postToSlack, callWebhook } = notices('/answer/429');
    const busy = { problem: { code: 'channel-busy', remedy: 'wait', retryAfterMs: 7_000 } };
    expect(await postToSlack('team', 'x')).toMatchObject(busy);
    expect(await callWebhook('erp', notice)).toMatchObject(busy);
  });

  it('that leads elsewhere is not followed', async () => {
    const called = await notices('/answer/307').callWebhook('erp', notice);
    expect(called).toMatchObject({ problem: { code: 'channel-address-wrong' } });
    expect(posted.length).toBe(before);
  });

  it('that never comes is tried again', async () => {
    const silent: Transport = {
      send: async () => ({ kind: 'no-answer', neverSent: false, reason: 'timeout' }),
    };
    const unavailable = { problem: { code: 'channel-unavailable', remedy: 'retry' } };
    expect(await notices('/x', silent).postToSlack('team', 'x')).toMatchObject(unavailable);
    expect(await notices('/x', silent).callWebhook('erp', notice)).toMatchObject(unavailable);
  });
});

describe('an address of the machine itself', () => {
  it('is never called outside a sandbox', async () => {
    const before = posted.length;
    const guarded = notices('/webhooks/notices', systemPublicTransport(false));
    const wrong = { problem: { code: 'channel-address-wrong', remedy: 'fix-setup' } };
    expect(await guarded.callWebhook('erp', notice)).toMatchObject(wrong);
    expect(await guarded.postToSlack('team', 'x')).toMatchObject(wrong);
    expect(posted.length).toBe(before);
  });
});

describe('mail', () => {
  const mail = { subject: 'A card was declined', text: 'USD 40.00 <b>not bold</b>' };

  it.each([
    ['finance', 'finance@example.com'],
    ['buyer@example.org', 'buyer@example.org'],
  ])('to %s goes out as plain text', async (to, address) => {
    expect(await notices('').sendMail(to, mail)).toEqual({ ok: true });
    expect(sandbox.catalyst.outbox.list().at(-1)).toMatchObject({
      from: 'billing@example.com',
      to: [address],
      subject: mail.subject,
      content: mail.text,
      html: false,
    });
  });

  it('that Catalyst does not take is not sent again', async () => {
    expect(await notices('').sendMail('no body@', mail)).toMatchObject({
      problem: { code: 'channel-refused', remedy: 'fix-input' },
    });
  });

  it('that Catalyst could not take is sent again', async () => {
    sandbox.catalyst.faults.arm({ mode: 'bad-gateway', method: 'POST', path: '/email/send' });
    expect(await notices('').sendMail('finance', mail)).toMatchObject({
      problem: { code: 'channel-unavailable', remedy: 'retry' },
    });
  });

  it('needs a sender', async () => {
    const opened = openNotices({ clock }, channels(''), undefined);
    expect(await opened.sendMail('finance', mail)).toMatchObject({
      problem: { code: 'mail-sender-missing', remedy: 'fix-setup' },
    });
  });
});

describe('a name', () => {
  it('that is no channel, or one of another kind, is for an administrator', async () => {
    const { callWebhook, postToSlack, sendMail, departmentOf } = notices('');
    const unknown = { problem: { code: 'channel-unknown', remedy: 'fix-setup' } };
    expect(await callWebhook('team', notice)).toMatchObject(unknown);
    expect(await postToSlack('nobody', 'x')).toMatchObject(unknown);
    expect(await sendMail('fraud', { subject: 's', text: 't' })).toMatchObject(unknown);
    expect(departmentOf('finance')).toMatchObject(unknown);
    expect(departmentOf('fraud')).toEqual({ ok: true, value: '1900000000000006908' });
  });
});
