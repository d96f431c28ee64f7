// Flows among the documents.
import type { FaultView } from '../../contract/documents.ts';
import { diffFlows } from '../../flows/diff-flows.ts';
import {
  type FlowDocument,
  type FlowNode,
  type FlowValue,
  flowDocument,
} from '../../flows/document.ts';
import { outlineFlow } from '../../flows/outline-flow.ts';
import { validateFlow } from '../../flows/validate-flow.ts';
import { definedActions } from '../actions/flow-actions.ts';
import type { DocumentType, Reference } from './document-type.ts';
import { type Surroundings, standingKey } from './surroundings.ts';

/** Notices of these kinds go to a channel that the settings name. */
const NAMED_CHANNELS: ReadonlySet<string> = new Set(['mail', 'slack', 'webhook']);
/** What an action's input `channel` names. */
const DEPARTMENT = 'desk-department';

export const flowType: DocumentType = {
  word: 'flow',
  idField: 'id',
  faults(body, around) {
    const { flows, mappings, scopes } = around;
    const context = {
      actions: definedActions,
      flows,
      mappings: [...mappings.values()],
      ...(scopes === undefined ? {} : { scopes }),
    };
    const faults = validateFlow(body, context).map(
      ({ sentence, place }): FaultView => ({ severity: 'error', sentence, ...place }),
    );
    return [...faults, ...channelWarnings(body, around)];
  },
  outline(body, { texts }) {
    const flow = flowDocument.safeParse(body);
    return flow.success ? outlineFlow(flow.data, definedActions, texts.flow).split('\n') : [];
  },
  diff(before, after, { texts }) {
    const [was, is] = [flowDocument.safeParse(before), flowDocument.safeParse(after)];
    return was.success && is.success
      ? diffFlows(was.data, is.data, definedActions, texts.flow)
      : undefined;
  },
  pin: (body, around) =>
    withNodes(body, (node) => {
      const mapping = node.kind === 'map' ? mappingOf(node, around) : undefined;
      return mapping === undefined ? node : { ...node, mappingVersion: mapping.version };
    }),
  content(body) {
    const { version: _, ...content } = body as Partial<FlowDocument>;
    return withNodes(content, (node) => {
      if (node.kind !== 'map') return node;
      const { mappingVersion: _pinned, ...rest } = node;
      return rest;
    });
  },
  references(body) {
    const flow = flowDocument.safeParse(body);
    return flow.success ? Object.values(flow.data.nodes).flatMap(referencesOf) : [];
  },
};

function mappingOf({ mapping }: Extract<FlowNode, { kind: 'map' }>, around: Surroundings) {
  return around.standing.get(standingKey({ kind: 'mapping', id: mapping }));
}

/** A body that is not a flow yet stays as it is. */
function withNodes(body: object, change: (node: FlowNode) => object): object {
  const { nodes } = body as Partial<FlowDocument>;
  if (typeof nodes !== 'object' || nodes === null) return body;
  const changed = Object.entries(nodes).map(([id, node]) => [
    id,
    typeof node === 'object' && node !== null ? change(node) : node,
  ]);
  return { ...body, nodes: Object.fromEntries(changed) };
}

function referencesOf(node: FlowNode): readonly Reference[] {
  switch (node.kind) {
    case 'action':
      return [{ kind: 'action', name: node.action }, ...channel(DEPARTMENT, node.with.channel)];
    case 'map':
      return [{ kind: 'mapping', name: node.mapping }];
    case 'call':
      return [{ kind: 'flow', name: node.flow }];
    case 'notify': {
      const action: Reference = { kind: 'action', name: `notify-by-${node.by}` };
      return NAMED_CHANNELS.has(node.by) ? [action, ...channel(node.by, node.to)] : [action];
    }
    default:
      return [];
  }
}

/** A channel by its name; an address, or what comes from the run's data, is none that the settings could name. */
function channel(of: string, to: FlowValue | undefined): readonly Reference[] {
  const isName = typeof to === 'string' && !/[$@]/.test(to);
  return isName ? [{ kind: 'channel', name: to, of }] : [];
}

/** Not an error: whoever sets the channel up later finds the run waiting for it. */
function channelWarnings(body: object, { channels, texts }: Surroundings): readonly FaultView[] {
  const flow = flowDocument.safeParse(body);
  if (!flow.success) return [];
  return Object.entries(flow.data.nodes).flatMap(([id, node]) =>
    referencesOf(node).flatMap(({ kind, name, of }): readonly FaultView[] => {
      if (kind !== 'channel' || channels.has(`${of} ${name}`)) return [];
      const sentence = texts.documents.noChannel(name, of ?? '');
      return [{ severity: 'warning', sentence, node: id }];
    }),
  );
}
