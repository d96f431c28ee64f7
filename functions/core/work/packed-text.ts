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
