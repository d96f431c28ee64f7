// The way from a function instance to the outside: requests that are lost, late, doubled or answered with nonsense.
import type {
  HttpOutcome,
  HttpRequest,
  Transport,
} from '../../../functions/core/ports/platform.ts';
import type { WireFault } from '../fate.ts';
import type { Outside } from '../outside/outside.ts';
import { hosts, type OutsideReply, type OutsideRequest, readRequest } from '../outside/route.ts';
import { type FunctionInstance, never } from './function-instance.ts';
import type { WireParts } from './store-wire.ts';

/** How long after its sender gave up a late request may still be acted on. */
const LATE_MAX_MS = 90_000;

export function networkOverWire(
  parts: WireParts,
  instance: FunctionInstance,
  outside: Outside,
): Transport {
  const { scheduler, fate } = parts;

  async function silence(afterMs: number, reason: string, neverSent = false): Promise<HttpOutcome> {
    await instance.turn(afterMs);
    return { kind: 'no-answer', neverSent, reason };
  }

  async function send(request: HttpRequest): Promise<HttpOutcome> {
    if (!instance.isAlive) return never();
    const arriving = readRequest(request);
    const fault = outside.isMovement(arriving) ? fate.movementFault() : fate.netFault();
    parts.trace?.(`${instance.name} ${request.method} ${request.url} ${fault ?? ''}`);
    outside.count(arriving);
    if (fault === 'crash-before') instance.crash();
    if (fault === 'token-revoked') outside.revokeTokens();
    const lost = await lostOnTheWay(arriving, request.timeoutMs, fault);
    if (lost !== undefined) return lost;
    await scheduler.sleep(fate.travelMs());
    const reply = outside.refuseBusy(arriving, fault) ?? outside.answer(arriving);
    parts.trace?.(`  ${reply.status} ${reply.status < 300 ? '' : JSON.stringify(reply.body)}`);
    if (fault === 'crash-after') instance.crash();
    if (fault === 'hang-after') return silence(request.timeoutMs, 'timed out');
    await instance.turn(fate.travelMs());
    if (fault === 'cut-after') return { kind: 'no-answer', neverSent: false, reason: 'cut' };
    return answered(spoil(arriving, reply, fault));
  }

  async function lostOnTheWay(
    request: OutsideRequest,
    timeoutMs: number,
    fault: WireFault | undefined,
  ): Promise<HttpOutcome | undefined> {
    switch (fault) {
      case 'crash-before':
        return never();
      case 'never-sent':
        return silence(fate.travelMs(), 'refused', true);
      case 'cut-before':
        return silence(fate.travelMs(), 'cut');
      case 'hang-before':
        return silence(timeoutMs, 'timed out');
      case 'late':
        // Only the gateway acts on what nobody waits for any more: its movements carry an id that guards them.
        if (request.host === hosts.gateway) {
          scheduler.after(timeoutMs + fate.between(0, LATE_MAX_MS), () => outside.answer(request));
        }
        return silence(timeoutMs, 'timed out');
      case 'bad-gateway-before':
        await instance.turn(fate.travelMs());
        return answered(outside.badGateway(request));
      default:
        return undefined;
    }
  }

  function spoil(
    request: OutsideRequest,
    reply: OutsideReply,
    fault: WireFault | undefined,
  ): OutsideReply {
    if (fault === 'bad-gateway-after') return outside.badGateway(request, reply);
    if (fault === 'bad-answer' && reply.status < 300) {
      return { status: reply.status, body: '<html><body>Please wait…</body></html>' };
    }
    return reply;
  }

  return { send };
}

function answered(reply: OutsideReply): HttpOutcome {
  const { status, headers = {}, body } = reply;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return { kind: 'answered', status, headers, body: text };
}
