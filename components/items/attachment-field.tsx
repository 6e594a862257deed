import { Field } from '@/components/ui/field'
import { ATTACHMENT_ACCEPT, ATTACHMENTS_HELP, type Attachment, sizeInWords } from '@/lib/domain/attachments/attachment'
import { removeField } from '@/lib/schemas/items'
import { AttachmentLink, AttachmentWarning } from './attachment-list'

/** A file as it was chosen. */
export type ChosenFile = { name: string; size: number }

type Props = {
  itemId: string
  attached: readonly Attachment[]
  chosen: readonly ChosenFile[]
  /** Ids whose box is ticked when the form is drawn. */
  removed: readonly string[]
  /** The form came back without scripts: a browser never puts chosen files back. */
  again: boolean
  fault: string | undefined
}

/** 附件: what is attached, with a box that takes each out, and the choice of more. Sizes show once scripts run. */
export function AttachmentField({ itemId, attached, chosen, removed, again, fault }: Props) {
  return (
    <>
      {attached.length > 0 && (
        <fieldset className="field attachments">
          <legend>已附的文件</legend>
          <ul>
            {attached.map((one) => (
              <li key={one.id}>
                <AttachmentLink itemId={itemId} attachment={one} />
                <label className="choice">
                  <input
                    type="checkbox"
                    name={removeField(one.id)}
                    value="yes"
                    defaultChecked={removed.includes(one.id)}
                    aria-label={`移除${one.name}`}
                  />
                  移除
                </label>
                <AttachmentWarning warnings={one.warnings} />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <Field
        name="attachments"
        label="附件（可不填）"
        help={`${ATTACHMENTS_HELP}存草稿或报送后，附件才保留。`}
        fault={fault}
      >
        {(control) => (
          <>
            {again && <p className="field-help">选择过附件的，请重新选择。</p>}
            <input {...control} name="attachments" type="file" multiple accept={ATTACHMENT_ACCEPT} className="input" />
            {chosen.length > 0 && (
              <ul className="attachments-chosen" aria-label="已选择，尚未保存">
                {chosen.map(({ name, size }) => (
                  <li key={`${name}-${size}`}>
                    {name} <small>{sizeInWords(size)}，尚未保存</small>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Field>
    </>
  )
}
