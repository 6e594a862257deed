import type { ReactNode } from 'react'

/** A place where nothing stands yet: says what will, and how to begin; `action` begins. */
export function Empty({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <div className="px-4 py-12 text-center text-second">
      <p>{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
