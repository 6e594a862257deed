'use client'
import { type DeskKey, KEY_NAMES } from '@/lib/domain/desk/keys'
import { ReaderDialog } from './dialog'

type Props = { keys: readonly DeskKey[]; on: boolean; onChoose: (on: boolean) => void; onClose: () => void }

/** The list of the keys, and the switch for those of one character. */
export function KeysDialog({ keys, on, onChoose, onClose }: Props) {
  return (
    <ReaderDialog title="按键" onClose={onClose}>
      <dl className="desk-keys">
        {keys.map(({ key, other, words }) => (
          <div key={key}>
            <dt>
              <kbd>{KEY_NAMES[key] ?? key}</kbd>
              {other && <kbd>{KEY_NAMES[other] ?? other}</kbd>}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="field-help">填写文字时，以及按住 Ctrl、Alt 时，这些按键都不起作用。</p>
      <label className="desk-switch">
        <input type="checkbox" checked={on} onChange={(event) => onChoose(event.target.checked)} />
        启用单个字符的按键（本机记住）
      </label>
      <p>
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </p>
    </ReaderDialog>
  )
}
