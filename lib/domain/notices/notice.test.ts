import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import type { AdoptionRow } from '../figures/ranking-rows'
import { rankingInputs } from '../figures/testing'
import type { Category } from '../office/category'
import { scoresAnything } from '../rules/adoption'
import { FIGURES, type FigureRun, type Notice } from './document'
import { compose } from './notice'
import { noticeText } from './text'

const options = { issuer: '雁江区人民政府办公室', number: null, date: '2020-10-12', portal: '雁信' }
const noticeOf = (input: RankingInput) => compose(rank(input), options)
const paragraphs = ({ blocks }: Notice) => blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))
const hasPoints = ({ annualTarget, points }: AdoptionRow) => annualTarget !== null && points.n > 0
const figuresOf = ({ blocks }: Notice) =>
  blocks.flatMap(({ runs }) => runs.flatMap((run) => ('figure' in run ? [{ ...run.figure, text: run.text }] : [])))

describe('the notice on the third quarter of 2020', () => {
  const notice = noticeOf(golden2020Q3)

  test('reads', () => {
    expect(paragraphs(notice).slice(0, 5)).toMatchInlineSnapshot(`
      [
        "2020年三季度，全区各单位共报送政务信息1386条，为领导掌握情况、研究决策提供了参考。从采用得分占年度任务的比重看，部门中区财政局、区金融工作局、区医保局等居前，镇街中东峰镇、保和镇、迎接镇等居前。采用得分为0的有城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等4个镇街。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。",
        "一、报送情况",
        "三季度共考核57个单位。41个单位（28个部门、13个镇街）完成季度报送任务，16个单位（11个部门、5个镇街）未完成。超额完成的有区统计局、区供销社、区市场监督管理局等24个部门和中和镇、东峰镇、宝台镇等12个镇街。未完成的有城东新区管委会、区工管委、区公共资源交易中心等11个部门和丰裕镇、小院镇、堪嘉镇等5个镇街。报送条数为0的有区国土分局1个单位。",
        "二、采用情况",
        "三季度各单位共报送信息1386条；采编上报65条，区级采用81条，市级采用14条，省级采用2条。采用得分达到年度任务25%（含）以上的有区财政局、区金融工作局、区医保局等23个部门和东峰镇、保和镇、迎接镇等13个镇街。未达到25%的有区发改局、区自然资源规划局、区文广旅局等16个部门和丰裕镇等5个镇街，其中城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等4个镇街得分为0。",
      ]
    `)
  })

  test('is set as a document', () => {
    expect(notice.title).toBe('雁江区人民政府办公室关于2020年三季度全区政务信息报送和采用情况的通报')
    expect([notice.number, notice.signature, notice.date]).toEqual([
      '雁府办发〔2020〕  号',
      options.issuer,
      '2020年10月12日',
    ])
    expect(notice.attachmentList).toEqual(['1. 2020年三季度政务信息报送统计表', '2. 2020年三季度政务信息采用统计表'])
    const numbered = compose(rank(golden2020Q3), {
      ...options,
      number: '雁府办发〔2020〕67号',
      docOnTargets: '雁府办发〔2020〕14号',
    })
    expect(numbered.number).toBe('雁府办发〔2020〕67号')
    expect([notice.sealed, compose(rank(golden2020Q3), { ...options, sealed: false }).sealed]).toEqual([true, false])
    expect(paragraphs(numbered)[0]).toContain('对照雁府办发〔2020〕14号文件确定的年度任务')
  })

  test('has the tables', () => {
    const [submission, adoption] = notice.attachments
    expect(submission?.tables.map(({ title }) => title)).toEqual([
      '2020年三季度区级部门政务信息报送统计表',
      '2020年三季度镇、街道政务信息报送统计表',
    ])
    expect(submission?.tables[0]?.rows[0]?.cells).toEqual(['1', '1', '区统计局', '18', '63', '5.00', '350.00%'])
    expect(submission?.tables[0]?.rows[38]?.cells).toEqual(['39', '39', '区国土分局', '12', '0', '0.00', '0.00%'])
    expect(adoption?.tables[0]?.head.join(' ')).toBe(
      '序号 名次 单位 年度任务 采编上报 区级信息 区级简讯 市级信息 市级简讯 省级 总分 占比',
    )
    expect(adoption?.tables[0]?.rows[0]?.cells.join(' ')).toBe('1 1 区财政局 24 5 3 1 0 0 1 66 275%')
    expect(adoption?.tables[1]?.legend).toContain('区级采用信息计 8 分/条、简讯计 5 分/条')
  })

  test('is written out as text', () => {
    const text = noticeText(notice)
    expect(text.startsWith(`雁江区人民政府办公室文件\n${notice.number}\n\n${notice.title}\n`)).toBe(true)
    expect(text.endsWith('雁江区人民政府办公室　　2020年10月12日印发')).toBe(true)
    expect(text).toContain('附件：1. 2020年三季度政务信息报送统计表\n　　　2. ')
    expect(text).toContain('\n1\t1\t区统计局\t18\t63\t5.00\t350.00%\n')
    expect(text.match(/说明：/g)).toHaveLength(4)
  })
})

