import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from './editor.ts';
import { KEY_MAP, type KeyGroup } from './key-map.ts';
import css from './keys-dialog.module.css';
import { shownKeys } from './shown-keys.ts';

const GROUPS: readonly KeyGroup[] = ['edit', 'move', 'view', 'check'];

/** The list of all keys. */
export function KeysDialog() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'keys');
  return (
    <Modal
      opened={opened}
      onClose={() => editor.view.setState({ dialog: null })}
      title={t('keys.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <div className={css['groups']}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {KEY_MAP.filter((line) => line.group === group).map(({ action, keys }) => (
                <div key={action}>
                  <dt>
                    {keys.map((combination) => (
                      <kbd key={combination}>{shownKeys(combination)}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`key.${action}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
