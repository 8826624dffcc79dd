import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { EVERYONE } from '../contract/roles.ts'

export const FILE_PURPOSES = [
  'table',
  'museumFolder',
  'newMuseumFolder',
  'saveWorkbook',
  'saveExchange',
  'savePdf',
  'exportFolder',
  'wholeFolder',
  'picture',
  'pictureFolder',
  'attachment',
  'saveAttachment',
  'saveFolder',
] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

/** A file or folder the user chose: a token for one purpose that dies with the window, and what may be shown of it. */
export const chosenFile = z.object({ token: z.string(), name: z.string(), size: z.int().nullable() })
export type ChosenFile = z.output<typeof chosenFile>
/** A dropped one, and what it was taken for. */
export const droppedFile = chosenFile.extend({ purpose: z.enum(['table', 'picture', 'attachment']) })

/** Files taken from one dialog; the rest is counted in `left`. */
export const MOST_CHOSEN = 500

/** What the main process itself answers: dialogs, the window, the outside world. It knows no records. */
export const shell = {
  /** The system's file dialog; null when the user closed it without choosing. */
  choose: command(
    EVERYONE,
    z.strictObject({ purpose: z.enum(FILE_PURPOSES), suggested: z.string().max(200).optional() }),
    z.object({ file: chosenFile.nullable() })
  ),
  /** The same for many files at once; none where the user closed it. At most `MOST_CHOSEN` of them. */
  chooseMany: command(
    EVERYONE,
    z.strictObject({ purpose: z.enum(['picture', 'attachment']) }),
    z.object({ files: z.array(chosenFile), left: z.int() })
  ),
  /** Opens the folder that holds a file just saved (by its token) in the file manager. */
  reveal: command(EVERYONE, z.strictObject({ token: z.string().max(200) }), z.object({})),
  /** A place for a PDF that is only to be printed: gone when the program ends. */
  spool: command(EVERYONE, z.strictObject({ name: z.string().max(200) }), z.object({ file: chosenFile })),
  /** Opens a PDF just written (by its token) in the system's program for it: from there it is printed. */
  openPdf: command(EVERYONE, z.strictObject({ token: z.string().max(200) }), z.object({})),
  /**
   * Opens a kept file (by its hash, under its name) with the system's program for it, after the user has agreed; what
   * could run as a program is refused. Faults: attachment.notOpened, .noProgram, file.missing, file.damaged.
   */
  openAttachment: command(
    EVERYONE,
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(300) }),
    z.object({ opened: z.boolean() })
  ),
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
