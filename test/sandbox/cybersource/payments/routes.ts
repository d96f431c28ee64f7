// The routes of the payment service, /pts/v2.
import type { MiddlewareHandler } from 'hono';
import { type Api, type ApiContext, type ApiEnv, createApi, hal } from '../api.ts';
import { readBody } from '../body.ts';
import type { Gateway } from '../gateway.ts';
import { requestId, timestamp } from '../ids.ts';
import {
  captureAnswer,
  creditAnswer,
  incrementAnswer,
  refundAnswer,
  reversalAnswer,
  voidAnswer,
} from './answers.ts';
import { capture } from './capture.ts';
import { createPayment } from './create-payment.ts';
import { followOnSchema } from './follow-on.ts';
import { increment, incrementSchema } from './increment.ts';
import { readPayment } from './payment-request.ts';
import { credit, refund } from './refund.ts';
import { reversalSchema, reverse, reverseByMti } from './reversal.ts';
import { lostRequestSchema, type VoidableKind, voidById, voidByMti, voidSchema } from './void.ts';

const VOID_PATHS: readonly (readonly [string, VoidableKind])[] = [
  ['/pts/v2/payments/:id/voids', 'payment'],
  ['/pts/v2/captures/:id/voids', 'capture'],
  ['/pts/v2/refunds/:id/voids', 'refund'],
  ['/pts/v2/credits/:id/voids', 'credit'],
];

export function paymentRoutes(gateway: Gateway): Api {
  const api = createApi();
  api.use('/pts/*', failAfterApply(gateway));
  api.post('/pts/v2/payments', async (c) =>
    hal(c, await createPayment(gateway, c.var.merchant, readPayment(c.var.body))),
  );
  api.patch('/pts/v2/payments/:id', (c) => {
    const request = readBody(c.var.body, incrementSchema);
    const { row, payment } = increment(gateway, c.var.merchant, c.req.param('id'), request);
    return hal(c, incrementAnswer(row, payment));
  });
  api.post('/pts/v2/payments/:id/captures', (c) => {
    const request = readBody(c.var.body, followOnSchema);
    return hal(c, captureAnswer(capture(gateway, c.var.merchant, c.req.param('id'), request)));
  });
  api.post('/pts/v2/payments/:id/refunds', (c) => refunded(c, gateway, 'payment'));
  api.post('/pts/v2/captures/:id/refunds', (c) => refunded(c, gateway, 'capture'));
  api.post('/pts/v2/credits', async (c) =>
    hal(c, creditAnswer(await credit(gateway, c.var.merchant, readPayment(c.var.body)))),
  );
  api.post('/pts/v2/payments/:id/reversals', (c) => {
    const request = readBody(c.var.body, reversalSchema);
    const { row, payment } = reverse(gateway, c.var.merchant, c.req.param('id'), request);
    return hal(c, reversalAnswer(row, payment));
  });
  for (const [path, kind] of VOID_PATHS) {
    api.post(path, (c) => {
      const { clientReferenceInformation } = readBody(c.var.body, voidSchema);
      const target = { kind, id: c.req.param('id') ?? '' };
      const done = voidById(gateway, c.var.merchant, target, clientReferenceInformation);
      return hal(c, voidAnswer(done.row, done.original));
    });
  }
  // Older guides print both with a trailing slash.
  for (const path of ['/pts/v2/voids', '/pts/v2/voids/']) {
    api.post(path, (c) => {
      const done = voidByMti(gateway, c.var.merchant, readBody(c.var.body, lostRequestSchema));
      return hal(c, voidAnswer(done.row, done.original));
    });
  }
  for (const path of ['/pts/v2/reversals', '/pts/v2/reversals/']) {
    api.post(path, (c) => {
      const { clientReferenceInformation } = readBody(c.var.body, lostRequestSchema);
      const { transactionId } = clientReferenceInformation;
      const { row, payment } = reverseByMti(gateway, c.var.merchant, transactionId);
      return hal(c, reversalAnswer(row, payment));
    });
  }
  return api;
}

function refunded(c: ApiContext, gateway: Gateway, kind: 'payment' | 'capture'): Response {
  const request = readBody(c.var.body, followOnSchema);
  const original = { kind, id: c.req.param('id') ?? '' };
  return hal(c, refundAnswer(refund(gateway, c.var.merchant, original, request)));
}

/** The switch `server-error-after-apply`: the work is done, the answer is a 502 with its id. */
function failAfterApply(gateway: Gateway): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await next();
    if (c.res.status !== 201 || !gateway.faults.takeSwitch('server-error-after-apply')) return;
    const done = (await c.res.json()) as { id?: string };
    const nowMs = gateway.now();
    c.res = Response.json(
      {
        id: done.id ?? requestId(nowMs),
        submitTimeUtc: timestamp(nowMs),
        status: 'SERVER_ERROR',
        reason: 'SYSTEM_ERROR',
        message: 'General system failure',
      },
      { status: 502 },
    );
  };
}
