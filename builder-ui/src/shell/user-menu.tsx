import { ActionIcon, Avatar, Menu, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { IconDeviceMobile, IconLogout, IconMailbox } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useLogOut } from '../auth/use-log-out.ts';
import { useLocale } from '../i18n/format.ts';
import { rememberLocale, toLocale } from '../i18n/locale.ts';
import { useSession } from './session-context.ts';

/** Language and looks; both are kept in the account and in this browser. */
function Preferences() {
  const { t, i18n } = useTranslation('shell');
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const save = useMutation(useTRPC().session.setPreferences.mutationOptions());
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <SegmentedControl
        fullWidth
        mx="xs"
        aria-label={t('language')}
        value={locale}
        data={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(value) => {
          const next = toLocale(value) ?? 'en';
          rememberLocale(window.localStorage, next);
          void i18n.changeLanguage(next);
          save.mutate({ locale: next });
        }}
      />
      <Menu.Label>{t('theme.title')}</Menu.Label>
      <SegmentedControl
        fullWidth
        mx="xs"
        mb="xs"
        aria-label={t('theme.title')}
        value={colorScheme}
        data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(value) => {
          const next = value === 'light' || value === 'dark' ? value : 'auto';
          setColorScheme(next);
          save.mutate({ theme: next });
        }}
      />
    </>
  );
}

/** Everything about the person who is logged in, and the demo's other doors. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const session = useSession();
  const logOut = useLogOut();
  return (
    <Menu width={248} position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="transparent" size={30} aria-label={t('account', { name: session.user.name })}>
          <Avatar size={28} radius="xl" color="vine" name={session.user.name} alt="" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt="xs" fw={600}>
          {session.user.name}
        </Text>
        <Text px="sm" pb="xs" c="dimmed">
          {session.user.email} · {t(`role.${session.role}`)}
        </Text>
        <Menu.Divider />
        <Preferences />
        <Menu.Divider />
        {session.demoLinks && (
          <>
            <Menu.Item component="a" href={session.demoLinks.mailbox} target="_blank" rel="noreferrer" leftSection={<IconMailbox size={16} />}>
              {t('demo.mailbox')}
            </Menu.Item>
            <Menu.Item component="a" href={session.demoLinks.phone} target="_blank" rel="noreferrer" leftSection={<IconDeviceMobile size={16} />}>
              {t('demo.phone')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={logOut}>
          {t('logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
