// Payer authentication (3-D Secure): device data, the question to the cardholder's bank, and what its page has come to.
import type { MerchantId } from '../../domain/ids.ts';
import { toDecimal } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type {
  ConfirmationStart,
  PayerAnswer,
  PayerConfirmations,
  PayerQuestion,
} from '../../ports/payer-confirmation.ts';
import { parseJson, textAt, valueAt } from '../transport/read-json.ts';
import { billTo } from './card-bill-to.ts';
import {
  callGateway,
  type GatewayConnection,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';
import { readProof } from './payer-proof.ts';

const TIMEOUT_MS = 20_000;
const CONSUMER = 'consumerAuthenticationInformation';

export function createPayerConfirmations(connection: GatewayConnection): PayerConfirmations {
  return {
    async prepare(merchant, reference, tokenId) {
      const body = {
        clientReferenceInformation: { code: reference },
        tokenInformation: { transientToken: tokenId },
      };
      const answer = await ask(connection, merchant, '/risk/v1/authentication-setups', body);
      return answer.ok ? readStart(connection, answer.value) : answer;
    },
    async ask(question) {
      const path = '/risk/v1/authentications';
      const answer = await ask(connection, question.merchant, path, questionBody(question));
      return answer.ok ? readAnswer(connection, answer.value) : answer;
    },
    async conclude({ merchant, reference, tokenId, amount }, transactionId) {
      const body = {
        clientReferenceInformation: { code: reference },
        tokenInformation: { jti: tokenId },
        orderInformation: {
          amountDetails: { totalAmount: toDecimal(amount), currency: amount.currency },
        },
        [CONSUMER]: { authenticationTransactionId: transactionId },
      };
      const answer = await ask(connection, merchant, '/risk/v1/authentication-results', body);
      return answer.ok ? readAnswer(connection, answer.value) : answer;
    },
  };
}

async function ask(
  connection: GatewayConnection,
  merchant: MerchantId,
  path: string,
  body: object,
): Promise<Result<unknown>> {
  const request = { merchant, method: 'POST', path, body, timeoutMs: TIMEOUT_MS } as const;
  const answer = await callGateway(connection, request);
  if (answer.kind === 'no-credentials') return refused(merchantUnknown(merchant));
  if (answer.kind === 'no-answer') return refused(problem('gateway-unavailable', 'retry'));
  if (answer.status < 200 || answer.status > 299) {
    const now = connection.clock.now();
    return refused(problemOfStatus(answer, merchant, 'The confirmation', now));
  }
  return ok(parseJson(answer.body));
}

/** The eleven fields of the browser go along always: they stand in where its device data did not arrive. */
function questionBody(question: PayerQuestion): object {
  const { reference, tokenId, referenceId, amount, customer, browser, ipAddress } = question;
  return {
    clientReferenceInformation: { code: reference },
    tokenInformation: { transientToken: tokenId },
    orderInformation: {
      amountDetails: { totalAmount: toDecimal(amount), currency: amount.currency },
      billTo: billTo(customer),
    },
    deviceInformation: {
      httpAcceptContent: 'application/json',
      httpBrowserLanguage: browser.language,
      httpBrowserJavaEnabled: false,
      httpBrowserJavaScriptEnabled: true,
      httpBrowserColorDepth: String(browser.colorDepth),
      httpBrowserScreenHeight: String(browser.screenHeight),
      httpBrowserScreenWidth: String(browser.screenWidth),
      httpBrowserTimeDifference: String(browser.timeDifferenceMinutes),
      userAgentBrowserValue: browser.userAgent,
      ...(ipAddress === undefined ? {} : { ipAddress }),
    },
    [CONSUMER]: {
      deviceChannel: 'BROWSER',
      transactionMode: 'S',
      referenceId,
      returnUrl: question.returnUrl,
    },
  };
}

function readStart(connection: GatewayConnection, json: unknown): Result<ConfirmationStart> {
  const consumer = valueAt(json, CONSUMER);
  const referenceId = textAt(consumer, 'referenceId');
  const accessToken = textAt(consumer, 'accessToken');
  const collectionUrl = safeUrl(connection, textAt(consumer, 'deviceDataCollectionUrl'));
  const isWhole =
    textAt(json, 'status') === 'COMPLETED' &&
    referenceId !== undefined &&
    accessToken !== undefined &&
    collectionUrl !== undefined;
  return isWhole
    ? ok({ referenceId, accessToken, collectionUrl })
    : refused(problem('gateway-distrusted', 'fix-setup'));
}

function readAnswer(connection: GatewayConnection, json: unknown): Result<PayerAnswer> {
  const consumer = valueAt(json, CONSUMER);
  switch (textAt(json, 'status')) {
    case 'AUTHENTICATION_SUCCESSFUL':
      return ok({ kind: 'confirmed', proof: readProof(consumer) });
    case 'AUTHENTICATION_FAILED':
      return ok({ kind: 'failed' });
    case 'PENDING_AUTHENTICATION': {
      const transactionId = textAt(consumer, 'authenticationTransactionId');
      const accessToken = textAt(consumer, 'accessToken');
      const stepUpUrl = safeUrl(connection, textAt(consumer, 'stepUpUrl'));
      if (transactionId === undefined || accessToken === undefined || stepUpUrl === undefined)
        break;
      return ok({ kind: 'challenge', transactionId, accessToken, stepUpUrl });
    }
  }
  return refused(problem('gateway-distrusted', 'fix-setup'));
}

/** Customers are sent to no address over plain http, but for a stand-in's. */
function safeUrl({ url }: GatewayConnection, text: string | undefined): string | undefined {
  const found = text === undefined ? null : URL.parse(text);
  const isSafe = found?.protocol === 'https:' || url.startsWith('http:');
  return isSafe ? found?.href : undefined;
}
