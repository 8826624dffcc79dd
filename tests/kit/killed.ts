import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Begins a job on the closed museum of a folder, in a process of its own, and kills it once it has written a thousand rows. */
export async function killedWhileWriting(folder: string, kind: string, input: object): Promise<void> {
  const args = [join(import.meta.dirname, 'one-job.ts'), folder, kind, JSON.stringify(input)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error(`ended by itself: ${said}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const far = [...said.matchAll(/writing (\d+)/g)].some(([, done]) => Number(done) >= 1000)
      if (far && child.kill('SIGKILL')) child.removeAllListeners('exit').once('exit', () => resolve())
    })
  })
}
