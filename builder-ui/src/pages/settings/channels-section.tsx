import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { SectionHead } from './section-head.tsx';
import css from './settings.module.css';
import type { Channel } from './settings-answers.ts';

/** Which channels can send, and where to. Secrets are never shown. */
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

function ChannelCard({ channel: { channel, configured, target, sender, updatedAtReal } }: { readonly channel: Channel }) {
  const { t } = useTranslation(['settings', 'leads']);
  return (
    <Card
      title={t(`leads:channel.${channel}`)}
      aside={<Chip tone={configured ? 'live' : 'warn'}>{t(configured ? 'channels.ready' : 'channels.missing')}</Chip>}
    >
      {configured ? (
        <dl className={css['facts']}>
          <dt>{t(`channels.target.${channel}`)}</dt>
          <dd>{target ?? '–'}</dd>
          <dt>{t(`channels.sender.${channel}`)}</dt>
          <dd>{sender ?? '–'}</dd>
          {updatedAtReal === null ? null : (
            <>
              <dt>{t('channels.updated')}</dt>
              <dd>
                <RealDate at={updatedAtReal} />
              </dd>
            </>
          )}
        </dl>
      ) : (
        <p style={{ margin: 0 }}>{t(`channels.missingHelp.${channel}`)}</p>
      )}
    </Card>
  );
}
