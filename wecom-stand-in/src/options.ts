/** How a stand-in is set up. Everything has a default that suits a demo on one machine. */
export interface StandInOptions {
  /** Port to listen on; 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on. The stand-in has no log-in, so it stays on the loopback unless told otherwise. */
  readonly host?: string;
  /** File that holds the state; null keeps it in memory only. */
  readonly stateFile?: string | null;
  readonly corpId?: string;
  readonly secret?: string;
  readonly agentId?: number;
  /** Where events are posted to; null while nobody listens. */
  readonly callbackUrl?: string | null;
  readonly callbackToken?: string;
  /** 43 characters of base64, as in WeCom's settings. */
  readonly callbackAesKey?: string;
  /** Keys under which group robots can be written to. */
  readonly robotKeys?: readonly string[];
  readonly staff?: readonly { readonly userid: string; readonly name: string; readonly title: string }[];
  /** UTC instant in ms. */
  readonly now?: () => number;
  /** How long a fresh mass-send task answers 41063, in ms. */
  readonly dispatchMs?: number;
  /** Pause between the three attempts of a callback, in ms. */
  readonly callbackRetryMs?: number;
}

export type Settings = Required<StandInOptions>;

/** The credentials of the demo. They open nothing but a stand-in. */
export const demoCredentials = {
  corpId: 'ww7e0d1a5c3b9f2468',
  secret: 'tendril-stand-in-secret-0000000000000000000',
  agentId: 1_000_002,
  callbackToken: 'tendrilStandInToken',
  callbackAesKey: 'dGVuZHJpbC1zdGFuZC1pbi1kZW1vLWFlcy1rZXkhISE',
  robotKey: '00000000-0000-4000-8000-000000000001',
} as const;

const demoStaff = [
  { userid: 'zhangsan', name: '张三', title: '销售顾问' },
  { userid: 'lisi', name: '李四', title: '售前顾问' },
  { userid: 'wangwu', name: '王五', title: '客户成功' },
];

/** Fills in what was left out. */
export const settingsOf = (options: StandInOptions): Settings => ({
  port: 0,
  host: '127.0.0.1',
  stateFile: null,
  corpId: demoCredentials.corpId,
  secret: demoCredentials.secret,
  agentId: demoCredentials.agentId,
  callbackUrl: null,
  callbackToken: demoCredentials.callbackToken,
  callbackAesKey: demoCredentials.callbackAesKey,
  robotKeys: [demoCredentials.robotKey],
  staff: demoStaff,
  now: Date.now,
  dispatchMs: 800,
  callbackRetryMs: 1_000,
  ...options,
});
