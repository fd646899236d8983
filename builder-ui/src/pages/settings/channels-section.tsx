import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { EditChannel } from './edit-channel.tsx';
import { SectionHead } from './section-head.tsx';
import css from './settings.module.css';
import type { Channel } from './settings-answers.ts';

/** Which channels can send and where to, and the way to set them up. Secrets are never shown. */
export function ChannelsSection() {
  const { t } = useTranslation('settings');
  const query = useQuery(useTRPC().settings.channels.queryOptions());
  return (
    <>
      <SectionHead note={t('channels.note')} />
      <Loaded query={query} skeleton={<SkeletonLines count={4} height={24} />}>
        {(channels) => (
          <div className={css['cards']}>
            {channels.map((channel) => (
              <ChannelCard key={channel.channel} channel={channel} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

function ChannelCard({ channel: row }: { readonly channel: Channel }) {
  const { t } = useTranslation(['settings', 'leads']);
  const { channel, configured, target, sender, updatedAtReal } = row;
  const [editing, setEditing] = useState(false);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t(`channels.target.${channel}`), target],
    [t(`channels.sender.${channel}`, { defaultValue: '' }), sender],
    [t('channels.updated'), updatedAtReal === null ? null : <RealDate key="at" at={updatedAtReal} />],
  ];
  return (
    <Card
      title={t(`leads:channel.${channel}`)}
      aside={<Chip tone={configured ? 'live' : 'warn'}>{t(configured ? 'channels.ready' : 'channels.missing')}</Chip>}
    >
      {configured ? (
        <dl className={css['facts']}>
          {facts.map(([name, value]) =>
            value === null ? null : (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
          )}
        </dl>
      ) : (
        <p>{t(`channels.missingHelp.${channel}`)}</p>
      )}
      <div className={css['buttons']}>
        <Button variant="default" onClick={() => setEditing(true)}>
          {t(configured ? 'channels.change' : 'channels.setUp')}
        </Button>
      </div>
      <EditChannel channel={row} opened={editing} onClose={() => setEditing(false)} />
    </Card>
  );
}
