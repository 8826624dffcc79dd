/** A museum's own value of a code table; `label` is null where it is a national one that the museum adjusts. */
export interface VocabularyValueTable {
  museum_id: string
  vocabulary: string
  code: string
  label: string | null
  parent: string | null
  start_year: number | null
  end_year: number | null
  pieces: number | null
  withdrawn: number
  merged_into: string | null
  at: string
}

/** The museum's own words: labels of its own values, and aliases. `word_key` is the word folded. */
export interface VocabularyWordTable {
  museum_id: string
  vocabulary: string
  word_key: string
  code: string
  word: string
  at: string
}
