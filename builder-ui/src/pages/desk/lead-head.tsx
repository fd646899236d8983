import { Button } from '@mantine/core';
import { IconBrandWechat, IconMail, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import css from './desk.module.css';
import type { Handoff } from './desk-answers.ts';

/** Who it is, where from, and every way to reach the person. */
export function LeadHead({ handoff, children }: { readonly handoff: Handoff; readonly children?: ReactNode }) {
  const { t } = useTranslation(['desk', 'leads']);
  const { lead } = handoff;
  const facts = [
    lead.city,
    lead.companyDetail?.industry,
    lead.companyDetail?.size,
    lead.source === null ? null : t('cameBy', { source: lead.source }),
    lead.owner === null ? null : t('owner', { owner: lead.owner }),
    t(`leads:stage.${lead.stage}`, { defaultValue: lead.stage }),
  ].filter((fact) => fact !== null && fact !== undefined && fact !== '');
  return (
    <header className={css['head']}>
      <div className={css['who']}>
        <h2>
          <Link to="/leads/$id" params={{ id: lead.id }} className={css['name']}>
            {lead.name ?? t('nameless')}
          </Link>{' '}
          <span className={css['role']}>{[lead.title, lead.company].filter(Boolean).join(' · ')}</span>
        </h2>
        <p>{facts.join(' · ')}</p>
      </div>
      <div className={css['actions']}>
        <Channels handoff={handoff} />
        {children}
      </div>
    </header>
  );
}

function Channels({ handoff: { lead } }: { readonly handoff: Handoff }) {
  const { t } = useTranslation('desk');
  const isFriend = lead.identities.some(({ kind }) => kind === 'wecom');
  return (
    <>
      {lead.phone === null ? null : (
        <span className={css['reach']}>
          <Button component="a" href={`tel:${lead.phone}`} variant="default" leftSection={<IconPhone size={15} aria-hidden />} title={lead.phone}>
            {t('reach.call')}
          </Button>
          <CopyButton value={lead.phone} what={t('reach.phone')} />
        </span>
      )}
      {lead.email === null ? null : (
        <span className={css['reach']}>
          <Button component="a" href={`mailto:${lead.email}`} variant="default" leftSection={<IconMail size={15} aria-hidden />} title={lead.email}>
            {t('reach.email')}
          </Button>
          <CopyButton value={lead.email} what={t('reach.address')} />
        </span>
      )}
      {isFriend ? (
        <span className="chip">
          <IconBrandWechat size={14} aria-hidden />
          {t('reach.wecomFriend')}
        </span>
      ) : null}
    </>
  );
}
