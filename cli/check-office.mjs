import { ensureInstalled } from './setup/install.mjs'
import { main, run, runNode, SetupError, say, toStderr } from './setup/run.mjs'

/** `npm run check:office`: the .docx of the notice opened in LibreOffice, its pages held against ours. */
await main(async () => {
  await ensureInstalled()
  const soffice = await ensureWriter()
  const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', 'cli/office/check.ts', soffice])
  return code
})

/** The command of LibreOffice; Writer is installed when it is missing and may be. */
async function ensureWriter() {
  if (await works()) return 'soffice'
  const isRoot = process.getuid?.() === 0
  if (isRoot && (await run('apt-get', ['--version'], { stdio: 'ignore' })).code === 0) {
    say('没有找到 LibreOffice，正在用 apt-get 安装 Writer……')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env, stdio: toStderr })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-writer', 'fonts-noto-cjk'], {
      env,
      stdio: toStderr,
    })
    if (await works()) return 'soffice'
  }
  throw new SetupError(
    '没有 LibreOffice，也未能自动安装，Word 文档的版面没有核对。请安装 LibreOffice Writer（Debian：apt-get install -y libreoffice-writer fonts-noto-cjk）后再试。',
  )
}

async function works() {
  return (await run('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000, killSignal: 'SIGKILL' })).code === 0
}
