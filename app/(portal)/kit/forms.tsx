import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { FileInput } from '@/components/ui/file-input'
import { FilterRow } from '@/components/ui/filter-row'
import { Input } from '@/components/ui/input'
import { Measure } from '@/components/ui/measure'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { Piece, Row, Shown } from './shown'

const UNITS = [
  { value: '', name: '全部' },
  {
    label: '区级部门',
    options: [
      { value: 'czj', name: '区财政局' },
      { value: 'fgj', name: '区发展和改革局' },
    ],
  },
  { label: '镇、街道', options: [{ value: 'lz', name: '老君镇' }] },
]
const KINDS = ['采编上报', '区级采用·信息', '区级采用·简讯', '市级采用·信息', '市级采用·简讯', '省级采用']

/** Questions in every state. */
export function Forms() {
  return (
    <>
      <Piece name="Input 单行">
        <Fields columns={2}>
          <Input name="rest" label="标题" defaultValue="雁江区推进秋粮收购" after={<Measure length={9} max={100} />} />
          <Input name="hover" label="标题（移上）" data-look="hover" after={<Measure length={0} max={100} />} />
          <Input name="focus" label="标题（焦点）" data-look="focus-visible" />
          <Input name="help" label="撰稿人" help="撰写本信息的同志。" placeholder="可不填" />
          <Input name="fault" label="事件日期" type="date" fault="事件日期不能晚于今天。" defaultValue="2026-12-31" />
          <Input name="both" label="联系电话" help="便于编辑核实情况。" fault="请填写联系电话，例如 028-26920000。" />
          <Input name="read" label="编号（只读）" readOnly defaultValue="2026Q4-0007" />
          <Input name="off" label="期号（不可用）" disabled help="发刊后由系统编排。" defaultValue="第 12 期" />
        </Fields>
        <Row>
          <Input name="short" label="顺序" number width="short" defaultValue="12" type="number" />
          <Input name="medium" label="采用日期" type="date" width="medium" defaultValue="2026-10-12" />
          <Input name="small" label="小号" small width="medium" />
          <Shown as="无标签，自报名称">
            <Input name="bare" aria-label="区级部门 信息 分值" small number width="short" defaultValue="6" />
          </Shown>
          <Shown as="无标签，有误">
            <Input
              name="bare-fault"
              aria-label="镇、街道 信息 分值"
              small
              number
              width="short"
              fault="不是数"
              defaultValue="六"
            />
          </Shown>
        </Row>
      </Piece>
      <Piece name="TextArea 多行">
        <Fields columns={2}>
          <TextArea
            name="area"
            label="正文"
            help="按段书写，一段一行。"
            after={<Measure length={2013} max={2000} />}
            rows={4}
          />
          <TextArea name="area-fault" label="退回原因" fault="请写明退回原因。" rows={4} />
        </Fields>
      </Piece>
      <Piece name="Select 选择">
        <Fields columns={2}>
          <Select name="unit" label="单位" options={UNITS} defaultValue="fgj" />
          <Select name="unit-fault" label="单位" options={UNITS} fault="请选择单位。" />
          <Select name="unit-off" label="单位（不可用）" options={UNITS} disabled help="发出后不能更改。" />
          <Select name="unit-small" label="单位（小号）" options={UNITS} small />
        </Fields>
      </Piece>
      <Piece name="Choices 选项">
        <Fields columns={2}>
          <Choices name="type" label="信息类型">
            {['工作动态', '经验做法', '问题建议', '社情民意'].map((name, n) => (
              <Choice key={name} type="radio" name="type" value={name} label={name} defaultChecked={n === 0} />
            ))}
          </Choices>
          <Choices name="type2" label="信息类型" fault="请选择信息类型。">
            {['工作动态', '经验做法', '问题建议', '社情民意'].map((name) => (
              <Choice key={name} type="radio" name="type2" value={name} label={name} />
            ))}
          </Choices>
          <Choices name="kinds" label="采用类别" help="可选多项。" columns="two">
            {KINDS.map((name) => (
              <Choice key={name} type="checkbox" name={name} label={name} />
            ))}
          </Choices>
          <Choices name="picks" label="近 60 天收到的信息" columns="one">
            <Choice
              type="checkbox"
              name="p1"
              label="老君镇三项举措推进撂荒地整治"
              help="老君镇，10月9日 16:20"
              defaultChecked
            />
            <Choice
              type="checkbox"
              name="p2"
              label="区财政局加快直达资金支付进度"
              blocked="已定为未采用，恢复后才能编入。"
            />
          </Choices>
          <Choice
            type="checkbox"
            name="unclassified"
            label="我确认：本信息不涉及国家秘密、工作秘密"
            fault="请先确认。"
          />
          <Choice type="checkbox" name="focused" label="停用（不再供选用）" data-look="focus-visible" />
        </Fields>
      </Piece>
      <Piece name="FileInput 文件">
        <Fields columns={2}>
          <FileInput
            name="files"
            label="附件（可不填）"
            help="每个不超过 20 MB。"
            multiple
            chosen={[{ name: '关于秋粮收购工作的情况汇报（修改稿）.docx', size: '1.2 MB' }]}
          />
          <FileInput name="files-fault" label="清单" fault="请选择电子表格文件（xlsx 或 csv）。" />
        </Fields>
      </Piece>
      <Piece name="FilterRow 筛选">
        <FilterRow action="/kit">
          <Input
            name="f-text"
            label="标题、正文、撰稿人、单位、附件"
            type="search"
            small
            placeholder="可用“原句”、单位首字母"
          />
          <Select name="f-unit" label="单位" small options={UNITS} />
          <Select name="f-state" label="状态" small options={[{ value: '', name: '已接收' }]} />
          <Select name="f-quarter" label="季度" small options={[{ value: '', name: '2020年三季度' }]} />
          <Input name="f-from" label="报送日期从" type="date" small />
          <Input name="f-to" label="报送日期到" type="date" small />
        </FilterRow>
      </Piece>
      <Piece name="Actions 操作">
        <Actions>
          <Button kind="primary">增加原因</Button>
          <Button>取消</Button>
        </Actions>
        <Actions says="勾选的各条依次排在已有内容之后。">
          <Button kind="primary">编入本期</Button>
        </Actions>
        <Actions stay="column" says="已保存 14:05，第 2 版">
          <Button kind="primary">保存</Button>
        </Actions>
      </Piece>
    </>
  )
}
