// A company's named channels, each opened by its kind.
import { lookup } from 'node:dns/promises';
import { createPublicTransport } from '../connectors/webhook/public-transport.ts';
import type { Channel } from '../contract/connection.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Mailer, Notices } from '../ports/notices.ts';
import type { Clock, Transport } from '../ports/platform.ts';
import { type FormerSecrets, stillBelieved } from '../steps/lifecycle/former-secrets.ts';

export interface NoticePorts {
  readonly clock: Clock;
  /** The platform's mail; without it no mail can be sent. */
  readonly mailer?: Mailer;
  /** How addresses that administrators have typed are reached. */
  readonly publicTransport?: Transport;
}

/** Reaches what the system's resolver knows, public addresses only. */
export function systemPublicTransport(allowPrivate: boolean): Transport {
  return createPublicTransport({ resolve: (host) => lookup(host, { all: true }), allowPrivate });
}

export function openNotices(
  { clock, mailer, publicTransport = systemPublicTransport(false) }: NoticePorts,
  channels: readonly Channel[],
  mailSender: string | undefined,
  former: FormerSecrets['channels'] = {},
): Notices {
  const ports = { clock, transport: publicTransport };
  const named = <K extends Channel['kind']>(kind: K, name: string) => {
    const found = channels.find((one) => one.name === name);
    return found?.kind === kind
      ? ok(found as Extract<Channel, { kind: K }>)
      : refused(problem('channel-unknown', 'fix-setup', { channel: name, kind }));
  };
  const addressee = (to: string): Result<string> => {
    if (to.includes('@')) return ok(to.trim());
    const channel = named('mail', to);
    return channel.ok ? ok(channel.value.address) : channel;
  };
  return {
    async sendMail(to, mail) {
      const address = addressee(to);
      if (!address.ok) return address;
      if (mailer === undefined || mailSender === undefined) {
        return refused(problem('mail-sender-missing', 'fix-setup'));
      }
      return mailer.send({ from: mailSender, to: [address.value], ...mail });
    },
    async postToSlack(name, text) {
      const channel = named('slack', name);
      if (!channel.ok) return channel;
      const { postToSlack } = await import('./seldom-connectors.ts');
      return postToSlack(ports, channel.value, text);
    },
    async callWebhook(name, notice) {
      const channel = named('webhook', name);
      if (!channel.ok) return channel;
      const before = stillBelieved(former[name], clock.now());
      const formerly = before === undefined ? {} : { formerSecret: before };
      const { callWebhook } = await import('./seldom-connectors.ts');
      return callWebhook(ports, { ...channel.value, ...formerly }, notice);
    },
    departmentOf(name) {
      const channel = named('desk-department', name);
      return channel.ok ? ok(channel.value.address) : channel;
    },
  };
}
