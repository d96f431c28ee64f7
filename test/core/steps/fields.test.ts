// Fields of connected products: asked for when first needed, kept, refreshed daily, and used by all that speaks of mappings.
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../functions/core/domain/result.ts';
import {
  previewMapping,
  publishDocument,
  saveDocumentDraft,
  suggestFields,
} from '../../../functions/core/steps/documents/document-steps.ts';
import { areFieldsDue } from '../../../functions/core/steps/fields-due.ts';
import { createFlowLibrary } from '../../../functions/core/steps/flow-library.ts';
import { refreshFields } from '../../../functions/core/steps/read-fields.ts';
import {
  refreshCatalogs,
  showCatalog,
  showCatalogs,
} from '../../../functions/core/steps/show-catalogs.ts';
import { readAllCursors } from '../../../functions/core/work/cursors.ts';
import { found, granted, shippedMapping, visit as visitor } from './documents/sample-documents.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const visit = { ...visitor, organization: '10234695' };
const DAY_MS = 24 * 3_600_000;
const ticketRecord = { product: 'desk', object: 'ticket' } as const;

const customFields = (...names: string[]) => ({
  data: names.map((name) => ({
    apiName: `cf_${name}`,
    displayLabel: `Our ${name}`,
    type: 'Text',
    isCustomField: true,
  })),
});

let world: World;

beforeEach(() => {
  world = createWorld();
  world.fieldAnswers.set('desk|ticket', customFields('shipment'));
});

const asked = () => world.calls.filter((call) => call.startsWith('readFields'));

const mapping = {
  ...shippedMapping('case-to-desk-ticket'),
  rules: [
    ...shippedMapping('case-to-desk-ticket').rules,
    {
      to: [{ path: 'cf.cf_shipment' }],
      from: [{ path: 'case.profile' }],
      missing: { default: 'none' },
    },
  ],
};

const draft = (seen = '') =>
  saveDocumentDraft(world.ports, visit, {
    kind: 'mapping',
    id: mapping.id,
    body: mapping,
    seen,
  });

const complaints = (faults: readonly { readonly sentence: string }[]) =>
  faults.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('shipment'));

