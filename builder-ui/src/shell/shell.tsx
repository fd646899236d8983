import { useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toLocale } from '../i18n/locale.ts';
import { Alerts } from './alerts.tsx';
import { ClockChip } from './clock-chip.tsx';
import { HeaderSlotsContext } from './header-slots.ts';
import { MentionsBell } from './mentions-bell.tsx';
import { NavigationRail } from './navigation-rail.tsx';
import { PublishingNews } from './publishing-news.tsx';
import { type Session, SessionContext } from './session-context.ts';
import css from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

/** Language and looks follow the person from machine to machine: the account's choice wins at log-in. */
function useAccountPreferences(session: Session): void {
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const locale = toLocale(session.user.locale);
  const scheme = session.user.theme;
  useEffect(() => {
    if (locale) void i18n.changeLanguage(locale);
  }, [i18n, locale]);
  useEffect(() => {
    if (scheme === 'light' || scheme === 'dark' || scheme === 'auto') setColorScheme(scheme);
  }, [scheme, setColorScheme]);
}

/** What every page has around it: navigation by role, the header, the workspace's clock and the person's menu. */
export function Shell({ session }: { readonly session: Session }) {
  const { t } = useTranslation('shell');
  const [title, setTitle] = useState<HTMLElement | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const slots = useMemo(() => ({ title, actions }), [title, actions]);
  const wide = useMatches({ select: (matches) => matches.some((match) => match.staticData.wide === true) });
  const small = useMediaQuery('(max-width: 820px)');
  const narrow = wide || small === true;
  useAccountPreferences(session);
  return (
    <SessionContext value={session}>
      <HeaderSlotsContext value={slots}>
        <div className={css['shell']}>
          <a href="#main" className={css['skip']}>
            {t('skip')}
          </a>
          <NavigationRail narrow={narrow} />
          <header className={css['header']}>
            <div className={css['slot']} ref={setTitle} />
            <div className={css['space']} />
            <ClockChip clock={session.workspace.clock} />
            <div className={css['slot']} ref={setActions} />
            <MentionsBell />
            <UserMenu />
          </header>
          <div className={css['news']}>
            <Alerts />
            <PublishingNews />
          </div>
          <main id="main" className={css['main']} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </HeaderSlotsContext>
    </SessionContext>
  );
}
