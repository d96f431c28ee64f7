// Tells addresses of the public internet from those of a machine, a company network or a cloud's inside.

/** IPv4 blocks that are not public: first address and length of the prefix (IANA special-purpose registry). */
const closedBlocks: readonly (readonly [first: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** @param address as a resolver gives it: dotted IPv4, or IPv6 in hexadecimal. Anything else is not public. */
export function isPublicAddress(address: string): boolean {
  const number = ipv4Number(address);
  if (number !== undefined) {
    return closedBlocks.every(([first, bits]) => {
      const size = 2 ** (32 - bits);
      return Math.floor(number / size) !== Math.floor((ipv4Number(first) ?? 0) / size);
    });
  }
  return isPublicIpv6(address);
}

function ipv4Number(text: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const parts = text.split('.').map(Number);
  return parts.every((part) => part <= 255)
    ? parts.reduce((sum, part) => sum * 256 + part, 0)
    : undefined;
}

/**
 * Global unicast (2000::/3) only, without what carries an IPv4 address inside (6to4, Teredo) or is for documents:
 * so loopback, link-local, unique local, mapped and translated addresses are all left out.
 */
function isPublicIpv6(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().split(':');
  if (!text.includes(':') || !/^[0-9a-f]{4}$/.test(first) || !/^[0-9a-f]{0,4}$/.test(second)) {
    return false;
  }
  const [high, low] = [Number.parseInt(first, 16), Number.parseInt(second || '0', 16)];
  if (high < 0x2000 || high > 0x3ffe || high === 0x2002) return false;
  return high !== 0x2001 || (low >= 0x200 && low !== 0xdb8);
}
