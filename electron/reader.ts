import { parentPort, workerData } from 'node:worker_threads'
import { readInThread, type Reading } from './services/imports/reading-work.ts'

// The entry of a reading thread: one table, row by row, until whoever wanted it ends it.
if (parentPort) void readInThread(parentPort, workerData as Reading)
