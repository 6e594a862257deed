import { describe, expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { wordsFor } from './category-words'
import { claimsOf } from './claims'
import { namesOf } from './names'
import { squash } from './plain'

const register = ['区财政局', '区教育局', '区商务局', '伍隍镇', '中和镇'].map((name) => {
  return { name, category: name.endsWith('镇') ? 'town' : 'department', aliases: [] }
})
const read = (text: string) =>
  claimsOf([{ text: squash(text), place: '正文第1段', lines: [0] }], namesOf(register), wordsFor(USUAL_CATEGORIES))
const totals = (text: string) =>
  read(text).totals.map(({ figure, n, category, unit }) => [figure, n, category?.key ?? unit].filter((x) => x != null))
const claims = (text: string) =>
  read(text).claims.map(({ class: of, group: { names, others, n, category } }) => {
    return [
      of && (of.percent === 25 ? of.name : `${of.name} ${of.percent}`),
      names.join(' '),
      others,
      n,
      category?.key ?? null,
    ]
  })

describe('the figures that a sentence states', () => {
  test.each([
    ['纳入考核的单位共计57个', ['units', 57]],
    ['考核57个单位', ['units', 57]],
    ['没有纳入考核的单位', ['units', 0]],
    ['三季度共上报信息1386条', ['items', 1386]],
    ['各单位报送政务信息共1386条', ['items', 1386]],
    ['采编上报61条', ['forwarded', 61]],
    ['采编信息61条', ['forwarded', 61]],
    ['区级采用信息40条、简讯41条', ['district', 81]],
    ['区采用信息40条', ['district', 40]],
    ['市级采用信息5条', ['city', 5]],
    ['市级采用政务信息5条、简讯2条', ['city', 7]],
    ['省级采用信息2条', ['province', 2]],
    ['部门报送信息900条', ['items', 900, 'department']],
    ['镇街累计报送信息486条', ['items', 486, 'town']],
    ['区财政局报送信息24条', ['items', 24, '区财政局']],
  ])('%s', (text, total) => expect(totals(text)).toEqual([total]))

  test.each([
    '去年报送信息900条',
    '较上季度报送信息900条',
    '同期区级采用信息40条',
    '某研究所报送信息24条',
    '完成情况良好',
    '未完成的单位有16家',
    '受到表扬的单位共5个',
    '未完成单位有16家',
    '单位有16家未完成',
    '单位有3家连续未完成任务',
    '未完成的单位共报送信息100条',
  ])('are none of this quarter: %s', (text) => expect(totals(text)).toEqual([]))

  test('stand in every clause', () => {
    expect(totals('三季度，考核单位57个，上报信息1386条；区级采用信息81条。省级采用信息2条')).toEqual([
      ['units', 57],
      ['items', 1386],
      ['district', 81],
      ['province', 2],
    ])
  })
})

describe('the lists that a sentence states', () => {
  test.each<[string, unknown[]]>([
    ['未完成报送任务的有区财政局、区教育局等12个部门', ['unmet', '区财政局 区教育局', true, 12, 'department']],
    ['完成报送任务的有区财政局和伍隍镇2个单位', ['met', '区财政局 伍隍镇', false, 2, null]],
    ['区财政局、区教育局2个部门超额完成目标任务', ['exceeded', '区财政局 区教育局', false, 2, 'department']],
    ['伍隍镇等3个镇街尚未完成任务', ['unmet', '伍隍镇', true, 3, 'town']],
    ['区财政局等2个部门未下达任务', ['noTarget', '区财政局', true, 2, 'department']],
    ['区财政局等2个部门未下达报送任务', ['noItemTarget', '区财政局', true, 2, 'department']],
    ['区财政局等2个部门未下达年度任务', ['noPointTarget', '区财政局', true, 2, 'department']],
    ['区财政局等2个部门报送条数均为0', ['noItems', '区财政局', true, 2, 'department']],
    ['区财政局等2个部门得分为0', ['noPoints', '区财政局', true, 2, 'department']],
    ['占比达到30%的有区财政局等2个部门', ['onTrack 30', '区财政局', true, 2, 'department']],
    ['占比未达到25%的有区财政局等2个部门', ['behind', '区财政局', true, 2, 'department']],
    ['占比在20%以下的有区财政局等2个部门', ['behind 20', '区财政局', true, 2, 'department']],
    ['没有单位未完成报送任务', ['unmet', '', false, 0, null]],
    ['各单位均有信息报送', ['noItems', '', false, 0, null]],
    ['各单位均未下达报送任务', ['noItemTarget', '', false, 'all', null]],
    ['要确保区财政局等2个部门完成任务', [null, '区财政局', true, 2, 'department']],
    ['区财政局等2个部门要力争完成任务', [null, '区财政局', true, 2, 'department']],
    ['主要是区财政局等2个部门完成任务', ['met', '区财政局', true, 2, 'department']],
    ['去年区财政局等2个部门完成任务', [null, '区财政局', true, 2, 'department']],
    ['12个部门完成报送任务', ['met', '', false, 12, 'department']],
    ['未完成的单位有16家', ['unmet', '', false, 16, null]],
    ['完成任务的单位共41个', ['met', '', false, 41, null]],
    ['零报送的单位1个', ['noItems', '', false, 1, null]],
    ['超额完成的有36个', ['exceeded', '', false, 36, null]],
    ['超额完成任务的镇街共有12个', ['exceeded', '', false, 12, 'town']],
    ['镇街中未完成的有5个', ['unmet', '', false, 5, 'town']],
    ['57个单位中未完成的有16个', ['unmet', '', false, 16, null]],
    ['全区单位有16家未完成任务', ['unmet', '', false, 16, null]],
    ['得分为0的单位共计12家', ['noPoints', '', false, 12, null]],
    ['信息被采用的单位有30家', [null, '', false, 30, null]],
    ['连续未完成任务的单位有3家', [null, '', false, 3, null]],
    ['完成任务但得分为0的单位有3家', [null, '', false, 3, null]],
    ['非零报送的单位有56家', [null, '', false, 56, null]],
    ['其中区财政局、区教育局报送为0', ['noItems', '区财政局 区教育局', false, null, null]],
  ])('%s', (text, claim) => expect(claims(text)).toEqual([claim]))

  test('that are named after 分别是 are of the number before it', () => {
    expect(claims('2个部门未完成报送任务，分别是区财政局、区教育局')).toEqual([
      ['unmet', '', false, 2, 'department'],
      ['unmet', '区财政局 区教育局', false, 2, 'department'],
    ])
    expect(claims('3个部门未完成报送任务，分别为区财政局、区教育局等')[1]).toEqual([
      'unmet',
      '区财政局 区教育局',
      true,
      3,
      'department',
    ])
  })

  test('that are named after 即 are of the number before it', () => {
    expect(claims('超额完成任务2个部门，即区财政局、区教育局')).toEqual([
      ['exceeded', '', false, 2, 'department'],
      ['exceeded', '区财政局 区教育局', false, 2, 'department'],
    ])
  })

  test('that stand in brackets behind a count are its parts', () => {
    expect(claims('未完成的单位有16家（11个部门、5个镇街）')).toEqual([
      ['unmet', '', false, 16, null],
      ['unmet', '', false, 11, 'department'],
      ['unmet', '', false, 5, 'town'],
    ])
  })

  test('a condition that is not understood takes none from its neighbours', () => {
    expect(claims('完成任务的单位共41个，被采用的单位有30个，镇街有12个').map(([of]) => of)).toEqual([
      'met',
      null,
      null,
    ])
  })

  test('that run on over a comma are of the words before them, else of those after them', () => {
    expect(claims('完成任务的有区财政局等2个部门，伍隍镇等3个镇街').map(([of]) => of)).toEqual(['met', 'met'])
    expect(claims('区财政局等2个部门，伍隍镇等3个镇街未完成任务').map(([of]) => of)).toEqual(['unmet', 'unmet'])
    expect(claims('区财政局等2个部门').map(([of]) => of)).toEqual([null])
  })

  test('that say 得分均为0 are the lists right before', () => {
    expect(claims('未下达任务的有区财政局等2个部门，得分均为0')).toEqual([
      ['noTarget', '区财政局', true, 2, 'department'],
      ['noPoints', '区财政局', true, 2, 'department'],
    ])
  })

  test('that lead by their share do so where the sentence speaks of it', () => {
    const leading = '按占年度任务的比重，部门中区财政局、区教育局等居前'
    expect(claims(leading)).toEqual([['leaders', '区财政局 区教育局', true, null, 'department']])
    expect(claims('部门中区财政局、区教育局等居前')).toEqual([])
  })

  test('are told in the words of the text, each with its place', () => {
    expect(read('完成任务的有区财政局等2个部门').claims[0]).toMatchObject({
      place: '正文第1段',
      group: { word: '部门', names: ['区财政局'] },
    })
  })
})
