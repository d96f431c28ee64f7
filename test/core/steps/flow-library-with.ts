// A library of the shipped flows and one more that begins with a given trigger and ends at once.
import { type FlowDocument, readFlow } from '../../../functions/core/flows/document.ts';
import type { FlowLibrary } from '../../../functions/core/flows/library.ts';
import { beginsWith, shippedLibrary } from '../../../functions/core/flows/shipped.ts';
import { triggerNamed } from '../../../functions/core/flows/triggers.ts';

export function flowThatEnds(trigger: object): FlowDocument {
  return readFlow({
    format: 1,
    id: 'noticed',
    version: 1_001,
    title: 'Noticed',
    trigger,
    start: 'end',
    nodes: { end: { kind: 'stop' } },
  });
}

/** Mappings are the world's own affair. */
export function libraryWith(extra: FlowDocument): Omit<FlowLibrary, 'map'> {
  const { map: _, ...shipped } = shippedLibrary;
  return {
    ...shipped,
    flow: async (installation, id, version) =>
      id === extra.id ? extra : shippedLibrary.flow(installation, id, version),
    current: async (installation, id) =>
      id === extra.id ? extra : shippedLibrary.current(installation, id),
    anyBeginsWith: async (installation, starts, but) =>
      beginsWith(extra, starts) || shippedLibrary.anyBeginsWith(installation, starts, but),
    startedBy: async (installation, trigger) => [
      ...(await shippedLibrary.startedBy(installation, trigger)),
      ...(triggerNamed(extra.trigger.on) === trigger ? [extra] : []),
    ],
  };
}
