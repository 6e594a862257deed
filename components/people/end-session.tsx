import { Button } from '@/components/ui/button'

/** Ends one session out of a table of them: the form's only button with this session's id. `whose` is read to the blind. */
export function EndSession({ id, whose }: { id: string; whose: string }) {
  return (
    <Button type="submit" kind="quiet" small name="id" value={id} aria-label={`结束：${whose}的登录`}>
      结束
    </Button>
  )
}
