import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useHeaderSlots } from './header-slots.ts';
import css from './shell.module.css';

interface PageHeaderProps {
  /** Name of the page or of the thing it shows; also the browser's title. */
  readonly title: string;
  /** Shown instead of the plain title, such as an editable name. */
  readonly heading?: ReactNode;
  /** The page above this one. */
  readonly parent?: { readonly to: string; readonly label: string };
  /** Chips after the title: states and counts. */
  readonly chips?: ReactNode;
  /** Buttons on the right; the primary one last. */
  readonly actions?: ReactNode;
}

/** Fills the shell's header for the open page. */
export function PageHeader({ title, heading, parent, chips, actions }: PageHeaderProps) {
  const slots = useHeaderSlots();
  useEffect(() => {
    document.title = `${title} · Tendril`;
  }, [title]);
  return (
    <>
      {slots.title &&
        createPortal(
          <>
            {parent && (
              <Link to={parent.to} className={css['parent']}>
                {parent.label}
                <span aria-hidden> /</span>
              </Link>
            )}
            {heading ?? <h1 className={css['title']}>{title}</h1>}
            {chips}
          </>,
          slots.title,
        )}
      {slots.actions && actions && createPortal(actions, slots.actions)}
    </>
  );
}
