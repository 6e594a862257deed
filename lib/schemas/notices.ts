import { z } from 'zod'
import { narrow } from '@/lib/domain/base/text'
import { PICKS, type Pick } from '@/lib/domain/notices/lists'
import { OWN_FIGURES } from '@/lib/domain/notices/own-figure'
import { EDITS } from '@/lib/domain/notices/paragraphs'
import { isDocumentNumber } from '@/lib/domain/notices/readiness'
import { isDay } from '@/lib/domain/time/quarter'
import { id, idOrNone, keyOf, quarter, ticked, typed, version, yes } from './base'

const block = z.string().regex(/^[a-z0-9-]{1,64}$/, '段落编号无效，请刷新页面。')
const theQuarter = quarter('季度无效，请刷新页面。')
const paragraph = typed('段落文字', { max: 3000 })

/** To begin a draft; `corrects` and `reason` for a correction. */
export const openDraftSchema = z
  .object({
    quarter: theQuarter,
    corrects: idOrNone,
    reason: typed('更正原因', { max: 300, required: false }).default(''),
  })
  .refine((f) => f.corrects === '' || f.reason !== '', { path: ['reason'], message: '请填写更正原因。' })

/** A title; the check knows a notice by how it ends. */
function title(required: boolean) {
  return typed('标题', { max: 80, required })
    .refine((s) => s === '' || s.endsWith('通报'), '标题以“通报”结尾。')
    .default('')
}

/** What a table is called; a table is known by the word. */
function tableName(word: '报送' | '采用', required: boolean) {
  return typed(`${word}表名称`, { max: 30, required })
    .refine((s) => s === '' || (s.includes(word) && /表$/.test(s)), `${word}表名称须含“${word}”二字，以“表”结尾。`)
    .default('')
}

/** 通报格式: what the office's notices have in common. */
export const houseSchema = z.object({
  issuer: typed('发文机关', { max: 40 }),
  word: typed('发文机关代字', { max: 20 }).refine(
    (s) => !/[〔〕\s第]/.test(s),
    '代字只写“雁府办发”一类，不写年份和序号。',
  ),
  title: title(true),
  mark: typed('发文机关标志', { max: 40, required: false }),
  submissionName: tableName('报送', true),
  adoptionName: tableName('采用', true),
  day: z.coerce
    .number({ error: '成文日应是数字。' })
    .int('成文日应是整数。')
    .min(1, '成文日在 1 至 28 之间。')
    .max(28, '成文日在 1 至 28 之间。')
    .transform(String),
  addressees: typed('主送机关', { max: 200, required: false }).refine(
    (s) => s === '' || s.endsWith('：'),
    '主送机关以全角冒号“：”结尾。',
  ),
  copies: typed('抄送机关', { max: 200, required: false }),
  imprintOffice: typed('印发机关', { max: 40, required: false }),
  district: typed('本地名称', { max: 12, required: false })
    .refine((s) => s === '' || /^\p{Script=Han}+[省市区县旗盟州]$/u.test(s), '本地名称写作“雁江区”一类。')
    .default(''),
})

/** What stands around the text: number, addressees, date, signature, seal, copies. */
export const headSchema = z.object({
  id,
  version,
  number: typed('发文字号', { max: 40, required: false })
    .transform(narrow)
    .refine(
      (s) => s === '' || isDocumentNumber(s),
      '发文字号请写成“雁府办发〔2020〕67号”：六角括号，序号不编虚位，不加“第”字。',
    ),
  issuer: typed('发文机关', { max: 40 }),
  addressees: typed('主送机关', { max: 200 }).refine((s) => s.endsWith('：'), '主送机关以全角冒号“：”结尾。'),
  date: z.string().refine(isDay, '成文日期不是有效日期。'),
  copies: typed('抄送机关', { max: 200, required: false }),
  docOnTargets: typed('任务文件', { max: 60, required: false }),
  title: title(false),
  mark: typed('发文机关标志', { max: 40, required: false }).default(''),
  submissionName: tableName('报送', false),
  adoptionName: tableName('采用', false),
  imprintOffice: typed('印发机关', { max: 40, required: false }).default(''),
  imprintDate: z.union([z.literal(''), z.string().refine(isDay, '印发日期不是有效日期。')]).default(''),
  sealed: yes,
})

