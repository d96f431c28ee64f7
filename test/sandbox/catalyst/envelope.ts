// Catalyst's answer envelopes: success and failure, and the error that becomes the latter.
/** `{status: "success", data, ...extra}`; extra fields stand beside `data` as paged rows have them. */
export function success(data: unknown, extra: Record<string, unknown> = {}): Response {
  return Response.json({ status: 'success', data, ...extra });
}

/** `{status: "failure", data: {message, error_code}}`, what every 4xx and 5xx carries. */
export function failureBody(errorCode: string, message: string) {
  return { status: 'failure', data: { message, error_code: errorCode } } as const;
}

export function failure({ status, errorCode, message }: CatalystError): Response {
  return Response.json(failureBody(errorCode, message), { status });
}

/** A refusal in Catalyst's words (docs "API error codes"). */
export class CatalystError extends Error {
  override readonly name = 'CatalystError';
  readonly status: number;
  readonly errorCode: string;
  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}

export function invalidInput(message: string): CatalystError {
  return new CatalystError(400, 'INVALID_INPUT', message);
}

export function invalidId(message: string): CatalystError {
  return new CatalystError(404, 'INVALID_ID', message);
}

export function queryError(message: string): CatalystError {
  return new CatalystError(400, 'ZCQL QUERY ERROR', message);
}

/** No queue: what is over the limit is refused (docs FAQ "functions-concurrency"). */
export function tooManyRequests(feature: string): CatalystError {
  return new CatalystError(
    429,
    'TOO_MANY_REQUESTS',
    `Concurrency limit reached for the feature ${feature}`,
  );
}
