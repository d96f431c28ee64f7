// Sends a notice to somebody's own program, signed as the Standard Webhooks specification says.
import { createHmac } from 'node:crypto';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { WebhookNotice } from '../../ports/notices.ts';
import type { Clock, HttpOutcome, Transport } from '../../ports/platform.ts';
import { retryAfterMs } from '../transport/retry-after.ts';

export interface WebhookPorts {
  /** Reaches public addresses only. */
  readonly transport: Transport;
  readonly clock: Clock;
}

export interface WebhookChannel {
  readonly name: string;
  readonly address: string;
  /** `whsec_` and base64 of 24 to 64 bytes. */
  readonly secret: string;
  /** The one before it, while the receiver may not know the new one yet: either signature proves us. */
  readonly formerSecret?: string;
}

/** The specification asks senders to wait 15 to 30 seconds; a function has less. */
const TIMEOUT_MS = 10_000;
const BUSY_MS = 30_000;

export async function callWebhook(
  { transport, clock }: WebhookPorts,
  channel: WebhookChannel,
  { id, text, about }: WebhookNotice,
): Promise<Result<void>> {
  const nowMs = clock.now();
  const timestamp = new Date(nowMs).toISOString();
  const body = JSON.stringify({ type: 'tallybridge.notice', timestamp, data: { text, about } });
  const outcome = await transport.send({
    method: 'POST',
    url: channel.address,
    headers: {
      'content-type': 'application/json',
      ...signatureHeaders(channel, id, nowMs, body),
    },
    body,
    timeoutMs: TIMEOUT_MS,
  });
  const found = readProblem(outcome, channel.name, nowMs);
  return found === undefined ? ok(undefined) : refused(found);
}

function signatureHeaders(
  { secret, formerSecret }: WebhookChannel,
  id: string,
  nowMs: number,
  body: string,
) {
  const seconds = String(Math.floor(nowMs / 1_000));
  const sign = (one: string) => {
    const key = Buffer.from(one.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  };
  const secrets = formerSecret === undefined ? [secret] : [secret, formerSecret];
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': secrets.map(sign).join(' '),
  };
}

/** 400 and 422 are about what was sent; all other refusals, and redirects, about where to. */
function readProblem(outcome: HttpOutcome, channel: string, nowMs: number): Problem | undefined {
  if (outcome.kind === 'no-answer') {
    return outcome.reason === 'address-not-allowed'
      ? problem('channel-address-wrong', 'fix-setup', { channel, detail: 'it is not public' })
      : problem('channel-unavailable', 'retry', { channel });
  }
  const { status, headers } = outcome;
  if (status >= 200 && status < 300) return undefined;
  const detail = `HTTP ${status}`;
  if (status === 429) {
    const waitMs = retryAfterMs(headers, nowMs) ?? BUSY_MS;
    return { ...problem('channel-busy', 'wait', { channel }), retryAfterMs: waitMs };
  }
  if (status >= 500 || status === 408) return problem('channel-unavailable', 'retry', { channel });
  if (status < 400) {
    return problem('channel-address-wrong', 'fix-setup', { channel, detail: 'it has moved' });
  }
  return status === 400 || status === 422
    ? problem('channel-refused', 'fix-input', { channel, detail })
    : problem('channel-closed', 'fix-setup', { channel, detail });
}
