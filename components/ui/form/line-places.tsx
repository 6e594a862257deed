import type { Result } from '@/lib/domain/base/result'

/** Where the faults of single lines of a file lead to: it stands over the question that one mends next. */
export function LinePlaces({ result }: { result: Result }) {
  if (result.status !== 'fault') return null
  return Object.keys(result.fields)
    .filter((field) => field.startsWith('file-'))
    .map((field) => <span key={field} id={`field-${field}`} />)
}