export const editSchema = z
  .object({
    id,
    version,
    block,
    verb: keyOf(EDITS, '操作无效，请刷新页面。'),
    text: typed('段落文字', { max: 3000, required: false }).default(''),
  })
  .refine((f) => f.verb !== 'write' || f.text !== '', { path: ['text'], message: '请填写段落文字；不要本段可以删去。' })

export const addParagraphSchema = z.object({
  id,
  version,
  after: block,
  kind: z.enum(['paragraph', 'heading', 'subheading'], { error: '请选择段落类别。' }),
  text: paragraph,
})

export const addSuggestionSchema = z.object({ id, version, after: block, suggestion: id })

/** 按惯例, or one of the ways to say who is named. */
const HOW = { usual: '', ...PICKS }
/** How a list names its units; those that are ticked are `unit-` and the id of each, `sequence` says in which order they were. */
export const namesSchema = z
  .looseObject({
    id,
    version,
    list: z.string().max(60),
    how: keyOf(HOW, '请选择点名方式。'),
    n: z.coerce
      .number({ error: '名数应是数字。' })
      .int('名数应是整数。')
      .min(1, '至少列一名。')
      .max(99, '最多列 99 名。')
      .default(3),
    order: z.enum(['ticked', 'table'], { error: '请选择排列顺序。' }).default('table'),
    sequence: z.string().max(20_000).default(''),
  })
  .transform((given) => ({
    id: given.id,
    version: given.version,
    list: given.list,
    pick: pickFrom(given.how, given.n, given.order, inSequence(ticked(given, 'unit-'), given.sequence)),
  }))

/** What was chosen; null for what is usual, which ticking nobody is as well. */
function pickFrom(how: keyof typeof HOW, n: number, order: 'ticked' | 'table', units: string[]): Pick | null {
  if (how === 'usual' || (how === 'hand' && units.length === 0)) return null
  if (how === 'hand') return { how, units, order }
  return how === 'all' ? { how } : { how, n }
}

/** Those that are ticked, in the order of ticking; without scripts nobody told it. */
function inSequence(units: readonly string[], sequence: string): string[] {
  const told = sequence.split(',').filter((unit) => units.includes(unit))
  return [...new Set([...told, ...units])]
}

export const draftSchema = z.object({ id, version })

export const issueSchema = z.object({
  id,
  version,
  despite: typed('理由', { max: 300, required: false }).default(''),
})

export const suggestionSchema = z.object({
  id: idOrNone,
  title: typed('标题', { max: 40 }),
  body: typed('内容', { max: 1000 }),
  retired: yes,
})

/** The window closes at 18:00 of its last day. */
export const windowSchema = z.object({ quarter: theQuarter, until: z.string().refine(isDay, '截止日期不是有效日期。') })

export const raiseSchema = z.object({
  quarter: theQuarter,
  figure: z.enum(OWN_FIGURES, { error: '请选择有异议的数据。' }),
  said: typed('异议内容', { max: 500, line: false }),
})

export const answerSchema = z.object({
  id,
  outcome: z.enum(['kept', 'changed'], { error: '请选择处理结果。' }),
  answer: typed('答复', { max: 500, line: false }),
})

export type OpenDraftInput = z.output<typeof openDraftSchema>
export type HeadInput = z.output<typeof headSchema>
export type EditInput = z.output<typeof editSchema>
export type AddParagraphInput = z.output<typeof addParagraphSchema>
export type NamesInput = z.output<typeof namesSchema>
export type SuggestionInput = z.output<typeof suggestionSchema>
export type WindowInput = z.output<typeof windowSchema>
export type RaiseInput = z.output<typeof raiseSchema>
export type AnswerInput = z.output<typeof answerSchema>
