import { type Quarter, quarterName } from '../time/quarter'

/**
 * 通报格式: what the office's notices have in common; each can be said otherwise in a notice of its own. `district`: what the
 * office's own district is called, by which units are known under more names.
 */
export const HOUSE_FIELDS = {
  issuer: { label: '发文机关', help: '也是署名', usual: '雁江区人民政府办公室' },
  word: { label: '发文机关代字', help: '发文字号的前半，如 雁府办发', usual: '雁府办发' },
  title: {
    label: '标题',
    help: '【发文机关】【季度】随通报填入',
    usual: '【发文机关】关于【季度】全区政务信息报送和采用情况的通报',
  },
  mark: { label: '发文机关标志', help: '红头文字，不填为发文机关加“文件”', usual: '' },
  submissionName: { label: '报送表名称', help: '列入附件清单和表题，须含“报送”二字', usual: '政务信息报送统计表' },
  adoptionName: { label: '采用表名称', help: '列入附件清单和表题，须含“采用”二字', usual: '政务信息采用统计表' },
  day: { label: '成文日', help: '季度后首月的几日', usual: '12' },
  addressees: { label: '主送机关', help: '以全角冒号结尾，不填按单位类别生成', usual: '' },
  copies: { label: '抄送机关', help: '印在末页版记中，可不填', usual: '' },
  imprintOffice: { label: '印发机关', help: '印在末页版记中，不填为发文机关', usual: '' },
  district: {
    label: '本地名称',
    help: '如 雁江区；各处写“雁江区财政局”的即区财政局，不填按最近一份通报的发文机关',
    usual: '',
  },
} as const
/** Under which name it stands among the settings. */
export const HOUSE = 'notice.house'

export type HouseField = keyof typeof HOUSE_FIELDS
export type House = Record<HouseField, string>

/** What the office calls the tables of its notices. */
export type TableNames = Partial<Pick<House, 'submissionName' | 'adoptionName'>>

/** What holds until the office has decided. */
export const USUAL_HOUSE = Object.fromEntries(
  Object.entries(HOUSE_FIELDS).map(([field, { usual }]) => [field, usual]),
) as House

/** What the office decided, as it is stored; what it did not decide is as usual. */
export function houseFrom(stored: string | undefined): House {
  return { ...USUAL_HOUSE, ...(stored === undefined ? {} : (JSON.parse(stored) as Partial<House>)) }
}

/** A title with the issuing body and the quarter in their places. */
export function titleOf(pattern: string, issuer: string, quarter: Quarter): string {
  return pattern.replaceAll('【发文机关】', issuer).replaceAll('【季度】', quarterName(quarter))
}

/** The title of a correction: that of the notice, 更正 in it. */
export function correctionTitle(title: string): string {
  return title.includes('关于') ? title.replace('关于', '关于更正') : `关于更正${title}`
}

/** Two blanks stand where the registry writes the number in by hand. */
export function openNumber(word: string, date: string): string {
  return `${word}〔${date.slice(0, 4)}〕  号`
}
