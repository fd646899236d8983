import { CANVAS_COLORS, type CanvasColor } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import css from './color-swatches.module.css';

interface ColorSwatchesProps {
  readonly value: CanvasColor;
  readonly onChange: (color: CanvasColor) => void;
}

/** The colours of notes and groups. */
export function ColorSwatches({ value, onChange }: ColorSwatchesProps) {
  const { t } = useTranslation('canvas');
  return (
    <fieldset className={css['swatches']} aria-label={t('color.label')}>
      {CANVAS_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          data-color={color}
          aria-label={t(`color.${color}`)}
          aria-pressed={color === value}
          title={t(`color.${color}`)}
          onClick={() => onChange(color)}
        />
      ))}
    </fieldset>
  );
}
