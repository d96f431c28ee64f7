// English texts of the flows behind buttons; they come with the buttons, not with the panel.
import { spoken } from './spoken.ts';

export const enFlowButtons = {
  title: 'Actions',
  starting: 'Starting…',
  working: 'At work…',
  trying: 'It tries again by itself.',
  waiting: 'It waits for a time, an approval or a change, and then goes on by itself.',
  later:
    'It takes longer and goes on by itself. Open the record again to see what has become of it.',
  done: 'Done.',
  failed: 'It has stopped.',
  skipped: 'An administrator has laid it aside.',
  unsure: 'We could not tell whether it has started. Press again: it will not start twice.',
} as const;

export const buttonTexts = spoken('flowButtons', enFlowButtons);
