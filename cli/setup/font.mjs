import { run } from './run.mjs'

// Two characters look alike only where both are the box of a missing one. Nothing is asked of fontconfig: it need not be
// there, and a browser may have its fonts from elsewhere.
const PAGE = `data:text/html;charset=utf-8,<script>
  const drawn = (character) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 40
    const pen = canvas.getContext('2d')
    pen.font = '32px serif'
    pen.fillText(character, 2, 34)
    return canvas.toDataURL()
  }
  document.title = drawn('国') === drawn('永') ? 'boxes' : 'characters'
</script>`

/**
 * Whether a Chromium finds a font with Chinese characters. One that does not answer is given the benefit of the doubt.
 * @param {string} path of the Chromium @param {NodeJS.ProcessEnv} [env]
 */
export async function writesChinese(path, env = process.env) {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', PAGE]
  const options = { env, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000, killSignal: 'SIGKILL' }
  const { stdout } = await run(path, args, /** @type {import('node:child_process').SpawnOptions} */ (options))
  return !stdout.includes('<title>boxes</title>')
}
