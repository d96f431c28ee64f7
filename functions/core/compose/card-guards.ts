// Puts the card data guard before everything that leaves the process: rows, requests, mails, log lines.
import { cardDataProblem, findCardData, maskCardData } from '../domain/card-data.ts';
import { refused } from '../domain/result.ts';
import type { Mailer } from '../ports/notices.ts';
import type { Log, LogFields } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { guardStore } from '../store/guarded-store.ts';
import { unpackText } from '../work/packed-text.ts';

/** Rows with card data are not written; packed ones are read first. */
export function guardRows(store: Store): Store {
  return guardStore(store, (text) => {
    if (!text.startsWith('z:')) return text;
    try {
      return unpackText(text);
    } catch {
      // Cut off, or a person's own words that begin so.
      return text;
    }
  });
}

/** Mails with card data are not sent: `card-data-found`. */
export function guardMailer(mailer: Mailer): Mailer {
  return {
    async send(mail) {
      const found = findCardData(`${mail.to.join(' ')}\n${mail.subject}\n${mail.text}`);
      return found === undefined ? mailer.send(mail) : refused(cardDataProblem(found, 'the mail'));
    },
  };
}

/** Lines are written with card data blotted out. */
export function guardLog(log: Log): Log {
  const line = (write: Log['info']) => (message: string, fields?: LogFields) =>
    write(maskCardData(message), fields && maskFields(fields));
  return { info: line(log.info), warn: line(log.warn), error: line(log.error) };
}

function maskFields(fields: LogFields): LogFields {
  const masked = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? maskCardData(value) : value,
  ]);
  return Object.fromEntries(masked) as LogFields;
}
