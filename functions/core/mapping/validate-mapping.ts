// Checks a mapping against the fields of both sides before it is published, in words for people who know money.
import type { CatalogField, FieldCatalog } from './catalog-field.ts';
import { fieldAt, sourceField, sourceLabel, targetLabel } from './context.ts';
import { type MappingDocument, type MappingRule, mishaps } from './document.ts';
import { fitFaults, tableFaults } from './fit-faults.ts';
import type { LookupTable } from './lookup-table.ts';
import type { MappingFault, Say } from './mapping-fault.ts';
import { defaultValue } from './place-value.ts';
import { mayWrite, postedRecord, sourcesNotGiven } from './posted-fields.ts';
import { shapeRule } from './rule-shape.ts';
import { transformOf } from './transforms/all.ts';
import { templateParts } from './transforms/combine.ts';

/** The fields and tables that a document speaks of. */
export interface MappingCatalogs {
  readonly target: FieldCatalog;
  readonly sources: readonly FieldCatalog[];
  readonly tables?: ReadonlyMap<string, LookupTable>;
}

/** Everything that is wrong or worth knowing, in the document's order; empty when all is well. */
export function validateMapping(
  document: MappingDocument,
  catalogs: MappingCatalogs,
): readonly MappingFault[] {
  const faults: MappingFault[] = [];
  checkRecords(document, catalogs, (severity, message) => faults.push({ severity, message }));
  const filled = new Map<string, number>();
  const given = new Set(document.given);
  for (const [index, rule] of document.rules.entries()) {
    const number = index + 1;
    const say: Say = (severity, message) => faults.push({ severity, rule: number, message });
    checkPaths(rule, catalogs, say);
    checkOurs(document, rule, catalogs, say);
    checkTargetsOnce(rule, number, filled, catalogs, say);
    checkParts(rule, say);
    checkPolicies(rule, catalogs, say);
    checkShape(rule, catalogs, say);
  }
  for (const field of catalogs.target.fields) {
    // The fields of a row are required where there are rows; which there are is known only when it runs.
    if (field.required !== true || field.path.includes('[]')) continue;
    if (given.has(field.path) || isFilled(field, filled)) continue;
    if (!mayWrite(document, field.path)) continue;
    const message = `“${field.label}” must be filled in ${catalogs.target.label}, but no rule fills it.`;
    faults.push({ severity: 'error', message });
  }
  return faults;
}

/** A list counts as filled when fields of its rows are. */
function isFilled(field: CatalogField, filled: ReadonlyMap<string, number>): boolean {
  if (filled.has(field.path)) return true;
  const inside = [`${field.path}.`, `${field.path}[].`];
  return [...filled.keys()].some((path) => inside.some((start) => path.startsWith(start)));
}

function checkRecords(document: MappingDocument, { target, sources }: MappingCatalogs, say: Say) {
  if (document.target.object !== target.object || document.target.product !== target.product) {
    say(
      'error',
      `This mapping fills ${document.target.object} of ${document.target.product}, not ${target.label}.`,
    );
  }
  const seen = new Set<string>();
  for (const { product, object } of document.sources) {
    if (seen.has(object))
      say('error', `Two sources are called “${object}”; paths can’t tell them apart.`);
    seen.add(object);
    if (!sources.some((one) => one.object === object && one.product === product)) {
      say('error', `The fields of the source ${object} of ${product} are not known.`);
    }
  }
  const record = postedRecord(document);
  if (
    record !== undefined &&
    (record.product !== target.product || record.object !== target.object)
  ) {
    say(
      'error',
      `Tallybridge fills ${record.object} of ${record.product} with this mapping: it can’t fill another record.`,
    );
  }
  for (const object of sourcesNotGiven(document)) {
    say('error', `When ${target.label} is written, there is no ${object} at hand to fill it from.`);
  }
}

/** What is written by Tallybridge alone, so that no mapping can move money, match or account. */
function checkOurs(
  document: MappingDocument,
  rule: MappingRule,
  { target }: MappingCatalogs,
  say: Say,
): void {
  for (const { path } of rule.to) {
    if (mayWrite(document, path)) continue;
    say(
      'error',
      `“${targetLabel(target, path)}” is not for a mapping to fill: amounts, accounts, customers, items and our own keys are written by Tallybridge alone, so that the books always say what was paid. Take the rule out.`,
    );
  }
}

