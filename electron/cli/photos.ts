import { basename, resolve } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { photosResult, renewResult } from '../../shared/media/contract.ts'
import { allow, text, UsageError, type CommandLine } from './args.ts'
import type { Headless } from './headless.ts'

/** `photos DIR [--dry-run] [--small REASON]`: takes in a folder of photos whose names begin with the number of their object. */
export async function takePhotos(line: CommandLine, museum: Headless): Promise<object> {
  allow(line, ['dry-run', 'small'], 2)
  const [, given] = line.words
  if (given === undefined) throw new UsageError('photos DIR [--dry-run] [--small REASON]')
  const rehearse = line.options['dry-run'] === true
  const smallReason = text(line, 'small')
  const folder = resolve(given)
  if (basename(folder) === '') throw new Fault('file.noFolder', { file: given })
  return museum.finished(
    await museum.start('media.photos', { from: { folder }, rehearse, smallReason }),
    photosResult
  )
}

/** `thumbs`: makes the small pictures anew that are missing. */
export async function renewThumbs(line: CommandLine, { client, finished }: Headless): Promise<object> {
  allow(line, [])
  return finished(await client.media.renew({}), renewResult)
}
