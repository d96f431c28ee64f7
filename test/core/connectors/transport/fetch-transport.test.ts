// The fetch transport against a real server that misbehaves in every way a network does.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createFetchTransport } from '../../../../functions/core/connectors/transport/fetch-transport.ts';
import type { HttpRequest } from '../../../../functions/core/ports/platform.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let server: Server | undefined;
const sockets = new Set<Socket>();

async function serve(handler: Handler): Promise<string> {
  const started = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => handler(request, response, body));
  });
  started.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  server = started;
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

afterEach(async () => {
  await new Promise<void>((resolve) => {
    if (server === undefined) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
  server = undefined;
  sockets.clear();
});

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 2_000,
  ...more,
});

describe('the fetch transport', () => {
  test('sends method, headers and body as given and answers with lower-case header names', async () => {
    const url = await serve((request, response, body) => {
      response.writeHead(201, {
        'X-Seen': `${request.method} ${request.headers['v-c-merchant-id']}`,
      });
      response.end(`got ${body} on ${request.headers.date}`);
    });
    const date = 'Sun, 22 Nov 2026 12:20:00 GMT';
    const outcome = await createFetchTransport().send(
      get(url, { method: 'POST', headers: { date, 'v-c-merchant-id': 'm1' }, body: 'café' }),
    );
    expect(outcome).toMatchObject({ kind: 'answered', status: 201, body: `got café on ${date}` });
    expect(outcome.kind === 'answered' && outcome.headers['x-seen']).toBe('POST m1');
  });

  test('keeps connections alive for requests that follow each other', async () => {
    const url = await serve((_, response) => response.end('ok'));
    const transport = createFetchTransport();
    for (let i = 0; i < 20; i += 1) await transport.send(get(url));
    expect(sockets.size).toBeLessThanOrEqual(3);
  });

  test('answers a redirect as it is and does not follow it', async () => {
    let hits = 0;
    const url = await serve((_, response) => {
      hits += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const outcome = await createFetchTransport().send(get(url, { method: 'POST', body: '{}' }));
    expect(outcome).toMatchObject({ kind: 'answered', status: 302 });
    expect(hits).toBe(1);
  });

  test('knows that a refused connection never carried the request', async () => {
    const url = await serve((_, response) => response.end());
    await new Promise<void>((resolve) => server?.close(() => resolve()));
    server = undefined;
    expect(await createFetchTransport().send(get(url))).toEqual({
      kind: 'no-answer',
      neverSent: true,
      reason: 'ECONNREFUSED',
    });
  });

  test('knows that nothing goes to a host that does not exist', async () => {
    const outcome = await createFetchTransport().send(get('http://nowhere.invalid/'));
    expect(outcome).toMatchObject({ kind: 'no-answer', neverSent: true });
  });

  test('knows that an address or header that is not valid never left', async () => {
    const transport = createFetchTransport();
    const invalid = { kind: 'no-answer', neverSent: true, reason: 'invalid-request' };
    expect(await transport.send(get('not an address'))).toEqual(invalid);
    expect(await transport.send(get('http://127.0.0.1/', { headers: { a: 'x\ny' } }))).toEqual(
      invalid,
    );
  });

  test('a time-out may have been sent', async () => {
    const url = await serve(() => {});
    expect(await createFetchTransport().send(get(url, { timeoutMs: 40 }))).toEqual({
      kind: 'no-answer',
      neverSent: false,
      reason: 'timeout',
    });
  });

  test('the time-out covers an answer whose body never ends', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200);
      response.write('{"id":');
    });
    const outcome = await createFetchTransport().send(get(url, { timeoutMs: 60 }));
    expect(outcome).toMatchObject({ kind: 'no-answer', neverSent: false, reason: 'timeout' });
  });

  test('a connection that breaks may have been sent, and is not tried again', async () => {
    let posts = 0;
    const url = await serve((request, response) => {
      if (request.method === 'GET') return response.end('ok');
      posts += 1;
      return request.socket.destroy();
    });
    const transport = createFetchTransport();
    await transport.send(get(url));
    const outcome = await transport.send(get(url, { method: 'POST', body: '{}' }));
    expect(outcome).toMatchObject({ kind: 'no-answer', neverSent: false });
    expect(posts).toBe(1);
  });

  test('a break in the middle of the body is no answer', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":"1"', () => request.socket.destroy());
    });
    expect(await createFetchTransport().send(get(url))).toMatchObject({
      kind: 'no-answer',
      neverSent: false,
    });
  });

  test('an answer larger than allowed is given up', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(2_000)));
    const transport = createFetchTransport({ maxBodyBytes: 1_000 });
    expect(await transport.send(get(url))).toEqual({
      kind: 'no-answer',
      neverSent: false,
      reason: 'answer-too-large',
    });
  });

  test('a failure never quotes headers or body', async () => {
    const outcome = await createFetchTransport().send(
      get('http://127.0.0.1/', {
        method: 'POST',
        headers: { authorization: 'secret\n' },
        body: 'secret',
      }),
    );
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });
});
