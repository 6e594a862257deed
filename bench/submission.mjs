import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { root } from './server.mjs'

/**
 * Submissions through the real server action: each an item and a key of its own, for whom the form was drawn.
 * @param {number} port @param {string} cookie @returns {Promise<() => import('./clients.mjs').Ask>}
 */
export async function submits(port, cookie) {
  const id = actionId('saveOrSubmit')
  const page = await fetch(`http://127.0.0.1:${port}/items/new`, { headers: { cookie } })
  const whose = /name="key" value="[^"_]*(_\w+)"/.exec(await page.text())?.[1]
  if (!whose) throw new Error(`/items/new answered ${page.status} without a form`)
  return () => {
    const boundary = `----${randomUUID()}`
    return {
      method: 'POST',
      path: '/items/new',
      headers: {
        cookie,
        origin: `http://127.0.0.1:${port}`,
        'next-action': id,
        accept: 'text/x-component',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: form(boundary, whose),
      done: (text) => {
        if (!text.includes('"status":"done"')) tell(text)
        return text.includes('"status":"done"')
      },
    }
  }
}

let told = false

/** The first refusal is worth reading. @param {string} text */
function tell(text) {
  if (!told) process.stderr.write(`a submission was refused: ${text.slice(0, 500)}\n`)
  told = true
}

/** @param {string} name */
function actionId(name) {
  const manifest = JSON.parse(readFileSync(resolve(root, '.next/server/server-reference-manifest.json'), 'utf8'))
  const found = Object.entries(manifest.node).find(([, entry]) => entry.exportedName === name)
  if (!found) throw new Error(`no action ${name} in the build`)
  return found[0]
}

/** A form as the browser sends it to a server action: React's reply encoding of (previous, form). @param {string} boundary @param {string} whose */
function form(boundary, whose) {
  const fields = {
    _1_key: randomUUID() + whose,
    _1_id: randomUUID(),
    _1_version: '0',
    _1_verb: 'submit',
    _1_title: `【样例】性能测量：重点项目建设有序推进 ${randomUUID()}`,
    _1_body: '本条为性能测量用样例。\n各项工作有序推进，无实际内容。'.repeat(10),
    _1_type: 'activity',
    _1_eventDay: '2026-01-05',
    _1_author: '样例撰稿人',
    _1_phone: '000-0000000',
    _1_signer: '样例签发人',
    _1_unclassified: 'yes',
  }
  // The reference to the form comes last: React reads the form when it meets it.
  const parts = [...Object.entries(fields), ['0', '[{"status":"idle"},"$K1"]']].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${boundary}--\r\n`
}
