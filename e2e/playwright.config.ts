import { defineConfig, devices } from '@playwright/test'
import { findChromium } from '../lib/files/notices/browser'

const port = Number(process.env.E2E_PORT ?? 3210)

/** Two servers, each with a database of its own; these journeys share the first, all others the second. */
const FIRST = [
  'attachments',
  'desk',
  'desk-many',
  'doors',
  'forms',
  'kept',
  'kit',
  'main-job',
  'publications',
  'roles',
  'texts',
]
const first = FIRST.map((name) => `${name}.spec.ts`)

/** People's journeys in a real browser, against the built product on two sample databases. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // On a database one story after another, by name: journeys change what the ranking says.
  projects: [
    { name: 'first', testMatch: first, workers: 1, use: { baseURL: `http://localhost:${port}` } },
    {
      name: 'second',
      testMatch: '*.spec.ts',
      testIgnore: first,
      workers: 1,
      use: { baseURL: `http://localhost:${port + 1}` },
    },
  ],
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // A busy machine is waited for.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // Recording a trace costs every journey; `--trace on` records one that failed.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node e2e/server.mjs ${port} ${port + 1}`,
    cwd: '..',
    url: `http://127.0.0.1:${port + 1}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
