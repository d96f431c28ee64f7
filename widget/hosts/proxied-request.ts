// The answer of a host's proxy, read the same way for every host.
import { isFields, member, openEnvelope } from './envelope.ts';
import type { HostFailure, HostOutcome } from './host.ts';
import { describe, REQUEST_TIMEOUT_MS, settle } from './settle.ts';
import { isUnauthorized } from './unauthorized.ts';

/**
 * Runs one proxied call. `layers` are the members that this host wraps around a body.
 * A proxy may reject when our API refuses (4xx): if our own error body is inside, that is an answer.
 */
export async function proxiedRequest(
  call: () => unknown,
  layers: readonly string[],
): Promise<HostOutcome<unknown>> {
  const settled = await settle(call, REQUEST_TIMEOUT_MS);
  if (settled.ok) {
    const body = openEnvelope(settled.value, layers);
    if (!isWrapped(settled.value, body) && isUnauthorized(settled.value)) {
      return unauthorized(settled.value);
    }
    if (isFields(body)) return { ok: true, value: body };
    return { ok: false, why: 'failed', detail: `unreadable answer: ${describe(settled.value)}` };
  }
  const refusal = openEnvelope(settled.reason, layers);
  if (isFields(member(refusal, 'error'))) return { ok: true, value: refusal };
  if (isUnauthorized(settled.reason)) return unauthorized(settled.reason);
  return { ok: false, why: settled.why, detail: settled.detail };
}

/** Whether there was something of ours inside; a proxy also resolves with words of its own. */
function isWrapped(value: unknown, body: unknown): boolean {
  return isFields(body) && body !== value && Object.keys(body).length > 0;
}

function unauthorized(reason: unknown): HostFailure {
  return { ok: false, why: 'unauthorized', detail: describe(reason) };
}
