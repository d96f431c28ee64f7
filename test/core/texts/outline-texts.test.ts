// Documents are told in every language: nothing in English, no value lost, nothing by a bare code.
import { describe, expect, it } from 'vitest';
import { languages } from '../../../functions/core/domain/language.ts';
import { diffFlows } from '../../../functions/core/flows/diff-flows.ts';
import { fieldWords } from '../../../functions/core/flows/english-flow-texts.ts';
import { outlineFlow } from '../../../functions/core/flows/outline-flow.ts';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { subjectData } from '../../../functions/core/flows/subject-data.ts';
import { outlineMapping } from '../../../functions/core/mapping/outline-mapping.ts';
import { shippedMappings } from '../../../functions/core/mapping/shipped.ts';
import { transforms } from '../../../functions/core/mapping/transforms/all.ts';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';
import { outlineTexts } from '../../../functions/core/texts/outline-texts.ts';

const others = languages.filter((language) => language !== 'en');
const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

const fields = new Set([
  ...definedActions.flatMap(({ input, output }) =>
    [input, output].flatMap((schema) => Object.keys(schema._zod.def.shape)),
  ),
  ...Object.entries(subjectData).flatMap(([subject, parts]) => [
    subject,
    ...Object.entries(parts).flatMap(([name, part]) => [name, ...Object.keys(part._zod.def.shape)]),
  ]),
]);
/** Names that the language writes as English does. */
const same = /^(id|ids|ticket|total|text|document|description|status|moment)$/i;

describe.each(others)('documents in %s', (language) => {
  it('say what every action does, with every input in its place', async () => {
    const { flow } = await outlineTexts(language);
    for (const { name, sentence } of definedActions) {
      const told = flow.action(name, undefined);
      expect({ name, places: placesOf(told ?? '') }).toEqual({ name, places: placesOf(sentence) });
      expect(told).not.toBe(sentence);
    }
  });

  it('have a name for every field of subjects and actions', async () => {
    const { flow } = await outlineTexts(language);
    const english = [...fields].filter((name) => flow.field(name) === fieldWords(name));
    expect(english.filter((name) => !same.test(fieldWords(name)))).toEqual([]);
  });

  it('tell every transform by words', async () => {
    const { mapping } = await outlineTexts(language);
    const bare = transforms.filter(({ name }) => mapping.transform({ use: name }) === name);
    expect(bare.map(({ name }) => name)).toEqual([]);
    const step = { use: 'convert-currency', to: 'EUR', rates: 'fixed', rate: '1.2' };
    expect(mapping.transform(step)).toMatch(/EUR.*1\.2|1\.2.*EUR/);
    const entries = { captured: 'Paid', voided: 'Void' };
    const table = mapping.transform({ use: 'table', entries, otherwise: 'Open' });
    expect(table).toMatch(/captured -> Paid, voided -> Void.*Open/);
  });

  it('have the steps of every shipped flow, and the rules of every mapping, in other words', async () => {
    const texts = await outlineTexts(language);
    for (const flow of shippedFlows().values()) {
      const [told, english] = [texts.flow, undefined].map((words) =>
        outlineFlow(flow, definedActions, words).split('\n'),
      );
      expect(told).toHaveLength(english?.length ?? 0);
      const numbered = (lines: readonly string[] = []) =>
        lines.map((line) => /^ *[\d.]+/.exec(line)?.[0] ?? '');
      expect(numbered(told)).toEqual(numbered(english));
      expect(told?.filter((line) => english?.includes(line))).toEqual([]);
    }
    for (const mapping of shippedMappings().values()) {
      const lines = outlineMapping(mapping, { texts: texts.mapping });
      expect(lines).toHaveLength(mapping.rules.length);
      expect(lines.join('\n')).not.toMatch(
        /\bif (empty|too long|nothing fits)\b|otherwise|by table/,
      );
    }
  });

  it('tell changes in it', async () => {
    const { flow: words, documents } = await outlineTexts(language);
    const before = [...shippedFlows().values()].find(({ id }) => id === 'order-to-cash');
    if (before === undefined) throw new Error('it is shipped');
    const { [before.start]: first, ...nodes } = before.nodes;
    const trigger = { on: 'schedule', at: '30 6 * * *', once: 'change' } as const;
    const after = { ...before, title: 'X', trigger };
    const lines = diffFlows(before, { ...after, nodes }, definedActions, words);
    expect(first).toBeDefined();
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('\n')).toContain('06:30');
    expect(lines.join('\n')).not.toMatch(/Title|Trigger:|Removed|is now|Every day/);
    expect(documents.staysWith('Order to cash')).toContain('Order to cash');
  });
});

it('a German outline reads as people speak', async () => {
  const { flow } = await outlineTexts('de');
  const refund = shippedFlows().get('refund-to-books');
  if (refund === undefined) throw new Error('it is shipped');
  expect(outlineFlow(refund, definedActions, flow).split('\n').slice(0, 5)).toEqual([
    'Wenn eine Erstattung hinausgegangen ist (ein Lauf je Bewegung):',
    '1. Warten, bis Bewegung › Stand gelungen, abgelehnt, gescheitert oder storniert ist',
    '2. Außer wenn Bewegung › Stand gelungen ist, Ende des Ablaufs',
    '3. Warten, bis Zahlung › Eintrag in Books ja oder nie ist',
    '4. Außer wenn Zahlung › Eintrag in Books ja ist, Ende des Ablaufs',
  ]);
});
