import { type Result, YES } from '@/lib/domain/base/result'
import { FaultList } from '../fault-list'
import { Link } from '../link'
import { Retry } from './retry'

type Props = {
  result: Result
  /** The form signs in itself: there is no other window to do so in. */
  signsIn?: boolean
}

/** What is wrong with what was sent: on top, taking the focus, each fault leading to its question. */
export function Faults({ result, signsIn = false }: Props) {
  if (result.status !== 'fault') return null
  return (
    <div className="mb-6">
      <FaultList message={result.message} faults={result.fields}>
        {result.code === 'unauthenticated' && !signsIn && (
          <p>
            <Link href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer">
              在新窗口登录
            </Link>
          </p>
        )}
        {result.see && (
          <p>
            <Link href={result.see.href}>{result.see.name}</Link>
          </p>
        )}
        {result.told && (
          <>
            <input type="hidden" name="told" value={result.told} />
            <p>{YES}</p>
          </>
        )}
      </FaultList>
      {result.arrived && <Retry arrived={result.arrived} verb={result.values.verb} />}
    </div>
  )
}
