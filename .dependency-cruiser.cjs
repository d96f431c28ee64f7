// Who may import whom (functions/README.md has the map). A rule names what a folder may use; all else is an error.
const core = '^functions/core';

/** `from` may import only what matches one of `allowed` (paths from the top). */
function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { pathNot: allowed },
  };
}

const npm = (names) => `^node_modules/(${names})/`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types may name each other; code may not wait for each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'domain',
      `${core}/domain`,
      [`${core}/domain`],
      'The rules depend on nothing, not even Node.',
    ),
    only('contract', `${core}/contract`, [`${core}/contract`, `${core}/domain`, npm('zod')]),
    only('ports', `${core}/ports`, [
      `${core}/ports`,
      `${core}/domain`,
      `${core}/store/schema\\.ts$`,
    ]),
    only('work', `${core}/work`, [
      `${core}/(work|ports|domain)/`,
      `${core}/store/schema\\.ts$`,
      `${core}/contract/problems\\.ts$`,
      '^(node:)?(crypto|zlib)$',
    ]),
    only('flows', `${core}/flows`, [
      `${core}/(flows|work|ports|domain)/`,
      `${core}/store/schema\\.ts$`,
      npm('zod'),
    ]),
    only('mapping', `${core}/mapping`, [
      `${core}/(mapping|domain)/`,
      `${core}/contract/reasons/`,
      npm('zod'),
    ]),
    only('texts', `${core}/texts`, [
      `${core}/(texts|contract|domain)/`,
      `${core}/mapping/(reason-words|mapping-texts|transform)\\.ts$`,
      `${core}/flows/(english-flow-texts|flow-texts|triggers)\\.ts$`,
    ]),
    only('catalogs', `${core}/catalogs`, [
      `${core}/catalogs/`,
      `${core}/mapping/catalog-field\\.ts$`,
      npm('zod'),
    ]),
    only('suggestions', `${core}/suggestions`, [
      `${core}/suggestions/`,
      `${core}/mapping/catalog-field\\.ts$`,
    ]),
    only('steps', `${core}/steps`, [
      `${core}/(steps|flows|mapping|catalogs|suggestions|work|ports|domain|contract|texts)/`,
      `${core}/store/schema\\.ts$`,
      npm('(date-fns|zod)'),
      '^(node:)?(crypto|zlib)$',
    ]),
    only('store', `${core}/store`, [
      `${core}/(store|ports|domain)/`,
      npm('zcatalyst-sdk-node'),
      '^(node:)?(module|http|https|crypto)$',
    ]),
    {
      name: 'connector-alone',
      comment:
        'A connector knows its own vendor only; all share transport, the Zoho ones zoho-http.',
      severity: 'error',
      from: { path: `${core}/connectors/([^/]+)/` },
      to: {
        path: `${core}/connectors/`,
        pathNot: [`${core}/connectors/$1/`, `${core}/connectors/(zoho-http|transport)/`],
      },
    },
    {
      name: 'zoho-http-for-zoho-only',
      severity: 'error',
      from: { path: `${core}/connectors/`, pathNot: `${core}/connectors/zoho-` },
      to: { path: `${core}/connectors/zoho-http/` },
    },
    {
      name: 'connector-outward',
      severity: 'error',
      from: { path: `${core}/connectors/` },
      to: {
        pathNot: [
          `${core}/(connectors|ports|domain)/`,
          npm('zod|jose'),
          '^(node:)?(crypto|http|https|buffer|async_hooks)$',
        ],
      },
    },
    only('http', `${core}/http`, [
      `${core}/(http|steps|contract|domain|ports)/`,
      `${core}/work/`,
      `${core}/connectors/[^/]+/(webhook-signature|read-notification)\\.ts$`,
      npm('hono|zod|jose'),
      '^(node:)?crypto$',
    ]),
    {
      name: 'entry',
      comment: 'An entry knows its compose file only.',
      severity: 'error',
      from: { path: '^functions/(api|hooks|worker|timer)/' },
      to: { pathNot: [`${core}/compose/`] },
    },
    {
      name: 'hooks-stay-light',
      comment:
        'Its cold start is the gateway’s time-out: no flow, no connector client, no report reader.',
      severity: 'error',
      from: { path: `${core}/compose/hooks\\.ts$` },
      to: {
        reachable: true,
        path: [
          `${core}/flows/`,
          `${core}/connectors/zoho-`,
          `${core}/connectors/cybersource/(cybersource-gateway|gateway-call)`,
        ],
      },
    },
    only('widget', '^widget/(hosts|panel|console|parts|text|card-page|main)/', [
      '^widget/',
      `${core}/contract/`,
      `${core}/domain/(money|currency|policy-changes|refund-lines|refund-split)\\.ts$`,
      npm('preact|@preact/signals|@preact/signals-core|date-fns'),
    ]),
    {
      name: 'host-only-from-main',
      comment: 'Panels know the Host interface; only main chooses a concrete host.',
      severity: 'error',
      from: { path: '^widget/(panel|console|parts|text|card-page)/' },
      to: { path: '^widget/hosts/', pathNot: '^widget/hosts/host\\.ts$' },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^(functions|widget)/' },
      to: { path: '^test/' },
    },
    {
      name: 'stand-ins-know-facts-only',
      comment: 'A shared misreading must not pass both sides.',
      severity: 'error',
      from: { path: '^test/sandbox/(catalyst|cybersource|zoho|woocommerce|hosts|control)/' },
      to: { path: '^(functions|widget)/', pathNot: `${core}/store/schema\\.ts$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|index\\.js|[^/]+\\.lazy\\.js)(/|$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
