// Routes of the Data Store: tables, columns, rows, ZCQL, search and bulk jobs.
import { Hono } from 'hono';
import { type Column, columnOf, type Table } from '../catalog.ts';
import { invalidId, invalidInput, success } from '../envelope.ts';
import type { Project } from '../project.ts';
import { search } from '../search.ts';
import { type ApiEnv, adminOnly, formBody, jsonBody, type Services } from './context.ts';

export function dataStoreRoutes(services: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .route('/', tableRoutes(services))
    .route('/', rowRoutes(services))
    .route('/', queryRoutes(services))
    .route('/', bulkRoutes(services));
}

function tableRoutes({ catalog, project }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/table', () => success(catalog.tables.map((table) => tableDetails(project, table))));
  app.get('/table/:table', (c) =>
    success(tableDetails(project, catalog.table(c.req.param('table')))),
  );
  app.get('/table/:table/column', (c) => {
    const table = catalog.table(c.req.param('table'));
    return success([...table.columns.values()].map((column) => columnDetails(table, column)));
  });
  app.get('/table/:table/column/:column', (c) => {
    const table = catalog.table(c.req.param('table'));
    const key = c.req.param('column');
    const byId = [...table.columns.values()].find(({ id }) => id === key);
    return success(columnDetails(table, byId ?? columnOf(table, key)));
  });
  return app;
}

function rowRoutes({ catalog, rows, counts }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const path = '/table/:table/row';
  app.get(path, (c) => {
    const table = catalog.table(c.req.param('table'));
    counts.add('row.page');
    const page = rows.page(table, c.req.query('next_token') ?? '', c.req.query('max_rows') ?? '');
    const { data, ...rest } = page;
    return success(data, rest);
  });
  app.get(`${path}/:id`, (c) => {
    const table = catalog.table(c.req.param('table'));
    counts.add('row.get');
    return success(rows.get(table, c.req.param('id')));
  });
  app.post(path, adminOnly, async (c) => {
    const table = catalog.table(c.req.param('table'));
    counts.add('row.insert');
    return success(rows.insert(table, await jsonBody(c)));
  });
  app.patch(path, adminOnly, async (c) => {
    const table = catalog.table(c.req.param('table'));
    counts.add('row.update');
    return success(rows.update(table, await jsonBody(c)));
  });
  app.delete(path, adminOnly, (c) => {
    const table = catalog.table(c.req.param('table'));
    const ids = (c.req.query('ids') ?? '').split(',').filter((id) => id !== '');
    counts.add('row.delete');
    rows.delete(table, ids);
    return success(ids);
  });
  app.delete(`${path}/:id`, adminOnly, (c) => {
    const table = catalog.table(c.req.param('table'));
    const row = rows.get(table, c.req.param('id'));
    counts.add('row.delete');
    rows.delete(table, [c.req.param('id')]);
    return success(row);
  });
  return app;
}

function queryRoutes({ zcql, catalog, store, counts }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.post('/query', async (c) => {
    const body = await jsonBody(c);
    const query = (body as { query?: unknown } | null)?.query;
    if (typeof query !== 'string' || query.trim() === '') throw invalidInput('Empty query');
    return success(zcql.execute(query, c.get('caller'), (kind) => counts.add(`zcql.${kind}`)));
  });
  app.post('/search', async (c) => {
    counts.add('search');
    return success(search(catalog, store, await jsonBody(c)));
  });
  return app;
}

function bulkRoutes({ bulk, files, project, counts }: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use('/bulk/*', adminOnly);
  app.post('/bulk/read', async (c) => {
    counts.add('bulk.read');
    return success(bulk.read(await jsonBody(c)));
  });
  app.post('/bulk/write', async (c) => {
    counts.add('bulk.write');
    return success(bulk.write(await jsonBody(c)));
  });
  app.get('/bulk/:operation/:job', (c) =>
    success(bulk.status(c.req.param('operation'), c.req.param('job'))),
  );
  app.get('/bulk/:operation/:job/download', (c) => {
    const zip = bulk.download(c.req.param('operation'), c.req.param('job'));
    return c.body(Uint8Array.from(zip), 200, { 'content-type': 'application/zip' });
  });
  app.post('/folder/:folder/file', adminOnly, async (c) => {
    const form = await formBody(c);
    const code = form.get('code');
    if (!(code instanceof File)) throw invalidId('The file is missing');
    const id = String(project.nextId());
    files.put(id, { text: await code.text() });
    return success({ id, file_name: form.get('file_name'), file_size: code.size });
  });
  return app;
}

function tableDetails(project: Project, table: Table) {
  return {
    project_id: project.details,
    table_name: table.name,
    table_scope: 'GLOBAL',
    table_id: table.id,
    modified_by: project.owner,
    column_details: [...table.columns.values()].map((column) => columnDetails(table, column)),
  };
}

function columnDetails(table: Table, column: Column) {
  return {
    table_id: table.id,
    column_sequence: String([...table.columns.keys()].indexOf(column.name) + 1),
    column_id: column.id,
    column_name: column.name,
    category: column.system ? 1 : 2,
    data_type: column.type === 'id' ? 'bigint' : column.type,
    max_length: String(column.length),
    is_mandatory: column.mandatory,
    default_value: null,
    decimal_digits: null,
    is_unique: column.unique,
    search_index_enabled: column.type === 'varchar',
  };
}
