import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { IDLE } from '@/lib/domain/base/result'
import { Choice } from '../choice'
import { TextArea } from '../text-area'
import { KeptForm } from './kept-form'

const router = { back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} }

/** The form as the server draws it, for a browser whose scripts have not loaded. */
function drawn(subject: string | null, reason: string): string {
  return renderToStaticMarkup(
    <AppRouterContext value={router as never}>
      <KeptForm
        userId="u1"
        subject={subject}
        action={async () => IDLE}
        formKey="key-of-this-form"
        schema={async () => z.object({ reason: z.string() })}
        stored={{ reason, sealed: 'yes' }}
      >
        {(form) => (
          <>
            <TextArea {...form.field('reason')} label="原因" />
            <Choice type="checkbox" {...form.choice('sealed')} label="盖章" />
          </>
        )}
      </KeptForm>
    </AppRouterContext>,
  )
}

test('the server draws it with what is stored, with its key, and under the name of its subject', () => {
  const html = drawn('not_used:1', '已有同类信息')
  expect(html).toContain('<form id="form-not_used:1"')
  expect(html).toContain('name="key" value="key-of-this-form"')
  expect(html).toMatch(/<textarea[^>]* name="reason"[^>]*>已有同类信息<\/textarea>/)
  expect(html).toMatch(/<input(?=[^>]* name="sealed")(?=[^>]* value="yes")(?=[^>]* checked="")[^>]*>/)
})

test('where nothing can be written it has no name: several of these stand on one page', () => {
  expect(drawn(null, '')).toMatch(/^<form(?![^>]* id=)/)
})
