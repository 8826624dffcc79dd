// node one-job.ts FOLDER KIND INPUT: does one job in the museum of a folder and tells its progress on stdout, until killed
import { inlineJobs } from '../../electron/jobs/inline.ts'
import { jobs } from '../../electron/jobs/index.ts'
import { aloneBy, turns } from '../../electron/services/alone.ts'
import { now, today } from '../../electron/services/clock.ts'
import { House } from '../../electron/services/house.ts'
import { mintId } from '../../electron/services/ids.ts'

const [folder = '', kind = '', input = '{}'] = process.argv.slice(2)
const house = new House({ home: `${folder}-home`, nativeBinding: undefined, now: () => now() })
await house.open(folder)
const starter = inlineJobs(jobs, () => ({
  person: '登记员',
  roles: [],
  house,
  museum: () => house.museum(),
  now: () => now(),
  today: () => today(),
  mintId,
  decode: () => Promise.reject(new Error('no pictures here')),
  files: { path: (token) => token, give: (path) => ({ token: path, name: path, size: null }) },
  alone: aloneBy(turns()),
  tell: (event) => {
    if (event.kind === 'job') process.stdout.write(`${event.job.stage ?? '-'} ${event.job.done}\n`)
  },
}))
await starter.start(kind, JSON.parse(input))
await starter.settled()
await house.close()
