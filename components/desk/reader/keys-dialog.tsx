'use client'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { type DeskKey, KEY_NAMES } from '@/lib/domain/desk/keys'

type Props = { keys: readonly DeskKey[]; on: boolean; onChoose: (on: boolean) => void; onClose: () => void }

/** The list of the keys, and the switch for those of one character. */
export function KeysDialog({ keys, on, onChoose, onClose }: Props) {
  return (
    <Dialog title="按键" onClose={onClose}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 mb-4 text-sm">
        {keys.map(({ key, other, words }) => (
          <div key={key} className="flex gap-3">
            <dt className="flex-none min-w-16">
              <Kbd>{KEY_NAMES[key] ?? key}</Kbd>
              {other && <Kbd>{KEY_NAMES[other] ?? other}</Kbd>}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-second">填写文字时，以及按住 Ctrl、Alt 时，这些按键都不起作用。</p>
      <Choice
        type="checkbox"
        label="启用单个字符的按键（本机记住）"
        checked={on}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <Actions className="mt-2">
        <Button onClick={onClose}>关闭</Button>
      </Actions>
    </Dialog>
  )
}
