import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './comments.module.css';
import { mentionedIn, typedName } from './threads.ts';
import { usePeople } from './use-comments.ts';

interface CommentFieldProps {
  readonly label: string;
  readonly send: string;
  readonly text?: string;
  /** Answers true when it is stored; the field is emptied then. */
  readonly onSend: (comment: { readonly text: string; readonly mentions: string[] }) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** Where a comment is written. `@` offers people, Ctrl+Enter sends, Escape walks away. */
export function CommentField({ label, send, text: first = '', onSend, onCancel }: CommentFieldProps) {
  const { t } = useTranslation('together');
  const people = usePeople();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const [sending, setSending] = useState(false);
  const typed = typedName(text);
  const offered = typed === null ? [] : people.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, 5);
  const choose = (name: string) => {
    setText(`${text.slice(0, text.length - (typed?.length ?? 0))}${name} `);
    field.current?.focus();
  };
  const submit = async () => {
    if (text.trim() === '' || sending) return;
    setSending(true);
    const stored = await onSend({ text, mentions: [...mentionedIn(text, people)] });
    setSending(false);
    if (stored) setText('');
  };
  return (
    <div className={css['field']}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={t('comments.placeholder')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          if (event.key === 'Escape') onCancel?.();
        }}
      />
      {offered.length > 0 && (
        <section className={css['people']} aria-label={t('comments.people')}>
          {offered.map(({ id, name }) => (
            <Button key={id} size="compact-xs" variant="light" onClick={() => choose(name)}>
              @{name}
            </Button>
          ))}
        </section>
      )}
      <div className={css['buttons']}>
        <Button size="compact-sm" disabled={text.trim() === ''} loading={sending} onClick={() => void submit()}>
          {send}
        </Button>
        {onCancel && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {t('comments.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
