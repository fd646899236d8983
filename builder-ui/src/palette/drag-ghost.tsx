import { useEditor, useView } from '../canvas/editor.ts';
import { FamilyIcon } from '../canvas/family-icon.tsx';
import { useLocale } from '../i18n/format.ts';
import css from './palette-panel.module.css';

/** The step type under the pointer while it is dragged. */
export function DragGhost() {
  const locale = useLocale();
  const { types } = useEditor();
  const gesture = useView((view) => view.gesture);
  const definition = gesture.at === 'placing' ? types.get(gesture.kind) : undefined;
  if (gesture.at !== 'placing' || definition === undefined) return null;
  return (
    <div className={css['ghost']} style={gesture.screen} aria-hidden>
      <FamilyIcon family={definition.family} icon={definition.icon} size={20} />
      {definition.title[locale]}
    </div>
  );
}
