// Sends a mail to a channel of the settings or to an address.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { noticeText } from './shapes.ts';

const SUBJECT_LENGTH_MAX = 120;

export const notifyByMail = defineAction({
  name: 'notify-by-mail',
  sentence: 'send a mail to {to}',
  about: [],
  input: z.object({ to: z.string(), text: noticeText }),
  output: z.object({ to: z.string() }),
  scopes: [],
  calls: { other: 1 },
  inverse: 'none: a mail cannot be called back',
  causes: [],
  async run({ company }, { to, text }) {
    const sent = await company.notices.sendMail(to, { subject: subjectOf(text), text });
    return sent.ok ? ok({ output: { to } }) : sent;
  },
});

/** The first line, or the first sentence of a longer one. */
function subjectOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  if (line.length <= SUBJECT_LENGTH_MAX) return line;
  const [sentence = ''] = line.split(/(?<=[.!?])\s/);
  return sentence.length <= SUBJECT_LENGTH_MAX
    ? sentence
    : `${line.slice(0, SUBJECT_LENGTH_MAX - 1)}…`;
}
