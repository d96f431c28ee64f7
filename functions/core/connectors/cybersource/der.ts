// Reads DER (ITU-T X.690) as far as a key file needs it: nested values by tag.

/** One value: its tag, its content, and for constructed ones what is inside. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag, length and content. */
  readonly whole: Buffer;
}

export const derTags = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30 } as const;

/** The values that stand one after the other. Throws when a length doesn't fit. */
export function derValues(bytes: Buffer): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { length, start } = lengthAt(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new RangeError('a DER value is cut');
    values.push({
      tag: bytes.readUInt8(at),
      content: bytes.subarray(start, end),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return values;
}

function lengthAt(bytes: Buffer, at: number): { readonly length: number; readonly start: number } {
  const first = bytes.readUInt8(at);
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new RangeError('a DER length that we do not read');
  return { length: bytes.readUIntBE(at + 1, count), start: at + 1 + count };
}

/** The value that is reached by going into the n-th value again and again. Throws when there is none. */
export function derAt(bytes: Buffer, ...path: readonly number[]): DerValue {
  let inside = bytes;
  let found: DerValue | undefined;
  for (const index of path) {
    found = derValues(inside)[index];
    if (found === undefined) throw new RangeError('a DER value is missing');
    inside = found.content;
  }
  if (found === undefined) throw new RangeError('no DER value was asked for');
  return found;
}

/** `1.2.840.113549.1.7.1` of an object identifier. */
export function oidText({ content }: DerValue): string {
  const first = content.readUInt8(0);
  const arcs = [Math.min(2, Math.floor(first / 40))];
  arcs.push(first - (arcs[0] ?? 0) * 40);
  let arc = 0;
  for (const byte of content.subarray(1)) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}

/** A small whole number: a count of rounds, a key's length. */
export function smallInteger({ content }: DerValue): number {
  if (content.length > 5) throw new RangeError('a DER number is too long');
  return content.reduce((sum, byte) => sum * 256 + byte, 0);
}
