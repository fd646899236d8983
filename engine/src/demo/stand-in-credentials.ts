/** What the WeCom stand-in takes for its app's credentials. They open nothing but a stand-in; a test compares the two. */
export const STAND_IN_CREDENTIALS = {
  corpId: 'ww7e0d1a5c3b9f2468',
  secret: 'tendril-stand-in-secret-0000000000000000000',
  agentId: 1_000_002,
  callbackToken: 'tendrilStandInToken',
  callbackAesKey: 'dGVuZHJpbC1zdGFuZC1pbi1kZW1vLWFlcy1rZXkhISE',
} as const;
