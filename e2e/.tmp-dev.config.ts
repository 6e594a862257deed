import base from './playwright.config'
export default { ...base, testDir: '.', webServer: undefined, use: { ...base.use, baseURL: 'http://localhost:3311', trace: 'off' as const }, outputDir: '/tmp/rank-results', timeout: 400_000 }
