import { type AddedLevel, byLevel, isAdded } from '../adoptions/kinds'
import { figureValue } from '../figures/figure'
import { categoriesOf, type Ranking } from '../figures/ranking'
import { ADOPTION_VERDICTS, ofAll } from '../figures/totals'
import { scoresAnything } from '../rules/adoption'
import { adoptionRankedBy } from '../rules/order'
import { quarterName } from '../time/quarter'
import type { Block } from './document'
import { SEEN_BY } from './leaders'
import { listRun } from './lists'
import { countPhrase, joined, named, type PhrasePart, runsOf, tallied } from './phrases'

const paragraph = (key: string, ...parts: PhrasePart[]): Block => ({ key, kind: 'paragraph', runs: runsOf(...parts) })
/** 均 or 全部 of one unit alone would sound wrong. */
const ifMany = (word: string, n: number) => (n > 1 ? word : '')
/** A notice is written when its quarter is over, so "三季度", not 本季度. */
const season = ({ quarter }: Ranking) => quarterName(quarter).slice('2020年'.length)
const heading = (key: string, text: string): Block => ({ key, kind: 'heading', runs: [{ text }] })
const subheading = (key: string, text: string): Block => ({ key, kind: 'subheading', runs: [{ text }] })

/** Who leads, who has nothing, and what is asked of all. docOnTargets is the number of the document that set targets. */
export function opening(ranking: Ranking, docOnTargets?: string): Block[] {
  const { totals } = ranking
  return [
    paragraph(
      'opening',
      `${quarterName(ranking.quarter)}，全区各单位共报送政务信息`,
      countPhrase(totals.items, 'items'),
      totals.items > 0 ? '条，为领导掌握情况、研究决策提供了参考。' : '条。',
      leading(ranking),
      nothing(ranking),
      `请各单位${yardstick(ranking, docOnTargets)}找准差距，补齐短板，扎实做好后续工作。`,
      '现将有关情况通报如下。',
    ),
  ]
}

/** A sentence for each measure that tables are ranked by, with who leads those tables. */
function leading(ranking: Ranking): PhrasePart {
  return (Object.keys(SEEN_BY) as (keyof typeof SEEN_BY)[]).map((by) => {
    const best = joined(
      ranking.tables
        .filter(({ rules }) => adoptionRankedBy(rules) === by)
        .map(({ category: { key, words } }): PhrasePart => {
          const list = listRun(ranking, { names: 'leaders', category: key })
          return list && [`${words}中`, list, '居前']
        }),
      '，',
    )
    return best && [`${SEEN_BY[by]}，`, best, '。']
  })
}

/** Who scored nothing; where all did, nobody is named. */
function nothing(ranking: Ranking): PhrasePart {
  const scoring = scoringIn(ranking)
  if (allZero(scoring)) {
    const all = joined(
      categoriesOf(scoring).map(({ key, words }) => {
        const n = scoring.totals.noPoints[key] ?? 0
        return n > 0 ? [countPhrase(n, 'noPoints', key), `个${words}`] : null
      }),
      '、',
    )
    return ['下达年度任务的', all, `采用得分${ifMany('均', ofAll(scoring.totals.noPoints))}为0。`]
  }
  const none = named(scoring, 'noPoints')
  return none && ['采用得分为0的有', none, '。']
}

/** The same without categories in which nothing scores: what cannot score is not blamed for having no points. */
function scoringIn({ tables, totals, ...ranking }: Ranking): Ranking {
  const scoring = tables.filter(({ rules }) => scoresAnything(rules))
  const of = (verdict: keyof typeof ADOPTION_VERDICTS) =>
    Object.fromEntries(
      scoring.map(({ category, adoption }) => [category.key, adoption.filter(ADOPTION_VERDICTS[verdict]).length]),
    )
  const own = { onTrack: of('onTrack'), behind: of('behind'), noPoints: of('noPoints') }
  return { ...ranking, tables: scoring, totals: { ...totals, ...own } }
}

/** True where not one of those with an annual target has points. */
function allZero({ totals }: Ranking): boolean {
  return ofAll(totals.onTrack) === 0 && ofAll(totals.noPoints) > 0 && ofAll(totals.noPoints) === ofAll(totals.behind)
}

