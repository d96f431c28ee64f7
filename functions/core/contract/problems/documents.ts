// Problems about flows, mappings and channels: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const documentsProblems = {
  'flow-input': {
    sentence: 'The flow gives the action {action} no usable {field}.',
    next: 'Mend the flow, publish it, and replay this run.',
  },
  'flow-items': {
    sentence: 'The step {node} of the flow found {count} items; its limit is {limit}.',
    next: 'Raise the limit in the flow or split the work, publish it, and replay this run.',
  },
  'mapping-field-empty': {
    sentence: '“{target}” can’t be filled: {source} is empty.',
    next: 'Fill it at the source, or say in rule {rule} of “{mapping}” what to write then. Then replay.',
  },
  'mapping-field-too-long': {
    sentence: '“{target}” takes {lengthMax} characters, but {source} gives {length}.',
    next: 'Shorten it at the source, or let rule {rule} of “{mapping}” cut it. Then replay.',
  },
  'mapping-field-wrong': {
    sentence: '“{target}” can’t be filled from {source}: {detail}.',
    next: 'Correct it at the source, or change rule {rule} of “{mapping}”. Then replay.',
  },
  'mapping-value-unknown': {
    sentence: '“{target}” has no match for what {source} says: {detail}.',
    next: 'Add it in rule {rule} of “{mapping}”, or give a value for all others. Then replay.',
  },
  'mapping-field-gone': {
    sentence: 'The field “{target}” is no longer there.',
    next: 'Create it again, or take rule {rule} out of “{mapping}”. Then replay.',
  },
  'fields-unreadable': {
    sentence: 'The list of fields of {object} came in a form that we don’t know.',
    next: 'We go on with the fields that we know and ask again by ourselves.',
  },
  'channel-unknown': {
    sentence: 'No channel “{channel}” of the kind {kind} is set up.',
    next: 'An administrator adds it on the settings page; then it goes on by itself.',
  },
  'channel-address-wrong': {
    sentence: 'The address of the channel “{channel}” can’t be used: {detail}.',
    next: 'An administrator corrects it on the settings page; then it goes on by itself.',
  },
  'channel-refused': {
    sentence: '“{channel}” refused the message ({detail}).',
    next: 'Mend the text or the address in the flow, publish it, and replay this run.',
  },
  'channel-closed': {
    sentence: '“{channel}” takes no messages from us any more ({detail}).',
    next: 'An administrator renews it on the settings page; then it goes on by itself.',
  },
  'channel-busy': {
    sentence: '“{channel}” asks us to slow down.',
    next: 'We send it again by ourselves.',
  },
  'channel-unavailable': {
    sentence: '“{channel}” did not answer.',
    next: 'We send it again by ourselves.',
  },
  'mail-sender-missing': {
    sentence: 'No sender for mail is set up.',
    next: 'An administrator has an address verified in Catalyst and enters it on the settings page.',
  },
  'document-changed': {
    sentence: 'Somebody else has changed {what} since you opened it.',
    next: 'Open it again to see what has changed, then make your own change anew.',
  },
  'document-faulty': {
    sentence: '{what} can’t be published yet. {faults}',
    next: 'Correct it, then publish it again.',
  },
  'document-too-long': {
    sentence: '{what} is too long to be kept.',
    next: 'Split it in two.',
  },
  'document-in-use': {
    sentence: '{what} can’t be switched off: {by} calls it.',
    next: 'Change or switch off the flow that calls it first.',
  },
  'sample-missing': {
    sentence: 'There is no sample of “{what}” to show the mapping on.',
    next: 'Give a sample record along.',
  },
  'bundle-unreadable': {
    sentence: 'This is not a bundle that can be read: {detail}.',
    next: 'Export it again, with this version of Tallybridge or an older one.',
  },
  'bundle-faulty': {
    sentence: 'Nothing was imported. {faults}',
    next: 'Correct it where the bundle comes from, or add here what it needs, then import it again.',
  },
} as const satisfies Record<string, ProblemText>;
