import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from '../inspector/inspector.module.css';

interface PanelFrameProps {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel that stands in the inspector's place until it is closed. */
export function PanelFrame({ title, label, onClose, children }: PanelFrameProps) {
  const { t } = useTranslation('canvas');
  return (
    <aside className={css['panel']} aria-label={label} data-region="inspector">
      <div className={css['scroll']}>
        <header className={css['head']}>
          <div className={css['names']}>
            <h2>{title}</h2>
          </div>
          <ActionIcon aria-label={t('panel.close')} onClick={onClose}>
            <IconX size={17} />
          </ActionIcon>
        </header>
        {children}
      </div>
    </aside>
  );
}
