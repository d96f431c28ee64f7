// A process of its own: posts signed webhooks over a fixed number of kept connections and reports how it went.
import { Agent, request } from 'node:http';
import { percentile } from './statistics.ts';
import { paymentWebhook, type Subscription } from './webhook.ts';

export interface LoadOrder {
  readonly url: string;
  readonly subscription: Subscription;
  readonly connections: number;
  /** At most so many webhooks are sent; nothing is sent twice. */
  readonly count: number;
  /** Nothing more is sent after this time, so that a busy machine does not hold up the bench. */
  readonly maxMs: number;
  /** Digits that set this run's transaction ids apart from every other run's. */
  readonly idPrefix: string;
}

export interface LoadReport {
  readonly sent: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers other than 200. */
  readonly refused: number;
}

if (import.meta.main) {
  const order = JSON.parse(process.argv[2] ?? '') as LoadOrder;
  const report = await generate(order);
  process.send?.(report, () => process.exit(0));
}

async function generate(order: LoadOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  const latenciesMs: number[] = [];
  let refused = 0;
  let next = 0;
  const startedAt = performance.now();
  const connection = async () => {
    while (next < order.count && performance.now() - startedAt < order.maxMs) {
      const index = next++;
      const sentAt = performance.now();
      const status = await post(agent, order, index);
      latenciesMs.push(performance.now() - sentAt);
      if (status !== 200) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: order.connections }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    sent: latenciesMs.length,
    perSecond: latenciesMs.length / seconds,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    refused,
  };
}

/** The answer's status, once all of the answer is here. */
function post(agent: Agent, order: LoadOrder, index: number): Promise<number> {
  const gatewayId = `${order.idPrefix}${String(index).padStart(22 - order.idPrefix.length, '0')}`;
  const payment = { gatewayId, code: String(index), totalAmount: '120.50', currency: 'USD' };
  const { headers, body } = paymentWebhook(order.subscription, payment, Date.now());
  return new Promise((resolve, reject) => {
    const sent = request(
      order.url,
      {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
        answer.once('error', reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
