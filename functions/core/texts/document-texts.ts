// What is said of any document, whatever its kind: what changed, and what is worth knowing when it is published.

type Filled = (...words: readonly string[]) => string;

export interface DocumentTexts {
  readonly isNew: Filled;
  readonly incomparable: string;
  readonly onlyDetails: string;
  readonly switchedOn: string;
  readonly switchedOff: string;
  readonly table: Readonly<Record<'others' | 'title' | 'removed' | 'added' | 'changed', Filled>>;
  /** Remarks. */
  readonly staysWith: Filled;
  readonly noChannel: (name: string, kind: string) => string;
  readonly agentsUnbounded: string;
  readonly fieldsOld: Filled;
  readonly fieldsUnread: Filled;
  readonly needs: (title: string, kind: string, name: string) => string;
  readonly kinds: Readonly<Record<'action' | 'flow' | 'mapping' | 'table' | 'channel', string>>;
}

export const englishDocuments: DocumentTexts = {
  isNew: (line) => `New: ${line}`,
  incomparable: 'It can’t be compared: one of the two can’t be read yet.',
  onlyDetails: 'Only details changed.',
  switchedOn: 'Switched on',
  switchedOff: 'Switched off',
  table: {
    others: (value) => `All others -> ${value}`,
    title: (before, after) => `Title: “${before}” is now “${after}”`,
    removed: (line) => `Removed: ${line}`,
    added: (line) => `Added: ${line}`,
    changed: (before, after) => `Changed: ${before} is now ${after}`,
  },
  staysWith: (title) =>
    `“${title}” goes on with the mapping as it was until it is published again.`,
  noChannel: (name, kind) => `No channel “${name}” of the kind ${kind} is set up here.`,
  agentsUnbounded: 'Agents may refund any amount at once.',
  fieldsOld: (record, day, why) =>
    `${record}: its fields are those of ${day}, as asking for them has failed. ${why}`,
  fieldsUnread: (record, why) =>
    `${record}: only its standard fields are known, as asking for them has failed. ${why}`,
  needs: (title, kind, name) => `“${title}” needs the ${kind} “${name}”, which is not here.`,
  kinds: {
    action: 'action',
    flow: 'flow',
    mapping: 'mapping',
    table: 'table',
    channel: 'channel',
  },
};
