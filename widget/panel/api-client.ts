// Our API's panel calls, typed by the contract, over whatever host there is.
import type {
  ApprovalRequest,
  DecidedReply,
  DecideRequest,
  RequestReply,
  WithdrawRequest,
} from '../../functions/core/contract/approvals.ts';
import type {
  ErrorReply,
  MovementReply,
  MovementRequest,
  PanelReply,
  ProblemView,
  RecheckRequest,
  RefundRequest,
} from '../../functions/core/contract/panel.ts';
import type { Host, HostFailure, HostRecord, Method } from '../hosts/host.ts';

/** `refused`: our API said no and why. `unreachable`: no readable answer came, whatever was done over there. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  | { readonly kind: 'unreachable'; readonly failure: HostFailure };

export interface ApiClient {
  readPanel(record: HostRecord): Promise<Reply<PanelReply>>;
  refund(request: RefundRequest): Promise<Reply<MovementReply>>;
  move(request: MovementRequest): Promise<Reply<MovementReply>>;
  recheck(request: RecheckRequest): Promise<Reply<MovementReply>>;
  /** Asks others to approve a refund. */
  askApproval(request: ApprovalRequest): Promise<Reply<RequestReply>>;
  decide(request: DecideRequest): Promise<Reply<DecidedReply>>;
  withdraw(request: WithdrawRequest): Promise<Reply<DecidedReply>>;
}

export function createApiClient(host: Host): ApiClient {
  const post = <T>(path: string, body: unknown, mark: string) =>
    callApi<T>(host, 'POST', path, body, mark);
  return {
    readPanel: (record) => post('/panel', { host: host.kind, record }, 'payments'),
    refund: (request) => post('/refunds', request, 'payment'),
    move: (request) => post('/movements', request, 'payment'),
    recheck: (request) => post('/movements/recheck', request, 'payment'),
    askApproval: (request) => post('/approvals/request', request, 'payment'),
    decide: (request) => post('/approvals/decide', request, 'payment'),
    withdraw: (request) => post('/approvals/withdraw', request, 'payment'),
  };
}

/**
 * One call of our API.
 * @param mark a field that every good answer has: a proxy's own page is not taken for one.
 */
export async function callApi<T>(
  host: Host,
  method: Method,
  path: string,
  body: unknown,
  mark: string,
): Promise<Reply<T>> {
  const outcome = await host.request(method, path, body);
  if (!outcome.ok) return { kind: 'unreachable', failure: outcome };
  const answer = outcome.value as Record<string, unknown>;
  if (typeof (answer.error as ErrorReply['error'] | undefined)?.code === 'string') {
    return { kind: 'refused', problem: answer.error as ProblemView };
  }
  if (answer[mark] != null) {
    return { kind: 'ok', value: answer as T };
  }
  const detail = `unexpected answer: ${JSON.stringify(answer).slice(0, 120)}`;
  return { kind: 'unreachable', failure: { ok: false, why: 'failed', detail } };
}
