// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { declaredBy, wordsIn } from './declared.mjs'

/** Words that say nothing (DESIGN 7.2). */
const EMPTY_WORDS = ['manager', 'helper', 'util', 'data', 'process']

/** @param {string} text @param {string} heading @returns {string[][]} the cells of the table under a heading */
function table(text, heading) {
  const section = text.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  )
}

/**
 * What the glossary says, as lint needs it.
 * @param {string} text of resources/words/glossary.md
 */
export function readGlossary(text) {
  const words = table(text, 'Glossary')
  const coded = words.flatMap(([, , code = '']) => code.match(/(?<=`)[a-z]+(?=`)/g) ?? [])
  const not = words.flatMap(([, , , cell = '']) => cell.split(',').map((word) => word.trim())).filter(Boolean)
  const otherwise = table(text, 'Words that also name something else').map(([word = '']) => word)
  const owed = table(text, 'Still to be renamed').map(([word = '', where = '']) => ({ word, where }))
  const spared = new Set([...coded, ...otherwise, ...owed.map(({ word }) => word)])
  return { not, coded, otherwise, owed, banned: [...not, ...EMPTY_WORDS].filter((word) => !spared.has(word)) }
}

const glossary = readGlossary(
  readFileSync(join(import.meta.dirname, '../../resources/words/glossary.md'), 'utf8')
)
const BANNED = glossary.banned.map((word) => ({
  word,
  pattern: new RegExp(`(^| )(${word}s?|${word.replace(/y$/, 'ies')})( |$)`),
}))

/** @param {string} name @returns {string | undefined} the banned word in it, whole: `metadata` holds no `data` */
export function bannedIn(name) {
  const words = wordsIn(name).join(' ')
  return BANNED.find(({ pattern }) => pattern.test(words))?.word
}

/** @type {import('eslint').Rule.RuleModule} */
export const names = {
  meta: {
    type: 'suggestion',
    messages: {
      banned:
        '“{{word}}” in `{{name}}`: see resources/words/glossary.md, or name it by what it does in a museum.',
    },
    schema: [{ type: 'array', items: { type: 'string' } }],
  },
  create(context) {
    /** @type {readonly string[]} */
    const allowed = context.options[0] ?? []
    /** @type {import('@typescript-eslint/utils').TSESLint.RuleListener} */
    const visitors = {
      '*'(/** @type {import('@typescript-eslint/utils').TSESTree.Node} */ node) {
        for (const { name, node: at } of declaredBy(node)) {
          const word = bannedIn(name)
          if (word === undefined || allowed.includes(name)) continue
          context.report({
            node: /** @type {import('estree').Node} */ (/** @type {unknown} */ (at)),
            messageId: 'banned',
            data: { word, name },
          })
        }
      },
    }
    return /** @type {import('eslint').Rule.RuleListener} */ (/** @type {unknown} */ (visitors))
  },
}
