import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shell/page-header.tsx';
import { useSession } from '../../shell/session-context.ts';
import { Page } from '../../ui/page.tsx';
import { useSearchText } from '../../ui/use-search-text.ts';
import { ChannelsSection } from './channels-section.tsx';
import { ClockSection } from './clock-section.tsx';
import { IntakeKeysSection } from './intake-keys-section.tsx';
import { MembersSection } from './members-section.tsx';
import { PublishingSection } from './publishing-section.tsx';
import { ScoringSection } from './scoring-section.tsx';
import { SendingSection } from './sending-section.tsx';
import type { Role } from './settings-answers.ts';

interface Section {
  readonly key: 'members' | 'keys' | 'scoring' | 'sending' | 'channels' | 'publishing' | 'clock';
  readonly body: ComponentType;
  readonly roles: readonly Role[];
}

const SECTIONS: readonly Section[] = [
  { key: 'members', body: MembersSection, roles: ['admin'] },
  { key: 'keys', body: IntakeKeysSection, roles: ['admin'] },
  { key: 'scoring', body: ScoringSection, roles: ['marketer', 'admin'] },
  { key: 'sending', body: SendingSection, roles: ['marketer', 'admin'] },
  { key: 'channels', body: ChannelsSection, roles: ['admin'] },
  { key: 'publishing', body: PublishingSection, roles: ['admin'] },
  { key: 'clock', body: ClockSection, roles: ['admin'] },
];

/** How the workspace is set up. Marketers come here for the score rules and the sending rules. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'shell']);
  const { role } = useSession();
  const sections = SECTIONS.filter(({ roles }) => roles.includes(role));
  const [text, setSection] = useSearchText('section');
  const open = sections.find(({ key }) => key === text) ?? sections[0];
  return (
    <>
      <PageHeader title={t('shell:page.settings')} />
      <Page>
        {open === undefined ? (
          <p>{t('notForYou')}</p>
        ) : (
          <Tabs value={open.key} onChange={(value) => setSection(value ?? undefined)} keepMounted={false}>
            <Tabs.List mb={16}>
              {sections.map(({ key }) => (
                <Tabs.Tab key={key} value={key}>
                  {t(`section.${key}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {sections.map(({ key, body: Body }) => (
              <Tabs.Panel key={key} value={key}>
                <Body />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Page>
    </>
  );
}
