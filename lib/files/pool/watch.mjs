import { workerData } from 'node:worker_threads'

/** Beside the one thread that works: ends the process once it holds too much, or is left alone while it works. */
const EVERY_MS = 50

setInterval(() => {
  if (process.memoryUsage.rss() > workerData.most || process.ppid !== workerData.parent)
    process.kill(process.pid, 'SIGKILL')
}, EVERY_MS)
