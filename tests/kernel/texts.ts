import fc from 'fast-check'

/** Any UTF-16 unit, lone surrogates and control signs too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

/** Whatever a cell may hold. */
export const anyText = fc.oneof(fc.string({ unit: anyUnit, maxLength: 40 }), fc.string({ maxLength: 40 }))

/** Texts made of the words of the trade in any order: nearer to what breaks a parser than noise is. */
export function shuffled(words: readonly string[], most = 8): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...words), fc.nat(3000).map(String)), { maxLength: most })
    .map((parts) => parts.join(''))
}
