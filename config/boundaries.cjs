/** Who may import whom. Checked by `npm run boundaries`. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.(int-|long-)?spec\\.tsx?$' },
  to: { path: '^(apps|libs|config|test|bench)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Under ES modules with decorators a cycle breaks at run time.',
      from: {},
      to: { circular: true },
    },
    only('contracts-import-nothing', '^libs/contracts/', []),
    {
      name: 'contracts-need-no-package',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    only('rules-import-contracts', '^libs/rules/', ['^libs/contracts/']),
    only('understanding-imports-contracts', '^libs/understanding/', ['^libs/contracts/']),
    only('sdk-imports-contracts', '^libs/sdk/', ['^libs/contracts/']),
    only('ui-imports-contracts', '^libs/ui/', ['^libs/contracts/']),
    only('console-imports-sdk-contracts-ui', '^apps/console/', ['^libs/(contracts|sdk|ui)/']),
    only('widget-imports-sdk-contracts', '^apps/widget/', ['^libs/(contracts|sdk)/']),
    only('server-imports-pure-libraries', '^apps/server/', ['^libs/(contracts|rules|understanding)/', '^config/']),
    only('config-imports-nothing-of-ours', '^config/', ['^libs/contracts/']),
    {
      name: 'only-rules-sees-the-engine',
      severity: 'error',
      from: { pathNot: '^libs/rules/' },
      to: { path: 'node_modules/json-rules-engine' },
    },
    {
      name: 'modules-never-import-the-gateway',
      severity: 'error',
      from: { path: '^apps/server/src/(modules|platform)/' },
      to: { path: '^apps/server/src/gateway/' },
    },
    {
      name: 'modules-meet-at-their-index',
      severity: 'error',
      comment: "A module uses another module's index.ts, nothing behind it.",
      from: { path: '^apps/server/src/modules/([^/]+)/' },
      to: { path: '^apps/server/src/modules/([^/]+)/', pathNot: ['^apps/server/src/modules/$1/', '^apps/server/src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'the-gateway-uses-indexes',
      severity: 'error',
      from: { path: '^apps/server/src/gateway/', pathNot: '\\.(int-|long-)?spec\\.ts$' },
      to: { path: '^apps/server/src/modules/', pathNot: '^apps/server/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'the-platform-knows-no-module',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: '\\.(int-|long-)?spec\\.ts$' },
      to: { path: '^apps/server/src/modules/' },
    },
    {
      name: 'domains-do-not-meet',
      severity: 'error',
      comment: 'Domains of the console share what is in libs/ui, shell and the sdk.',
      from: { path: '^apps/console/src/app/domains/([^/]+)/' },
      to: { path: '^apps/console/src/app/domains/([^/]+)/', pathNot: '^apps/console/src/app/domains/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(int-|long-)?spec\\.tsx?$' },
    tsConfig: { fileName: 'config/tsconfig.boundaries.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
