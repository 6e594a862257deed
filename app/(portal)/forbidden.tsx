import { Refusal } from '@/components/ui/shell/refusal'

export default function Forbidden() {
  return <Refusal />
}
