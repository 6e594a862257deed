import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { APIRequestContext, APIResponse } from '@playwright/test'

/** A file of the build, parsed. */
export function built(file: string) {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../.next/server', file), 'utf8'))
}

/** Every server action of the build: its id and exported name. */
export function serverActions(): { id: string; name: string }[] {
  return Object.entries<{ exportedName: string }>(built('server-reference-manifest.json').node).map(([id, entry]) => ({
    id,
    name: entry.exportedName,
  }))
}

/** A key as the form of a page hands it out: it says for whom the form was drawn. */
export async function keyAt(request: APIRequestContext, path: string): Promise<string> {
  const page = await (await request.get(path)).text()
  return [...page.matchAll(/name="key" value="([^"]+)"/g)].at(-1)?.[1] ?? ''
}

/** Posts to a server action as React does: the reply encoding of (previous result, form). */
export function post(
  request: APIRequestContext,
  name: string,
  form: Record<string, string>,
  origin: string | undefined,
): Promise<APIResponse> {
  const body = new FormData()
  for (const [field, value] of Object.entries(form)) body.append(`_1_${field}`, value)
  body.append('0', '[{"status":"idle"},"$K1"]') // last: React reads the form when it meets the reference to it
  const id = serverActions().find((action) => action.name === name)?.id ?? ''
  // Any page carries any action; this one takes a whole notice and is open to strangers.
  return request.post('/verify', {
    headers: { 'next-action': id, accept: 'text/x-component', ...(origin ? { origin } : {}) },
    multipart: body,
  })
}
