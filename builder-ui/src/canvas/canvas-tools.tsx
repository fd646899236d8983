import { Button, Tooltip } from '@mantine/core';
import { IconHandStop, IconMinus, IconPlus, IconPointer, IconRuler2, IconSparkles } from '@tabler/icons-react';
import { useReactFlow, useStore } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { keepHand } from './canvas-habits.ts';
import css from './canvas-tools.module.css';
import { useEditor, useView } from './editor.ts';
import { FlowPeriod } from './flow-period.tsx';
import { useTidy } from './use-tidy.ts';

/** What dragging the empty canvas does, and the ruler of days. */
function Habits() {
  const { t } = useTranslation('canvas');
  const { view } = useEditor();
  const hand = useView((state) => state.hand);
  const ruler = useView((state) => state.ruler);
  const set = (next: boolean) => {
    keepHand(next);
    view.setState({ hand: next });
  };
  return (
    <>
      <Tooltip label={t(hand ? 'tools.handHelp' : 'tools.arrowHelp')}>
        <Button variant="default" px={8} aria-label={t('key.hand')} aria-pressed={hand} onClick={() => set(!hand)}>
          {hand ? <IconHandStop size={15} /> : <IconPointer size={15} />}
        </Button>
      </Tooltip>
      <Tooltip label={t('key.ruler')}>
        <Button
          variant={ruler ? 'light' : 'default'}
          px={8}
          aria-label={t('key.ruler')}
          aria-pressed={ruler}
          onClick={() => view.setState({ ruler: !ruler })}
        >
          <IconRuler2 size={15} />
        </Button>
      </Tooltip>
    </>
  );
}

/** Zoom, habits and tidy, at the foot of the canvas. */
export function CanvasTools() {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const flow = useReactFlow();
  const zoom = useStore((store) => store.transform[2]);
  const tidy = useTidy();
  const editor = useEditor();
  return (
    <div className={css['tools']} role="toolbar" aria-label={t('tools.label')}>
      <Button variant="default" px={8} aria-label={t('key.zoomOut')} onClick={() => void flow.zoomOut({ duration: 100 })}>
        <IconMinus size={15} />
      </Button>
      <Tooltip label={t('tools.fit')}>
        <Button
          variant="default"
          className="num"
          aria-label={t('tools.zoom', { zoom: format.percent(zoom) })}
          onClick={() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 150 })}
        >
          {format.percent(zoom)}
        </Button>
      </Tooltip>
      <Button variant="default" px={8} aria-label={t('key.zoomIn')} onClick={() => void flow.zoomIn({ duration: 100 })}>
        <IconPlus size={15} />
      </Button>
      <Habits />
      {!editor.readOnly && (
        <Button variant="default" leftSection={<IconSparkles size={15} />} onClick={tidy}>
          {t('tools.tidy')}
        </Button>
      )}
      <FlowPeriod />
      <Button variant="default" px={10} aria-label={t('key.keys')} onClick={() => editor.view.setState({ dialog: 'keys' })}>
        ?
      </Button>
    </div>
  );
}
