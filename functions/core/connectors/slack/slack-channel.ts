// Posts a text to a Slack channel through an incoming webhook.
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Clock, HttpOutcome, Transport } from '../../ports/platform.ts';
import { retryAfterMs } from '../transport/retry-after.ts';

export interface SlackPorts {
  /** Reaches public addresses only. */
  readonly transport: Transport;
  readonly clock: Clock;
}

export interface SlackChannel {
  readonly name: string;
  /** The incoming webhook's address: whoever has it may post. */
  readonly address: string;
}

const TIMEOUT_MS = 10_000;
/** Slack cuts messages at 40,000 characters, and asks for 4,000. */
const TEXT_LENGTH_MAX = 4_000;
/** One message per second and webhook (Slack docs, "Rate limits"). */
const BUSY_MS = 2_000;

export async function postToSlack(
  { transport, clock }: SlackPorts,
  { name, address }: SlackChannel,
  text: string,
): Promise<Result<void>> {
  const outcome = await transport.send({
    method: 'POST',
    url: address,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ text: escapeText(text.slice(0, TEXT_LENGTH_MAX)) }),
    timeoutMs: TIMEOUT_MS,
  });
  const found = readProblem(outcome, name, clock.now());
  return found === undefined ? ok(undefined) : refused(found);
}

/** What customers call themselves must not become a link or ping the whole channel (Slack docs, "Formatting text"). */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 400 `invalid_payload`, 403 `action_prohibited`, 404 `no_service` and others, 410 `channel_is_archived`, 429. */
function readProblem(outcome: HttpOutcome, channel: string, nowMs: number): Problem | undefined {
  if (outcome.kind === 'no-answer') {
    return outcome.reason === 'address-not-allowed'
      ? problem('channel-address-wrong', 'fix-setup', { channel, detail: 'it is not public' })
      : problem('channel-unavailable', 'retry', { channel });
  }
  const { status, headers, body } = outcome;
  if (status >= 200 && status < 300) return undefined;
  if (status === 429) {
    const waitMs = retryAfterMs(headers, nowMs) ?? BUSY_MS;
    return { ...problem('channel-busy', 'wait', { channel }), retryAfterMs: waitMs };
  }
  if (status >= 500) return problem('channel-unavailable', 'retry', { channel });
  const detail = /^[a-z_]{1,60}$/.test(body.trim()) ? body.trim() : `HTTP ${status}`;
  return status === 400
    ? problem('channel-refused', 'fix-input', { channel, detail })
    : problem('channel-closed', 'fix-setup', { channel, detail });
}
