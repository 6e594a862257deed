import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMarkings, findWarnings, markedFields, markingMessage } from './secrecy'

const levels = fc.constantFrom('绝密', '机密', '秘密')
const stars = fc.constantFrom(...'★☆*＊✱✳⭐✩✭⋆∗')
const gaps = fc.string({
  unit: fc.constantFrom(' ', '　', '\u00a0', '\u200b', '\u200d', '\u2060', '\ufeff', '\t', '\n'),
})
const plain = fc.string({ unit: fc.constantFrom(...'一二三甲乙，。 ★*') })

describe('a marking', () => {
  test.each([
    ['机密★', '机密★', 0],
    ['关于报送的函\n秘密 ★10年', '秘密★', 7],
    ['绝　密\u200b＊', '绝密＊', 0],
    ['（機密☆）', '机密☆', 1],
    ['秘密★启用前', '秘密★', 0],
    ['机密\uf0ab', '机密★', 0],
    ['秘密✪', '秘密✪', 0],
    ['絶密★', '绝密★', 0],
    ['机密10年', '机密10年', 0],
    ['附件（秘 密２０年）', '秘密20年', 3],
    ['密级：机密', '密级：机密', 0],
    ['密 级: 绝密', '密级：绝密', 0],
  ])('%j stops', (text, marking, index) => {
    expect(findMarkings(text)).toEqual([{ marking, index }])
  })

  test.each(['机密2020年', '密级管理', '定密级别', '机密', '保守国家秘密', '★机密', '机密文件★', '加密★', '秘★密', ''])(
    '%j does not',
    (text) => {
      expect(findMarkings(text)).toEqual([])
    },
  )

  test('is found wherever it stands and whatever hides in it', () => {
    fc.assert(
      fc.property(plain, levels, gaps, stars, plain, (before, level, gap, star, after) => {
        const text = `${before}${level}${gap}${star}${after}`
        expect(findMarkings(text)).toEqual([{ marking: level + star, index: before.length }])
        expect(findWarnings(text)).toEqual([])
      }),
    )
  })

  test('is found as often as it occurs', () => {
    expect(findMarkings('机密★和绝密*').map(({ marking }) => marking)).toEqual(['机密★', '绝密*'])
  })

  test('is found in any field of a form', () => {
    expect(markedFields({ author: '机密★10年', title: '标题', phone: '' })).toEqual({
      author: markingMessage('此处', '机密★'),
    })
  })

  test('tells what to do', () => {
    expect(markingMessage('标题', '机密★')).toBe(
      '标题中有密级标志“机密★”。本系统不得处理涉密信息，请删除并改由机要渠道报送；如已上传，请立即告知单位保密工作负责人。',
    )
  })
})

describe('a warning', () => {
  test.each([
    ['严守国家秘密，严守国家秘密', ['国家秘密']],
    ['秘密与工作秘密', ['秘密', '工作秘密']],
    ['内部资料，机 密', ['机密', '内部资料']],
    ['机密★之外另有绝密事项', ['绝密']],
    ['国家机密★', []],
    ['手机密码、司机密切配合、保密工作、秘书', []],
    ['司机\n密切', []],
  ])('%j gives %j', (text, words) => {
    expect(findWarnings(text)).toEqual(words)
  })

  test('names each word once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'国家工作秘密机绝内部资料★，') }), (text) => {
        const words = findWarnings(text)
        expect(new Set(words).size).toBe(words.length)
      }),
    )
  })
})
