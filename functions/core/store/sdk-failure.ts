// What the SDK rejects with, as our failures: it throws plain objects, its own errors, or whatever broke.
import { StoreFailure } from '../ports/store.ts';

/** `{statusCode, code, message}` of a refusal; `code` is Catalyst's `error_code` or the SDK's `api/...`. */
interface SdkRejection {
  readonly statusCode?: number | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * Whether a unique column already held the value. Documented as DUPLICATE_VALUE and as 409 in different places
 * (Catalyst docs "API error codes"), so either counts.
 */
export function isDuplicate(error: unknown): boolean {
  const { statusCode, code } = rejectionOf(error);
  return statusCode === 409 || code?.includes('DUPLICATE') === true;
}

/**
 * The failure for anything a call rejected with. Codes: `busy`, `not-found`, `refused` (nothing was done);
 * `timed-out`, `bad-answer`, `unavailable` (it may have been done).
 */
export function storeFailure(what: string, error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const { statusCode, code, message } = rejectionOf(error);
  const said = [code ?? statusCode, message?.slice(0, 200)].filter((part) => part !== undefined);
  return new StoreFailure(failureCode(statusCode, code), `${what}: ${said.join(' ')}`, error);
}

/** Whether a write that failed so may have been applied. */
export function mayHaveApplied(failure: StoreFailure): boolean {
  return ['timed-out', 'bad-answer', 'unavailable'].includes(failure.code);
}

function failureCode(statusCode: number | undefined, code: string | undefined): string {
  if (code === 'api/unparsable_response') return 'bad-answer';
  if (statusCode === 429) return 'busy';
  if (statusCode === 404) return 'not-found';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? 'refused'
    : 'unavailable';
}

function rejectionOf(error: unknown): SdkRejection {
  return typeof error === 'object' && error !== null ? error : { message: String(error) };
}
