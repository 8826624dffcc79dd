import { parentPort, workerData } from 'node:worker_threads'
import { jobs } from './jobs/index.ts'
import type { JobOrders } from './jobs/thread.ts'
import { workInThread } from './jobs/threadWork.ts'

// The entry of a job's thread: one job, then the end.
if (parentPort) void workInThread(parentPort, workerData as JobOrders, jobs)
