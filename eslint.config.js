import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const unusedVars = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', '.angular/', 'coverage/', 'apps/**/*.js', 'config/jest/*.js'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': unusedVars,
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // Decorated constructors and handlers need their classes at run time; a type-only import would be erased.
    files: ['apps/server/**/*.ts', 'apps/console/**/*.ts', 'libs/ui/**/*.ts', 'config/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Nothing below a service asks for the time: it is passed in, or comes from the Clock.
    files: ['libs/rules/src/**/*.ts', 'libs/understanding/src/**/*.ts', 'apps/server/src/modules/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.long-spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is passed in, or comes from the Clock.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is passed in, or comes from the Clock.' },
      ],
    },
  },
  {
    // Whatever is rendered is rendered as nodes.
    files: ['apps/console/**/*.ts', 'apps/widget/**/*.ts', 'apps/widget/**/*.tsx', 'libs/ui/**/*.ts', 'apps/demo-site/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Build nodes; markup from text is how scripts get in.',
        })),
      ],
    },
  },
  // The console's last resort: when it cannot even start, there is nowhere else to say so.
  { files: ['scripts/**', 'bench/**', '**/*.mjs', 'apps/console/src/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/console/**/*.ts', 'libs/ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': 'off',
      '@angular-eslint/directive-selector': 'off',
    },
  },
  {
    files: ['apps/console/**/*.html', 'libs/ui/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    // ba-icon-button takes its name from its input.
    rules: {
      '@angular-eslint/template/elements-content': [
        'error',
        { allowList: ['aria-label', 'innerHtml', 'innerHTML', 'innerText', 'outerHTML', 'title', 'label'] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*-spec.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  prettier,
);
