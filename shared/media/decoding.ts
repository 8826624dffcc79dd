import type { FaultCode } from '../contract/faults.ts'

/** What is asked of the process that decodes pictures: what a file is, with a small one of it. */
export interface DecodeOrder {
  readonly path: string
  /** Pixels: the small one is at most that wide and high. */
  readonly side: number
}

/** What a picture is by its file. Width and height in pixels, as it is to be shown; `small` is a JPEG. */
export interface Decoded {
  readonly width: number
  readonly height: number
  readonly taken: string | null
  readonly photographer: string | null
  readonly small: Uint8Array
}

export type ToDecoder = { readonly ticket: number; readonly order: DecodeOrder }
export type FromDecoder =
  | { readonly ticket: number; readonly decoded: Decoded }
  | { readonly ticket: number; readonly refused: FaultCode }

/** A decoder that has been started, in a process of its own; `ended` is heard once, however it ends. */
export interface DecoderEnd {
  send(message: ToDecoder): void
  kill(): void
  hear(listener: (message: FromDecoder) => void): void
  ended(listener: () => void): void
}
export type StartDecoder = () => DecoderEnd
