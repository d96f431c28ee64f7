// Whether a host's proxy says that the person has not authorized the connection.

const REFUSED = `(?:un|not (?:been |yet |yet been )?)(?:authori[sz]ed|authenticated)`;
/**
 * No product publishes what its proxy answers then. The words are those of Zoho's help ("unauthenticated connection")
 * and their likely variants; what is not recognized is shown as a failed call, which is no lie either.
 */
const SAYS_SO = new RegExp(`connection.{0,80}${REFUSED}|${REFUSED}.{0,20}connection`, 'i');

/** @param answer what the proxy resolved or rejected with, and nothing of ours inside. */
export function isUnauthorized(answer: unknown): boolean {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return SAYS_SO.test((text ?? '').replaceAll('_', ' '));
}
