import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { OPEN_END_DROP } from '../document/geometry.ts';
import { useLocale } from '../i18n/format.ts';
import type { OpenEnd } from './document-to-flow.ts';
import { useEditor, useView } from './editor.ts';
import css from './open-end-face.module.css';
import { PlusButton } from './plus-button.tsx';

const RADIUS = 10;

/** The line from the middle of the step above down to the open end, which lies `offset` pixels aside. */
function pathFrom(offset: number): string {
  const middle = -OPEN_END_DROP / 2;
  if (offset === 0) return `M0 ${-OPEN_END_DROP}V0`;
  const side = Math.sign(offset);
  return `M${-offset} ${-OPEN_END_DROP}V${middle - RADIUS + 6}Q${-offset} ${middle + 6} ${-offset + side * RADIUS} ${middle + 6}H${-side * RADIUS}Q0 ${middle + 6} 0 ${middle + RADIUS + 6}V0`;
}

/** A way out that leads nowhere yet: press `+`, drop a step on it, or drag it to where it shall lead. */
export const OpenEndFace = memo(function OpenEndFace({ data }: NodeProps<OpenEnd>) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const { of, port, only, offset } = data;
  const aimed = useView(
    ({ gesture }) => gesture.at === 'placing' && gesture.over?.at === 'port' && gesture.over.node === of && gesture.over.port === port.id,
  );
  const label = port.label[locale];
  return (
    <div className={css['end']} data-open-end={of} data-port={port.id} data-aimed={aimed}>
      <svg className={css['line']} aria-hidden>
        <path d={pathFrom(offset)} />
      </svg>
      {!only && <span className={css['label']}>{label}</span>}
      <Handle type="source" id={port.id} position={Position.Bottom} className={css['handle'] ?? ''}>
        {!editor.readOnly && (
          <PlusButton
            of={of}
            label={only ? t('add.atEnd') : t('add.atPort', { port: label })}
            className={css['plus']}
            reachable
            onPress={(screen) => editor.view.setGesture({ at: 'choosing', place: { at: 'port', node: of, port: port.id }, screen })}
          />
        )}
      </Handle>
    </div>
  );
});
