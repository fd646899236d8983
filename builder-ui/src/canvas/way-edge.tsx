import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { type CanvasEdge, edgeId } from './document-to-flow.ts';
import { useEditor, useView } from './editor.ts';
import { useIsForecast, useOnWay, useShare, useWayDrawn } from './live-store.ts';
import { PlusButton } from './plus-button.tsx';
import { useOpenLeads } from './use-panels.ts';
import css from './way-edge.module.css';

const THINNEST = 1.5;
const THICKEST = 6.5;

/** The text on a connection: each way out that it stands for, with its share of those who left. */
function WayLabel({ data }: { readonly data: NonNullable<CanvasEdge['data']> }) {
  const format = useFormat();
  const { edge, ways, labelled } = data;
  if (!labelled || ways.length === 0) return null;
  return (
    <span className={css['label']}>
      {ways.map((port, index) => (
        <span key={port.id}>
          {index > 0 && <i aria-hidden> · </i>}
          {port.label[format.locale]}
          <Share from={edge.from} port={port.id} />
        </span>
      ))}
    </span>
  );
}

function Share({ from, port }: { readonly from: string; readonly port: string }) {
  const format = useFormat();
  const { t } = useTranslation('tryout');
  const share = useShare(from, [port]);
  const openLeads = useOpenLeads();
  const supposed = useIsForecast();
  if (share === null || share.all === 0) return null;
  const text = format.percent(share.share);
  if (supposed) return <b className="num">{text}</b>;
  return (
    // The keyboard's way to the same list is in the form of the step.
    <button type="button" tabIndex={-1} className={css['share']} title={t('through.show')} onClick={() => openLeads(from, 'through', port)}>
      <b className="num">{text}</b>
    </button>
  );
}

/** A connection: thicker where more leads go, labelled where a step has several ways on, with a `+` to put a step into it. */
export const WayEdge = memo(function WayEdge(props: EdgeProps<CanvasEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, selected } = props;
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const [path, labelX, labelY] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, borderRadius: 10 });
  const edge = data?.edge ?? { from: '', port: '', to: '' };
  const ways = data?.ways ?? [];
  const share = useShare(
    edge.from,
    ways.map((port) => port.id),
  );
  const wayDrawn = useWayDrawn();
  const onWay = useOnWay([id, ...ways.map((port) => edgeId({ from: edge.from, port: port.id }))]);
  const shown = useView((view) => view.hoveredEdge === id) || selected === true;
  const besideChosen = useView((view) => view.selected.length === 1 && view.selected[0] === edge.from);
  const aimed = useView(({ gesture }) => gesture.at === 'placing' && gesture.over?.at === 'edge' && edgeId(gesture.over) === id);
  const width = share === null ? 2 : THINNEST + share.weight * (THICKEST - THINNEST);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={26}
        className={css['path'] ?? ''}
        data-selected={selected}
        data-aimed={aimed}
        data-off={data?.off ?? undefined}
        data-way={wayDrawn ? (onWay ? 'on' : 'off') : undefined}
        style={{ strokeWidth: aimed ? THICKEST + 2 : width }}
      />
      <EdgeLabelRenderer>
        <div
          className={`${css['middle'] ?? ''} nodrag nopan`}
          data-shown={shown || aimed}
          style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`, pointerEvents: shown ? 'all' : 'none' }}
          data-edge-middle={id}
          onPointerEnter={() => editor.view.setState({ hoveredEdge: id })}
          onPointerLeave={() => editor.view.setState({ hoveredEdge: null })}
        >
          {data && <WayLabel data={data} />}
          {aimed && <span className={css['label']}>{t('add.here')}</span>}
          {!aimed && !editor.readOnly && (
            <PlusButton
              of={edge.from}
              label={t('add.onEdge')}
              className={css['plus']}
              reachable={besideChosen || selected === true}
              onPress={(screen) => editor.view.setGesture({ at: 'choosing', place: { at: 'edge', from: edge.from, port: edge.port }, screen })}
            />
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
