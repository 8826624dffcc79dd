import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { EVERYONE } from '../contract/roles.ts'

export const FILE_PURPOSES = [
  'table',
  'museumFolder',
  'newMuseumFolder',
  'saveWorkbook',
  'saveExchange',
] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

/** A file or folder the user chose: a token for one purpose that dies with the window, and what may be shown of it. */
export const chosenFile = z.object({ token: z.string(), name: z.string(), size: z.int().nullable() })
export type ChosenFile = z.output<typeof chosenFile>

/** What the main process itself answers: dialogs, the window, the outside world. It knows no records. */
export const shell = {
  /** The system's file dialog; null when the user closed it without choosing. */
  choose: command(
    EVERYONE,
    z.strictObject({ purpose: z.enum(FILE_PURPOSES), suggested: z.string().max(200).optional() }),
    z.object({ file: chosenFile.nullable() })
  ),
  /** Opens the folder that holds a file just saved (by its token) in the file manager. */
  reveal: command(EVERYONE, z.strictObject({ token: z.string().max(200) }), z.object({})),
  /** An https or mailto link, after the user has seen its host and agreed. */
  openLink: command(
    EVERYONE,
    z.strictObject({ url: z.string().max(2000) }),
    z.object({ opened: z.boolean() })
  ),
  about: query(
    EVERYONE,
    z.strictObject({}),
    z.object({
      version: z.string(),
      electron: z.string(),
      demo: z.boolean(),
      language: z.string(),
      /** The museum this start is about to open, where it is known from last time. */
      expected: z.object({ id: z.string(), name: z.string() }).nullable(),
    })
  ),
} as const
