import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { Json } from '@tendril/journey/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../canvas/editor.ts';
import css from '../inspector.module.css';
import { useNames } from '../use-names.ts';

/** Where templates are written; `+` stands for one that does not exist yet. */
const addressOf = (key: string): string => `/templates?template=${encodeURIComponent(key)}`;

/** A picker of templates with the ways to write one: the chosen one, or a new one. They open beside the canvas. */
export function WithTemplateLinks({ value, children }: { readonly value: Json | undefined; readonly children: ReactNode }) {
  const { t } = useTranslation('nodes');
  const { readOnly } = useEditor();
  const { templates } = useNames();
  const chosen = templates.find(({ key }) => key === value);
  if (readOnly) return children;
  return (
    <div>
      {children}
      <p className={css['links']}>
        {chosen !== undefined && (
          <a className={`${css['link']} ${css['beside']}`} href={addressOf(chosen.key)} target="_blank" rel="noreferrer">
            <IconPencil size={13} aria-hidden /> {t('pick.editTemplate', { name: chosen.name })}
          </a>
        )}
        <a className={`${css['link']} ${css['beside']}`} href={addressOf('+')} target="_blank" rel="noreferrer">
          <IconPlus size={13} aria-hidden /> {t('pick.newTemplate')}
        </a>
      </p>
    </div>
  );
}
