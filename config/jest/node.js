/** What every Jest project that runs in Node shares: ES modules, TypeScript through swc, the libraries from their sources. */
export const node = {
  rootDir: '../..',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^#config$': '<rootDir>/config/index.ts',
    '^#(contracts|rules|understanding|sdk)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** The same with one embedded Postgres for the whole run; see test/harness/database.ts. */
export const nodeWithPostgres = {
  ...node,
  setupFiles: ['<rootDir>/test/harness/load-nest.js'],
  globalSetup: '<rootDir>/test/harness/global-setup.js',
  globalTeardown: '<rootDir>/test/harness/global-teardown.js',
  testTimeout: 20_000,
};
