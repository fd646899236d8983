import { readCallbackMessage, readCallbackQuery, readEncryptedBody } from '@tendril/content/wecom-callback';
import { describe, expect, test } from 'vitest';

const ADDED = `<xml><ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1403610513</CreateTime>
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event><ChangeType><![CDATA[add_external_contact]]></ChangeType>
<UserID><![CDATA[007]]></UserID><ExternalUserID><![CDATA[wmA & B]]></ExternalUserID><State><![CDATA[c.qr1.x]]></State><WelcomeCode><![CDATA[WC]]></WelcomeCode></xml>`;

describe('a message', () => {
  test('keeps every field as text: a user id may look like a number', () => {
    expect(readCallbackMessage(ADDED)?.fields).toEqual({
      ToUserName: 'ww1',
      FromUserName: 'sys',
      CreateTime: '1403610513',
      MsgType: 'event',
      Event: 'change_external_contact',
      ChangeType: 'add_external_contact',
      UserID: '007',
      ExternalUserID: 'wmA & B',
      State: 'c.qr1.x',
      WelcomeCode: 'WC',
    });
  });

  test('of a card gives what was chosen, one option or several', () => {
    const xml = `<xml><Event>template_card_event</Event><SelectedItems><SelectedItem><QuestionKey>reason</QuestionKey><OptionIds><OptionId>not_icp</OptionId></OptionIds></SelectedItem>
      <SelectedItem><QuestionKey>more</QuestionKey><OptionIds><OptionId>a</OptionId><OptionId>b</OptionId></OptionIds></SelectedItem></SelectedItems></xml>`;

    expect(readCallbackMessage(xml)?.selections).toEqual({ reason: ['not_icp'], more: ['a', 'b'] });
  });

  test('has one key for all its repeats, and another than a customer of the same second', () => {
    const other = ADDED.replace('wmA & B', 'wmC');

    expect(readCallbackMessage(ADDED)?.dedupeKey).toBe(readCallbackMessage(ADDED)?.dedupeKey);
    expect(readCallbackMessage(other)?.dedupeKey).not.toBe(readCallbackMessage(ADDED)?.dedupeKey);
  });

  test.each([
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><xml><A>&a;</A></xml>'],
    ['no xml', 'hello'],
    ['another root', '<html><a>1</a></html>'],
    ['more than a megabyte', `<xml><A>${'x'.repeat(1_000_001)}</A></xml>`],
  ])('with %s is none', (_name, xml) => {
    expect(readCallbackMessage(xml)).toBeNull();
    expect(readEncryptedBody(xml)).toBeNull();
  });
});

test('the sealed part is found in the body', () => {
  expect(
    readEncryptedBody('<xml><ToUserName><![CDATA[ww1]]></ToUserName><AgentID>1000002</AgentID><Encrypt><![CDATA[ab+/==]]></Encrypt></xml>'),
  ).toBe('ab+/==');
});

describe('the query', () => {
  test('keeps the plus signs of base64, escaped or not', () => {
    expect(readCallbackQuery('/wecom?msg_signature=s&timestamp=1&nonce=2&echostr=a+b%2Bc%2F%3D%3D')).toEqual({
      signature: 's',
      timestamp: '1',
      nonce: '2',
      echo: 'a+b+c/==',
    });
  });

  test('of a message has no echo', () => {
    expect(readCallbackQuery('/wecom?msg_signature=s&timestamp=1&nonce=2')).toMatchObject({ echo: null });
  });

  test.each(['/wecom', '/wecom?timestamp=1&nonce=2', '/wecom?msg_signature=%E0%A4%A&timestamp=1&nonce=2'])('%s is none of a callback', (url) => {
    expect(readCallbackQuery(url)).toBeNull();
  });
});
