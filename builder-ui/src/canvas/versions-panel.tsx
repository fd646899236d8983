import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { CompareWith } from '../publishing/compare-with.tsx';
import { PublishingCards } from '../publishing/publishing-cards.tsx';
import { VersionNote } from '../publishing/version-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RelativeDate } from '../ui/relative-date.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { compareVersions, lostSteps } from './compare-versions.ts';
import { edit, useDocument, useEditor } from './editor.ts';
import { MoveProgress } from './move-progress.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { RollBack } from './roll-back.tsx';
import css from './versions-panel.module.css';

type Version = Answers['journeys']['versions'][number];

/** Shows on the canvas how the draft differs from a version, until another is chosen or the panel closed. */
function Comparison({ number, note }: { readonly number: number; readonly note: string }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const draft = useDocument((document) => document);
  const { data: version } = useQuery(
    useTRPC().journeys.version.queryOptions({ id: editor.journeyId, number }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const difference = version && compareVersions(draft, version);
  useEffect(() => {
    editor.live.setState(version ? { difference: compareVersions(draft, version), lost: lostSteps(draft, version) } : { difference: null, lost: [] });
    return () => editor.live.setState({ difference: null, lost: [] });
  }, [editor, draft, version]);
  if (version === undefined || difference === undefined) return <SkeletonLines count={2} />;
  const lost = lostSteps(draft, version);
  const kinds = [...difference.values()];
  return (
    <div className={css['comparison']} role="status">
      <p>
        <span data-difference="added">{t('versions.added', { count: kinds.filter((kind) => kind === 'added').length })}</span>
        {' · '}
        <span data-difference="changed">{t('versions.changed', { count: kinds.filter((kind) => kind === 'changed').length })}</span>
        {' · '}
        <span data-difference="removed">{t('versions.removed', { count: lost.length })}</span>
      </p>
      {lost.length > 0 && <p className="muted">{lost.map((node) => nameOf(node, editor.types, locale)).join(', ')}</p>}
      {!editor.readOnly && <VersionNote key={note} number={number} note={note} />}
      <CompareWith number={number} version={version} />
      <Button variant="default" onClick={() => editor.view.setState({ beside: number })}>
        {t('versions.read')}
      </Button>
      {!editor.readOnly && (
        <Button variant="default" onClick={() => edit(editor, { name: 'restore' }, (document) => ({ ...version, name: document.name }))}>
          {t('versions.restore', { number })}
        </Button>
      )}
      <RollBack number={number} />
    </div>
  );
}

function VersionLine({ version, open, onToggle }: { readonly version: Version; readonly open: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation('canvas');
  return (
    <li className={css['version']} data-open={open}>
      <button type="button" aria-expanded={open} onClick={onToggle}>
        <b className="num">{t('versions.number', { number: version.number })}</b>
        <RelativeDate at={version.publishedAt} />
        <span>{version.note || t('versions.noNote')}</span>
        {version.publishedBy && <span className="muted">{version.publishedBy}</span>}
        {version.approvedBy && <span className="muted">{t('versions.approved', { who: version.approvedBy })}</span>}
      </button>
      {open && <Comparison number={version.number} note={version.note} />}
    </li>
  );
}

/** All published versions: who, when and why; choosing one shows how the draft differs from it, and can bring it back. */
export function VersionsPanel() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const [open, setOpen] = useState<number | null>(null);
  const query = useQuery(useTRPC().journeys.versions.queryOptions({ id: editor.journeyId }));
  return (
    <PanelFrame title={t('panel.versions')} label={t('panel.versions')} onClose={() => editor.view.setState({ panel: 'inspector' })}>
      <PublishingCards />
      <MoveProgress />
      <Loaded query={query} skeleton={<SkeletonLines count={4} height={36} />}>
        {(versions) =>
          versions.length === 0 ? (
            <p className="muted">{t('versions.none')}</p>
          ) : (
            <ol className={css['versions']}>
              {versions.map((version) => (
                <VersionLine
                  key={version.number}
                  version={version}
                  open={open === version.number}
                  onToggle={() => setOpen(open === version.number ? null : version.number)}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
    </PanelFrame>
  );
}
