import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from './editor.ts';
import { KEY_MAP, type KeyGroup } from './key-map.ts';
import css from './keys-dialog.module.css';

const GROUPS: readonly KeyGroup[] = ['edit', 'move', 'view', 'check'];

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const shown = (keys: string): string => keys.replace('mod', onMac ? '⌘' : 'Ctrl').replace('Alt', onMac ? '⌥' : 'Alt');

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
                      <kbd key={combination}>{shown(combination)}</kbd>
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
