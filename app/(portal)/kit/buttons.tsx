'use client'
import { useState } from 'react'
import { Actions } from '@/components/ui/actions'
import { Button, type ButtonKind } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FaultList } from '@/components/ui/fault-list'
import { Fields } from '@/components/ui/fields'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { TextArea } from '@/components/ui/text-area'
import { Piece, Row, Shown } from './shown'

const KINDS: Record<ButtonKind, string> = { primary: '提交审签', plain: '存草稿', warning: '退回修改', quiet: '恢复' }

/** Every kind of button in every state. */
export function Buttons() {
  return (
    <Piece name="Button 按钮">
      {(Object.keys(KINDS) as ButtonKind[]).flatMap((kind) =>
        [false, true].map((small) => (
          <Row key={`${kind}-${small}`}>
            <Shown as={small ? `${kind} 小` : kind}>
              <Button kind={kind} small={small}>
                {KINDS[kind]}
              </Button>
            </Shown>
            <Shown as="移上">
              <Button kind={kind} small={small} data-look="hover">
                {KINDS[kind]}
              </Button>
            </Shown>
            <Shown as="焦点">
              <Button kind={kind} small={small} data-look="focus-visible">
                {KINDS[kind]}
              </Button>
            </Shown>
            <Shown as="按下">
              <Button kind={kind} small={small} data-look="hover active">
                {KINDS[kind]}
              </Button>
            </Shown>
            <Shown as="进行中">
              <Button kind={kind} small={small} working>
                {KINDS[kind]}
              </Button>
            </Shown>
            <Shown as="不可用，注明原因">
              <Button kind={kind} small={small} blocked="本季度通报已印发。">
                {KINDS[kind]}
              </Button>
            </Shown>
          </Row>
        )),
      )}
    </Piece>
  )
}

/** A window above the page. */
export function Dialogs() {
  const [open, setOpen] = useState(false)
  return (
    <Piece name="Dialog 窗口">
      <Row>
        <Button onClick={() => setOpen(true)}>打开窗口</Button>
        <span>
          <Kbd>B</Kbd>退回　<Kbd>X</Kbd>未采用　<Kbd>Esc</Kbd>关闭
        </span>
      </Row>
      {open && (
        <Dialog title="退回" about="雁江区多措并举推进秋粮收购工作" onClose={() => setOpen(false)}>
          <TextArea
            name="sample-reason"
            label="退回原因"
            help="报送单位会看到这段话；重新报送之前不计入报送条数。"
            autoFocus
          />
          <Actions className="mt-4">
            <Button kind="warning" onClick={() => setOpen(false)}>
              退回
            </Button>
            <Button onClick={() => setOpen(false)}>取消</Button>
          </Actions>
        </Dialog>
      )}
    </Piece>
  )
}

/** Uncontrolled as in a form of react-hook-form, drawn anew at every key that is pressed beside it. */
function Redrawn() {
  const [times, setTimes] = useState('')
  return (
    <Fields columns={2}>
      <Select name="level" label="级别（随时重画）" options={LEVELS.map((name) => ({ value: name, name }))} />
      <Input name="times" label="重画次数" value={times} onChange={(event) => setTimes(event.target.value)} />
    </Fields>
  )
}

const LEVELS = ['区级', '市级', '省级']

/** The bar that stays, at the foot of a sheet higher than a phone. */
export function Bar() {
  return (
    <Sheet width="form" className="mt-6">
      <h2>Actions 常驻底栏</h2>
      <div className="my-4">
        <Fields>
          <Redrawn />
          <TextArea name="sample-body" label="正文" rows={24} />
          <Input name="above-the-bar" label="签发人（底栏上方）" />
          <TextArea name="below" label="备注" rows={12} />
        </Fields>
      </div>
      <Actions stay says="已保存 14:05">
        <Button>存草稿</Button>
        <Button kind="primary">提交审签</Button>
      </Actions>
    </Sheet>
  )
}

const FAULTS = { rest: '请填写标题。', fault: '事件日期不能晚于今天。' }

/** Takes the focus as soon as it stands there, so it comes on demand. */
export function FaultLists() {
  const [faults, setFaults] = useState<Record<string, string>>()
  return (
    <Piece name="FaultList 错误一览">
      {faults && <FaultList message="没有报送，请改正以下 2 处。填写的内容已保留。" faults={faults} />}
      <Row>
        <Button onClick={() => setFaults({ ...FAULTS })}>报送</Button>
      </Row>
    </Piece>
  )
}
