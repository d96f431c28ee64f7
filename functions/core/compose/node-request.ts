// Catalyst hands over Node's own request and response: read whole, answered in one write.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { strictHeaders } from '../http/strict-headers.ts';

/** The body, or undefined when it is longer than allowed. */
export async function readBody(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > bytesMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

/** Headers by lower-case name; a repeated one is joined as HTTP allows. */
export function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...strictHeaders, 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
