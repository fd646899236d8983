import { ActionIcon, Indicator, Menu, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { RealDate } from '../ui/relative-date.tsx';
import { useSession } from './session-context.ts';

/** How often to look, in real ms. */
const LOOK_EVERY_MS = 20_000;

/** Comments in which somebody named the reader, with a count of those not read yet. Nothing for those who may not read journeys. */
export function MentionsBell() {
  const { t } = useTranslation('together');
  const { role } = useSession();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data = [] } = useQuery(trpc.comments.mentions.queryOptions(undefined, { enabled: role !== 'sdr', refetchInterval: LOOK_EVERY_MS }));
  const markRead = useMutation(
    trpc.comments.markRead.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: trpc.comments.mentions.queryKey() }) }),
  );
  if (role === 'sdr') return null;
  const unread = data.filter(({ read }) => !read).length;
  return (
    <Menu width={320} position="bottom-end" shadow="md" withinPortal>
      <Indicator label={unread} size={16} disabled={unread === 0} offset={4}>
        <Menu.Target>
          <ActionIcon aria-label={t('mentions.label', { count: unread })} data-testid="mentions">
            <IconBell size={18} />
          </ActionIcon>
        </Menu.Target>
      </Indicator>
      <Menu.Dropdown>
        <Menu.Label>{t('mentions.title')}</Menu.Label>
        {data.length === 0 && (
          <Text px="sm" pb="xs" c="dimmed">
            {t('mentions.none')}
          </Text>
        )}
        {data.slice(0, 10).map(({ commentId, journey, author, text, atReal, read }) => (
          <Menu.Item
            key={commentId}
            fw={read ? 400 : 600}
            onClick={() => {
              markRead.mutate({ commentIds: [commentId] });
              void navigate({ to: '/journeys/$id', params: { id: journey.id }, hash: 'comments' });
            }}
          >
            {t('mentions.line', { name: author.name, journey: journey.name })} <RealDate at={atReal} />
            <Text lineClamp={2} c="dimmed" size="sm">
              {text}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
