import { Button, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import css from './imports.module.css';
import { uploadFile } from './upload-file.ts';

/** Takes a CSV file by drop or by the file picker and opens its import. */
export function UploadZone() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(file, setShare),
    onSuccess: ({ jobId }) => void navigate({ to: '/imports/$id', params: { id: jobId } }),
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined || upload.isPending) return;
    setShare(0);
    upload.mutate(file);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside, which keyboards use */}
      <div
        className={css['zone']}
        data-over={over}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileUpload size={30} stroke={1.4} aria-hidden />
        <p className={css['zoneTitle']}>{t('upload.title')}</p>
        <p className="muted">{t('upload.help')}</p>
        <input
          ref={picker}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          className="visually-hidden"
          aria-label={t('upload.pick')}
          tabIndex={-1}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <Button onClick={() => picker.current?.click()} loading={upload.isPending}>
          {t('upload.pick')}
        </Button>
        {upload.isPending ? <Progress w={220} value={share * 100} aria-label={t('upload.progress')} /> : null}
      </div>
      {upload.error === null ? null : <ErrorNotice error={upload.error} />}
    </>
  );
}
