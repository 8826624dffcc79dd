import { decodeFor } from './files/decodeWork.ts'
import type { FromDecoder, ToDecoder } from '../shared/media/decoding.ts'

// The entry of the process that decodes pictures: strangers' files are opened here and nowhere else. It ends with whoever
// started it, and by itself when a picture wants more memory than it may have.
const [most] = process.argv.slice(2).map(Number)
// Electron's utility processes have a port, Node's forked ones a channel
const { parentPort: port } = process as Partial<Pick<NodeJS.Process, 'parentPort'>>
const say = (message: FromDecoder): void => {
  if (port) port.postMessage(message)
  else process.send?.(message)
}
// an answer that cannot be given would leave its picture waiting: whoever started this process notices its end
process.on('unhandledRejection', () => process.exit(1))
const hear = decodeFor(say, { memory: most !== undefined && most > 0 ? most : undefined })
if (port) port.on('message', ({ data }) => hear(data as ToDecoder))
else process.on('message', (message) => hear(message as ToDecoder)).on('disconnect', () => process.exit(0))