describe('the notice on any quarter', () => {
  const any = (check: (notice: Notice, input: RankingInput) => void) =>
    fc.assert(
      fc.property(rankingInputs, (input) => {
        check(noticeOf(input), input)
      }),
      { numRuns: runs(400) },
    )

  test('states every total, and nothing else, as a figure', () => {
    any((notice, input) => {
      const { totals, tables } = rank(input)
      const scores = (key: Category) =>
        tables.some(({ category, rules }) => category.key === key && scoresAnything(rules))
      const scored = tables.some((of) => scores(of.category.key) && of.adoption.some(hasPoints))
      // Where nothing scores, nobody is judged by points; where nobody has any, nobody is named as behind.
      const passedOver = (figure: FigureRun, key: Category) =>
        ['onTrack', 'behind', 'noPoints'].includes(figure) && (!scores(key) || (figure === 'behind' && !scored))
      const printed = figuresOf(notice)
      const find = (figure: FigureRun, category?: Category) =>
        new Set(printed.flatMap((run) => (run.figure === figure && run.category === category ? [run.text] : [])))
      for (const figure of FIGURES) {
        const total = totals[figure]
        if (Array.isArray(total)) expect([...find(figure)]).toEqual(total.length ? [String(total.length)] : [])
        else if (figure === 'units' && total === 0) expect([...find(figure)]).toEqual([])
        else if (typeof total === 'number') expect([...find(figure)]).toEqual([String(total)])
        else
          for (const { key } of input.categories ?? [])
            expect([...find(figure, key)]).toEqual(total[key] && !passedOver(figure, key) ? [String(total[key])] : [])
      }
      for (const figure of ['met', 'unmet'] as const) {
        const counts = Object.values(totals[figure]).filter((n) => n > 0)
        const sum = counts.reduce((all, n) => all + n, 0)
        expect([...find(figure)]).toEqual(counts.length > 1 ? [String(sum)] : [])
      }
    })
  })

  test('reads well', () => {
    any((notice) => {
      for (const text of paragraphs(notice)) {
        expect(text).not.toMatch(/undefined|null|NaN|\[object/)
        expect(text).not.toMatch(/(?<!\d)0个/)
        expect(text).not.toMatch(/[，。、；：（]{2}|[，、；：（]）|[，、；：]$|）（/)
        // No list without names, and 等 only after three of them.
        expect(text).not.toMatch(/有[等，。、]|的有\d|和[等，。、\d]|、等/)
        for (const [list] of text.matchAll(/第.局(、第.局)*等/g))
          expect(list.match(/局/g)?.length).toBeLessThanOrEqual(3)
      }
      for (const { kind, runs } of notice.blocks) {
        expect(runs.every(({ text }) => text !== '')).toBe(true)
        if (kind === 'paragraph') expect(runs.at(-1)?.text.endsWith('。')).toBe(true)
      }
    })
  })

  test('has tables whose rows fit their heads, and survives being frozen as JSON', () => {
    any((notice, { units }) => {
      expect(notice.attachments.map(({ label }) => label)).toEqual(units.length > 0 ? ['附件1', '附件2'] : [])
      expect(notice.attachmentList).toHaveLength(notice.attachments.length)
      for (const { tables } of notice.attachments) {
        expect(tables.every(({ rows }) => rows.length > 0)).toBe(true)
        expect(tables.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(units.length)
        for (const { head, rows } of tables)
          expect(rows.every(({ cells }) => cells.length === head.length && cells.every((cell) => cell !== ''))).toBe(
            true,
          )
      }
      expect(JSON.parse(JSON.stringify(notice))).toEqual(notice)
    })
  })
})

describe('the notice on a quarter', () => {
  const [first, second] = golden2020Q3.units
  const body = (input: Partial<RankingInput>) =>
    paragraphs(noticeOf({ ...golden2020Q3, ...input }))
      .slice(0, 5)
      .join('\n')
  const targets = (quarterlyItems: number | null, annualPoints: number | null) =>
    new Map(golden2020Q3.units.map(({ id }) => [id, { quarterlyItems, annualPoints }]))

  test('without units', () => {
    expect(body({ units: [] })).toMatchInlineSnapshot(`
      "2020年三季度，全区各单位共报送政务信息0条。请各单位找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
      一、报送情况
      三季度没有纳入考核的单位。
      二、采用情况
      三季度各单位共报送信息0条；采编上报0条，区级采用0条，市级采用0条，省级采用0条。"
    `)
  })

  test('without targets', () => {
    expect(body({ targets: new Map() })).toMatchInlineSnapshot(`
      "2020年三季度，全区各单位共报送政务信息1386条，为领导掌握情况、研究决策提供了参考。请各单位找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
      一、报送情况
      三季度纳入通报的单位共57个，均未下达任务，不参加排名。报送条数为0的有区国土分局1个单位。
      二、采用情况
      三季度各单位共报送信息1386条；采编上报65条，区级采用81条，市级采用14条，省级采用2条。"
    `)
  })

  test('in which nothing came', () => {
    expect(body({ items: new Map(), adoptions: [] })).toMatchInlineSnapshot(`
      "2020年三季度，全区各单位共报送政务信息0条。下达年度任务的39个部门、18个镇街采用得分均为0。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
      一、报送情况
      三季度共考核57个单位。下达报送任务的57个单位（39个部门、18个镇街）均未完成季度报送任务。57个单位报送条数均为0。
      二、采用情况
      三季度各单位共报送信息0条；采编上报0条，区级采用0条，市级采用0条，省级采用0条。没有单位的采用得分达到年度任务25%，得分均为0。"
    `)
  })

  test('in which nobody failed', () => {
    const units = [first, second].flatMap((unit) => unit ?? [])
    expect(body({ units, targets: targets(5, 400) })).toMatchInlineSnapshot(`
      "2020年三季度，全区各单位共报送政务信息88条，为领导掌握情况、研究决策提供了参考。从采用得分占年度任务的比重看，部门中区市场监督管理局、区交运局居前。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
      一、报送情况
      三季度共考核2个单位。下达报送任务的2个部门全部完成季度报送任务。超额完成的有区市场监督管理局、区交运局2个部门。各单位均有信息报送。
      二、采用情况
      三季度各单位共报送信息88条；采编上报10条，区级采用6条，市级采用3条，省级采用0条。采用得分达到年度任务25%（含）以上的有区市场监督管理局、区交运局2个部门。没有单位低于25%。"
    `)
  })

  test('of one unit', () => {
    const text = body({ units: first ? [first] : [], targets: targets(5, 400) })
    expect(text).not.toContain('各单位均有信息报送')
    expect(text).toContain(`超额完成的有${first?.name}1个部门。\n二、采用情况`)
  })

  test('in which some are left out of one ranking and others of the other', () => {
    const third = golden2020Q3.units[2]
    const few = targets(5, 400).set(first?.id ?? '', { quarterlyItems: null, annualPoints: null })
    few.set(second?.id ?? '', { quarterlyItems: 5, annualPoints: null })
    expect(body({ targets: few })).toContain('其中1个单位未下达报送任务，不参加报送排名。')
    expect(body({ targets: few })).toContain('有2个单位未下达年度任务，不参加采用排名。')
    const same = targets(5, 400).set(third?.id ?? '', { quarterlyItems: null, annualPoints: null })
    expect(body({ targets: same })).toContain('其中1个单位未下达任务，不参加排名。')
  })

  test('in which one unit alone has anything: nobody leads with nothing', () => {
    const adoptions = golden2020Q3.adoptions.filter(({ unitId }) => unitId === first?.id)
    expect(body({ adoptions })).toContain(`从采用得分占年度任务的比重看，部门中${first?.name}居前。`)
  })

  test('in which some have no target of one sort', () => {
    const few = targets(5, 400).set(first?.id ?? '', { quarterlyItems: null, annualPoints: 100 })
    expect(
      body({ targets: few.set(second?.id ?? '', { quarterlyItems: 1, annualPoints: null }) }),
    ).toMatchInlineSnapshot(`
      "2020年三季度，全区各单位共报送政务信息1386条，为领导掌握情况、研究决策提供了参考。从采用得分占年度任务的比重看，部门中区交运局、区财政局、区金融工作局等居前，镇街中东峰镇、保和镇、迎接镇等居前。采用得分为0的有城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等4个镇街。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
      一、报送情况
      三季度纳入通报的单位共57个，其中1个单位未下达报送任务，不参加报送排名。53个单位（36个部门、17个镇街）完成季度报送任务，3个单位（2个部门、1个镇街）未完成。超额完成的有区市场监督管理局、区统计局、区商务局等36个部门和中和镇、东峰镇、宝台镇等17个镇街。未完成的有区国土分局、城东新区管委会2个部门和丰裕镇1个镇街。报送条数为0的有区国土分局1个单位。
      二、采用情况
      三季度各单位共报送信息1386条；采编上报65条，区级采用81条，市级采用14条，省级采用2条。有1个单位未下达年度任务，不参加采用排名。采用得分达到年度任务25%（含）以上的有区交运局、区财政局、区金融工作局等30个部门和东峰镇、保和镇、迎接镇等14个镇街。未达到25%的有城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等4个镇街，得分均为0。"
    `)
  })
})
