import { z } from 'zod'
import kinds from '../../resources/vocabularies/attachment-kinds.json' with { type: 'json' }

const table = z.object({ values: z.array(z.object({ label: z.string(), aliases: z.array(z.string()) })) })
const listed = table.parse(kinds).values

/** What an attachment is, as data: what the program offers, in this order. */
export const ATTACHMENT_KINDS: readonly string[] = listed.map(({ label }) => label)

/** The kind that the name of a file tells; the last, which is for all others, where it tells none. */
export function kindIn(name: string): string {
  const found = listed.find(({ label, aliases }) => [label, ...aliases].some((word) => name.includes(word)))
  return (found ?? listed.at(-1))?.label ?? ''
}

/**
 * What the system's own programs may open after a question: papers, tables and pictures. Never a program, a script, a
 * shortcut or a document that may carry one; those can only be saved as a copy.
 */
const OPENED = new Set(
  'pdf ofd doc docx wps rtf odt xls xlsx et csv ods ppt pptx dps odp txt jpg jpeg png tif tiff webp'.split(
    ' '
  )
)

/** May a file of that name be handed to the system's program for it? */
export function mayBeOpened(name: string): boolean {
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]
  return ending !== undefined && OPENED.has(ending.toLowerCase())
}

export const attachment = z.object({
  id: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
  name: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  /** Of the paper itself: `2026-03-01`. */
  day: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Earlier versions of it, newest first. */
  older: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.string(), createdBy: z.string() })
  ),
})
export type Attachment = z.output<typeof attachment>
