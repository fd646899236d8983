import { createStandIn, demoCredentials } from '@tendril/wecom-stand-in';

const { corpId, secret } = demoCredentials;

/** Speaks to a stand-in as an app does (`get`, `call`) and as people do (`person`), with a clock that the test moves. */
export async function openStandIn(options: Parameters<typeof createStandIn>[0] = {}) {
  const clock = { at: Date.UTC(2026, 10, 24, 4) };
  const standIn = await createStandIn({ dispatchMs: 0, callbackRetryMs: 5, now: () => clock.at, ...options });
  const get = async (path: string) => (await fetch(`${standIn.url}/cgi-bin/${path}`)).json();
  const send = async (path: string, body: unknown, method = 'POST') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return (await fetch(`${standIn.url}${path}`, { method, headers: { 'content-type': 'application/json' }, body: text })).json();
  };
  const token = async (): Promise<string> => (await get(`gettoken?corpid=${corpId}&corpsecret=${secret}`)).access_token;
  return {
    standIn,
    clock,
    get,
    token,
    read: async (path: string) => get(`${path}${path.includes('?') ? '&' : '?'}access_token=${await token()}`),
    call: async (path: string, body: unknown) => send(`/cgi-bin/${path}?access_token=${await token()}`, body),
    person: (path: string, body: unknown) => send(`/stand-in/${path}`, body),
    customer: async (name = '李雷', staff = 'zhangsan'): Promise<string> => (await send('/stand-in/customers', { name, staff })).external_userid,
    phones: async (query = '') => (await fetch(`${standIn.url}/stand-in/phones?${query}`)).json(),
    async [Symbol.asyncDispose]() {
      await standIn.stop();
    },
  };
}

export type OpenStandIn = Awaited<ReturnType<typeof openStandIn>>;

/** A mass message as an app asks for it. */
export const massMessage = (sender: string | undefined, customers: readonly string[], text = '您好') => ({
  chat_type: 'single',
  ...(sender === undefined ? {} : { sender }),
  external_userid: customers,
  text: { content: text },
});
