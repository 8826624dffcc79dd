import type { Reply } from '../../shared/contract/define.ts'
import type { MuseumEvent } from '../../shared/shell/events.ts'
import type { FromDecoder, ToDecoder } from '../../shared/media/decoding.ts'
import type { FilePurpose } from '../../shared/shell/contract.ts'
import type { PressSheet } from '../../shared/paper/press.ts'

/** What main and the host say to each other. The page sees none of it. */
export type ToHost =
  | { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly input: unknown }
  /** The user chose a file: whoever shows the token may use the path for the purpose. */
  | { readonly kind: 'grant'; readonly token: string; readonly purpose: FilePurpose; readonly path: string }
  /** The window has closed: its tokens are worth nothing. */
  | { readonly kind: 'forgetGrants' }
  /** What became of a sheet: the PDF, or null where the press failed. */
  | { readonly kind: 'pressed'; readonly id: number; readonly pdf: Uint8Array | null }
  /** A decoding process has answered, or is gone. */
  | { readonly kind: 'fromDecoder'; readonly id: number; readonly message: FromDecoder }
  | { readonly kind: 'decoderEnded'; readonly id: number }
  /** Close the museum neatly and end. */
  | { readonly kind: 'stop' }

export type FromHost =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'event'; readonly event: MuseumEvent }
  /** A sheet to be printed: main has the windows. */
  | { readonly kind: 'press'; readonly id: number; readonly sheet: PressSheet }
  /** Where the open museum keeps its pictures; null when none is open. */
  | { readonly kind: 'mediaFolder'; readonly folder: string | null }
  /** Only main may start processes: it keeps those that decode pictures. */
  | { readonly kind: 'startDecoder' | 'endDecoder'; readonly id: number }
  | { readonly kind: 'toDecoder'; readonly id: number; readonly message: ToDecoder }

/** How main starts the host: one JSON argument. */
export interface HostOrders {
  /** The program's own folder: native parts are found from here. */
  readonly root: string
  /** Where the program keeps its own things (recent museums, the sample, the log). */
  readonly home: string
  readonly begin: Beginning
}

/** Which museum to open first. */
export type Beginning =
  { readonly kind: 'last' } | { readonly kind: 'sample' } | { readonly kind: 'folder'; readonly path: string }
