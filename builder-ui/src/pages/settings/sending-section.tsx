import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SendingRules } from '@tendril/journey/model';
import { sendingRulesSchema } from '@tendril/journey/schema';
import { rulesInWords } from '@tendril/journey/sending';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useLocale } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { SectionHead } from './section-head.tsx';
import { SendingForm } from './sending-form.tsx';
import css from './settings.module.css';
import type { SendingView } from './settings-answers.ts';

/** What all journeys together may send to a lead and to a company. */
export function SendingSection() {
  const { t } = useTranslation('settings');
  const query = useQuery(useTRPC().sending.rules.queryOptions());
  return (
    <>
      <SectionHead note={t('sending.note')} />
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(view) => <Rules key={JSON.stringify(view.rules)} view={view} />}
      </Loaded>
    </>
  );
}

function Rules({ view }: { readonly view: SendingView }) {
  const { t } = useTranslation(['settings', 'ui']);
  const [draft, setDraft] = useState<SendingRules>(view.rules);
  const save = useSaveRules();
  const sound = sendingRulesSchema.safeParse(draft).success;
  const changed = JSON.stringify(draft) !== JSON.stringify(view.rules);
  return (
    <div className={css['sending']}>
      <Stack gap="lg">
        <SendingForm rules={draft} onChange={setDraft} />
        <Group gap="xs">
          <Button disabled={!changed || !sound} loading={save.isPending} onClick={() => save.mutate({ rules: draft })}>
            {t('sending.save')}
          </Button>
          <Button variant="default" disabled={!changed || save.isPending} onClick={() => setDraft(view.rules)}>
            {t('sending.takeBack')}
          </Button>
          <Button variant="subtle" disabled={save.isPending} onClick={() => setDraft(view.usual)}>
            {t('sending.usual')}
          </Button>
        </Group>
        {sound ? null : (
          <p role="alert" className="muted">
            {t('sending.unsound')}
          </p>
        )}
      </Stack>
      <Aside draft={draft} sound={sound} view={view} />
    </div>
  );
}

/** The draft in words, and what is held back by the rules in force. */
function Aside({ draft, sound, view }: { readonly draft: SendingRules; readonly sound: boolean; readonly view: SendingView }) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const words = sound ? rulesInWords(draft, locale) : [];
  return (
    <Card title={t('sending.inWords')}>
      {words.length === 0 ? (
        <p className="muted">{t('sending.none')}</p>
      ) : (
        <ul className={css['sentences']}>
          {words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p className="muted">
        {view.held === 0 ? (
          t('sending.heldNone')
        ) : (
          <Link to="/messages" search={{ status: 'held' }} className={css['toLedger']}>
            {t('sending.held', { count: view.held })}
          </Link>
        )}
      </p>
    </Card>
  );
}

function useSaveRules() {
  const { t } = useTranslation('settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation(
    trpc.sending.saveRules.mutationOptions({
      onError: toasts.failed,
      onSuccess: async ({ looked }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.sending.rules.queryKey() });
        toasts.done(looked === 0 ? t('sending.saved') : t('sending.savedLooked', { count: looked }));
      },
    }),
  );
}
