// Checks each step of a flow by its kind: what it names exists, what it needs is given and there in time.
import type { FlowDocument, FlowNode } from './document.ts';
import { type FlowFault, type SayFault, stepName } from './flow-fault.ts';
import { actionName, type FlowScope, type FlowSurroundings } from './flow-scope.ts';
import { checkAction, checkFit, checkScopes } from './validate-flow-actions.ts';
import {
  checkCases,
  checkConditions,
  checkPath,
  checkValue,
  type Site,
} from './validate-flow-values.ts';
import { shapeWords } from './value-shape.ts';

/** @param granted Zoho scopes of the connection; not checked when undefined. */
export function checkNodes(
  flow: FlowDocument,
  scope: FlowScope,
  around: FlowSurroundings,
  say: SayFault,
  granted?: readonly string[],
): void {
  for (const [id, node] of scope.graph.nodes) {
    // What is never reached has a fault already, and nothing is known by then.
    if (!scope.graph.reached.has(id)) continue;
    const site: Site = {
      name: stepName(id, node),
      flow,
      resolve: (path) => scope.at(id, path),
      say: (code, sentence) => say(code, sentence, { node: id }),
    };
    checkNode(site, node, around);
    if (node.kind !== 'action' && node.kind !== 'notify') continue;
    const action = around.actions.get(actionName(node));
    checkFit(site, action?.about ?? [], scope.entry.subject);
    if (granted !== undefined) checkScopes(site, action?.scopes ?? [], granted);
  }
}

/** What keeps a flow from running with another beginning than its own: as its callers call it. */
export function valueFaults(
  flow: FlowDocument,
  scope: FlowScope,
  around: FlowSurroundings,
): readonly FlowFault[] {
  const faults: FlowFault[] = [];
  checkNodes(flow, scope, around, (code, sentence, place = {}) =>
    faults.push({ code, sentence, place }),
  );
  return faults;
}

function checkNode(site: Site, node: FlowNode, around: FlowSurroundings): void {
  const { name, say } = site;
  switch (node.kind) {
    case 'action':
    case 'notify':
      checkAction(site, node, around.actions);
      break;
    case 'condition':
      checkConditions(site, node.if);
      break;
    case 'branch':
      checkCases(
        site,
        node.on,
        node.cases.flatMap(({ is }) => is),
      );
      break;
    case 'map':
      checkMap(site, node, around);
      break;
    case 'for-each': {
      const shape = checkPath(site, node.items, false);
      if (shape === undefined || shape.kind === 'list' || shape.kind === 'anything') break;
      say(
        'input-mistyped',
        `${name} goes through “${node.items}”, but that is ${shapeWords(shape)}, not a list.`,
      );
      break;
    }
    case 'wait':
      checkWait(site, node);
      break;
    case 'approval':
      checkValue(site, node.ask, true);
      break;
    case 'call':
      // Whether the values are what the called flow needs is seen there.
      for (const value of Object.values(node.with)) checkValue(site, value, true);
      break;
    case 'stop':
      for (const value of Object.values(node.outcome ?? {})) checkValue(site, value, true);
      break;
  }
}

function checkMap(
  site: Site,
  node: Extract<FlowNode, { kind: 'map' }>,
  { mappings }: FlowSurroundings,
): void {
  const { name, say } = site;
  const mapping = mappings.get(node.mapping);
  if (mapping === undefined) {
    say(
      'unknown-mapping',
      `${name} translates by the mapping “${node.mapping}”, which does not exist.`,
    );
  }
  const wanted = mapping?.sources.map(({ object }) => object) ?? Object.keys(node.from);
  for (const object of wanted) {
    if (Object.hasOwn(node.from, object)) continue;
    say('mapping-source', `${name} gives its mapping no “${object}”, from which that one reads.`);
  }
  for (const [object, path] of Object.entries(node.from)) {
    if (!wanted.includes(object)) {
      say(
        'mapping-source',
        `${name} gives its mapping “${object}”, from which that one does not read.`,
      );
    }
    const shape = checkPath(site, path, false);
    if (shape === undefined || ['record', 'own', 'anything'].includes(shape.kind)) continue;
    say(
      'input-mistyped',
      `${name} translates “${path}”, but that is ${shapeWords(shape)}, not a record.`,
    );
  }
}

function checkWait(site: Site, node: Extract<FlowNode, { kind: 'wait' }>): void {
  const { name, say } = site;
  const { until, forMinutes, atMostMinutes, late } = node;
  if (until === undefined && forMinutes === undefined) {
    say('wait-endless', `${name} waits, but neither until something is so nor for a time.`);
  }
  if (atMostMinutes !== undefined && late === undefined) {
    say(
      'wait-contradiction',
      `${name} waits for some time at most, but does not say what follows when that is over.`,
    );
  }
  if (atMostMinutes === undefined && late !== undefined) {
    say(
      'wait-contradiction',
      `${name} says what follows when it is too late, but not when that is.`,
    );
  }
  if (atMostMinutes !== undefined && forMinutes !== undefined) {
    say(
      'wait-contradiction',
      `${name} waits both for a time and for some time at most. Say one of the two.`,
    );
  }
  if (until !== undefined) checkConditions(site, until);
}
