import { Alert, Button, Loader, Select, TextInput } from '@mantine/core';
import { IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence.ts';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useRealTimeValue } from '../ui/use-clock-value.ts';
import { useSentence } from '../ui/use-sentence.ts';
import css from './test-send.module.css';

type Test = Answers['tryOut']['testSend'];

/** How often the result is asked for while it is out, in real ms. */
const EVERY_MS = 700;

/** After this a test that nobody took up means that the worker is away (real ms). */
const LONG_MS = 30_000;

const isOut = (test: Test | undefined): boolean => test === undefined || test.status === 'queued' || test.status === 'sending';

function Pending({ since }: { readonly since: string | undefined }) {
  const { t } = useTranslation('tryout');
  const late = useRealTimeValue((now) => since !== undefined && now - Date.parse(since) > LONG_MS);
  return (
    <p className={css['result']} role="status">
      <Loader size={14} /> {t(late ? 'test.late' : 'test.onItsWay')}
    </p>
  );
}

/** What came of one test: taken by the channel, or the sentence of what is wrong. */
function Result({ id }: { readonly id: string }) {
  const { t } = useTranslation('tryout');
  const sentence = useSentence('messages:reason');
  const errorSentence = useErrorSentence();
  const { data: test, error } = useQuery(
    useTRPC().tryOut.testSend.queryOptions({ id }, { refetchInterval: ({ state }) => (isOut(state.data) ? EVERY_MS : false) }),
  );
  if (error !== null && test === undefined)
    return (
      <Alert color="red" role="alert">
        {errorSentence(error)}
      </Alert>
    );
  if (test === undefined || isOut(test)) return <Pending since={test?.createdAtReal} />;
  if (test.status === 'sent')
    return (
      <p className={css['result']} role="status" data-tone="ok" data-testid="test-result">
        <IconCircleCheck size={16} aria-hidden /> {t(`test.sent.${test.channel}`, { address: test.address })}
      </p>
    );
  return (
    <Alert color={test.status === 'unknown' ? 'yellow' : 'red'} role="alert" data-testid="test-result">
      {test.reason === null ? t('test.failed') : sentence(test.reason)}
    </Alert>
  );
}

const TYPED = 'typed';

interface TestSendProps {
  readonly templateKey: string;
  readonly channel: 'email' | 'wecom';
  /** Whose values are filled in; undefined: the made-up lead's. */
  readonly leadId: string | undefined;
}

/** Sends the step's message to oneself, a colleague or a typed address, through the real channel, and says what came of it. */
export function TestSend({ templateKey, channel, leadId }: TestSendProps) {
  const { t } = useTranslation('tryout');
  const errorSentence = useErrorSentence();
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const { data: people = [], error: unread } = useQuery(trpc.tryOut.recipients.queryOptions(undefined, { staleTime: 60_000 }));
  const send = useMutation(trpc.tryOut.sendTest.mutationOptions());
  const able = channel === 'email' ? people : people.filter(({ onWecom }) => onWecom);
  const to = chosen ?? able[0]?.userId ?? (channel === 'email' ? TYPED : null);
  const options = [
    ...able.map(({ userId, name, email, isCaller }) => ({
      value: userId,
      label: isCaller ? t('test.me', { name }) : channel === 'email' ? `${name} · ${email}` : name,
    })),
    ...(channel === 'email' ? [{ value: TYPED, label: t('test.typed') }] : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to === null) return;
    send.mutate({
      templateKey,
      to: to === TYPED ? { is: 'address', address } : { is: 'member', userId: to },
      ...(leadId === undefined ? {} : { leadId }),
    });
  };
  if (unread !== null && people.length === 0)
    return (
      <Alert color="red" role="alert">
        {errorSentence(unread)}
      </Alert>
    );
  if (channel === 'wecom' && people.length > 0 && able.length === 0) return <p className="muted">{t('test.nobodyOnWecom')}</p>;
  return (
    <form className={css['form']} onSubmit={submit} aria-label={t('test.title')} data-testid="test-send">
      <div className={css['line']}>
        <Select label={t('test.to')} data={options} value={to} allowDeselect={false} onChange={setChosen} />
        <Button type="submit" variant="default" leftSection={<IconSend size={14} />} loading={send.isPending} disabled={to === null}>
          {t('test.send')}
        </Button>
      </div>
      {to === TYPED && (
        <TextInput
          type="email"
          required
          label={t('test.address')}
          placeholder="name@example.com"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      )}
      {send.error !== null && (
        <Alert color="red" role="alert" data-testid="test-result">
          {errorSentence(send.error)}
        </Alert>
      )}
      {send.data !== undefined && !send.isPending && <Result key={send.data.id} id={send.data.id} />}
      <p className={css['help']}>{t(`test.help.${channel}`)}</p>
    </form>
  );
}
