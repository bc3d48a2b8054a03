import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/apps/console/tsconfig.spec.json' });

export default {
  ...preset,
  rootDir: '../..',
  displayName: 'console',
  setupFilesAfterEnv: ['<rootDir>/apps/console/jest.setup.js'],
  testMatch: ['<rootDir>/apps/console/src/**/*.spec.ts', '<rootDir>/libs/ui/src/**/*.spec.ts'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^#(contracts|sdk|ui)$': '<rootDir>/libs/$1/src/index.ts',
    '^#ui/text-list$': '<rootDir>/libs/ui/src/form/text-list.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
