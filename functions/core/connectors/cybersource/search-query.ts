// Writes the query of a transaction search (`field:value`, ranges over `submitTimeUtc`), with user text made harmless.
import type { TransactionSearch } from '../../ports/gateway.ts';

const PLAIN = /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/;
const OPERATOR = /^(AND|OR|NOT|TO)$/i;

/** Both ends of a time range count; the gateway keeps whole seconds. */
export function searchQuery(by: TransactionSearch['by']): string {
  if ('reference' in by) return `clientReferenceInformation.code:${literal(by.reference)}`;
  return `submitTimeUtc:[${by.submittedFrom} TO ${by.submittedTo}]`;
}

/** Order numbers go as they are, as in the documentation; anything else becomes one quoted phrase. */
function literal(text: string): string {
  if (PLAIN.test(text) && !OPERATOR.test(text)) return text;
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
