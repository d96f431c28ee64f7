// The policy among the documents.
import type { FaultView } from '../../contract/documents.ts';
import { policySchema } from '../../contract/policy.ts';
import { isCurrency } from '../../domain/currency.ts';
import type { Policy, PolicyRule } from '../../domain/policy.ts';
import { diffPolicies, outlinePolicy } from '../../domain/policy-words.ts';
import { POLICY_ID } from '../../domain/shipped-policy.ts';
import type { DocumentType, Reference } from './document-type.ts';
import { shapeFaults } from './shape-words.ts';
import type { Surroundings } from './surroundings.ts';

export const policyType: DocumentType = {
  word: 'policy',
  idField: 'id',
  faults(body, around) {
    const policy = policySchema.safeParse(body);
    if (!policy.success) {
      return shapeFaults('policy', body, policy.error.issues, { rules: 'Rule' });
    }
    return [
      ...idFaults(policy.data),
      ...policy.data.rules.flatMap(currencyFaults),
      ...unboundedWarnings(policy.data, around),
      ...channelWarnings(policy.data, around),
    ];
  },
  outline(body) {
    const policy = policySchema.safeParse(body);
    return policy.success && policy.data.rules.every(isWritable) ? outlinePolicy(policy.data) : [];
  },
  diff(before, after) {
    const [was, is] = [policySchema.safeParse(before), policySchema.safeParse(after)];
    const both = was.success && is.success && [was.data, is.data].every(isOutlined);
    return both ? diffPolicies(was.data, is.data) : undefined;
  },
  pin: (body) => body,
  content(body) {
    const { version: _, ...content } = body as Partial<Policy>;
    return content;
  },
  references(body) {
    const policy = policySchema.safeParse(body);
    return policy.success ? channelsOf(policy.data) : [];
  },
};

function idFaults({ id }: Policy): readonly FaultView[] {
  if (id === POLICY_ID) return [];
  const sentence = `There is one policy, “${POLICY_ID}”: put the rules there.`;
  return [{ severity: 'error', sentence }];
}

function currencyFaults(rule: PolicyRule, index: number): readonly FaultView[] {
  return currenciesOf(rule)
    .filter((code) => !isCurrency(code))
    .map((code) => ({
      severity: 'error',
      sentence: `Rule ${index + 1}: ${code} is no currency.`,
      code: 'no-currency',
      value: code,
      rule: index + 1,
    }));
}

function currenciesOf(rule: PolicyRule): readonly string[] {
  if ('upToMinor' in rule) return Object.keys(rule.upToMinor);
  return rule.kind === 'currency' ? rule.among : [];
}

function isWritable(rule: PolicyRule): boolean {
  return currenciesOf(rule).every(isCurrency);
}

function isOutlined({ rules }: Policy): boolean {
  return rules.every(isWritable);
}

/** Not an error: a company may want it so. */
function unboundedWarnings({ rules }: Policy, { texts }: Surroundings): readonly FaultView[] {
  const isBounded = rules.some(
    ({ kind, on, roles, people }) =>
      kind === 'amount' &&
      on.includes('refund') &&
      people === undefined &&
      (roles === undefined || roles.includes('agent')),
  );
  if (isBounded) return [];
  const sentence = texts.documents.agentsUnbounded;
  return [{ severity: 'warning', sentence, code: 'agents-unbounded' }];
}

function channelsOf({ tell }: Policy): readonly Reference[] {
  return tell
    .filter((to) => !to.includes('@'))
    .map((name) => ({ kind: 'channel', name, of: 'mail' }));
}

function channelWarnings(policy: Policy, { channels, texts }: Surroundings): readonly FaultView[] {
  return channelsOf(policy)
    .filter(({ name }) => !channels.has(`mail ${name}`))
    .map(({ name }) => ({
      severity: 'warning',
      sentence: texts.documents.noChannel(name, 'mail'),
      code: 'no-mail-channel',
      value: name,
    }));
}
