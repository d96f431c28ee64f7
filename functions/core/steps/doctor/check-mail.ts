// Is there a sender for mail, and does the platform let it send? The platform tells when something is sent, and only then.
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { staffWords } from '../../texts/staff-words.ts';
import type { Check } from './check.ts';

export const checkMail: Check = {
  name: 'mail',
  appliesTo: ({ record, isWatched }) => {
    const { channels = [], mailSender } = record.settings;
    // A test mail each night would be a nuisance.
    return mailSender === undefined ? channels.some(({ kind }) => kind === 'mail') : isWatched;
  },
  async examine({ ports, installation, record }) {
    const sender = record.settings.mailSender;
    if (sender === undefined) {
      return ok([{ subject: 'mail', problem: problem('mail-sender-missing', 'fix-setup') }]);
    }
    const company = await ports.companies.open(installation);
    if (!company.ok) return company;
    const { mailTest } = (await staffWords(company.value.language)).notices;
    const sent = await company.value.notices.sendMail(sender, mailTest);
    if (sent.ok) return ok([]);
    if (sent.problem.code !== 'channel-refused') return sent;
    const facts = { sender };
    return ok([
      { subject: 'mail', problem: problem('mail-sender-unverified', 'fix-setup', facts) },
    ]);
  },
};
