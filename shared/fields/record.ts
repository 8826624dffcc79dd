import { z } from 'zod'

/**
 * Fields that a museum has added to the record itself. They are named by ids of their own (`own.` and 32 hexadecimal
 * digits), stand among the values of a record under them, and go the same ways as the fields of the national table.
 */
export type OwnId = `own.${string}`

const OWN_ID = /^own\.[0-9a-f]{32}$/
export const isOwnId = (key: string): key is OwnId => OWN_ID.test(key)
export const ownId = z.string().regex(OWN_ID) as unknown as z.ZodType<OwnId, OwnId>

/** Added fields of one museum, those put aside among them. */
export const MOST_FIELDS = 40
export const MOST_CODES = 500
export const MOST_TEXT = 2000
export const MOST_LONG_TEXT = 32_767
export const MOST_NUMBER = 1e12

export const OWN_KINDS = ['text', 'longText', 'integer', 'decimal', 'day', 'code'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

const short = (most: number) => z.string().trim().max(most)

/** A value of a field's own code list. What is no longer in force (废止) stays understood and is offered no more. */
export const ownCode = z.strictObject({
  label: short(200).min(1),
  aliases: z.array(short(200).min(1)).max(50),
  retired: z.boolean(),
})
export type OwnCode = z.output<typeof ownCode>

const limit = z.number().min(-MOST_NUMBER).max(MOST_NUMBER).nullable()

/** What a museum says of a field of its own. */
export const ownDefinition = z.strictObject({
  name: short(60).min(1),
  english: short(60).nullable(),
  kind: z.enum(OWN_KINDS),
  /** Of numbers: the unit they are told in, and what they lie between. */
  unit: short(20).nullable(),
  min: limit,
  max: limit,
  codes: z.array(ownCode).max(MOST_CODES),
  help: short(500).nullable(),
  /** A record without it is kept and warned about. */
  required: z.boolean(),
  /** The heading it stands under in the form; empty is 自有字段. */
  group: short(40),
})
export type OwnDefinition = z.output<typeof ownDefinition>

export const ownField = ownDefinition.extend({
  id: ownId,
  revision: z.int().min(1),
  /** Hidden; its values stay. */
  retired: z.boolean(),
})
export type OwnField = z.output<typeof ownField>

/** The fields in use, in their order. */
export const inUse = (fields: readonly OwnField[]): readonly OwnField[] =>
  fields.filter(({ retired }) => !retired)

export const isNumber = ({ kind }: Pick<OwnField, 'kind'>): boolean =>
  kind === 'integer' || kind === 'decimal'
