// Text that may stand in a conditional update: ZCQL has no parameters, so only harmless characters go there.

const HARMLESS = /^[A-Za-z0-9_:.-]*$/;
const MARK = 'b64.';

/** Text as harmless characters: unchanged where it is harmless already, so that it stays readable and searchable. */
export function toSafeText(text: string): string {
  if (HARMLESS.test(text) && !text.startsWith(MARK)) return text;
  return MARK + Buffer.from(text, 'utf8').toString('base64url');
}

export function fromSafeText(text: string): string {
  return text.startsWith(MARK)
    ? Buffer.from(text.slice(MARK.length), 'base64url').toString('utf8')
    : text;
}
