import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { FileInput } from '@/components/ui/file-input'
import { List } from '@/components/ui/list'
import { ATTACHMENT_ACCEPT, ATTACHMENTS_HELP, type Attachment, sizeInWords } from '@/lib/domain/attachments/attachment'
import { removeField } from '@/lib/domain/attachments/removal'
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
        <Choices name="attached" label="已附的文件" columns="one">
          <List>
            {attached.map((one) => (
              <li key={one.id}>
                <div className="flex flex-wrap items-center gap-x-4">
                  <AttachmentLink itemId={itemId} attachment={one} />
                  <Choice
                    type="checkbox"
                    name={removeField(one.id)}
                    value="yes"
                    defaultChecked={removed.includes(one.id)}
                    aria-label={`移除${one.name}`}
                    label="移除"
                  />
                </div>
                <AttachmentWarning attachment={one} />
              </li>
            ))}
          </List>
        </Choices>
      )}
      <FileInput
        name="attachments"
        label="附件（可不填）"
        help={
          <>
            {`${ATTACHMENTS_HELP}存草稿或报送后，附件才保留。图片和扫描件的内容无法自动检查，请自行确认不涉密。`}
            {again && <p>选择过附件的，请重新选择。</p>}
          </>
        }
        fault={fault}
        multiple
        accept={ATTACHMENT_ACCEPT}
        chosen={chosen.map(({ name, size }) => ({ name, size: sizeInWords(size) }))}
      />
    </>
  )
}
