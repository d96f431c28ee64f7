// Mail through Catalyst's own service.
import { problem } from '../domain/problem.ts';
import { ok, refused } from '../domain/result.ts';
import type { Mailer } from '../ports/notices.ts';
import type { CatalystApp } from './catalyst-sdk.ts';
import { storeFailure } from './sdk-failure.ts';

const TIMEOUT_MS = 10_000;

/**
 * The sender must be verified in the project. Problems name the recipients as the channel: `channel-refused` (address or
 * text), `channel-unavailable`, `channel-busy`.
 */
export function createMailer(app: CatalystApp): Mailer {
  return {
    async send({ from, to, subject, text }) {
      const channel = to.join(', ');
      const { promise: late, reject } = Promise.withResolvers<never>();
      const timer = setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS);
      const mail = { from_email: from, to_email: [...to], subject, content: text };
      try {
        await Promise.race([app.email().sendMail({ ...mail, html_mode: false }), late]);
        return ok(undefined);
      } catch (error) {
        const { code, message } = storeFailure('mail', error);
        if (code === 'busy') return refused(problem('channel-busy', 'retry', { channel }));
        return code === 'refused' || code === 'not-found'
          ? refused(problem('channel-refused', 'fix-input', { channel, detail: message }))
          : refused(problem('channel-unavailable', 'retry', { channel }));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
