import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { memory } from '@/lib/domain/base/memory'

/** Where Chromium, Chrome and Edge install themselves; Edge is on every Windows. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].map((path) =>
      join(process.env[variable] ?? 'C:\\Program Files', path),
    ),
  ),
}

const HERE = 'here'
const found = memory<string>('place of the browser', { most: 1 })

/** The browser that makes PDF files: CHROMIUM_PATH, or one in a usual place; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  // A browser that is there stays; one that was missing may have been installed since.
  const known = found.get(HERE)
  if (known) return known
  const place = (USUAL_PLACES[process.platform] ?? []).find((path) => existsSync(path))
  return place ? found.set(HERE, place) : null
}
