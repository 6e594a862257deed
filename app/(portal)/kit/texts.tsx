import { Facts } from '@/components/ui/facts'
import { Figure, Figures } from '@/components/ui/figures'
import { List, NumberedList } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { Progress } from '@/components/ui/progress'
import { Reading } from '@/components/ui/reading'
import { Timeline } from '@/components/ui/timeline'
import { Piece, Shown } from './shown'

/** What is said and read. */
export function Texts() {
  return (
    <>
      <Piece name="Note 提示">
        <Note>本机上另存有未提交的内容，是在当前内容之前写的；恢复后将替换下面显示的内容。</Note>
        <Note tone="done">已登记：区级采用·信息，采用日期 10月12日。</Note>
        <Note tone="late">本系统不处理涉密信息。涉及国家秘密、工作秘密的，请改由机要渠道报送。</Note>
        <Note tone="wrong">没有保存：通报已由另一位编辑改动。您写的内容仍在下面，请核对后再保存。</Note>
        <Note tone="late" small>
          出现“机密”字样，请确认不涉密。
        </Note>
      </Piece>
      <Piece name="Progress 进度">
        {BARS.map(([as, share, scale]) => (
          <Shown key={as} as={as}>
            <Progress share={share} scale={scale} line={0.25} />
          </Shown>
        ))}
        <Shown as="按进度应报（墨线）">
          <Progress share={0.78} line={0.89} ink small />
        </Shown>
      </Piece>
      <Piece name="Figures 数字">
        <Figures>
          <Figure name="采编上报" value="1386" unit="条" href="/kit" change="比上季度 +124" />
          <Figure name="区级采用" value="81" unit="条" href="/kit" change="比上季度 −3" />
          <Figure name="市级采用" value="14" unit="条" />
          <Figure name="省级采用" value="2" unit="条" small />
        </Figures>
      </Piece>
      <Piece name="Facts 要素">
        <Facts ruled facts={FACTS} />
        <Facts kind="lines" small facts={FACTS.slice(0, 3)} />
      </Piece>
      <Piece name="Timeline 过程">
        <Timeline
          steps={[
            { key: '1', at: '2026年10月9日 16:20', says: '报送', by: '老君镇 李敏' },
            {
              key: '2',
              at: '2026年10月10日 09:02',
              says: '退回修改：请补充收购进度的数据来源。',
              by: '区政府办公室 王建国',
            },
            { key: '3', at: '2026年10月12日 14:05', says: '再次报送', by: '老君镇 李敏' },
          ]}
        />
      </Piece>
      <Piece name="List 列表">
        <List>
          <li>请核对各单位上报的数据来源。</li>
          <li>第四季度重点报送项目建设进展。</li>
        </List>
        <List kind="points" small>
          <li>还没有确定文号。</li>
          <li>还有一段改写无人确认。</li>
        </List>
        <NumberedList>
          <li>老君镇三项举措推进撂荒地整治</li>
          <li>区财政局加快直达资金支付进度</li>
        </NumberedList>
      </Piece>
      <Piece name="Reading 正文">
        <Reading
          indent
          text={
            '今年以来，雁江区坚持早谋划、早部署、早落实，全力做好秋粮收购各项工作，切实保障种粮农民利益。\n截至9月底，全区共收购秋粮4.2万吨，占年度计划的86%。'
          }
        />
      </Piece>
    </>
  )
}

const BARS: [as: string, share: number, scale: number][] = [
  ['23%，未过 25% 线', 0.23, 1],
  ['61%', 0.61, 1],
  ['0', 0, 1],
  ['275%，横条最长表示 100%，截断', 2.75, 1],
]

const FACTS: [string, string | null][] = [
  ['报送单位', '区发展和改革局（区级部门）'],
  ['报送时间', '2026年10月12日 14:05'],
  ['撰稿人', '李敏'],
  ['联系电话', '028-26920000'],
  ['签发人', null],
  ['编号', '2026Q4-0007'],
]
