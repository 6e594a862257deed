import { withoutPrivate } from '../../base/names'

/** What stands before a title without being part of it: numbering, and labels such as 【信息】. */
const LABELS = /^(?:【[^】]{0,12}】)+/
const FRAME = /关于|的(?:情况|工作|调研|专题)?(?:报告|汇报)$/g

/**
 * A title as it is compared: half-width letters and figures alone, without labels at its head, punctuation, quotes and
 * spaces, and without the frame 关于……的报告 that a title gains or loses on its way up.
 */
export function plainTitle(title: string): string {
  return withoutPrivate(title)
    .trim()
    .replace(LABELS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(FRAME, '')
}