/** What to measure oneself by; nothing where no target was set. */
function yardstick(ranking: Ranking, docOnTargets?: string): string {
  if (docOnTargets) return `对照${docOnTargets}文件确定的年度任务`
  const asked = ranking.tables.some(({ adoption }) => adoption.some(({ annualTarget }) => annualTarget !== null))
  return asked ? '对照年度任务' : ''
}

/** 一、报送情况 */
export function submissionSection(ranking: Ranking): Block[] {
  const { totals } = ranking
  const met = tallied('met', totals.met, categoriesOf(ranking))
  const unmet = tallied('unmet', totals.unmet, categoriesOf(ranking))
  const exceeded = named(ranking, 'exceeded')
  return [
    heading('submission-heading', '一、报送情况'),
    paragraph(
      'submission',
      unitsSentence(ranking),
      met && unmet && [met, '完成季度报送任务，', unmet, '未完成。'],
      met && !unmet && ['下达报送任务的', met, `${ifMany('全部', ofAll(totals.met))}完成季度报送任务。`],
      !met && unmet && ['下达报送任务的', unmet, `${ifMany('均', ofAll(totals.unmet))}未完成季度报送任务。`],
      exceeded && ['超额完成的有', exceeded, '。'],
      met && !exceeded && '没有单位超额完成报送任务。',
      totals.items > 0 && unmet && ['未完成的有', named(ranking, 'unmet'), '。'],
      silence(ranking),
    ),
  ]
}

function unitsSentence(ranking: Ranking): PhrasePart {
  const units = countPhrase(ranking.totals.units, 'units')
  const { items, points, both } = withoutTarget(ranking)
  if (ranking.totals.units === 0) return `${season(ranking)}没有纳入考核的单位。`
  if (items === 0) return [`${season(ranking)}共考核`, units, '个单位。']
  // One sentence serves both tables where the same units are left out of both.
  const [target, order] = both === items && both === points ? ['任务', '排名'] : ['报送任务', '报送排名']
  const who = items === ranking.totals.units ? ifMany('均', items) : `其中${items}个单位`
  return [`${season(ranking)}纳入通报的单位共`, units, `个，${who}未下达${target}，不参加${order}。`]
}

const idOf = ({ unitId }: { unitId: string }) => unitId

/** How many units have no quarterly target, no annual target that their table is ranked by, neither. */
function withoutTarget({ tables }: Ranking): { items: number; points: number; both: number } {
  const noItems = tables.flatMap(({ submission }) => submission.filter(({ target }) => target === null).map(idOf))
  const noPoints = tables.flatMap(({ adoption, rules }) =>
    adoptionRankedBy(rules) === 'share' ? adoption.filter((row) => row.annualTarget === null).map(idOf) : [],
  )
  return { items: noItems.length, points: noPoints.length, both: noItems.filter((id) => noPoints.includes(id)).length }
}

// Said as a number of items, because silence and a nil return are two things that this figure does not tell apart.
function silence(ranking: Ranking): PhrasePart {
  const { totals } = ranking
  const silent = totals.noItems.length
  if (totals.units === 0) return null
  if (silent === 0) return totals.units > 1 ? '各单位均有信息报送。' : null
  if (silent === totals.units) return [countPhrase(silent, 'noItems'), `个单位报送条数${ifMany('均', silent)}为0。`]
  return ['报送条数为0的有', listRun(ranking, { names: 'noItems' }), countPhrase(silent, 'noItems'), '个单位。']
}

/** 二、采用情况 */
export function adoptionSection(ranking: Ranking): Block[] {
  const { totals } = ranking
  return [
    heading('adoption-heading', '二、采用情况'),
    paragraph(
      'adoption',
      `${season(ranking)}各单位共报送信息`,
      countPhrase(totals.items, 'items'),
      '条；采编上报',
      countPhrase(totals.forwarded, 'forwarded'),
      '条，区级采用',
      countPhrase(totals.district, 'district'),
      '条，市级采用',
      countPhrase(totals.city, 'city'),
      '条，省级采用',
      countPhrase(totals.province, 'province'),
      addedLevels(ranking).map((level) => [
        `条，${level}`,
        countPhrase(figureValue(ranking, { figure: level }), level),
      ]),
      '条。',
      unrankedSentence(ranking),
      onTheLine(scoringIn(ranking), ofAll(totals.behind)),
    ),
  ]
}

