// The answer of a host's proxy, read the same way for every host.
import { isFields, member, openEnvelope } from './envelope.ts';
import type { HostOutcome } from './host.ts';
import { describe, REQUEST_TIMEOUT_MS, settle } from './settle.ts';

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
    if (isFields(body)) return { ok: true, value: body };
    return { ok: false, why: 'failed', detail: `unreadable answer: ${describe(settled.value)}` };
  }
  const refusal = openEnvelope(settled.reason, layers);
  if (isFields(member(refusal, 'error'))) return { ok: true, value: refusal };
  return { ok: false, why: settled.why, detail: settled.detail };
}
