// @ts-check
// Loaded before a measured program: at its end writes what it took where the bench looks: the most memory it ever held,
// in bytes, and its processor time on all threads, in ms.
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.GUANCANG_BENCH_TAKEN
// a program's threads load this too, and share its memory
if (file && isMainThread)
  process.on('exit', () => writeFileSync(file, JSON.stringify({ peak: peakBytes(), cpu: cpuMs() })))

function peakBytes() {
  // getrusage counts in what the parent held when it made this process; Linux knows it of this program alone
  const own = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(own) ?? []
  return Number(kib ?? process.resourceUsage().maxRSS) * 1024
}

function cpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
