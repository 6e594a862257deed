import 'server-only'
import { Fault } from '@/lib/domain/base/fault'
import { type Action, can, type Subject, type Viewer } from '@/lib/domain/people/policy'

/** Throws 403 with the policy's reason unless the viewer may do this. */
export function authorize(viewer: Viewer, action: Action, subject?: Subject): void {
  const verdict = can(viewer, action, subject)
  if (!verdict.allowed) throw new Fault('forbidden', verdict.reason)
}
