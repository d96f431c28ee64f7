// Which granted OAuth scopes cover an operation.

/** A grouped scope covers what is under it; ALL covers every operation, WRITE those that change. */
function covers(granted: string, needed: string): boolean {
  const have = granted.toLowerCase().split('.');
  const want = needed.toLowerCase().split('.');
  const haveOperation = have.pop();
  const wantOperation = want.pop();
  const fullAccess = have.length === 2 && have[1] === 'fullaccess';
  const group = fullAccess ? have.slice(0, 1) : have;
  if (!group.every((part, index) => want[index] === part)) return false;
  if (haveOperation === 'all' || haveOperation === wantOperation) return true;
  return haveOperation === 'write' && wantOperation !== 'read';
}

/** True when any of the granted scopes covers any of the accepted ones. */
export function isGranted(granted: readonly string[], accepted: readonly string[]): boolean {
  return accepted.some((needed) => granted.some((one) => covers(one, needed)));
}
