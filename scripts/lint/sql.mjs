// @ts-check

/** @typedef {import('@typescript-eslint/utils').TSESTree.Node} Node */
/** @typedef {import('@typescript-eslint/utils').ParserServicesWithTypeInformation} Services */
/** @typedef {import('@typescript-eslint/utils').TSESTree.MemberExpression} Member */

const DATABASE = /^(Database|SqliteDatabase)$/

/** @param {import('typescript').Type} type @returns {string[]} the names it goes by; a union by each of its parts */
function namesOf(type) {
  const parts = type.isUnionOrIntersection() ? type.types : [type]
  return parts.flatMap((part) => [part.getSymbol()?.name ?? '', part.aliasSymbol?.name ?? ''])
}

/** @param {import('typescript').Type} type has it kysely's `raw`, as `sql` and `CompiledQuery` have? */
const makesRawSql = (type) =>
  type
    .getProperty('raw')
    ?.declarations?.some((declared) => /\/kysely\//.test(declared.getSourceFile().fileName)) === true

/** @param {import('typescript').Type} type */
const isDatabase = (type) => namesOf(type).some((name) => DATABASE.test(name))

/** @param {Member} member @returns {string | null} null where it is known only when it runs: `sql[chosen]` */
function calledBy({ property, computed }) {
  if (property.type === 'Literal') return String(property.value)
  return property.type === 'Identifier' && !computed ? property.name : null
}

/** @param {Node | undefined} node does the text stand here as it is? */
const isWritten = (node) =>
  node?.type === 'Literal' || (node?.type === 'TemplateLiteral' && node.expressions.length === 0)

/** @param {import('eslint').Rule.RuleContext} context */
function asker(context) {
  const services = /** @type {Services} */ (context.sourceCode.parserServices)
  return {
    typeOf: (/** @type {Node} */ node) => services.getTypeAtLocation(node),
    report: (/** @type {Node} */ node, /** @type {string} */ message) =>
      context.report({ node: /** @type {import('estree').Node} */ (/** @type {unknown} */ (node)), message }),
  }
}

/** @param {import('@typescript-eslint/utils').TSESLint.RuleListener} visitors */
const listener = (visitors) =>
  /** @type {import('eslint').Rule.RuleListener} */ (/** @type {unknown} */ (visitors))

/**
 * No SQL text is put together by hand (security fact S50). What counts is the type and not the name: whatever kysely's
 * `sql` is called here, it makes no raw SQL.
 * @type {import('eslint').Rule.RuleModule}
 */
export const rawSql = {
  create(context) {
    const { typeOf, report } = asker(context)
    const message = 'Raw SQL is made in store/dialects.ts and store/expressions.ts only.'
    return listener({
      MemberExpression(node) {
        const name = calledBy(node)
        if (name !== null && !/^(raw|lit|literal)$/.test(name)) return
        if (makesRawSql(typeOf(node.object))) report(node, message)
      },
      // const { raw } = sql
      ObjectPattern(node) {
        if (makesRawSql(typeOf(node))) report(node, message)
      },
    })
  },
}

/**
 * A better-sqlite3 database is given texts that stand written (S50). Option: the methods that are watched.
 * @type {import('eslint').Rule.RuleModule}
 */
export const writtenSql = {
  meta: { schema: [{ type: 'array', items: { type: 'string' } }] },
  create(context) {
    const { typeOf, report } = asker(context)
    /** @type {readonly string[]} */
    const watched = context.options[0] ?? ['exec', 'prepare', 'pragma']
    return listener({
      CallExpression({ callee, arguments: [first] }) {
        if (callee.type !== 'MemberExpression' || isWritten(first)) return
        const name = calledBy(callee)
        if (name !== null && !watched.includes(name)) return
        if (isDatabase(typeOf(callee.object)))
          report(callee, 'SQL stands written in full, and values are bound.')
      },
    })
  },
}
