// Long or non-ASCII text in text columns: Data Store holds 10,000 characters and loses 4-byte ones.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Characters of one text column. */
export const TEXT_LENGTH = 10_000;

/** Plain when short and ASCII (`p:`), deflated otherwise (`z:`). */
export function packText(text: string): string {
  const plain = text.length < TEXT_LENGTH - 2 && /^[\x20-\x7e\r\n\t]*$/.test(text);
  return plain ? `p:${text}` : `z:${deflateRawSync(text).toString('base64')}`;
}

export function unpackText(packed: string): string {
  return packed.startsWith('z:')
    ? inflateRawSync(Buffer.from(packed.slice(2), 'base64')).toString('utf8')
    : packed.slice(2);
}

/** Columns of a body that is longer than one. */
const BODY_COLUMNS = ['body', 'body_2', 'body_3'] as const;
type Body = Partial<Record<(typeof BODY_COLUMNS)[number], string>>;
export const BODY_LENGTH = TEXT_LENGTH * BODY_COLUMNS.length;

/** A text over the body columns; undefined when it does not fit even when deflated. */
export function packBody(text: string): Body | undefined {
  const packed = packText(text);
  if (packed.length > BODY_LENGTH) return undefined;
  const parts: Body = {};
  BODY_COLUMNS.forEach((column, index) => {
    const part = packed.slice(index * TEXT_LENGTH, (index + 1) * TEXT_LENGTH);
    if (part !== '') parts[column] = part;
  });
  return parts;
}

export function unpackBody(row: Body): string {
  return unpackText(BODY_COLUMNS.map((column) => row[column] ?? '').join(''));
}
