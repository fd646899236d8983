import { useTranslation } from 'react-i18next';
import css from './messages.module.css';

/** What every template may say of a lead. Free attributes are named the same way: `lead.<name>`. */
const VARIABLES = [
  'lead.name',
  'lead.title',
  'lead.company',
  'lead.industry',
  'lead.city',
  'lead.email',
  'lead.phone',
  'lead.source',
  'company.name',
  'company.size',
  'owner.id',
  'workspace.name',
  'unsubscribe_url',
] as const;

/** Keys of texts must hold no dots of their own. */
const textKey = (variable: string) => variable.replace('.', '_');

/** The values a template can use, those it uses marked; pressing one puts it at the cursor. */
export function TemplateVariables({ source, onInsert }: { readonly source: string; readonly onInsert: (variable: string) => void }) {
  const { t } = useTranslation('messages');
  return (
    <div>
      <p className="muted" style={{ margin: '0 0 6px' }}>
        {t('template.variables')}
      </p>
      <div className={css['variables']}>
        {VARIABLES.map((variable) => (
          <button
            key={variable}
            type="button"
            className={css['variable']}
            data-used={source.includes(variable)}
            title={t(`template.variable.${textKey(variable)}`)}
            onClick={() => onInsert(variable)}
          >
            {variable}
          </button>
        ))}
      </div>
    </div>
  );
}
