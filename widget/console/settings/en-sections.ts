// English texts that the parts of the settings page share: their names, and what stands around every list and form.
import { spoken } from '../../text/spoken.ts';

export const enSections = {
  navigation: 'Parts of the settings',
  names: {
    setup: 'Set-up',
    rules: 'Rules',
    people: 'People',
    audit: 'Audit',
    secrets: 'Secrets',
    data: 'Data',
  },
  removeMerchant: {
    button: 'Remove…',
    label: (merchant: string) => `Remove ${merchant}`,
    sure: (merchant: string) =>
      `The keys of ${merchant} are deleted and its announcements end. Nothing changes at the gateway and in your books.`,
  },
  reload: 'Load again',
  cancel: 'Cancel',
  reading: 'Reading…',
  saveFile: (name: string) => `Save ${name}`,
  openFile: 'Open it in a new window',
  fileHint:
    'If nothing is saved, the frame does not let files out: open it in a new window and save it there.',
};

export const sectionTexts = spoken('sections', enSections);
