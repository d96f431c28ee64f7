// The gateway's two worlds: a key of one is worth nothing in the other.

export const gatewayEnvironments = ['sandbox', 'live'] as const;
export type GatewayEnvironment = (typeof gatewayEnvironments)[number];

/** The host names that requests are signed for (Cybersource REST guide). */
export const gatewayHosts: Readonly<Record<GatewayEnvironment, string>> = {
  sandbox: 'apitest.cybersource.com',
  live: 'api.cybersource.com',
};

/** Undefined for a host that is none of the gateway's. */
export function environmentOf(host: string): GatewayEnvironment | undefined {
  return gatewayEnvironments.find((one) => gatewayHosts[one] === host);
}
