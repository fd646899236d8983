import type { Locale } from '@tendril/journey/model';

const TEXT: Readonly<Record<Locale, string>> = {
  en: `tendril: nurture journeys on the command line

  tendril check <file…>            compile, and play the saved tests
      --strict                     warnings count as errors
      --zone <zone>                the workspace's time zone (Asia/Shanghai)
  tendril simulate <file>          the story of one lead
      --script <file>              what the lead is and does, as JSON
      --entry <step>               by which entry it comes in
      --start <date>               when, such as 2026-03-02T10:00
      --leads <n>                  a forecast for so many invented leads instead
      --days <n>                   how far to look (60)
      --seed <text>                another seed, other leads (1)
  tendril diff <before> <after>    what has changed in meaning
  tendril fmt <file…>              write in the canonical form; - reads standard input
      --check                      only say what is not

  every command: --json for machines, --lang zh|en
  exit codes: 0 fine · 1 errors, failed tests, differences or unformatted files · 2 not understood`,
  'zh-CN': `tendril：命令行上的培育旅程

  tendril check <文件…>            编译，并运行保存的测试
      --strict                     警告也算错误
      --zone <时区>                工作区时区（Asia/Shanghai）
  tendril simulate <文件>          一条线索的经历
      --script <文件>              线索是谁、做了什么（JSON）
      --entry <步骤>               从哪个入口进入
      --start <日期>               何时进入，例如 2026-03-02T10:00
      --leads <数量>               改为对若干虚构线索做预测
      --days <天数>                预测多少天（60）
      --seed <文字>                换一个种子，换一批线索（1）
  tendril diff <旧> <新>           含义上有何改变
  tendril fmt <文件…>              写成规范格式；- 表示标准输入
      --check                      只报告，不改写

  所有命令：--json 供程序读取，--lang zh|en 选择语言
  退出码：0 正常 · 1 有错误、测试未通过、有差异或未格式化 · 2 命令有误`,
};

/** How to use the command line. */
export function usage(locale: Locale): string {
  return TEXT[locale];
}
