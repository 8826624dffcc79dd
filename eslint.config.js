import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** What a record says is shown as text (security fact S13). */
const noMarkup = [
  ['JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Records are text: no markup is made from them.'],
  ['Property[key.name="dangerouslySetInnerHTML"]', 'Records are text: no markup is made from them.'],
  ['MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]', 'Records are text: use textContent.'],
  [
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]',
    'Records are text: use textContent.',
  ],
  ['CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', 'Use textContent.'],
]
/** One door to other programs (S11). */
const noOutside = [
  [
    'MemberExpression[property.name=/^open(External|Path)$/]',
    'Other programs open through shell/links.ts only.',
  ],
]
/** One door for calls (S41). */
const noSecondDoor = [
  [
    'MemberExpression[object.name="ipcMain"][property.name!="handle"]',
    'All calls come through shell/door.ts.',
  ],
]
/** No SQL text is put together by hand (S50). */
const noRawSql = [
  [
    'MemberExpression[object.name="sql"][property.name=/^(raw|lit)$/]',
    'SQL text is made in store/expressions.ts only.',
  ],
  [
    'MemberExpression[object.name="CompiledQuery"][property.name="raw"]',
    'SQL text is made in store/dialects.ts and store/expressions.ts only.',
  ],
]
/** Words that say nothing. */
const noVagueNames = [
  [
    ':matches(VariableDeclarator, FunctionDeclaration, ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration) > Identifier.id[name=/(manager|helper|util)s?$/i]',
    'Name it by what it does in a museum.',
  ],
]
const banned = (...lists) => [
  'error',
  ...[...lists, noVagueNames].flat().map(([selector, message]) => ({ selector, message })),
]

const electronOnly = { name: 'electron', message: 'Only electron/shell, main and preload know Electron.' }
const exceljsOnly = { name: 'exceljs', message: 'Only electron/files/workbook.ts knows exceljs.' }
const imports = (...paths) => ['error', { paths }]

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', '.cache/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off', // listeners that answer with what they call
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // Electron makes its own windows
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // characters of Chinese are code points
      '@typescript-eslint/require-await': 'off', // an async service that has nothing to wait for still answers later
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': banned(noMarkup, noOutside, noSecondDoor, noRawSql),
      'no-restricted-imports': imports(electronOnly, exceljsOnly),
      'no-console': 'error',
      'no-control-regex': 'off', // control characters are what hostile names are made of
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['electron/shell/**/*.ts', 'electron/{main,preload}.ts'],
    rules: { 'no-restricted-imports': imports(exceljsOnly) },
  },
  {
    files: ['electron/shell/links.ts'],
    rules: { 'no-restricted-syntax': banned(noMarkup, noSecondDoor, noRawSql) },
  },
  {
    files: ['electron/store/{dialects,expressions}.ts', 'electron/store/migrations/*.ts'],
    rules: { 'no-restricted-syntax': banned(noMarkup, noOutside, noSecondDoor) },
  },
  { files: ['electron/files/workbook.ts'], rules: { 'no-restricted-imports': imports(electronOnly) } },
  {
    files: ['electron/cli.ts', 'electron/cli/**/*.ts', 'tests/**/*.ts', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // tests write hostile things down, stand in for dialogs and read workbooks back with another pair of eyes
    files: ['tests/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } }
)
