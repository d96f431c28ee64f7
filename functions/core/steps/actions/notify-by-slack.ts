// Posts a text to a Slack channel that the settings name.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { noticeText } from './shapes.ts';

export const notifyBySlack = defineAction({
  name: 'notify-by-slack',
  sentence: 'post to the Slack channel {to}',
  about: [],
  input: z.object({ to: z.string(), text: noticeText }),
  output: z.object({ to: z.string() }),
  scopes: [],
  calls: { other: 1 },
  inverse: 'none: delete the message in Slack by hand',
  causes: [],
  async run({ company }, { to, text }) {
    const posted = await company.notices.postToSlack(to, text);
    return posted.ok ? ok({ output: { to } }) : posted;
  },
});
