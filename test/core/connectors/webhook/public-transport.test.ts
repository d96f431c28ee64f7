// Which addresses an administrator may name, and that a name can't lead to the inside of the machine.
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../functions/core/connectors/webhook/public-address.ts';
import { createPublicTransport } from '../../../../functions/core/connectors/webhook/public-transport.ts';

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '2001:4860:4860::8888',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.8',
    '198.18.0.1',
    '203.0.113.5',
    '224.0.0.1',
    '255.255.255.255',
    '999.1.1.1',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '3fff::1',
    '',
    'localhost',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

const post = (url: string) =>
  ({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 2_000 }) as const;
const notAllowed = { kind: 'no-answer', neverSent: true, reason: 'address-not-allowed' };

function resolvingTo(...addresses: readonly string[]) {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return createPublicTransport({ resolve: async () => found });
}

describe('a request', () => {
  it.each([
    'http://hooks.example.com/x',
    'ftp://hooks.example.com/x',
    'https://user:word@hooks.example.com/x',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('to %s is not sent', async (url) => {
    expect(await resolvingTo('8.8.8.8').send(post(url))).toEqual(notAllowed);
  });

  it.each([
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
  ])('to %s is not sent, whatever it is written as', async (url) => {
    expect(await resolvingTo('8.8.8.8').send(post(url))).toEqual(notAllowed);
  });

  it('to a name with any private address is not sent', async () => {
    const url = 'https://inside.example.com/x';
    expect(await resolvingTo('169.254.169.254').send(post(url))).toEqual(notAllowed);
    expect(await resolvingTo('8.8.8.8', '10.0.0.1').send(post(url))).toEqual(notAllowed);
  });

  it('to a name that nobody knows was never sent', async () => {
    const transport = createPublicTransport({ resolve: () => Promise.reject(new Error('no')) });
    const outcome = await transport.send(post('https://nowhere.example.com/'));
    expect(outcome).toMatchObject({ kind: 'no-answer', neverSent: true });
  });

  it('goes to the address that was judged, with the name in its Host header', async () => {
    const hosts: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      hosts.push(request.headers.host);
      response.writeHead(302, { location: 'https://elsewhere.example.com/' }).end('moved');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const transport = createPublicTransport({
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      allowPrivate: true,
    });
    const outcome = await transport.send(post(`http://hooks.example.com:${port}/x`));
    server.close();
    expect(outcome).toMatchObject({ kind: 'answered', status: 302, body: 'moved' });
    expect(hosts).toEqual([`hooks.example.com:${port}`]);
  });
});