/** Who is not in the ranking of adoptions, or has no target to be measured by. */
function unrankedSentence(ranking: Ranking): PhrasePart {
  const { items, points, both } = withoutTarget(ranking)
  const { units } = ranking.totals
  const all = ranking.tables.flatMap(({ adoption }) => adoption.filter((row) => row.annualTarget === null)).length
  const who = all === units ? `各单位${ifMany('均', all)}` : `有${all}个单位`
  const byCompletion = ranking.tables.some(
    ({ rules, submission }) =>
      adoptionRankedBy(rules) === 'completion' && submission.some(({ target }) => target === null),
  )
  return [
    points > 0 && points === all && !(both === items && both === points) && `${who}未下达年度任务，不参加采用排名。`,
    points < all && all < units && `${who}未下达年度任务。`,
    byCompletion && '未下达报送任务的单位不参加采用排名。',
  ]
}

/**
 * Who reached 25 % of the annual target and who did not; where nobody has a point, nobody is named. `below` counts those
 * of categories in which nothing scores as well.
 */
function onTheLine(ranking: Ranking, below: number): PhrasePart {
  const { totals } = ranking
  if (allZero(ranking)) {
    return `没有单位的采用得分达到年度任务25%，得分${ifMany('均', ofAll(totals.behind))}为0。`
  }
  const passed = named(ranking, 'onTrack')
  const behind = named(ranking, 'behind')
  const none = named(ranking, 'noPoints')
  // A list that runs on over commas needs a sentence of its own.
  const long = Object.values(totals.noPoints).filter((n) => n > 0).length > 2
  const apart = long ? ['。其中得分为0的有', none] : ['，其中', none, '得分为0']
  // Naming the same units twice in one sentence tells nothing new.
  const same = ofAll(totals.noPoints) === ofAll(totals.behind)
  const zeros = none && (same ? `，得分${ifMany('均', ofAll(totals.behind))}为0` : apart)
  return [
    passed && ['采用得分达到年度任务25%（含）以上的有', passed, '。'],
    passed && below === 0 && '没有单位低于25%。',
    !passed && behind && '没有单位的采用得分达到年度任务25%。',
    behind && ['未达到25%的有', behind, zeros, '。'],
  ]
}

/** The levels that the office has added and that adopted anything. */
function addedLevels(ranking: Ranking): AddedLevel[] {
  return byLevel(ranking.kinds)
    .map(({ level }) => level)
    .filter(isAdded)
    .filter((level) => figureValue(ranking, { figure: level }) > 0)
}

/** 三、下步建议 */
export function nextSteps(portal: string): Block[] {
  return [
    heading('steps-heading', '三、下步建议'),
    subheading('step-1-heading', '（一）规范报送渠道'),
    paragraph(
      'step-1',
      `${portal}是全区政务信息报送的唯一入口，涉密信息除外。各单位请登录${portal}报送，以其他方式发来的信息不计入报送条数和采用得分。`,
      `涉及国家秘密、工作秘密的内容，不得在${portal}起草、上传和传输，应当按照保密规定经机要渠道办理。`,
    ),
    subheading('step-2-heading', '（二）对准重点选题'),
    paragraph(
      'step-2',
      '各单位要按照每周报送重点和约稿要求安排选题，多反映工作中的新情况、新做法和群众关心的事项。',
      '要有专人撰稿，由分管负责同志审签后报出；约稿应当在时限内完成，确有困难的及早说明。',
    ),
    subheading('step-3-heading', '（三）提高信息质量'),
    paragraph(
      'step-3',
      '信息要事实清楚、数据准确、文字简练。写做法要讲明过程和实效，写问题要分析原因并提出建议。',
      '重要情况随时报送，不拖延、不凑数。退回修改的信息，请按照修改意见尽快改好再报。',
    ),
  ]
}
