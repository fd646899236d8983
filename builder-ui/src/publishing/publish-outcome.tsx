import { useTranslation } from 'react-i18next';
import type { Answers } from '../api/trpc.ts';

type Result = Answers['journeys']['publish'];

/** What became of a drawing that was accepted, in a sentence and what it means. */
export function PublishOutcome({ result }: { readonly result: Pick<Result, 'became' | 'version'> }) {
  const { t } = useTranslation('publishing');
  const became = result.became ?? 'live';
  return (
    <>
      <b>{t(`became.${became}`, { version: result.version })}</b>
      <p className="muted">{t(`becameHelp.${became}`)}</p>
    </>
  );
}
