import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from './logo.tsx';
import { homeOf, NAVIGATION } from './navigation.ts';
import css from './navigation-rail.module.css';
import { useSession } from './session-context.ts';

/** The way through the product: only pages the role may open. Narrow where a page needs the width. */
export function NavigationRail({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('shell');
  const { role, workspace } = useSession();
  return (
    <nav className={css['rail']} data-narrow={narrow} aria-label={t('navigation')}>
      <Link to={homeOf(role)} className={css['brand']} aria-label={narrow ? t('home') : `${workspace.name}: ${t('home')}`}>
        <Logo />
        {!narrow && <span>{workspace.name}</span>}
      </Link>
      <ul>
        {NAVIGATION.filter((item) => item.roles.includes(role)).map(({ to, text, icon: Icon }) => (
          <li key={to}>
            <Tooltip label={t(`page.${text}`)} position="right" disabled={!narrow}>
              <Link to={to} className={css['item']} activeProps={{ 'aria-current': 'page' }} aria-label={t(`page.${text}`)}>
                <Icon size={18} stroke={1.7} aria-hidden />
                {!narrow && <span>{t(`page.${text}`)}</span>}
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
