// Takes what flows send out of the company: an incoming webhook as Slack has them, and a receiver of signed webhooks.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { StandInApp } from '../stand-in.ts';

export interface PostedNotice {
  /** Epoch ms. */
  readonly at: number;
  readonly by: 'slack' | 'webhook';
  readonly text: string;
  /** Of a webhook: the same when it is sent again. */
  readonly id: string;
}

export interface NoticeKeys {
  /** Last part of the Slack address: without it nobody may post. */
  readonly slackToken: string;
  /** `whsec_` and base64. */
  readonly webhookSecret: string;
}

const KEPT = 200;
/** The specification's own tolerance. */
const AGE_MAX_S = 5 * 60;

/** Adds `POST /slack/services/<token>` and `POST /webhooks/notices`; answers what has come, the newest last. */
export function addNoticeBoard(
  app: StandInApp,
  clock: SandboxClock,
  { slackToken, webhookSecret }: NoticeKeys,
): readonly PostedNotice[] {
  const posted: PostedNotice[] = [];
  const keep = (notice: Omit<PostedNotice, 'at'>) => {
    posted.push({ at: clock.now(), ...notice });
    posted.splice(0, posted.length - KEPT);
  };
  app.post('/slack/services/:token', async (c) => {
    if (c.req.param('token') !== slackToken) return c.text('no_service', 404);
    const text = textIn(await c.req.json().catch(() => undefined));
    if (text === undefined) return c.text('invalid_payload', 400);
    if (text === '') return c.text('no_text', 400);
    keep({ by: 'slack', text, id: '' });
    return c.text('ok');
  });
  app.post('/webhooks/notices', async (c) => {
    const [id = '', seconds = '', signatures = ''] = ['id', 'timestamp', 'signature'].map((name) =>
      c.req.header(`webhook-${name}`),
    );
    const body = await c.req.text();
    const age = Math.abs(clock.now() / 1_000 - Number(seconds));
    if (id === '' || !/^\d+$/.test(seconds) || age > AGE_MAX_S) return c.text('too old', 400);
    if (!isSigned(webhookSecret, `${id}.${seconds}.${body}`, signatures)) {
      return c.text('wrong signature', 401);
    }
    const { data } = JSON.parse(body) as { readonly data?: unknown };
    // A receiver that keeps to the specification takes each id once.
    if (!posted.some((one) => one.id === id)) keep({ by: 'webhook', text: textIn(data) ?? '', id });
    return c.body(null, 204);
  });
  return posted;
}

function isSigned(secret: string, content: string, signatures: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const wanted = createHmac('sha256', key).update(content).digest();
  return signatures.split(' ').some((one) => {
    const [version, given = ''] = one.split(',');
    const bytes = Buffer.from(given, 'base64');
    return version === 'v1' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
  });
}

function textIn(value: unknown): string | undefined {
  const text =
    typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined;
  return typeof text === 'string' ? text : undefined;
}
