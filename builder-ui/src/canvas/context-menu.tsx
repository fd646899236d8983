import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from './editor.ts';
import { CanvasItems } from './menu/canvas-items.tsx';
import { EdgeItems } from './menu/edge-items.tsx';
import { GroupItems } from './menu/group-items.tsx';
import { ItemItems } from './menu/item-items.tsx';
import { SelectionItems } from './menu/selection-items.tsx';
import type { Gesture } from './view-store.ts';

type Open = Extract<Gesture, { at: 'menu' }>;

function Items({ on, screen }: Open) {
  switch (on.of) {
    case 'item':
      return <ItemItems id={on.id} />;
    case 'edge':
      return <EdgeItems id={on.id} screen={screen} />;
    case 'group':
      return <GroupItems id={on.id} />;
    case 'selection':
      return <SelectionItems />;
    case 'canvas':
      return <CanvasItems screen={screen} />;
  }
}

/** The menu under the right button, or a long press. */
export function ContextMenu() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const gesture = useView((view) => view.gesture);
  if (gesture.at !== 'menu') return null;
  const close = () => {
    if (editor.view.getState().gesture.at === 'menu') editor.view.setGesture({ at: 'idle' });
  };
  return (
    <Menu opened onClose={close} position="bottom-start" shadow="md" width={240} offset={0} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('menu.label')}
          style={{ position: 'fixed', ...gesture.screen, width: 1, height: 1, padding: 0, border: 0, opacity: 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Items {...gesture} />
      </Menu.Dropdown>
    </Menu>
  );
}
