/**
 * The one direction of dependence: core knows no other package, plugins and adapters know core only, the
 * command line knows everybody, and a package is entered by its public door alone.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const ADAPTERS = 'national|county|tabular|ical|workdays|planner|report|testing'
const FORMATS_AND_ZONES = '(^|/)node_modules/(luxon|ical-generator|hucre|papaparse)/'

module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-package',
      comment:
        'core is the model, the requirements and the engine; it knows no plugin, adapter or file format.',
      severity: 'error',
      from: { path: '^packages/core/src/' },
      to: { path: '^(packages/(?!core/)|examples/|scripts/|test/)' },
    },
    {
      name: 'core-reads-no-format',
      comment: 'core needs zod and nothing else from the registry.',
      severity: 'error',
      from: { path: '^packages/core/src/' },
      to: { path: FORMATS_AND_ZONES },
    },
    {
      name: 'core-has-no-io',
      comment: 'No file, network, process or clock in core; hashing is computation.',
      severity: 'error',
      from: { path: '^packages/core/src/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|util)$' },
    },
    {
      name: 'adapters-know-core-only',
      comment:
        'A plugin or adapter imports core; what two of them share belongs in core or in the command line.',
      severity: 'error',
      from: { path: `^packages/(${ADAPTERS})/src/` },
      to: { path: '^(packages/(?!core/|$1/)|examples/|scripts/|test/)' },
    },
    {
      name: 'only-the-public-door',
      comment: 'The public API of a package is its src/index.ts; import it by the name of the package.',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/',
        pathNot: ['^$1/$2/', '^packages/[^/]+/src/index\\.ts$', '/package\\.json$'],
      },
    },
    {
      name: 'by-name-not-by-path',
      comment: 'Another package is imported as @xueshi/…, never by a relative path.',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/' },
      to: { path: '^(packages|examples)/[^/]+/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'hot-path-without-zod',
      comment: 'The engine reads columns; validation and calendars of libraries stay outside its loop.',
      severity: 'error',
      from: { path: '^packages/core/src/check/' },
      to: { path: '(^|/)node_modules/(zod|luxon)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      comment: 'A cycle at run time makes the order of loading matter.',
      severity: 'error',
      from: { path: '^(packages|examples)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared',
      comment: 'What a package imports stands in its own package.json.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^packages/[^/]+/node_modules/'] },
    combinedDependencies: false,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['xueshi-source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
}
