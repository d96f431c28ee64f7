// Makes the id of a refund: a ULID (github.com/ulid/spec), the form that the API and the gateway take.

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 48 bits of time in 10 characters, then 80 random bits in 16. @param random 16 random bytes. */
export function newIntentId(nowMs: number, random: Uint8Array): string {
  let time = '';
  for (let rest = nowMs, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  return time + Array.from(random.subarray(0, 16), (byte) => CROCKFORD.charAt(byte & 31)).join('');
}