function checkPaths(rule: MappingRule, { target, sources }: MappingCatalogs, say: Say): void {
  const rows = rule.to.filter(({ path }) => path.includes('[]')).length;
  for (const { path } of rule.to) {
    if (fieldAt(target, path) === undefined) {
      // Told to do without what isn't there, the rule is passed over when it runs.
      const severity = rule.missing === 'leave' ? 'warning' : 'error';
      say(
        severity,
        `${target.label} has no field “${path}”. It may have been renamed or deleted there.`,
      );
    }
  }
  for (const { path } of rule.from) {
    if (sourceField(sources, path) === undefined) {
      say(
        'error',
        `There is no source field “${path}”. It may have been renamed or deleted there.`,
      );
    }
  }
  if (rows > 0 && rows < rule.to.length) {
    say('error', 'A rule fills either lines of a list or fields of the whole record, not both.');
  }
  if (rows > 0 && !rule.from.some(({ path }) => path.includes('[]'))) {
    say(
      'error',
      `“${targetLabel(target, rule.to[0]?.path ?? '')}” stands once on each line, but no source has lines: nothing would be filled.`,
    );
  }
}

function checkTargetsOnce(
  rule: MappingRule,
  number: number,
  filled: Map<string, number>,
  { target }: MappingCatalogs,
  say: Say,
): void {
  for (const { path } of rule.to) {
    const twin = [...filled].find(
      ([other]) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
    );
    if (twin !== undefined) {
      say(
        'error',
        `“${targetLabel(target, path)}” is already filled by rule ${twin[1]}; only one rule may fill a field.`,
      );
    }
    filled.set(path, number);
  }
}

/** Names of parts: all sources have one or none; what a template asks for is there. */
function checkParts(rule: MappingRule, say: Say): void {
  const parts = rule.from.flatMap(({ part }) => part ?? []);
  if (parts.length > 0 && parts.length < rule.from.length) {
    say('error', 'Either all sources of a rule have a part name or none has.');
  }
  if (new Set(parts).size < parts.length)
    say('error', 'Two sources of the rule have the same part name.');
  const [first] = rule.through ?? [];
  if (first?.use !== 'template') {
    if (
      rule.from.length === 0 &&
      (first === undefined || transformOf(first.use).takesNothing !== true)
    ) {
      say('error', 'The rule has no source: choose a field, or a constant.');
    }
    return;
  }
  const asked = templateParts(String(first.text));
  const unused = parts.find((part) => !asked.includes(part));
  if (unused !== undefined)
    say('warning', `The text has no place for {${unused}}: that source isn’t used.`);
}

const mishapWords = {
  missing: 'when empty',
  tooLong: 'when too long',
  wrongType: 'when of the wrong kind',
  unmappable: 'when nothing fits',
} as const;

function checkPolicies(rule: MappingRule, { target }: MappingCatalogs, say: Say): void {
  for (const { path } of rule.to) {
    const field = fieldAt(target, path);
    if (field === undefined) continue;
    for (const mishap of mishaps) {
      const policy = rule[mishap];
      if (typeof policy !== 'object' || !('default' in policy)) continue;
      if (defaultValue(policy.default, field, target.product) === undefined) {
        say(
          'error',
          `“${field.label}” can’t take the value ${mishapWords[mishap]}, “${policy.default}”.`,
        );
      }
    }
    if (field.required === true && rule.missing === 'leave') {
      say(
        'error',
        `“${field.label}” must be filled in ${target.label}, but the rule leaves it empty when nothing comes.`,
      );
    }
    const cut = typeof rule.tooLong === 'object' && 'truncate' in rule.tooLong;
    if (cut && field.type !== 'text') {
      say('error', `“${field.label}” must not be cut: a part of it would mean something else.`);
    }
  }
}

function checkShape(rule: MappingRule, catalogs: MappingCatalogs, say: Say): void {
  const { sources, target } = catalogs;
  const tables = catalogs.tables ?? new Map<string, LookupTable>();
  const names = rule.to.map(({ path }) => `“${targetLabel(target, path)}”`).join(', ');
  const { shape, remarks } = shapeRule(rule, { sources, tables });
  for (const { kind, step, words } of remarks) {
    if (kind === 'parameters') say('error', `${names}: ${words}.`);
    if (kind === 'misfit') say('error', `${names}: the step “${step.use}” ${words}.`);
    if (kind === 'loss') say('note', `${names}: the step “${step.use}” loses ${words}.`);
  }
  tableFaults(rule, sources, tables, say);
  if (shape === undefined) return;
  for (const to of rule.to) {
    const field = fieldAt(target, to.path);
    if (field === undefined) continue;
    const from = rule.from.map(({ path }) => sourceLabel(sources, path)).join(', ');
    fitFaults({ rule, to, field, product: target.product, from }, shape, say);
  }
}
