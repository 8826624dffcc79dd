import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { names } from './scripts/lint/glossary.mjs'
import { rawSql, writtenSql } from './scripts/lint/sql.mjs'

/** Whatever way a name is written: `e.innerHTML`, `e['innerHTML']`, `{ innerHTML: … }`, a text that will be used as one. */
const named = (pattern, message) => [
  [`Identifier[name=${pattern}]`, message],
  [`JSXIdentifier[name=${pattern}]`, message],
  [`Literal[value=${pattern}]`, message],
  [`TemplateElement[value.raw=${pattern}]`, message],
]
/** What a record says is shown as text (security fact S13). */
const noMarkup = [
  ...named(
    '/^(dangerouslySetInnerHTML|innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)$/',
    'Records are text: use textContent, and make no markup from them.'
  ),
  ['CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', 'Use textContent.'],
]
/** One door to other programs (S11). */
const noOutside = named(
  '/^open(External|Path)$/',
  'Other programs open through shell/links.ts and shell/openKept.ts only.'
)
/** One door for calls (S41); in the door itself one way to use it. */
const DOOR = 'All calls come through shell/door.ts.'
const noOtherChannel = [
  ...named('/^(ipc-message|ipc-message-sync|MessageChannelMain|postMessageToThread)$/', DOOR),
  ['MemberExpression:matches([property.name="ipc"], [property.value="ipc"])', DOOR],
  // the whole of Electron under a name of one's own
  [
    'ImportDeclaration[source.value="electron"] > :matches(ImportNamespaceSpecifier, ImportDefaultSpecifier)',
    DOOR,
  ],
  ['ImportExpression[source.value="electron"]', DOOR],
  ['CallExpression[callee.name="require"][arguments.0.value="electron"]', DOOR],
]
const noSecondDoor = [...named('/^ipcMain$/', DOOR), ...noOtherChannel]
const oneWayIn = [
  [':not(ImportSpecifier, MemberExpression) > Identifier[name="ipcMain"]', DOOR],
  ['ImportSpecifier[imported.name="ipcMain"][local.name!="ipcMain"]', DOOR],
  ['MemberExpression[object.name="ipcMain"]:not([computed=false][property.name="handle"])', DOOR],
  ['MemberExpression[property.name="ipcMain"]', DOOR],
  ...noOtherChannel,
]
const banned = (...lists) => ['error', ...lists.flat().map(([selector, message]) => ({ selector, message }))]

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
      'no-restricted-syntax': banned(noMarkup, noOutside, noSecondDoor),
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
    files: ['electron/shell/{links,openKept}.ts'],
    rules: { 'no-restricted-syntax': banned(noMarkup, noSecondDoor) },
  },
  {
    files: ['electron/shell/door.ts'],
    rules: { 'no-restricted-syntax': banned(noMarkup, noOutside, oneWayIn) },
  },
  {
    files: ['{shared,electron,renderer}/**/*.{ts,tsx}'],
    plugins: { museum: { rules: { names, 'raw-sql': rawSql, 'written-sql': writtenSql } } },
    rules: {
      // what the import still calls the first row of objects
      'museum/names': ['error', ['firstDataRow']],
      'museum/raw-sql': 'error',
      'museum/written-sql': 'error',
    },
  },
  {
    // AG Grid's own word for the record in a row
    files: ['renderer/catalogue/{ObjectGrid,columns,gridHold}.{ts,tsx}'],
    rules: { 'museum/names': ['error', ['data']] },
  },
  {
    files: ['electron/store/{dialects,expressions}.ts', 'electron/store/migrations/*.ts'],
    rules: { 'museum/raw-sql': 'off', 'museum/written-sql': 'off' },
  },
  // a connection's settings, from a fixed list
  {
    files: ['electron/store/{open,pragmas}.ts'],
    rules: { 'museum/written-sql': ['error', ['exec', 'prepare']] },
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
