import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import type { Problem } from './sources';

const CAPABILITIES = [
  'identity',
  'wallet',
  'merchants',
  'menus',
  'training',
  'festivals',
  'stalls',
  'orders',
  'privacy',
];

/** Who may import whom: from a folder, to these and nothing else of ours (docs/architecture.md). */
const MAY_IMPORT: Record<string, string[]> = {
  '^app/shared/': ['^app/shared/'],
  '^db/': ['^db/', '^app/shared/'],
  '^app/platform/': ['^app/platform/', '^app/shared/', '^db/'],
  '^app/integrations/': ['^app/integrations/', '^app/shared/'],
  '^app/enhance/': ['^app/enhance/', '^app/shared/'],
  '^app/worker/': [
    '^app/worker/',
    '^app/shared/',
    '^app/i18n/',
    '^app/domain/',
    '^app/platform/',
    '^app/integrations/',
  ],
  '^app/demo/': ['^app/demo/', '^app/shared/', '^app/domain/', '^app/platform/', '^app/worker/', '^db/seeds/'],
  '^app/web/': ['^app/web/', '^app/shared/', '^app/i18n/', '^app/platform/', '^app/domain/identity/'],
  '^app/components/': ['^app/components/', '^app/shared/', '^app/i18n/', '^app/domain/', '^app/styles/'],
  '^app/routes/': [
    '^app/routes/',
    '^app/shared/',
    '^app/domain/',
    '^app/web/',
    '^app/components/',
    '^app/i18n/',
    '^app/platform/',
    '^app/styles/',
  ],
};

function onlyThese(): IForbiddenRuleType[] {
  const table = Object.entries(MAY_IMPORT).map(([from, to]) => ({
    name: `import-table ${from}`,
    severity: 'error' as const,
    from: { path: from, pathNot: '\\.(test\\.tsx?|mjs)$' },
    // Pages may name the types of server reads (docs/decisions/0080); the order of capabilities counts types too.
    to: {
      path: '^(app|db)/',
      pathNot: to,
      ...(from === '^app/components/' ? { dependencyTypesNot: ['type-only' as const] } : {}),
    },
  }));
  const order = CAPABILITIES.map((capability, at) => ({
    name: `capability-order ${capability}`,
    severity: 'error' as const,
    from: { path: `^app/domain/${capability}/`, pathNot: '\\.test\\.tsx?$' },
    to: {
      path: '^(app|db)/',
      pathNot: [
        '^app/shared/',
        '^app/platform/',
        '^db/',
        ...CAPABILITIES.slice(0, at + 1).map((lower) => `^app/domain/${lower}/`),
      ],
    },
  }));
  return [...table, ...order];
}

const FORBIDDEN: IForbiddenRuleType[] = [
  ...onlyThese(),
  {
    name: 'no-cycle',
    severity: 'error',
    from: { path: '^(app|db)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-server-in-components',
    severity: 'error',
    from: { path: '^app/(components|enhance|shared)/', pathNot: '\\.(test|server)\\.tsx?$' },
    to: { path: '\\.server(\\.ts)?$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-route-to-route',
    severity: 'error',
    comment: 'what the routes of one folder share is no route and says .server',
    from: { path: '^app/routes/([^/]+)/([^.]+)' },
    to: { path: '^app/routes/', pathNot: ['^app/routes/$1/$2', '^app/routes/$1/[^/]+\\.server\\.ts$'] },
  },
  {
    name: 'no-internal',
    severity: 'error',
    from: { path: '^app/', pathNot: ['^app/domain/([^/]+)/'] },
    to: { path: '/internal/' },
  },
  {
    name: 'internal-is-private',
    severity: 'error',
    from: { path: '^app/domain/([^/]+)/' },
    to: { path: '^app/domain/[^/]+/internal/', pathNot: '^app/domain/$1/internal/' },
  },
  {
    name: 'i18n-knows-words-only',
    severity: 'error',
    from: { path: '^app/i18n/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(app|db)/', pathNot: ['^app/i18n/', '^app/shared/', '^app/domain/'] },
  },
  {
    name: 'i18n-takes-no-server-code',
    severity: 'error',
    from: { path: '^app/i18n/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '\\.server(\\.ts)?$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'server-knows-no-page',
    severity: 'error',
    from: { path: '^app/server/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^app/(routes|components)/' },
  },
  {
    name: 'services-behind-integrations',
    comment: 'the only outside SDKs live in app/integrations',
    severity: 'error',
    from: { path: '^app/', pathNot: ['^app/integrations/', '\\.test\\.tsx?$'] },
    to: { path: 'node_modules/(stripe|nodemailer)/' },
  },
];

/** Breaches of the import table and cycles below `root`, found by dependency-cruiser. */
export async function findBadImports(root: string): Promise<Problem[]> {
  const result = await cruise(
    ['app', 'db'],
    {
      baseDir: root,
      ruleSet: { forbidden: FORBIDDEN },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.(css|svg|md|json|csv)' },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: `${root}/tsconfig.json` },
    },
    { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    { tsConfig: extractTsConfig(`${root}/tsconfig.json`) },
  );
  return (result.output as ICruiseResult).summary.violations.map((violation) => ({
    file: violation.from,
    message: `${violation.rule.name}: may not import ${violation.to}`,
  }));
}
