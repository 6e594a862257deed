import type { heads } from './phrases'

/**
 * The sentences around a topic. In them stand {u} the unit, {t} the topic, {d} a time, {who} whom the unit works
 * through.
 */
export type Angle = { title: string; opening: string; unless?: RegExp; heads?: keyof typeof heads }

export const mark = '【样例】'
export const closingLine = '（本条为演示样例，不反映真实情况。）'

/** 动态: what was done lately. */
export const news: readonly Angle[] = [
  {
    title: '{u}扎实推进{t}',
    opening: '{d}，{u}坚持问题导向，细化任务分工，压实工作责任，扎实推进{t}各项任务落地落细。',
  },
  {
    title: '{u}“三举措”抓好{t}',
    opening: '今年以来，{u}紧盯目标任务，找准薄弱环节，采取三项举措抓好{t}，工作取得积极进展。',
  },
  {
    title: '{u}安排部署{t}',
    opening: '{d}，{u}召开专题会议，传达学习上级有关要求，分析当前形势，对{t}进行再安排再部署。',
  },
  {
    title: '{u}督查{t}落实情况',
    opening: '{d}，{u}组成督查组，采取听汇报、查资料、看现场等方式，对{t}落实情况开展专项督查。',
    unless: /督查|检查|宣传|落实/,
  },
  {
    title: '{u}举办{t}业务培训',
    opening: '{d}，{u}举办{t}业务培训会，围绕政策要点、操作流程和常见问题进行讲解，{who}有关人员参加培训。',
    unless: /宣传|培训|慰问|活动|演出|促|提升|回头看|准备|检查/,
  },
  {
    title: '{u}“三个到位”抓实{t}',
    opening: '{d}，{u}突出责任到位、措施到位、保障到位，把{t}作为当前重点工作抓紧抓实，确保取得实效。',
  },
  { title: '{u}多点发力做好{t}', opening: '{d}，{u}聚焦群众关切和企业需求，多点发力、精准施策，有力有序做好{t}。' },
  {
    title: '{u}深入基层调研{t}',
    opening: '{d}，{u}负责同志带队深入基层一线，实地了解{t}进展情况，与干部群众面对面交流，听取意见建议。',
    unless: /调研|调查/,
  },
  {
    title: '{u}加快推进{t}',
    opening: '{d}，{u}对照年度目标倒排时间、挂图作战，统筹力量加快推进{t}，目前各项工作进展顺利。',
  },
  {
    title: '{u}开展{t}“回头看”',
    opening: '{d}，{u}对前期发现的问题逐项核对整改情况，开展{t}“回头看”，严防问题反弹、工作松劲。',
    unless: /回头看|准备|慰问/,
  },
  {
    title: '{u}强化部门联动推进{t}',
    opening: '{d}，{u}主动加强与有关部门的沟通协作，健全信息互通、力量互补的工作机制，合力推进{t}。',
  },
  {
    title: '{u}三季度{t}有序推进',
    opening: '进入三季度以来，{u}对标年度目标任务，及时梳理短板弱项，统筹安排、精准发力，推动{t}有序开展。',
  },
  {
    title: '{u}打好{t}“组合拳”',
    opening: '{d}，{u}围绕重点难点问题，综合运用宣传引导、日常监管、服务保障等手段，打好{t}“组合拳”。',
  },
  {
    title: '{u}专题研究{t}',
    opening: '{d}，{u}召开会议专题研究{t}，听取前期工作进展情况汇报，分析存在问题，研究部署下一步重点任务。',
  },
  {
    title: '{u}持续用力抓好{t}',
    opening: '{d}，{u}保持工作力度不减，盯住重点环节和关键节点持续用力，推动{t}取得新的进展。',
  },
]

/** 经验成效: what worked. */
export const experience: readonly Angle[] = [
  {
    title: '{u}“三强化”推动{t}见实效',
    heads: 'strengthen',
    opening: '今年以来，{u}把{t}摆在突出位置，坚持目标导向和结果导向相统一，通过“三强化”推动工作见行见效。',
  },
  {
    title: '{u}探索创新{t}工作方式',
    opening: '今年以来，{u}立足实际，主动破解制约{t}的堵点难点，积极探索务实管用的工作方式，形成了一些做法。',
  },
  {
    title: '{u}{t}取得阶段性成效',
    opening: '今年以来，{u}紧扣年度目标任务，加强组织领导，创新工作方法，{t}取得阶段性成效。',
  },
  {
    title: '{u}以“小切口”做实{t}',
    opening: '{d}，{u}从群众反映最集中的具体问题入手，以“小切口”做实{t}，推动工作由面上铺开向纵深发展。',
  },
  {
    title: '{u}构建{t}长效机制',
    opening: '{d}，{u}系统总结前期经验做法，注重把管用的措施固化为制度，着力构建{t}长效机制。',
    unless: /慰问|准备|编制|普查/,
  },
  {
    title: '{u}{t}工作的主要做法',
    opening: '今年以来，{u}坚持一手抓任务落实、一手抓机制完善，统筹推进{t}，主要做法如下。',
    unless: /工作/,
  },
  {
    title: '{u}“三聚焦”提升{t}质效',
    heads: 'focus',
    opening: '{d}，{u}聚焦重点任务、聚焦薄弱环节、聚焦群众感受，不断优化工作流程，着力提升{t}质效。',
    unless: /提升|质量/,
  },
]

/** 困难问题: what is hard. */
export const problems: readonly Angle[] = [
  {
    title: '{u}反映{t}存在的困难和问题',
    opening: '据{u}反映，当前{t}总体推进有序，但在具体落实过程中仍存在一些困难和问题，需引起重视。',
  },
  {
    title: '{u}反映{t}面临“三难”',
    opening: '{d}，{u}通过走访座谈、实地查看等方式对{t}进行了调研，发现工作推进中仍面临“三难”。',
  },
  {
    title: '{u}调研反映{t}短板亟待补齐',
    opening: '{d}，{u}组织人员对{t}开展专题调研，调研反映，工作中仍有短板弱项亟待补齐。',
    unless: /调研/,
  },
  {
    title: '当前{u}{t}需关注的几个问题',
    opening: '{d}，{u}对{t}开展情况进行了梳理分析，总体看工作平稳有序，但有几个问题需要关注。',
  },
]

/** 意见建议: what would help. */
export const suggestionSentences: readonly Angle[] = [
  { title: '{u}关于进一步做好{t}的建议', opening: '{d}，{u}围绕{t}开展专题调研，广泛听取基层和群众意见。调研发现，' },
  {
    title: '{u}建议多措并举加强{t}',
    opening: '{u}结合日常工作，对{t}中的突出问题进行了分析。从掌握情况看，',
    unless: /加强|制止/,
  },
  {
    title: '{u}对完善{t}机制的思考和建议',
    opening: '{d}，{u}对{t}情况进行了认真梳理，并与有关单位座谈交流。总的来看，',
    unless: /机制|慰问/,
  },
]

export const genres = [
  { name: 'news', angles: news, weight: 60 },
  { name: 'experience', angles: experience, weight: 19 },
  { name: 'problems', angles: problems, weight: 13 },
  { name: 'suggestions', angles: suggestionSentences, weight: 8 },
] as const
export type Genre = (typeof genres)[number]['name']
