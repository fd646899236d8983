import { defineSentences } from '../sentences/define-sentences.ts';

const { texts, say } = defineSentences({
  'machine.unknown-node': {
    'zh-CN': '程序中没有步骤 {{node}}，旅程在此中止',
    en: 'The program has no step {{node}}; the journey stops here',
  },
  'machine.unknown-kind': {
    'zh-CN': '此安装没有步骤类型 {{kind}}，旅程在此中止',
    en: 'This installation has no step type {{kind}}; the journey stops here',
  },
  'machine.bad-config': {
    'zh-CN': '步骤类型 {{kind}} 读不懂此步骤的设置（{{field}}），旅程在此中止',
    en: 'The step type {{kind}} cannot read this step’s settings ({{field}}); the journey stops here',
  },
  'machine.bad-port': {
    'zh-CN': '步骤类型 {{kind}} 选择了未连接的出口 {{port}}，旅程在此中止',
    en: 'The step type {{kind}} chose the way out {{port}}, which leads nowhere; the journey stops here',
  },
  'machine.endless-wait': {
    'zh-CN': '步骤类型 {{kind}} 要无条件地永远等待，旅程在此中止',
    en: 'The step type {{kind}} wanted to wait for nothing, for ever; the journey stops here',
  },
  'machine.crashed': {
    'zh-CN': '步骤类型 {{kind}} 出错：{{message}}，旅程在此中止',
    en: 'The step type {{kind}} failed: {{message}}; the journey stops here',
  },
  'machine.runaway': {
    'zh-CN': '一次走了超过 {{limit, number}} 步而没有等待，旅程在此中止',
    en: 'Took more than {{limit, number}} steps without waiting; the journey stops here',
  },
  'machine.not-started': {
    'zh-CN': '线索尚未进入旅程，无法继续',
    en: 'The lead has not come in yet, so it cannot go on',
  },
  'machine.no-entry': {
    'zh-CN': '程序中没有入口 {{node}}，旅程在此中止',
    en: 'The program has no entry {{node}}; the journey stops here',
  },
  'machine.goal': { 'zh-CN': '达成目标「{{goal}}」：{{subject, subject}}', en: 'Reached the goal “{{goal}}”: {{subject, subject}}' },
  'machine.goal-before': {
    'zh-CN': '进入时已达成目标「{{goal}}」，不计入转化',
    en: 'Had reached the goal “{{goal}}” before coming in; not counted as reached here',
  },
  'machine.exit': { 'zh-CN': '符合退出条件：{{subject, subject}}', en: 'Meets a condition to leave: {{subject, subject}}' },
  'machine.jump': { 'zh-CN': '从任意位置跳到此处：{{subject, subject}}', en: 'Was taken here from where it was: {{subject, subject}}' },
  'machine.kept-time-out': {
    'zh-CN': '转到新版本后保留原来的截止时间，等到 {{until, instant}}',
    en: 'Kept the end that its wait had before it went over; waits until {{until, instant}}',
  },
  'machine.holdout': {
    'zh-CN': '属于对照组（{{percent}}%），不接收任何内容，仅作比较',
    en: 'Belongs to the holdout ({{percent}} %): gets nothing, to compare with',
  },
  'machine.quiet-hours': {
    'zh-CN': '处于免打扰时段，等到 {{until, instant}} 再发送',
    en: 'These are quiet hours; sends at {{until, instant}}',
  },
  'machine.cap': {
    'zh-CN': '已达上限（{{per, duration}}内最多 {{count}} 条），等到 {{until, instant}} 再发送',
    en: 'Has had the most messages allowed ({{count}} in {{per, duration}}); sends at {{until, instant}}',
  },
});

/** What the machine itself says in trails; node types bring their own sentences. */
export const machineTexts = texts;

/** Says a sentence of the machine. */
export const sayMachine = say;
