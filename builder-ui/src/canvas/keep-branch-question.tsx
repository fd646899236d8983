import { Button, FocusTrap, Stack } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import type { NodeId } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { nameOf, portsOf } from '../document/ports-of.ts';
import { edgesFrom, findNode, reachableFrom } from '../document/walk.ts';
import { useLocale } from '../i18n/format.ts';
import { removeSplit } from './actions/remove.ts';
import { currentDocument, useEditor, useView } from './editor.ts';
import { focusCanvas } from './focus-canvas.ts';
import css from './keep-branch-question.module.css';
import { useRealCount } from './live-store.ts';

const WIDTH = 320;
const HEIGHT = 240;

/** Below the step, but inside the window. */
function placeBelow(step: NodeId): { readonly left: number; readonly top: number } {
  const id = CSS.escape(step);
  const box = document.querySelector(`#step-${id}, [data-outline-step="${id}"]`)?.getBoundingClientRect();
  const [left, top] = [box?.left ?? window.innerWidth / 2 - WIDTH / 2, (box?.bottom ?? 120) + 10];
  return { left: Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8)), top: Math.max(8, Math.min(top, window.innerHeight - HEIGHT - 8)) };
}

function Question({ split }: { readonly split: NodeId }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const here = useRealCount(split)?.here ?? 0;
  const close = () => {
    editor.view.setGesture({ at: 'idle' });
    focusCanvas();
  };
  const box = useClickOutside(() => editor.view.setGesture({ at: 'idle' }), ['pointerdown']);
  const drawing = currentDocument(editor);
  const node = findNode(drawing, split);
  if (node === undefined) return null;
  const ports = portsOf(node, editor.types);
  const ways = edgesFrom(drawing, split)
    .map((edge) => ({ edge, size: reachableFrom(drawing, edge.to).size }))
    .sort((a, b) => b.size - a.size);
  const keep = (port: string | null) => {
    removeSplit(editor, split, port);
    focusCanvas();
  };
  return (
    <FocusTrap>
      <div
        ref={box}
        className={css['question']}
        style={placeBelow(split)}
        role="dialog"
        aria-label={t('keepBranch.title')}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') close();
        }}
      >
        <b>{t('keepBranch.title')}</b>
        {here > 0 && <p>{t('keepBranch.here', { count: here })}</p>}
        <Stack gap={6}>
          {ways.map(({ edge, size }, index) => {
            const target = findNode(drawing, edge.to);
            const way = ports.find(({ id }) => id === edge.port)?.label[locale] ?? edge.port;
            return (
              <Button
                key={edge.port}
                size="compact-md"
                variant={index === 0 ? 'filled' : 'default'}
                data-autofocus={index === 0 || undefined}
                onClick={() => keep(edge.port)}
              >
                {t('keepBranch.keep', { way, step: target ? nameOf(target, editor.types, locale) : '', count: size })}
              </Button>
            );
          })}
          <Button size="compact-md" variant="subtle" color="gray" onClick={() => keep(null)}>
            {t('keepBranch.none')}
          </Button>
        </Stack>
      </div>
    </FocusTrap>
  );
}

/** A step with several ways on is to go: beside it, which way follows what came before? Nothing below is ever deleted silently. */
export function KeepBranchQuestion() {
  const gesture = useView((view) => view.gesture);
  return gesture.at === 'asking-branch' ? <Question key={gesture.split} split={gesture.split} /> : null;
}