describe('the fields of connected products', () => {
  it('are asked for once when a mapping first names the record, and judge it', async () => {
    const first = granted(await draft());
    expect(complaints(first.faults)).toEqual([]);
    granted(await draft(first.revision));
    expect(asked()).toEqual(['readFields desk ticket']);
  });

  it('that the organization has not are a fault of the draft and keep it from being published', async () => {
    world.fieldAnswers.set('desk|ticket', customFields('other'));
    const saved = granted(await draft());
    expect(complaints(saved.faults)).toHaveLength(1);
    const publishing = { seen: saved.revision, version: 1, note: 'Shipments' };
    const name = { kind: 'mapping', id: mapping.id } as const;
    expect(await publishDocument(world.ports, visit, { ...name, ...publishing })).toMatchObject({
      problem: { code: 'document-faulty' },
    });
  });

  it('appear among the proposals and in the preview', async () => {
    const sources = [{ product: 'canonical', object: 'case' } as const];
    const { fields } = granted(
      await suggestFields(world.ports, visit, { target: ticketRecord, sources }),
    );
    expect(fields.map(({ path }) => path)).toContain('cf.cf_shipment');
    const shown = granted(
      await previewMapping(world.ports, visit, { mapping, sources: { case: {} } }),
    );
    expect(shown.record).toMatchObject({ cf: { cf_shipment: 'none' } });
  });

  it('are filled by runs, which read them once in a while and only where a mapping names one', async () => {
    const saved = granted(await draft());
    const name = { kind: 'mapping', id: mapping.id } as const;
    const { version } = granted(
      await publishDocument(world.ports, visit, {
        ...name,
        seen: saved.revision,
        version: 1,
        note: 'Shipments',
      }),
    );
    const reads: string[] = [];
    const { store } = world.ports;
    const counting = {
      ...store,
      select: ((table, query) => {
        reads.push(table);
        return store.select(table, query);
      }) as typeof store.select,
    };
    const companyWith = (own: object) => ({
      ...world.ports.companies,
      open: async () => ok({ ...world.company, ...own }),
    });
    const libraryOf = (own: object) =>
      createFlowLibrary({ ...world.ports, store: counting, companies: companyWith(own) });
    let library = libraryOf({});
    const translate = (id: string, version?: number) =>
      library.map(INSTALLATION, { id, version }, { case: { profile: 'Default' } });
    await translate(mapping.id, version);
    library = libraryOf({ hasKeptFields: true });
    await translate('settlement-line-to-books');
    expect(reads).not.toContain('Catalogs');
    await translate(mapping.id, version);
    await translate(mapping.id, version);
    expect(reads.filter((table) => table === 'Catalogs')).toHaveLength(1);
  });

  it('stay as they were, and say since when, while the product does not answer', async () => {
    granted(await draft());
    world.fieldAnswers.set('desk|ticket', undefined);
    world.advance(DAY_MS);
    await refreshFields(world.ports, INSTALLATION);
    const again = granted(await draft(await revision()));
    expect(complaints(again.faults)).toEqual([]);
    expect(again.faults.filter(({ severity }) => severity === 'warning')).toContainEqual({
      severity: 'warning',
      sentence: expect.stringContaining(
        `its fields are those of ${new Date(START_MS).toISOString().slice(0, 10)}`,
      ),
    });
    const { catalogs } = granted(await showCatalogs(world.ports, visit));
    expect(found(catalogs.find(({ object }) => object === 'ticket'))).toMatchObject({
      source: 'live',
      readAt: START_MS,
      custom: 1,
      problem: { code: 'zoho-unavailable' },
    });
  });

  async function revision(): Promise<string> {
    const [row] = await world.ports.store.select('Documents', { where: [['state', '=', 'draft']] });
    return found(row?.revision);
  }

  it('are asked for by the timer a day later, an hour after a failure, and never where nobody uses them', async () => {
    const due = async () => {
      const cursors = await readAllCursors(world.ports.store, [INSTALLATION]);
      return areFieldsDue(world.ports, INSTALLATION, cursors.get(INSTALLATION) ?? new Map());
    };
    expect(await due()).toBe(false);
    granted(await showCatalog(world.ports, visit, ticketRecord));
    expect(await due()).toBe(false);
    world.advance(DAY_MS);
    expect(await due()).toBe(true);
    world.fieldAnswers.set('desk|ticket', undefined);
    await refreshFields(world.ports, INSTALLATION);
    expect(await due()).toBe(false);
    world.advance(3_600_000);
    expect(await due()).toBe(true);
    world.fieldAnswers.set('desk|ticket', customFields('shipment', 'colour'));
    await refreshFields(world.ports, INSTALLATION);
    expect(await due()).toBe(false);
    const { catalog } = granted(await showCatalog(world.ports, visit, ticketRecord));
    expect(catalog).toMatchObject({ custom: 2, readAt: START_MS + DAY_MS + 3_600_000 });
    expect(catalog.problem).toBeUndefined();
  });

  it('are all asked for when an administrator says so, each product by itself', async () => {
    world.fieldAnswers.set('crm|contact', undefined);
    world.fieldAnswers.set('crm|deal', { fields: [] });
    const { catalogs } = granted(await refreshCatalogs(world.ports, visit, {}));
    const of = (product: string, object: string) =>
      found(catalogs.find((one) => one.product === product && one.object === object));
    expect(of('desk', 'ticket').source).toBe('live');
    expect(of('crm', 'contact')).toMatchObject({ problem: { code: 'zoho-unavailable' } });
    // What failed once is not asked for more: each call may take until its time is up.
    expect(of('crm', 'deal')).toMatchObject({ problem: { code: 'zoho-unavailable' } });
    expect(asked()).toEqual(['readFields crm contact', 'readFields desk ticket']);
    expect(of('cybersource', 'payment').source).toBe('fixed');
  });

  it('that come in no known form are told of', async () => {
    world.fieldAnswers.set('desk|ticket', { surprise: true });
    const { catalog } = granted(await showCatalog(world.ports, visit, ticketRecord));
    expect(catalog).toMatchObject({ source: 'unread', problem: { code: 'fields-unreadable' } });
    expect(catalog.list.length).toBe(catalog.fields);
  });

  it('are for administrators of that organization only', async () => {
    const clerk = { ...visit, actor: { ...visit.actor, role: 'agent' as const } };
    expect(await showCatalogs(world.ports, clerk)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await showCatalogs(world.ports, { ...visit, organization: '9' })).toMatchObject({
      problem: { code: 'not-signed-in' },
    });
    expect(
      await showCatalog(world.ports, visit, { product: 'books', object: 'nothing' }),
    ).toMatchObject({ problem: { code: 'not-found' } });
  });
});
