// @ts-check

/** @typedef {import('@typescript-eslint/utils').TSESTree.Node} Node */

/** @param {string} name @returns {string[]} `importBatches`, `IMPORT_BATCHES` → import, batches */
export function wordsIn(name) {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_$-]+/)
    .filter((word) => word !== '')
}

/**
 * The names a pattern makes. `{ data }` repeats another's name and makes none; `{ data: rows }` makes `rows`.
 * @param {Node | null} pattern
 * @returns {Generator<{ name: string, node: Node }>}
 */
function* namesOf(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      yield { name: pattern.name, node: pattern }
      break
    case 'AssignmentPattern':
      yield* namesOf(pattern.left)
      break
    case 'RestElement':
      yield* namesOf(pattern.argument)
      break
    case 'TSParameterProperty':
      yield* namesOf(pattern.parameter)
      break
    case 'ArrayPattern':
      for (const element of pattern.elements) yield* namesOf(element)
      break
    case 'ObjectPattern':
      for (const part of pattern.properties)
        if (part.type === 'RestElement') yield* namesOf(part)
        else if (!part.shorthand) yield* namesOf(part.value)
  }
}

/**
 * The names a node gives to things: variables, parameters, functions, classes, types, and properties of types (also
 * of those that zod makes). Not what it calls by a name that others gave: `process.exit`, `event.data`, `{ data: rows }`.
 * @param {Node} node
 * @returns {Generator<{ name: string, node: Node }>}
 */
export function* declaredBy(node) {
  switch (node.type) {
    case 'VariableDeclarator':
      yield* namesOf(node.id)
      break
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      yield* namesOf(node.id)
      for (const parameter of node.params) yield* namesOf(parameter)
      break
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      yield* namesOf(node.id)
      break
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      yield* namesOf(node.local)
      break
    case 'ImportSpecifier':
      if (node.imported.type !== 'Identifier' || node.imported.name !== node.local.name)
        yield* namesOf(node.local)
      break
    case 'TSPropertySignature':
    case 'TSMethodSignature':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      // what is overridden or inherited was named by another
      if (!('override' in node && node.override)) yield* keyOf(node.key)
      break
    case 'Property':
      if (isShape(node.parent)) yield* keyOf(node.key)
  }
}

/** @param {Node} key @returns {Generator<{ name: string, node: Node }>} */
function* keyOf(key) {
  if (key.type === 'Identifier') yield { name: key.name, node: key }
  else if (key.type === 'Literal' && typeof key.value === 'string') yield { name: key.value, node: key }
}

/** @param {Node} literal is it the shape in `z.object({ … })`? */
function isShape(literal) {
  const call = literal.parent
  return (
    literal.type === 'ObjectExpression' &&
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    call.callee.property.type === 'Identifier' &&
    /^((strict|loose)?[oO]bject|extend)$/.test(call.callee.property.name)
  )
}
